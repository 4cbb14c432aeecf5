using Dla.Etl.Findings;
using Dla.Etl.Normalising;
using Dla.Etl.Validation;
using Dla.Etl.Warehouse;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.StorageTests;

/// <summary>Random histories of loads, against a model that is a list in memory.</summary>
public class HistoryTests
{
    private static readonly int[] Years = [2563, 2564];

    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    // What a file of content n holds: every mixture of values, a stated zero, a blank, and two units of measure.
    private static readonly (long? First, long? Second, string Unit)[] Contents =
        [(30_000, 10_000, "คน"), (0, null, "คน"), (null, 25_000, "ราย"), (70_001, 0, "คน")];

    private enum After
    {
        Nothing,
        Refresh,
        Rebuild,
    }

    private static Gen<Event> Events =>
        from year in Gen.Elements(Years)
        from unit in Gen.Choose(11, 13)
        from content in Gen.Choose(0, Contents.Length - 1)
        from wrong in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        from after in Gen.Elements(After.Nothing, After.Nothing, After.Refresh, After.Rebuild)
        select new Event(year, unit, content, wrong, after);

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void As_of_is_what_was_known_then_and_consolidating_step_by_step_equals_rebuilding(string engine)
    {
        StorageUnderTest.Require(engine);
        Prop.ForAll(Arb.From(Gen.ArrayOf(Events)), events => Holds(engine, events)).Check(Config.QuickThrowOnFailure.WithMaxTest(25).WithEndSize(20));
    }

    private static bool Holds(string engine, IReadOnlyList<Event> events)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var known = new List<IReadOnlyList<ItemFigure>[]> { Ask(desk, 0) };
        for (var number = 1; number <= events.Count; number++)
        {
            Play(desk, events[number - 1], Model(events, number), number);
            known.Add(Ask(desk, number));
        }

        for (var sequence = 0; sequence <= events.Count; sequence++)
            for (var year = 0; year < Years.Length; year++)
                CompareWithModel(desk, events, sequence, Years[year], known[sequence][year]);
        desk.Database.Write(Consolidation.Refresh);
        CompareConsolidated(desk, events);
        desk.Database.Write(Consolidation.Rebuild);
        CompareConsolidated(desk, events);
        return true;
    }

    private static void Play(Desk desk, Event now, Dictionary<(int, int), List<int>> after, int number)
    {
        var outcome = desk.Load($"content {now.Content}", Return(now));
        outcome.Sequence.ShouldBe(number);
        var versions = after.GetValueOrDefault((now.Year, now.Unit), []).Count;
        if (outcome.Verdict != Verdict.Rejected)
            outcome.Version.ShouldBe(versions);
        if (now.After == After.Refresh)
            desk.Database.Write(Consolidation.Refresh);
        if (now.After == After.Rebuild)
            desk.Database.Write(Consolidation.Rebuild);
    }

    private static void CompareWithModel(Desk desk, IReadOnlyList<Event> events, int sequence, int year, IReadOnlyList<ItemFigure> knownThen)
    {
        using var reader = desk.Database.Read();
        var expected = Figures(Model(events, sequence), year);
        FiguresAsOf.OfUnits(reader, Given.FormId, Given.Year(year), sequence)
            .Select(figure => (figure.Unit, figure.ItemCode, figure.UnitOfMeasure, figure.Amount)).ShouldBe(expected);
        var items = FiguresAsOf.OfItems(reader, Given.FormId, Given.Year(year), sequence);
        items.ShouldBe(knownThen);
        items.Select(Line).ShouldBe(Sums(expected));
    }

    private static void CompareConsolidated(Desk desk, IReadOnlyList<Event> events)
    {
        using var reader = desk.Database.Read();
        foreach (var year in Years)
        {
            var expected = Figures(Model(events, events.Count), year);
            ConsolidatedFigures.OfUnits(reader, Given.FormId, Given.Year(year))
                .Select(figure => (figure.Unit, figure.ItemCode, figure.UnitOfMeasure, figure.Amount)).ShouldBe(expected);
            ConsolidatedFigures.OfItems(reader, Given.FormId, Given.Year(year)).Select(Line).ShouldBe(Sums(expected));
        }

        desk.Database.Check().ShouldAllBe(thing => thing.IsWell);
    }

    // The contents of the versions of each year and unit, in order, after the first n events.
    private static Dictionary<(int Year, int Unit), List<int>> Model(IReadOnlyList<Event> events, int count)
    {
        var versions = new Dictionary<(int, int), List<int>>();
        foreach (var item in events.Take(count).Where(item => !item.Wrong))
        {
            if (!versions.TryGetValue((item.Year, item.Unit), out var chain))
                versions[(item.Year, item.Unit)] = chain = [];
            if (chain.Count == 0 || chain[^1] != item.Content)
                chain.Add(item.Content);
        }

        return versions;
    }

    private static List<(string Unit, string Item, string Measure, long Amount)> Figures(Dictionary<(int Year, int Unit), List<int>> versions, int year)
    {
        var figures = new List<(string, string, string, long)>();
        foreach (var ((_, unit), chain) in versions.Where(entry => entry.Key.Year == year).OrderBy(entry => entry.Key.Unit))
        {
            var content = Contents[chain[^1]];
            if (content.First is { } first)
                figures.Add((Given.Unit(unit).ToString(), "A1", "ครั้ง", first));
            if (content.Second is { } second)
                figures.Add((Given.Unit(unit).ToString(), "A2", content.Unit, second));
        }

        return figures;
    }

    private static IEnumerable<(string, string, long, int, long, long)> Sums(List<(string Unit, string Item, string Measure, long Amount)> figures) => figures
        .GroupBy(figure => (figure.Item, figure.Measure))
        .OrderBy(group => group.Key.Item, StringComparer.Ordinal).ThenBy(group => group.Key.Measure, StringComparer.Ordinal)
        .Select(group => (group.Key.Item, group.Key.Measure, group.Sum(figure => figure.Amount), group.Count(),
            group.Min(figure => figure.Amount), group.Max(figure => figure.Amount)));

    private static (string, string, long, int, long, long) Line(ItemFigure figure) =>
        (figure.ItemCode, figure.UnitOfMeasure, figure.Total, figure.UnitsReported, figure.Smallest, figure.Largest);

    private static IReadOnlyList<ItemFigure>[] Ask(Desk desk, long sequence)
    {
        using var reader = desk.Database.Read();
        return [.. Years.Select(year => FiguresAsOf.OfItems(reader, Given.FormId, Given.Year(year), sequence))];
    }

    private static ValidatedReturn Return(Event item)
    {
        var form = Given.Form(item.Year);
        var content = Contents[item.Content];
        NormalisedRow[] rows = [Given.Activity(form, 1, Field(content.First)), Given.Activity(form, 2, Field(content.Second), content.Unit)];
        return item.Wrong ? Given.Return(form, item.Unit, rows, new Finding(Given.Mistake)) : Given.Return(form, item.Unit, rows);
    }

    private static NormalisedField Field(long? amount) => amount switch
    {
        null => Given.Blank,
        0 => Given.Dash,
        _ => new(FieldState.Value, amount.Value, null, null),
    };

    private sealed record Event(int Year, int Unit, int Content, bool Wrong, After After);
}
