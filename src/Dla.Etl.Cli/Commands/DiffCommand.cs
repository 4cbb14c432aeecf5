using System.CommandLine;
using Dla.Etl.Distribution;
using Dla.Etl.Installing;
using Dla.Etl.Normalising;
using Dla.Etl.Reference;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Cli.Commands;

/// <summary><c>diff UNIT FORM YEAR [--from 1] [--to 2]</c>: two versions of one return, cell by cell.</summary>
internal static class DiffCommand
{
    private const string Description =
        """
        เปรียบเทียบสองฉบับของแบบรายงานหนึ่ง ทีละเซลล์ · two versions of one return, cell by cell

        Without --from and --to the last two versions are compared.

        Exit codes: 0 done, whether they differ or not; 64 wrong usage, no warehouse yet or no such version; 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var arguments = new ReturnArguments();
        var from = new Option<int?>("--from") { Description = "ฉบับก่อน ไม่ระบุ = ฉบับก่อนหน้า --to · the one version", HelpName = "1" };
        var to = new Option<int?>("--to") { Description = "ฉบับหลัง ไม่ระบุ = ฉบับล่าสุด · the other", HelpName = "2" };
        var json = SharedOptions.Json();
        var command = new Command("diff", Description) { arguments.Unit, arguments.Form, arguments.Year, from, to, json };
        command.SetAction(parsed =>
        {
            var installation = shared.Installation(parsed, clock);
            var key = arguments.Key(parsed, installation);
            using var warehouse = installation.RequiredWarehouse();
            Diff(warehouse, installation, terminal, key, (parsed.GetValue(from), parsed.GetValue(to)), parsed.GetValue(json));
        });
        return command;
    }

    private static void Diff(Database warehouse, Installation installation, Terminal terminal, ReturnKey key, (int? From, int? To) asked, bool json)
    {
        using var connection = warehouse.Read();
        var (from, to) = Versions(VersionDifference.Numbers(connection, key), key, asked);
        Unit Named(UnitCode unit) => UnitNames.Of(connection, unit, key.Period.LastDay);
        var words = new DifferenceText(installation.Forms.Get(key.Form, key.Period), Named);
        var all = VersionDifference.Between(connection, key, from, to);
        if (json)
        {
            terminal.Json(new { form = key.Form, fiscalYear = key.Period.Year.BuddhistEra, period = key.Period.ToString(), unit = key.Unit.ToString(), from, to, changes = all.Select(words.Of) });
            return;
        }

        terminal.Line($"{installation.Forms.Get(key.Form, key.Period).ShortName} {ThaiPeriods.Called(key.Period)} {Named(key.Unit).Called}");
        var changes = all.Where(change => change.Counted is null).Select(words.Of).ToList();
        var kept = all.Where(change => change.Counted is not null).ToList();
        terminal.Line((changes.Count, kept.Count) switch
        {
            (0, 0) => $"ฉบับที่ {from} และฉบับที่ {to} มีข้อมูลตรงกันทุกรายการ",
            (0, _) => $"ฉบับที่ {from} เทียบกับฉบับที่ {to}: รายการที่อยู่ในทั้งสองฉบับตรงกันทั้งหมด",
            _ => $"ฉบับที่ {from} เทียบกับฉบับที่ {to}: ต่างกัน {changes.Count} รายการ",
        });
        foreach (var change in changes)
        {
            terminal.Line();
            terminal.Line(change.Item);
            terminal.Line($"   {change.Sentence}");
            terminal.Line($"   {change.Places}");
        }

        if (kept.Count > 0)
            PrintKept(terminal, kept, to, Named);
    }

    // A file for each district is silent about all other districts: a line for each authority says enough.
    private static void PrintKept(Terminal terminal, IReadOnlyList<FactChange> kept, int to, Func<UnitCode, Unit> named)
    {
        var authorities = kept.GroupBy(change => (Authority: change.Either.ItemCode.Split('|')[0], change.Counted)).ToList();
        terminal.Line();
        terminal.Line($"ฉบับที่ {to} ไม่กล่าวถึง อปท. ต่อไปนี้ {authorities.Count} แห่ง ข้อมูลเดิมจึงยังนับอยู่:");
        foreach (var one in authorities)
        {
            var authority = UnitCode.Parse(one.Key.Authority) is { Succeeded: true, Value: var unit } ? named(unit).Authority?.Described : null;
            var rows = one.Select(change => change.Either.ItemCode).Distinct(StringComparer.Ordinal).Count();
            terminal.Line($"   {authority ?? one.Key.Authority}: {rows} แถว นับจากฉบับที่ {one.Key.Counted!.Version} ของ{named(one.Key.Counted.Unit).Called}");
        }
    }

    private static (int From, int To) Versions(IReadOnlyList<int> numbers, ReturnKey key, (int? From, int? To) asked)
    {
        if (numbers.Count == 0)
            throw new UsageException($"ยังไม่มีข้อมูลฉบับใดของ {key} · no version yet");
        foreach (var version in new[] { asked.From, asked.To })
            if (version is { } one && !numbers.Contains(one))
                throw new UsageException($"ไม่มีฉบับที่ {one} ของ {key} ที่มีคือฉบับที่ {string.Join(", ", numbers)} · no such version");
        var to = asked.To ?? numbers[^1];
        var from = asked.From ?? to - 1;
        return from >= 1
            ? (from, to)
            : throw new UsageException($"{key} มีเพียงฉบับที่ 1 จึงไม่มีฉบับก่อนหน้าให้เปรียบเทียบ · there is nothing before version 1");
    }
}
