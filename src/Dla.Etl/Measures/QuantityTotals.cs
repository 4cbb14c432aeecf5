using Dla.Etl.Warehouse;

namespace Dla.Etl.Measures;

/// <summary>A sum over the provinces that used one unit of measure.</summary>
/// <param name="UnitOfMeasure">The unit; empty when none is stated.</param>
/// <param name="Total">Sum in ten-thousandths.</param>
/// <param name="Reported">How many provinces it covers, zeros included, missing not.</param>
/// <param name="Smallest">Smallest amount stated, in ten-thousandths.</param>
/// <param name="SmallestAt">Codes of the provinces that stated it.</param>
/// <param name="Largest">Largest amount stated, in ten-thousandths.</param>
/// <param name="LargestAt">Codes of the provinces that stated it.</param>
public sealed record QuantityTotal(
    string UnitOfMeasure, long Total, int Reported, long Smallest, IReadOnlyList<string> SmallestAt, long Largest, IReadOnlyList<string> LargestAt);

/// <summary>Sums of quantities over the provinces. Quantities of different units are never added: each unit of measure has its own sum.</summary>
public static class QuantityTotals
{
    /// <summary>Sums by item; within an item the unit of most provinces first.</summary>
    /// <param name="figures">Figures as of a sequence.</param>
    /// <param name="group">Group of the form.</param>
    /// <param name="field">Field of the group.</param>
    /// <exception cref="OverflowException">A sum does not fit into 64 bits.</exception>
    public static ILookup<string, QuantityTotal> Of(IEnumerable<UnitFigure> figures, string group, string field) => figures
        .Where(figure => figure.GroupCode == group && figure.FieldCode == field)
        .GroupBy(figure => (figure.ItemCode, figure.UnitOfMeasure))
        .Select(item => (item.Key.ItemCode, Total: Sum(item.Key.UnitOfMeasure, [.. item])))
        .OrderByDescending(item => item.Total.Reported).ThenBy(item => item.Total.UnitOfMeasure, StringComparer.Ordinal)
        .ToLookup(item => item.ItemCode, item => item.Total, StringComparer.Ordinal);

    private static QuantityTotal Sum(string unit, IReadOnlyList<UnitFigure> figures)
    {
        var (smallest, largest) = (figures.Min(figure => figure.Amount), figures.Max(figure => figure.Amount));
        return new QuantityTotal(
            unit, figures.Sum(figure => figure.Amount), figures.Select(figure => figure.Unit).Distinct(StringComparer.Ordinal).Count(),
            smallest, At(figures, smallest), largest, At(figures, largest));
    }

    private static List<string> At(IReadOnlyList<UnitFigure> figures, long amount) =>
        [.. figures.Where(figure => figure.Amount == amount).Select(figure => figure.Unit).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
