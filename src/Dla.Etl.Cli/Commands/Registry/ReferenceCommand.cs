using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Dla.Etl.Installing;
using Dla.Etl.Normalising;
using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Cli.Commands.Registry;

/// <summary><c>reference import</c>, <c>list</c> and <c>show</c>: the registry of local authorities.</summary>
internal static class ReferenceCommand
{
    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock) => new("reference",
        """
        ทะเบียนองค์กรปกครองส่วนท้องถิ่น (อปท.) ซึ่งเปลี่ยนไปตามวัน · the registry of local authorities, by day

        Forms that name authorities need it. Every import is kept: a report made again as of then uses the edition of then.

        Exit codes: 0 done, 1 and 2 see import, 64 wrong usage, 70 the program broke.
        """)
    {
        ReferenceImport.Build(shared, terminal, clock),
        List(shared, terminal, clock),
        Show(shared, terminal, clock),
    };

    private static Command List(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var json = SharedOptions.Json();
        var command = new Command("list",
            """
            ทะเบียนทุกชุดที่นำเข้าแล้ว · every edition that was imported

            Exit codes: 0 done, 64 wrong usage or no warehouse yet, 70 the program broke.
            """) { json };
        command.SetAction(parsed =>
        {
            using var warehouse = shared.Installation(parsed, clock).RequiredWarehouse();
            using var connection = warehouse.Read();
            var editions = AuthorityEditions.All(connection);
            if (parsed.GetValue(json))
                terminal.Json(editions);
            else if (editions.Count == 0)
                terminal.Line("ยังไม่ได้นำเข้าทะเบียน อปท. · none imported yet: dla-etl reference import FILE --effective 2569-06-10");
            else
                foreach (var edition in editions)
                    terminal.Line(Line(edition, editions.All(other => other.Effective != edition.Effective || other.Sequence <= edition.Sequence)));
        });
        return command;
    }

    private static string Line(AuthorityEdition edition, bool stands) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(stands ? '*' : '-')} {edition.Number}  มีผล {ThaiDates.Long(edition.Effective)}  อปท. {edition.Authorities:#,##0} แห่ง  {edition.FileName}  นำเข้าเมื่อ {ThaiDates.ShortWithTime(edition.ImportedAt)} ลำดับที่ {edition.Sequence}{(stands ? "" : "  [มีชุดใหม่ของวันเดียวกันใช้แทนแล้ว]")}");

    private static Command Show(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var province = new Option<string?>("--province") { Description = "รหัสหรือชื่อจังหวัด ไม่ระบุ = นับรายจังหวัด · province; without it a count of each", HelpName = "56" };
        var day = new Option<DateOnly?>("--as-of") { Description = "ทะเบียน ณ วันนี้ ไม่ระบุ = วันนี้ · the registry of that day", HelpName = "2569-06-10", CustomParser = ReadDay };
        var json = SharedOptions.Json();
        var command = new Command("show",
            """
            รายชื่อ อปท. ณ วันหนึ่ง · the authorities as of a day

            Exit codes: 0 done, 64 wrong usage, no warehouse or no registry yet, 70 the program broke.
            """) { province, day, json };
        command.SetAction(parsed =>
        {
            var asked = parsed.GetValue(day) ?? ThaiDates.DayInBangkok(clock.GetUtcNow());
            var where = parsed.GetValue(province) is { } text ? ReturnArguments.UnitOf(text).Province ?? throw new UsageException("ส่วนกลางไม่มี อปท. · the department has none") : null;
            using var warehouse = shared.Installation(parsed, clock).RequiredWarehouse();
            using var connection = warehouse.Read();
            var registry = AuthorityEditions.AsOf(connection, asked, CommitSequence.Last(connection))
                ?? throw new UsageException("ยังไม่ได้นำเข้าทะเบียน อปท. กรุณาสั่ง dla-etl reference import · no registry imported yet");
            var shown = where is null ? registry.All : registry.Of(where.Code);
            if (parsed.GetValue(json))
                terminal.Json(shown.Select(AuthorityJson.Of));
            else
                Print(terminal, registry, shown, where);
        });
        return command;
    }

    private static void Print(Terminal terminal, AuthorityRegistry registry, IReadOnlyList<LocalAuthority> shown, Province? where)
    {
        terminal.Line($"ทะเบียน อปท. ณ {ThaiDates.Long(registry.Effective)}{(registry.IsLaterThanAsked ? " (ชุดแรกที่มี ซึ่งหลังวันที่ถาม)" : "")}");
        if (where is not null)
            foreach (var authority in shown)
                terminal.Line($"{authority.Code}  {authority.FullName}  อ.{authority.District}");
        else
            foreach (var province in shown.GroupBy(authority => authority.Province).OrderBy(group => group.Key))
                terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{Provinces.Get(province.Key).FolderName}  {province.Count()} แห่ง"));
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"รวม {shown.Count:#,##0} แห่ง"));
    }

    /// <summary>A day in either era: 2026-06-10, 2569-06-10, 10 มิ.ย. 2569.</summary>
    internal static DateOnly? ReadDay(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateText.Parse(text) is { Succeeded: true, Value: var day })
            return day;
        result.AddError($"{(result.Parent as OptionResult)?.Option.Name ?? "--effective"} ต้องเป็นวันที่ เช่น 2569-06-10 หรือ 2026-06-10 (พบ “{text}”)");
        return null;
    }

    /// <summary>An authority for scripts; the names of the properties are stable.</summary>
    internal sealed record AuthorityJson(string Code, AuthorityType Type, string Name, string FullName, string Province, string District)
    {
        public static AuthorityJson Of(LocalAuthority authority) => new(
            authority.Code.ToString(), authority.Type, authority.Name, authority.FullName, authority.Province.ToString(), authority.District);
    }
}
