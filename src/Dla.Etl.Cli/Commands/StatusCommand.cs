using System.CommandLine;
using Dapper;
using Dla.Etl.Coordination;
using Dla.Etl.Correspondence;
using Dla.Etl.Definitions;
using Dla.Etl.Distribution;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Installing;
using Dla.Etl.Intake;
using Dla.Etl.Intake.Mails;
using Dla.Etl.Normalising;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Cli.Commands;

/// <summary><c>status</c>: who has filed what.</summary>
internal static class StatusCommand
{
    // All names are shown, folded so that a terminal of usual width breaks none of them.
    private const int Width = 100;

    private const string Description =
        """
        สถานะการส่งของทุกจังหวัด · who has filed what, and what waits

        Exit codes: 0 done, 64 wrong usage or no warehouse yet, 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var json = SharedOptions.Json();
        var command = new Command("status", Description) { json };
        command.SetAction(parsed =>
        {
            var installation = shared.Installation(parsed, clock);
            using var warehouse = installation.RequiredWarehouse();
            var status = StatusJson.Of(warehouse, installation.Forms, installation.Settings);
            if (parsed.GetValue(json))
                terminal.Json(status);
            else
                Print(terminal, status);
        });
        return command;
    }

    private static void Print(Terminal terminal, StatusJson status)
    {
        foreach (var form in status.Forms)
        {
            terminal.Line($"{form.Name} {ThaiPeriods.Called(Period.Parse(form.Period).Value)} กำหนดส่ง {ThaiDates.Long(DateOnly.ParseExact(form.Deadline, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))}");
            if (form.Authorities is { } authorities)
            {
                terminal.Line(authorities.Of is { } all
                    ? $"  อปท. ที่มีข้อมูล {authorities.Reported} จาก {all} แห่ง"
                    : $"  อปท. ที่มีข้อมูล {authorities.Reported} แห่ง (ยังไม่ได้นำเข้าทะเบียน อปท. ดู dla-etl reference import)");
                PrintNames(terminal, "ยังไม่มีข้อมูล", [.. authorities.Lacking.Select(lacking => $"{lacking.Province} {lacking.Authorities} แห่ง")]);
                continue;
            }

            terminal.Line($"  ตรงเวลา {form.OnTime.Count}  ล่าช้า {form.Late.Count}  ไม่ผ่าน {form.Rejected.Count}  ยังไม่ส่ง {form.Missing.Count}  รวม {form.Units}");
            PrintNames(terminal, "ล่าช้า", form.Late);
            PrintNames(terminal, "ไม่ผ่าน", form.Rejected);
            PrintNames(terminal, "ยังไม่ส่ง", form.Missing);
        }

        terminal.Line($"ไฟล์ที่รับแล้วรอตัดสิน {status.Pending}  คำตอบที่ยังไม่ได้เขียน {status.Unanswered}  รอบที่ยังไม่จบ {status.OpenRuns}");
        foreach (var file in status.GivenUp)
            terminal.Line($"ไฟล์ที่พักไว้เพราะโปรแกรมขัดข้อง เลขรับที่ {ReceivedFile.ReceiptText(file.Receipt)} {file.Path} (เมื่อแก้ไขแล้วสั่ง dla-etl retry {file.Receipt}): {FirstLine(file.LastError)}");
        foreach (var file in status.Stuck.Where(file => file.Where != StuckWhere.GivenUp))
            terminal.Line($"ค้าง{Thai(file.Where)} ตั้งแต่ {ThaiDates.LongWithTime(file.Since)}: {(file.Receipt is { } receipt ? $"เลขรับที่ {ReceivedFile.ReceiptText(receipt)} " : "")}{file.Path}");
        if (status.Inbox is { Held: > 0 } or { NeedPermission: > 0 })
            terminal.Line($"อีเมลรออนุญาต {status.Inbox.Held}  ไฟล์ที่ผู้ส่งไม่มีสิทธิ์ส่งแทนหน่วย {status.Inbox.NeedPermission} (ดู dla-etl mail inbox --held)");
        if (status.Outbox is { Waiting: > 0 } or { Uncertain: > 0 } or { Failed: > 0 })
            terminal.Line($"อีเมลรอส่ง {status.Outbox.Waiting}  ไม่แน่ใจว่าออกไปแล้วหรือไม่ {status.Outbox.Uncertain}  ส่งไม่ได้ {status.Outbox.Failed} (ดู dla-etl mail outbox)");
        foreach (var line in status.MailServers.Where(line => line.Trouble is not null))
            terminal.Line(line.Thai);
        foreach (var node in status.Nodes)
            terminal.Line($"เครื่อง {node.Name} {Thai(node.State)} ได้ยินล่าสุด {ThaiDates.LongWithTime(node.Heartbeat)} รุ่น {node.Version}");
    }

    private static string FirstLine(string text) => text.Split('\n')[0].Trim();

    private static string Thai(StuckWhere where) => where switch
    {
        StuckWhere.InDropFolder => "ในโฟลเดอร์ส่ง",
        StuckWhere.Undecided => "รอตัดสิน",
        StuckWhere.GivenUp => "ถูกพักไว้",
        StuckWhere.Unanswered => "รอคำตอบ",
        StuckWhere.MailNotMoved => "ในกล่องจดหมาย",
        StuckWhere.MailHeld => "รออนุญาต",
        _ => throw new ArgumentOutOfRangeException(nameof(where), where, "No such place."),
    };

    private static string Thai(NodeState state) => state switch
    {
        NodeState.Working => "กำลังทำงาน",
        NodeState.Left => "หยุดแล้ว",
        NodeState.Silent => "ขาดการติดต่อ",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    private static void PrintNames(Terminal terminal, string label, IReadOnlyList<string> units)
    {
        if (units.Count > 0)
            terminal.Output.Write(new PlainLines(terminal.Output.NewLine, Width).Add($"{label}: {string.Join(", ", units)}", "  ", "    "));
    }
}

/// <summary>The state of everything for scripts. The names of the properties are stable; units are <c>56-พะเยา</c>.</summary>
internal sealed record StatusJson(
    IReadOnlyList<FormStatusJson> Forms, int Pending, int Unanswered, int OpenRuns, long Sequence,
    IReadOnlyList<GivenUpJson> GivenUp, IReadOnlyList<StuckJson> Stuck, IReadOnlyList<NodeSeen> Nodes, OutboxCounts Outbox, InboxCounts Inbox,
    IReadOnlyList<MailLine> MailServers)
{
    public static StatusJson Of(Database warehouse, FormCatalogue forms, Settings settings)
    {
        var now = warehouse.Clock.GetUtcNow();
        using var connection = warehouse.Read();
        var sequence = CommitSequence.Last(connection);
        return new StatusJson(
            [.. Shown(connection, forms, now).Select(form => form.FiledBy == FilingUnit.Authority
                ? FormStatusJson.Of(form, AuthorityCoverage.Of(connection, form, sequence))
                : FormStatusJson.Of(form, FiguresAsOf.Status(connection, form.Id, form.Period, sequence, [.. Reference.Units.Filing(form).Select(unit => unit.Code)])))],
            ReceivedFile.WithoutOutcome(connection).Count,
            Outcomes.Unanswered(connection).Count,
            RunLog.Open(connection).Count,
            sequence,
            [.. GivenUpFiles.All(connection).Select(file => new GivenUpJson(file.ReceiptNumber, FileNames.Display(file.DropPath), file.GivenUpAt, file.LastError))],
            [.. StuckFiles.Of(connection, settings.Jobs.StuckAfter, now).Select(file => new StuckJson(file.Where, file.Path, file.ReceiptNumber, file.Since))],
            Coordination.Nodes.All(connection, now, settings.Jobs.Lease),
            OutboxCounts.Of(connection),
            InboxCounts.Of(connection),
            MailLine.Of(connection, settings.Mail));
    }

    // Of a monthly form the months of which something came, and the one that is due next when the months of its year have begun.
    private static IEnumerable<FormDefinition> Shown(System.Data.Common.DbConnection connection, FormCatalogue forms, DateTimeOffset now)
    {
        var today = ThaiDates.DayInBangkok(now);
        var known = connection.Query<(string Form, int Number)>("SELECT DISTINCT form, fiscal_year FROM outcome WHERE form IS NOT NULL AND fiscal_year IS NOT NULL").ToHashSet();
        return forms.All.SelectMany(form => form.Periods.Where(one => !one.IsMonthly || known.Contains((one.Id, one.Period.Number))
            || (one.Period.LastDay < today && one.Deadline >= today)));
    }
}

/// <summary>A file that was given up.</summary>
internal sealed record GivenUpJson(long Receipt, string Path, DateTimeOffset GivenUpAt, string LastError);

/// <summary>A file that does not get on.</summary>
internal sealed record StuckJson(StuckWhere Where, string Path, long? Receipt, DateTimeOffset Since);

/// <summary>One form of one year.</summary>
internal sealed record FormStatusJson(
    string Form, int FiscalYear, string Period, string Name, string Deadline, int Units,
    IReadOnlyList<string> OnTime, IReadOnlyList<string> Late, IReadOnlyList<string> Rejected, IReadOnlyList<string> Missing)
{
    /// <summary>Of a form that authorities file: how many have rows; null for any other.</summary>
    public AuthorityStatusJson? Authorities { get; init; }

    public static FormStatusJson Of(FormDefinition form, AuthorityCoverage coverage) => new(
        form.Id, form.Year.BuddhistEra, form.Period.ToString(), form.ShortName, form.Deadline.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        coverage.Registry?.All.Count ?? 0, [], [], [], [])
    {
        Authorities = new AuthorityStatusJson(coverage.Reported.Count, coverage.Registry?.All.Count,
        [
            .. coverage.Lacking.GroupBy(authority => authority.Province).OrderBy(province => province.Key)
                .Select(province => new LackingJson(UnitName(UnitCode.Of(province.Key)), province.Count())),
        ]),
    };

    public static FormStatusJson Of(FormDefinition form, IReadOnlyList<UnitStatus> units)
    {
        IReadOnlyList<string> In(Standing standing) => [.. units.Where(unit => unit.JudgedBy(form.Deadline).Standing == standing).Select(unit => UnitName(unit.Unit))];
        return new FormStatusJson(
            form.Id, form.Year.BuddhistEra, form.Period.ToString(), form.ShortName, form.Deadline.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), units.Count,
            In(Standing.OnTime), In(Standing.Late), In(Standing.Rejected), In(Standing.Missing));
    }

    private static string UnitName(UnitCode code) => Reference.Units.Get(code).Label;
}

/// <summary>Of how many authorities a form has rows.</summary>
/// <param name="Reported">How many have.</param>
/// <param name="Of">How many the registry has on the last day of the period; null when none was imported.</param>
/// <param name="Lacking">How many of each province have none.</param>
internal sealed record AuthorityStatusJson(int Reported, int? Of, IReadOnlyList<LackingJson> Lacking);

/// <summary>Authorities of a province without rows.</summary>
internal sealed record LackingJson(string Province, int Authorities);
