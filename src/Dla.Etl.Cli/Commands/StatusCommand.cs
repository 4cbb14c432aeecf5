using System.CommandLine;
using Dla.Etl.Definitions;
using Dla.Etl.Intake;
using Dla.Etl.Normalising;
using Dla.Etl.Reference;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Cli.Commands;

/// <summary><c>status</c>: who has filed what.</summary>
internal static class StatusCommand
{
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
            var status = StatusJson.Of(warehouse, installation.Forms);
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
            terminal.Line($"{form.Name} ปีงบประมาณ {form.FiscalYear} กำหนดส่ง {ThaiDates.Long(DateOnly.ParseExact(form.Deadline, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))}");
            terminal.Line($"  ตรงเวลา {form.OnTime.Count}  ล่าช้า {form.Late.Count}  ไม่ผ่าน {form.Rejected.Count}  ยังไม่ส่ง {form.Missing.Count}  รวม {form.Units}");
            PrintNames(terminal, "ไม่ผ่าน", form.Rejected);
            PrintNames(terminal, "ยังไม่ส่ง", form.Missing);
        }

        terminal.Line($"ไฟล์ที่รับแล้วรอตัดสิน {status.Pending}  คำตอบที่ยังไม่ได้เขียน {status.Unanswered}  รอบที่ยังไม่จบ {status.OpenRuns}");
    }

    private static void PrintNames(Terminal terminal, string label, IReadOnlyList<string> units)
    {
        if (units.Count is > 0 and <= 20)
            terminal.Line($"  {label}: {string.Join(", ", units)}");
    }
}

/// <summary>The state of everything for scripts. The names of the properties are stable; units are <c>56-พะเยา</c>.</summary>
internal sealed record StatusJson(IReadOnlyList<FormStatusJson> Forms, int Pending, int Unanswered, int OpenRuns, long Sequence)
{
    public static StatusJson Of(Database warehouse, FormCatalogue forms)
    {
        using var connection = warehouse.Read();
        var sequence = CommitSequence.Last(connection);
        return new StatusJson(
            [.. forms.All.Select(form => FormStatusJson.Of(form, FiguresAsOf.Status(connection, form.Id, form.Year, sequence, [.. Provinces.All.Select(province => province.Code)])))],
            ReceivedFile.WithoutOutcome(connection).Count,
            Outcomes.Unanswered(connection).Count,
            RunLog.Open(connection).Count,
            sequence);
    }
}

/// <summary>One form of one year.</summary>
internal sealed record FormStatusJson(
    string Form, int FiscalYear, string Name, string Deadline, int Units,
    IReadOnlyList<string> OnTime, IReadOnlyList<string> Late, IReadOnlyList<string> Rejected, IReadOnlyList<string> Missing)
{
    public static FormStatusJson Of(FormDefinition form, IReadOnlyList<UnitStatus> units)
    {
        IReadOnlyList<string> In(Standing standing) => [.. units.Where(unit => unit.JudgedBy(form.Deadline).Standing == standing).Select(unit => UnitName(unit.Unit))];
        return new FormStatusJson(
            form.Id, form.Year.BuddhistEra, form.ShortName, form.Deadline.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), units.Count,
            In(Standing.OnTime), In(Standing.Late), In(Standing.Rejected), In(Standing.Missing));
    }

    private static string UnitName(ProvinceCode code) => Provinces.Get(code).FolderName;
}
