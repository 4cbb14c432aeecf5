using Dla.Etl.Warehouse;

namespace Dla.Etl.Measures;

/// <summary>This year's quantity against last year's of the same unit of measure (DOMAIN §1.4), over the provinces that reported in both years.</summary>
/// <remarks>Sums of different provinces are not comparable: their difference would be that of who reported, not of what was done.</remarks>
/// <param name="Provinces">How many provinces reported the item in this unit of measure in both years; at least one.</param>
/// <param name="ThisYear">Their sum this year, in ten-thousandths.</param>
/// <param name="LastYear">Their sum last year, in ten-thousandths.</param>
public sealed record YearComparison(int Provinces, long ThisYear, long LastYear)
{
    /// <summary>This year less last year, in ten-thousandths.</summary>
    public long Difference => ThisYear - LastYear;

    /// <summary>The difference in per cent of last year, two decimals, halves away from zero; null when last year was zero.</summary>
    public decimal? Percent => LastYear == 0
        ? null
        : Math.Round((decimal)(ThisYear - LastYear) * 100 / LastYear, 2, MidpointRounding.AwayFromZero);

    /// <summary>Comparisons by item and unit of measure; none where no province reported in both years.</summary>
    /// <param name="thisYear">Figures as of a sequence.</param>
    /// <param name="lastYear">Those of the year before, as of the same sequence.</param>
    /// <param name="group">Group of the form.</param>
    /// <param name="field">Field of the group.</param>
    /// <exception cref="OverflowException">A sum does not fit into 64 bits.</exception>
    public static IReadOnlyDictionary<(string Item, string UnitOfMeasure), YearComparison> Of(
        IEnumerable<UnitFigure> thisYear, IEnumerable<UnitFigure> lastYear, string group, string field)
    {
        var (now, then) = (ByProvince(thisYear, group, field), ByProvince(lastYear, group, field));
        return now.Keys.Where(then.ContainsKey).GroupBy(key => (key.Item, key.UnitOfMeasure))
            .ToDictionary(both => both.Key, both => new YearComparison(both.Count(), both.Sum(key => now[key]), both.Sum(key => then[key])));
    }

    private static Dictionary<(string Item, string UnitOfMeasure, string Unit), long> ByProvince(IEnumerable<UnitFigure> figures, string group, string field) => figures
        .Where(figure => figure.GroupCode == group && figure.FieldCode == field)
        .GroupBy(figure => (figure.ItemCode, figure.UnitOfMeasure, figure.Unit))
        .ToDictionary(figure => figure.Key, figure => figure.Sum(one => one.Amount));
}
