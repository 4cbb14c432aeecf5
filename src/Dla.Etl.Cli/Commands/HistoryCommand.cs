using System.CommandLine;
using System.Data.Common;
using Dla.Etl.Findings;
using Dla.Etl.Intake;
using Dla.Etl.Normalising;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Cli.Commands;

/// <summary><c>history UNIT FORM YEAR</c>: everything that happened to one return.</summary>
internal static class HistoryCommand
{
    private const string Description =
        """
        ประวัติของแบบรายงานหนึ่ง: ทุกฉบับ ทุกไฟล์ที่ไม่ผ่าน และฉบับที่ใช้อยู่ · every version and every refused file of one return

        Of a form whose rows name local authorities several versions may count, each for authorities of its own: the one loaded last that has rows of an authority, its own or its province's.
        Files of the province's folder that could not be recognised are listed too, whatever form and year they were meant for.

        Exit codes: 0 done, 64 wrong usage or no warehouse yet, 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var arguments = new ReturnArguments();
        var json = SharedOptions.Json();
        var command = new Command("history", Description) { arguments.Unit, arguments.Form, arguments.Year, json };
        command.SetAction(parsed =>
        {
            var installation = shared.Installation(parsed, clock);
            var key = arguments.Key(parsed, installation);
            using var warehouse = installation.RequiredWarehouse();
            using var connection = warehouse.Read();
            var events = ReturnHistory.Of(connection, key);
            string Called(UnitCode unit) => UnitNames.Of(connection, unit, key.Period.LastDay).Called;
            if (parsed.GetValue(json))
                terminal.Json(new HistoryJson(key.Form, key.Period.Year.BuddhistEra, key.Period.ToString(), key.Unit.ToString(), UnitNames.Of(connection, key.Unit, key.Period.LastDay).Name, [.. events.Select(EventJson.Of)]));
            else
            {
                Print(terminal, key, Called, events, installation.Forms.Get(key.Form, key.Period).ShortName);
                PrintCompiled(connection, terminal, key, Called, events);
            }
        });
        return command;
    }

    private static void Print(Terminal terminal, ReturnKey key, Func<UnitCode, string> called, IReadOnlyList<ReturnEvent> events, string formName)
    {
        terminal.Line($"{formName} {ThaiPeriods.Called(key.Period)} {called(key.Unit)}");
        if (events.Count == 0)
            terminal.Line("ยังไม่มีไฟล์ใดของแบบรายงานนี้");
        foreach (var one in events)
        {
            terminal.Line();
            terminal.Line(Head(one));
            terminal.Line($"   ไฟล์ {Printable.Slot(one.FileName)} เลขรับที่ {ReceivedFile.ReceiptText(one.Receipt)} ได้รับเมื่อ {ThaiDates.LongWithTime(one.ReceivedAt)}{Timely(one)}");
            foreach (var line in Elsewhere(one, called))
                terminal.Line($"   {line}");
            if (one.Reason is { } reason)
                terminal.Line($"   เหตุผล: {reason}");
            if (one.Errors + one.Warnings > 0)
                terminal.Line($"   ต้องแก้ไข {one.Errors} ข้อ ข้อสังเกต {one.Warnings} ข้อ");
            terminal.Line($"   บันทึกเมื่อ {ThaiDates.LongWithTime(one.DecidedAt)} ลำดับที่ {one.Sequence} รอบ {one.RunId}{By(one)}");
        }
    }

    // An authority may never send a file and be reported all the same.
    private static void PrintCompiled(DbConnection connection, Terminal terminal, ReturnKey key, Func<UnitCode, string> called, IReadOnlyList<ReturnEvent> events)
    {
        if (key.Unit.Authority is not { } authority || events.Any(one => one.Version is not null)
            || !CountedVersions.For(connection, key, [authority.ToString()]).TryGetValue(authority.ToString(), out var counted) || counted.Unit == key.Unit)
            return;
        terminal.Line();
        terminal.Line($"ข้อมูลที่นับอยู่ของ อปท. นี้มาจากฉบับที่ {counted.Version} ของ{called(counted.Unit)}");
    }

    private static string Head(ReturnEvent one)
    {
        var what = one switch
        {
            { RevertsVersion: { } to } => $"ฉบับที่ {one.Version} กลับไปใช้ข้อมูลของฉบับที่ {to}",
            { Version: { } version } => $"ฉบับที่ {version} {one.Verdict!.Value.Thai()}",
            { SameAs: { } same } => $"ไม่เป็นฉบับใหม่: {one.Verdict!.Value.Thai()} (ตรงกับฉบับที่ {same})",
            _ => $"ไม่ได้บันทึก: {one.Verdict!.Value.Thai()}",
        };
        return one switch
        {
            { Stands: true, Count: { } count } when count.Counting < count.Named => $"* {what}  [ใช้อยู่บางส่วน {count.Counting} จาก {count.Named} อปท.]",
            { Stands: true } => $"* {what}  [ใช้อยู่ในขณะนี้]",
            _ => $"- {what}",
        };
    }

    private static IEnumerable<string> Elsewhere(ReturnEvent one, Func<UnitCode, string> called)
    {
        // Of a province's compilation a hundred authorities may have sent their own since: then they are told together.
        var own = one.Count?.Elsewhere.Where(other => other.Version.Unit.Authority is not null).ToList() ?? [];
        if (own.Count > 1)
            yield return $"ข้อมูลของ อปท. {own.Sum(other => other.Authorities)} แห่งในฉบับนี้ ปัจจุบันใช้ไฟล์ที่ อปท. แห่งนั้นส่งเองภายหลัง";
        foreach (var (version, authorities) in one.Count?.Elsewhere.Where(other => own.Count <= 1 || other.Version.Unit.Authority is null) ?? [])
            yield return $"ข้อมูลของ อปท. {authorities} แห่งในฉบับนี้ ปัจจุบันใช้ฉบับที่ {version.Version} ของ{called(version.Unit)}";
        if (one.Count is { Nowhere: > 0 and var nowhere })
            yield return $"ข้อมูลของ อปท. {nowhere} แห่งในฉบับนี้ไม่นับแล้ว เพราะมีการกลับไปใช้ฉบับก่อน";
    }

    private static string Timely(ReturnEvent one) => one.Timeliness switch
    {
        Timeliness.OnTime => " (ตรงเวลา)",
        Timeliness.Late => " (ล่าช้า)",
        _ => "",
    };

    private static string By(ReturnEvent one) => one.Actor is { } actor ? $" โดย {actor.Who} ที่เครื่อง {actor.Node}" : "";

    private sealed record HistoryJson(string Form, int FiscalYear, string Period, string Unit, string Province, IReadOnlyList<EventJson> Events);

    /// <summary>A version that counts for local authorities of another one.</summary>
    private sealed record CountsJson(string Unit, int Version, int Authorities);

    /// <summary>One event for scripts; the names of the properties are stable.</summary>
    private sealed record EventJson(
        string Kind, int? Version, bool Stands, string? Verdict, string? Timeliness, string Receipt, string File, DateTimeOffset ReceivedAt,
        long Sequence, DateTimeOffset DecidedAt, string RunId, string? Who, string? Node, int Errors, int Warnings, int? SameAs, int? RevertsVersion, string? Reason,
        int? Authorities, int? AuthoritiesCounting, IReadOnlyList<CountsJson>? CountElsewhere)
    {
        public static EventJson Of(ReturnEvent one) => new(
            one.RevertsVersion is null ? "file" : "revert", one.Version, one.Stands, one.Verdict?.Code(),
            one.Timeliness switch { Warehouse.Timeliness.OnTime => "on_time", Warehouse.Timeliness.Late => "late", _ => null },
            ReceivedFile.ReceiptText(one.Receipt), one.FileName, one.ReceivedAt, one.Sequence, one.DecidedAt, one.RunId,
            one.Actor?.Who, one.Actor?.Node, one.Errors, one.Warnings, one.SameAs, one.RevertsVersion, one.Reason,
            one.Count?.Named, one.Count?.Counting, one.Count is { } count ? [.. count.Elsewhere.Select(other => new CountsJson(other.Version.Unit.ToString(), other.Version.Version, other.Authorities))] : null);
    }
}
