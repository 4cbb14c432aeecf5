using System.CommandLine;
using Dla.Etl.Distribution;
using Dla.Etl.Installing;
using Dla.Etl.Normalising;
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
        var words = new DifferenceText(installation.Forms.Get(key.Form, key.Period));
        var changes = VersionDifference.Between(connection, key, from, to).Select(words.Of).ToList();
        if (json)
        {
            terminal.Json(new { form = key.Form, fiscalYear = key.Period.Year.BuddhistEra, period = key.Period.ToString(), unit = key.Unit.ToString(), from, to, changes });
            return;
        }

        terminal.Line($"{installation.Forms.Get(key.Form, key.Period).ShortName} {ThaiPeriods.Called(key.Period)} {UnitNames.Of(connection, key.Unit, key.Period.LastDay).Called}");
        terminal.Line(changes.Count == 0
            ? $"ฉบับที่ {from} และฉบับที่ {to} มีข้อมูลตรงกันทุกรายการ"
            : $"ฉบับที่ {from} เทียบกับฉบับที่ {to}: ต่างกัน {changes.Count} รายการ{Kept(changes.Count(change => change.Kind == "kept"))}");
        foreach (var change in changes)
        {
            terminal.Line();
            terminal.Line(change.Item);
            terminal.Line($"   {change.Sentence}");
            terminal.Line($"   {change.Places}");
        }
    }

    private static string Kept(int number) => number == 0 ? "" : $" ในจำนวนนี้ {number} รายการไม่มีในฉบับหลังแต่ยังนับอยู่ เพราะฉบับหลังไม่กล่าวถึง อปท. นั้น";

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
