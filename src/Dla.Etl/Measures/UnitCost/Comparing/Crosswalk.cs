using Dla.Etl.Definitions;
using Dla.Etl.Measures.UnitCost.Drivers;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Comparing;

/// <summary>What became of an item between two years.</summary>
public enum ItemChange
{
    /// <summary>The same code in both years and nothing said about it.</summary>
    Same,
    Renamed,
    Split,
    Merged,
    ChangedUnit,

    /// <summary>Only in the later year.</summary>
    New,

    /// <summary>Only in the earlier year.</summary>
    Vanished,
}

/// <summary>Items of one year that stand for items of the year before.</summary>
/// <param name="Key">Where it stands in the file.</param>
/// <param name="Change">What became of them.</param>
/// <param name="Kind">Which kind of item.</param>
/// <param name="Old">Codes in the earlier year.</param>
/// <param name="New">Codes in the later year.</param>
/// <param name="Name">Thai name of the row.</param>
/// <param name="Units">For a changed unit of measure: the old one, the new one, and how many new ones make an old one, or why that is not known; else null.</param>
/// <param name="Source">The document that says so.</param>
public sealed record CrosswalkEntry(
    string Key, ItemChange Change, ItemKind Kind, IReadOnlyList<string> Old, IReadOnlyList<string> New, string Name, (string Old, string New, Declared<Rational> Factor)? Units, string Source);

/// <summary>The kinds of items that tables 7 to 10 compare.</summary>
public enum ItemKind
{
    SubActivity,
    SubOutput,
    MainActivity,
    MainOutput,
}

/// <summary>How a fiscal year is compared with the one before: <c>rules/allocation/crosswalk.&lt;year&gt;.yaml</c>.</summary>
/// <param name="Year">The later year.</param>
/// <param name="Threshold">Per cent of unit cost beyond which a change is to be explained.</param>
/// <param name="Flat">Per cent within which cost or volume counts as not moved; so small that a change beyond the threshold has at least one that moved.</param>
/// <param name="ThresholdSource">What prescribes the two.</param>
/// <param name="Entries">What changed between the years.</param>
/// <param name="MadeUp">Says that it is made up; null in a real file.</param>
/// <param name="Path">The file, for messages.</param>
/// <param name="Hash">SHA-256 of the file, which runs record.</param>
public sealed record Crosswalk(
    FiscalYear Year, Rational Threshold, Rational Flat, string ThresholdSource, IReadOnlyList<CrosswalkEntry> Entries, string? MadeUp, string Path, ContentHash Hash)
{
    private static readonly string[] EntryKeys = ["change", "kind", "old", "new", "name", "old_unit", "new_unit", "factor", "source"];

    /// <summary>The crosswalk of a year.</summary>
    /// <exception cref="DefinitionException">The year has no file (names the years that have), or the file is wrong (names line and key).</exception>
    [RuleFile(AllocationCatalogue.Room, "crosswalk")]
    public static Crosswalk Load(DefinitionFiles definitions, FiscalYear year)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        var found = RuleFiles.Get(definitions, AllocationCatalogue.Room, "crosswalk", year);
        var file = definitions.FullPath(found.Path);
        var map = StrictMap.Load(file, found.Text, "rules", "fiscal_year", "made_up", "threshold_percent", "flat_percent", "threshold_source", "entries");
        map.OneOf("rules", ("unit-cost-crosswalk", true));
        if (FormYaml.YearOf(map) != year)
            throw map.Error("fiscal_year", "must be the year in the name of the file");
        var (threshold, flat) = (Percent(map, "threshold_percent"), Percent(map, "flat_percent"));
        RequireTellingFlat(map, threshold, flat);
        CrosswalkEntry[] entries = [.. map.Maps("entries", EntryKeys).Select(Entry)];
        RequireOnce(map, entries);
        return new Crosswalk(year, threshold, flat, map.Text("threshold_source"), entries, map.TextOrNull("made_up"), file, found.Hash);
    }

    // Else cost up a little and volume down a little could pass the threshold with neither of them having moved.
    private static void RequireTellingFlat(StrictMap map, Rational threshold, Rational flat)
    {
        if (flat >= 100 || (100 + flat) / (100 - flat) > (100 + threshold) / 100 || (100 - flat) / (100 + flat) < (100 - threshold) / 100)
            throw map.Error("flat_percent", "is too large beside threshold_percent: a change beyond the threshold could have no cause");
    }

    private static Rational Percent(StrictMap map, string key) => Rational.Parse(map.Text(key)) is { Succeeded: true, Value: { Sign: >= 0 } percent }
        ? percent
        : throw map.Error(key, "must be a number of per cent not below 0");

    private static CrosswalkEntry Entry(StrictMap map, int index)
    {
        var change = map.OneOf("change", ("renamed", ItemChange.Renamed), ("split", ItemChange.Split), ("merged", ItemChange.Merged), ("changed_unit", ItemChange.ChangedUnit));
        var kind = map.OneOf("kind", ("sub_activity", ItemKind.SubActivity), ("sub_output", ItemKind.SubOutput), ("main_activity", ItemKind.MainActivity), ("main_output", ItemKind.MainOutput));
        var (old, now) = (map.Texts("old"), map.Texts("new"));
        if ((old.Count == 1, now.Count == 1) != (change != ItemChange.Merged, change != ItemChange.Split) || old.Count == 0 || now.Count == 0)
            throw map.Error("change", "split has one old and several new codes, merged several old and one new, the others one of each");
        return new CrosswalkEntry(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"entries[{index}]"), change, kind, old, now, map.Text("name"), Units(map, change), map.Text("source"));
    }

    private static (string, string, Declared<Rational>)? Units(StrictMap map, ItemChange change)
    {
        if (change != ItemChange.ChangedUnit)
            return map.Has("factor") || map.Has("old_unit") || map.Has("new_unit") ? throw map.Error("change", "only changed_unit has units and a factor") : null;
        var factor = map.IsMap("factor")
            ? Declared<Rational>.Unknown(map.Map("factor", "unknown").Text("unknown"))
            : Rational.Parse(map.Text("factor")) is { Succeeded: true, Value: { Sign: > 0 } known }
                ? Declared<Rational>.Known(known)
                : throw map.Error("factor", "must be how many new units make an old one, above 0, or {unknown: why}");
        return (map.Text("old_unit"), map.Text("new_unit"), factor);
    }

    private static void RequireOnce(StrictMap map, CrosswalkEntry[] entries)
    {
        foreach (var codes in new[] { entries.SelectMany(entry => entry.Old.Select(code => (entry.Kind, code))), entries.SelectMany(entry => entry.New.Select(code => (entry.Kind, code))) })
            if (codes.GroupBy(code => code).FirstOrDefault(same => same.Count() > 1) is { } twice)
                throw map.Error("entries", $"{twice.Key.code} stands twice in the same year");
    }
}
