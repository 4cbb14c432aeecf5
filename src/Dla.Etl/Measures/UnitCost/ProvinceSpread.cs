using Dla.Etl.Measures.UnitCost.Comparing;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost;

/// <summary>The unit cost of a province's office for a sub-activity.</summary>
/// <param name="Centre">The office.</param>
/// <param name="Cost">Exact cost in satang that its centre brings into the sub-activity: its own, its share of indirect cost, and what of it went through support sub-activities.</param>
/// <param name="Volume">Its quantity, or why there is none.</param>
/// <param name="FromMedian">Per cent above (below when negative) the median of the offices that use the same unit of measure, or why there is none.</param>
/// <param name="IsFar">More than one and a half times the distance of the quartiles beyond them.</param>
public sealed record ProvinceUnitCost(CostCentre Centre, Rational Cost, Declared<Measured> Volume, Declared<Rational> FromMedian, bool IsFar)
{
    /// <summary>Exact, in satang, or why there is none.</summary>
    public Declared<Rational> UnitCost => PerUnit.Of(Cost, Volume);
}

/// <summary>Median and quartiles of the offices that count in one unit of measure.</summary>
/// <param name="UnitOfMeasure">The unit.</param>
/// <param name="Offices">How many have a unit cost in it; at least one.</param>
/// <param name="Quartiles">Least, first quartile, median, third quartile, greatest: exact, in satang.</param>
public sealed record UnitCostSpread(string UnitOfMeasure, int Offices, IReadOnlyList<Rational> Quartiles)
{
    /// <summary>The middle one.</summary>
    public Rational Median => Quartiles[2];

    /// <summary>Quartiles as Excel's QUARTILE.INC: position p·(n−1) of the sorted values, between two of them in proportion.</summary>
    public static UnitCostSpread Of(string unitOfMeasure, IEnumerable<Rational> unitCosts)
    {
        Rational[] sorted = [.. unitCosts.Order()];
        return new UnitCostSpread(unitOfMeasure, sorted.Length, [.. Enumerable.Range(0, 5).Select(quarter => At(sorted, Rational.Of(quarter * (sorted.Length - 1), 4)))]);
    }

    /// <summary>One and a half times the distance of the quartiles below the first and above the third: what is beyond is far. Exact, in satang.</summary>
    public (Rational Least, Rational Greatest) Near
    {
        get
        {
            var reach = (Quartiles[3] - Quartiles[1]) * Rational.Of(3, 2);
            return (Quartiles[1] - reach, Quartiles[3] + reach);
        }
    }

    /// <summary>True when a unit cost is beyond <see cref="Near"/>.</summary>
    public bool IsFar(Rational unitCost) => unitCost < Near.Least || unitCost > Near.Greatest;

    private static Rational At(Rational[] sorted, Rational position)
    {
        var below = (int)position.Floor();
        return position.IsWhole ? sorted[below] : sorted[below] + (sorted[below + 1] - sorted[below]) * position.FractionalPart();
    }
}

/// <summary>Unit costs of the provinces for a sub-activity. Offices that count in different units of measure are never compared.</summary>
/// <param name="Item">Code of the main sub-activity.</param>
/// <param name="Provinces">Each province's office, by code.</param>
/// <param name="Spreads">One for each unit of measure, that of most offices first.</param>
public sealed record ProvinceSpread(string Item, IReadOnlyList<ProvinceUnitCost> Provinces, IReadOnlyList<UnitCostSpread> Spreads)
{
    /// <summary>The spreads of all main sub-activities after the step-down.</summary>
    public static IReadOnlyList<ProvinceSpread> Of(CostYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        var offices = year.Allocated.Drivers.Centres.Value.Where(centre => centre.Province is not null).OrderBy(centre => centre.Code, StringComparer.Ordinal)
            .Select(centre => (Centre: centre, Costs: year.Allocated.FromCentre(centre.Code))).ToList();
        return [.. year.CodesOf(CostLevel.Borne).Select(item => Of(item, [.. offices.Select(office => new ProvinceUnitCost(
            office.Centre,
            office.Costs.TryGetValue(new CostNode(CostLevel.Borne, item), out var cost) ? cost.Total : Rational.Zero,
            year.Volumes.Of(item, office.Centre.Province!.Value.ToString()),
            Declared<Rational>.Unknown(""),
            false))]))];
    }

    private static ProvinceSpread Of(string item, IReadOnlyList<ProvinceUnitCost> offices)
    {
        var spreads = offices.Where(office => office.UnitCost.IsKnown).GroupBy(office => office.Volume.Value.UnitOfMeasure, StringComparer.Ordinal)
            .Select(unit => UnitCostSpread.Of(unit.Key, unit.Select(office => office.UnitCost.Value)))
            .OrderByDescending(spread => spread.Offices).ThenBy(spread => spread.UnitOfMeasure, StringComparer.Ordinal).ToList();
        return new ProvinceSpread(item, [.. offices.Select(office => Placed(office, spreads))], spreads);
    }

    private static ProvinceUnitCost Placed(ProvinceUnitCost office, List<UnitCostSpread> spreads)
    {
        if (office.UnitCost is not { IsKnown: true, Value: var unitCost })
            return office with { FromMedian = Declared<Rational>.Unknown(office.UnitCost.UnknownBecause!) };
        var spread = spreads.First(one => one.UnitOfMeasure == office.Volume.Value.UnitOfMeasure);
        var fromMedian = spread.Median.Sign > 0 ? Change.Of(spread.Median, unitCost) : Declared<Rational>.Unknown("มัธยฐานไม่เป็นบวก");
        return office with { FromMedian = fromMedian, IsFar = spread.IsFar(unitCost) };
    }
}
