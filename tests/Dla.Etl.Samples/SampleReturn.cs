namespace Dla.Etl.Samples;

/// <summary>A line of a return: an item with its ratio, quantity and unit.</summary>
/// <param name="Number">Printed number.</param>
/// <param name="Label">Text.</param>
/// <param name="Ratio">As the circular gives it, or null.</param>
/// <param name="Quantity">Synthetic; null for the main activities, which have no quantity column.</param>
/// <param name="Unit">As this office writes it.</param>
public sealed record SampleLine(int Number, string Label, int? Ratio, long? Quantity, string Unit);

/// <summary>What an office has to say for one year, before it takes any shape.</summary>
public sealed record SampleReturn(
    int Year,
    SampleProvince Province,
    IReadOnlyList<SampleLine> MainActivities,
    IReadOnlyList<SampleLine> SubOutputs,
    IReadOnlyList<SampleLine> SubActivities)
{
    /// <summary>The return of a province for a fiscal year; <paramref name="ownUnits"/> are units that this office writes otherwise, by item.</summary>
    public static SampleReturn Of(int year, SampleProvince province, IReadOnlyDictionary<int, string>? ownUnits = null) => new(
        year,
        province,
        [.. Circular.MainActivities.Select(item => new SampleLine(item.Number, item.Label, item.Ratio, null, item.Unit))],
        [.. Circular.SubOutputs.Select(item => new SampleLine(item.Number, item.Label, item.Ratio, Figures.SubOutput(province), item.Unit))],
        [.. Circular.SubActivities.Select(item => new SampleLine(
            item.Number, item.Label, item.Ratio, Figures.SubActivity(year, province, item.Number), ownUnits?.GetValueOrDefault(item.Number) ?? item.Unit))]);

    /// <summary>The same return with another sub-activity line.</summary>
    public SampleReturn With(int number, Func<SampleLine, SampleLine> change) =>
        this with { SubActivities = [.. SubActivities.Select(line => line.Number == number ? change(line) : line)] };
}
