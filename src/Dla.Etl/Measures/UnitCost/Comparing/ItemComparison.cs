using Dla.Etl.Definitions;
using Dla.Etl.Measures.UnitCost.Tables;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Comparing;

/// <summary>Which factor moved a unit cost.</summary>
public enum MovedBy
{
    Cost,
    Volume,
    Both,

    /// <summary>The item is new, so there is nothing to compare.</summary>
    NewItem,

    /// <summary>The item is no more.</summary>
    ItemEnded,

    /// <summary>The unit costs cannot be compared, and the cost moved beyond the threshold: that is not let off.</summary>
    CostAlone,
}

/// <summary>Changes in per cent.</summary>
public static class Change
{
    /// <summary>(new − old) ÷ old × 100, exact, or in Thai why there is none (DOMAIN §1.4).</summary>
    public static Declared<Rational> Of(Rational old, Rational now) => old.Sign switch
    {
        0 => Declared<Rational>.Unknown("ปีก่อนเป็นศูนย์"),
        < 0 => Declared<Rational>.Unknown("ปีก่อนติดลบ"),
        _ => Declared<Rational>.Known((now - old) * 100 / old),
    };

    /// <summary>As the other, where one of the two may not be known.</summary>
    public static Declared<Rational> Of(Declared<Rational> old, Declared<Rational> now) => old.IsKnown && now.IsKnown
        ? Of(old.Value, now.Value)
        : Declared<Rational>.Unknown(old.IsKnown ? $"ปีนี้{now.UnknownBecause}" : $"ปีก่อน{old.UnknownBecause}");
}

/// <summary>An item of two years, or items that stand for each other.</summary>
/// <param name="Name">Thai name of the row.</param>
/// <param name="Change">What became of it.</param>
/// <param name="Old">The earlier year; null for a new item.</param>
/// <param name="New">The later year; null for one that vanished.</param>
/// <param name="OldParts">The items of the earlier year when they are several, else empty.</param>
/// <param name="NewParts">The items of the later year when they are several, else empty.</param>
/// <param name="Factor">How many new units of measure make an old one; 1 when the unit is the same; or why the quantities cannot be compared.</param>
public sealed record ItemComparison(
    string Name, ItemChange Change, LevelFigure? Old, LevelFigure? New, IReadOnlyList<LevelFigure> OldParts, IReadOnlyList<LevelFigure> NewParts, Declared<Rational> Factor)
{
    /// <summary>Change of the cost in per cent, or why there is none.</summary>
    public Declared<Rational> OfCost => Both(() => Comparing.Change.Of(Old!.Exact, New!.Exact));

    /// <summary>Change of the quantity in per cent, the older one in the new unit of measure, or why there is none.</summary>
    public Declared<Rational> OfVolume => InNewUnits(Plain(Old?.Volume), Plain(New?.Volume), (old, factor) => old * factor);

    /// <summary>Change of the unit cost in per cent, or why there is none.</summary>
    public Declared<Rational> OfUnitCost => InNewUnits(Old?.UnitCost, New?.UnitCost, (old, factor) => old / factor);

    /// <summary>Which factor moved the unit cost beyond the threshold; null when it did not go beyond, or cannot be compared. New items and those that ended always need an explanation.</summary>
    /// <remarks>
    /// A factor moved when its own change is beyond the flat band, whatever its direction. The band is so narrow that two flat factors cannot carry a unit cost
    /// beyond the threshold. All comparisons are of exact numbers, so 20.004 per cent, which prints as 20.00, is beyond 20.
    /// </remarks>
    public MovedBy? Moved(Crosswalk crosswalk)
    {
        ArgumentNullException.ThrowIfNull(crosswalk);
        if (Change is ItemChange.New or ItemChange.Vanished)
            return Change == ItemChange.New ? MovedBy.NewItem : MovedBy.ItemEnded;
        if (!OfUnitCost.IsKnown)
            return OfCost.IsKnown && OfCost.Value.Abs() > crosswalk.Threshold ? MovedBy.CostAlone : null;
        if (OfUnitCost.Value.Abs() <= crosswalk.Threshold)
            return null;
        // Where the unit cost can be compared, old cost may still be 0 or a credit: then only the cost can have moved it.
        var cost = !OfCost.IsKnown || OfCost.Value.Abs() > crosswalk.Flat;
        var volume = OfVolume.IsKnown && OfVolume.Value.Abs() > crosswalk.Flat;
        return (cost, volume) switch { (true, true) => MovedBy.Both, (true, false) => MovedBy.Cost, _ => MovedBy.Volume };
    }

    /// <summary>The items of a level in two years, in the order of the later one and then those that vanished.</summary>
    /// <exception cref="DefinitionException">The crosswalk names a code that its year does not have.</exception>
    public static IReadOnlyList<ItemComparison> Of(CostYear old, LevelFigures oldFigures, CostYear now, LevelFigures newFigures, ItemKind kind, Crosswalk crosswalk)
    {
        ArgumentNullException.ThrowIfNull(crosswalk);
        var (before, after) = (ByCode(oldFigures), ByCode(newFigures));
        var entries = crosswalk.Entries.Where(entry => entry.Kind == kind).ToList();
        var rows = new List<(string Order, ItemComparison Row)>();
        foreach (var entry in entries)
            rows.Add((entry.New[0], FromEntry(entry, Found(entry.Old, before, old.Year, entry, crosswalk), Found(entry.New, after, now.Year, entry, crosswalk))));
        var (oldSaid, newSaid) = (entries.SelectMany(entry => entry.Old).ToHashSet(StringComparer.Ordinal), entries.SelectMany(entry => entry.New).ToHashSet(StringComparer.Ordinal));
        foreach (var figure in newFigures.Figures.Where(figure => !newSaid.Contains(figure.Codes[0])))
            rows.Add((figure.Codes[0], Same(now.Names[figure.Codes[0]], oldSaid.Contains(figure.Codes[0]) ? null : before.GetValueOrDefault(figure.Codes[0]), figure)));
        var order = newFigures.Figures.Select((figure, index) => (figure.Codes[0], index)).ToDictionary(one => one.Item1, one => one.index, StringComparer.Ordinal);
        var taken = rows.Where(row => row.Row.Old is not null).SelectMany(row => row.Row.Old!.Codes).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. rows.OrderBy(row => order[row.Order]).Select(row => row.Row),
            .. oldFigures.Figures.Where(figure => !taken.Contains(figure.Codes[0])).Select(figure => Same(old.Names[figure.Codes[0]], figure, null)),
        ];
    }

    private static ItemComparison Same(string name, LevelFigure? old, LevelFigure? now) => new(
        name, old is null ? ItemChange.New : now is null ? ItemChange.Vanished : ItemChange.Same, old, now, [], [], Units(old, now, null));

    private static ItemComparison FromEntry(CrosswalkEntry entry, LevelFigure[] old, LevelFigure[] now)
    {
        var (before, after) = (LevelFigure.Together(old), LevelFigure.Together(now));
        return new ItemComparison(entry.Name, entry.Change, before, after, old.Length > 1 ? old : [], now.Length > 1 ? now : [], Units(before, after, entry));
    }

    private static Declared<Rational> Units(LevelFigure? old, LevelFigure? now, CrosswalkEntry? entry)
    {
        if (old is not { Volume.IsKnown: true } || now is not { Volume.IsKnown: true } || old.Volume.Value.UnitOfMeasure == now.Volume.Value.UnitOfMeasure)
            return Declared<Rational>.Known(Rational.One);
        var (from, to) = (old.Volume.Value.UnitOfMeasure, now.Volume.Value.UnitOfMeasure);
        return entry?.Units is { } units && units.Old == from && units.New == to
            ? units.Factor
            : Declared<Rational>.Unknown($"หน่วยนับเปลี่ยนจาก {from} เป็น {to} โดยไม่มีตารางเทียบ");
    }

    private static LevelFigure[] Found(IReadOnlyList<string> codes, Dictionary<string, LevelFigure> figures, FiscalYear year, CrosswalkEntry entry, Crosswalk crosswalk) =>
        codes.FirstOrDefault(code => !figures.ContainsKey(code)) is { } stranger
            ? throw new DefinitionException(crosswalk.Path, 0, entry.Key, $"{stranger} is no item of fiscal year {year}")
            : [.. codes.Select(code => figures[code])];

    private static Dictionary<string, LevelFigure> ByCode(LevelFigures figures) => figures.Figures.ToDictionary(figure => figure.Codes[0], StringComparer.Ordinal);

    private static Declared<Rational>? Plain(Declared<Measured>? volume) => volume is not { } stated
        ? null
        : stated.IsKnown ? Declared<Rational>.Known(stated.Value.Exact) : Declared<Rational>.Unknown(stated.UnknownBecause!);

    private Declared<Rational> InNewUnits(Declared<Rational>? old, Declared<Rational>? now, Func<Rational, Rational, Rational> convert) => Both(() =>
        !old!.Value.IsKnown || !now!.Value.IsKnown ? Comparing.Change.Of(old.Value, now!.Value)
        : !Factor.IsKnown ? Declared<Rational>.Unknown(Factor.UnknownBecause!)
        : Comparing.Change.Of(convert(old.Value.Value, Factor.Value), now.Value.Value));

    private Declared<Rational> Both(Func<Declared<Rational>> compare) =>
        Old is null ? Declared<Rational>.Unknown("รายการใหม่") : New is null ? Declared<Rational>.Unknown("ยกเลิกรายการ") : compare();
}
