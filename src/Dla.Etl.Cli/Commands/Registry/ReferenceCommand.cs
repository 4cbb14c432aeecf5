using System.CommandLine;
using System.CommandLine.Parsing;
using System.Data.Common;
using System.Globalization;
using Dla.Etl.Installing;
using Dla.Etl.Normalising;
using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Reference.Districts;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Cli.Commands.Registry;

/// <summary><c>reference import</c>, <c>list</c> and <c>show</c>: the registry of local authorities and the list of districts.</summary>
internal static class ReferenceCommand
{
    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock) => new("reference",
        """
        ทะเบียนองค์กรปกครองส่วนท้องถิ่น (อปท.) และรายชื่ออำเภอ ซึ่งเปลี่ยนไปตามวัน · the registry of local authorities and the districts, by day

        Forms that name authorities need the registry; with the districts, a district that does not exist is told. Every import is kept: a report made again as of then uses the edition of then.

        Exit codes: 0 done, 1 and 2 see import, 64 wrong usage, 70 the program broke.
        """)
    {
        ReferenceImportCommand.Build(shared, terminal, clock),
        List(shared, terminal, clock),
        Show(shared, terminal, clock),
    };

    private static Command List(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var json = SharedOptions.Json();
        var command = new Command("list",
            """
            ทะเบียนและรายชื่ออำเภอทุกชุดที่นำเข้าแล้ว · every edition that was imported, of authorities and of districts

            Exit codes: 0 done, 64 wrong usage or no warehouse yet, 70 the program broke.
            """) { json };
        command.SetAction(parsed =>
        {
            using var warehouse = shared.Installation(parsed, clock).RequiredWarehouse();
            using var connection = warehouse.Read();
            ReferenceEdition[] editions = [.. AuthorityEditions.All(connection), .. DistrictEditions.All(connection)];
            if (parsed.GetValue(json))
                terminal.Json(editions);
            else if (editions.Length == 0)
                terminal.Line("ยังไม่ได้นำเข้าทะเบียน อปท. หรือรายชื่ออำเภอ · none imported yet: dla-etl reference import FILE --effective 2569-06-10");
            else
                foreach (var edition in editions)
                    terminal.Line(Line(edition, Array.TrueForAll(editions, other => other.Kind != edition.Kind || other.Effective != edition.Effective || other.Sequence <= edition.Sequence)));
        });
        return command;
    }

    private static string Line(ReferenceEdition edition, bool stands) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(stands ? '*' : '-')} {edition.Number}  {edition.Kind.NameThai()} มีผล {ThaiDates.Long(edition.Effective)}  {edition.Kind.Counted()} {edition.Count:#,##0} แห่ง  {edition.FileName}  นำเข้าเมื่อ {ThaiDates.ShortWithTime(edition.ImportedAt)} ลำดับที่ {edition.Sequence}{(stands ? "" : "  [มีชุดใหม่ของวันเดียวกันใช้แทนแล้ว]")}");

    private static Command Show(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var province = new Option<string?>("--province") { Description = "รหัสหรือชื่อจังหวัด ไม่ระบุ = นับรายจังหวัด · province; without it a count of each", HelpName = "56" };
        var districts = new Option<bool>("--districts") { Description = "รายชื่ออำเภอแทนทะเบียน อปท. · the districts instead" };
        var day = new Option<DateOnly?>("--as-of") { Description = "ทะเบียน ณ วันนี้ ไม่ระบุ = วันนี้ · the registry of that day", HelpName = "2569-06-10", CustomParser = ReadDay };
        var json = SharedOptions.Json();
        var command = new Command("show",
            """
            รายชื่อ อปท. หรืออำเภอ ณ วันหนึ่ง · the authorities or districts as of a day

            Exit codes: 0 done, 64 wrong usage, no warehouse or nothing imported yet, 70 the program broke.
            """) { province, districts, day, json };
        command.SetAction(parsed =>
        {
            var asked = parsed.GetValue(day) ?? ThaiDates.DayInBangkok(clock.GetUtcNow());
            var where = parsed.GetValue(province) is { } text ? ReturnArguments.UnitOf(text).Province ?? throw new UsageException("ส่วนกลางไม่มี อปท. · the department has none") : null;
            using var warehouse = shared.Installation(parsed, clock).RequiredWarehouse();
            using var connection = warehouse.Read();
            if (parsed.GetValue(districts))
                Show(terminal, RequiredDistricts(connection, asked), where, parsed.GetValue(json));
            else
                Show(terminal, RequiredRegistry(connection, asked), where, parsed.GetValue(json));
        });
        return command;
    }

    /// <summary>The registry that holds on a day, as it is known now.</summary>
    /// <exception cref="UsageException">None was imported.</exception>
    internal static AuthorityRegistry RequiredRegistry(DbConnection connection, DateOnly day) => AuthorityEditions.AsOf(connection, day, CommitSequence.Last(connection))
        ?? throw new UsageException("ยังไม่ได้นำเข้าทะเบียน อปท. กรุณาสั่ง dla-etl reference import · no registry imported yet");

    private static DistrictRegistry RequiredDistricts(DbConnection connection, DateOnly day) => DistrictEditions.AsOf(connection, day, CommitSequence.Last(connection))
        ?? throw new UsageException("ยังไม่ได้นำเข้ารายชื่ออำเภอ กรุณาสั่ง dla-etl reference import · no districts imported yet");

    private static void Show(Terminal terminal, AuthorityRegistry registry, Province? where, bool json)
    {
        var shown = where is null ? registry.All : registry.Of(where.Code);
        if (json)
            terminal.Json(shown.Select(AuthorityJson.Of));
        else
            Print(terminal, ReferenceKind.Authorities, registry.Effective, registry.IsLaterThanAsked, [.. shown.Select(one => one.Province)],
                where is null ? null : shown.Select(one => $"{one.Code}  {one.FullName}  อ.{one.District}"));
    }

    private static void Show(Terminal terminal, DistrictRegistry registry, Province? where, bool json)
    {
        var shown = where is null ? registry.All : registry.Of(where.Code);
        if (json)
            terminal.Json(shown.Select(DistrictJson.Of));
        else
            Print(terminal, ReferenceKind.Districts, registry.Effective, registry.IsLaterThanAsked, [.. shown.Select(one => one.Province)],
                where is null ? null : shown.Select(one => $"{one.Code}  {one.Name}  {one.NameEnglish}".TrimEnd()));
    }

    private static void Print(Terminal terminal, ReferenceKind kind, DateOnly effective, bool isLater, IReadOnlyList<ProvinceCode> shown, IEnumerable<string>? lines)
    {
        terminal.Line($"{kind.NameThai()} ณ {ThaiDates.Long(effective)}{(isLater ? " (ชุดแรกที่มี ซึ่งหลังวันที่ถาม)" : "")}");
        foreach (var line in lines ?? shown.CountBy(province => province).OrderBy(pair => pair.Key).Select(pair => string.Create(
            CultureInfo.InvariantCulture, $"{Provinces.Get(pair.Key).FolderName}  {pair.Value} แห่ง")))
            terminal.Line(line);
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

    /// <summary>A district for scripts; the names of the properties are stable.</summary>
    internal sealed record DistrictJson(string Code, string Name, string NameEnglish, string Province)
    {
        public static DistrictJson Of(District district) => new(district.Code.ToString(), district.Name, district.NameEnglish, district.Province.ToString());
    }
}
