using Dla.Etl.Values;

namespace Dla.Etl.Tracing;

/// <summary>Where the cells of a written sheet come from.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Measure">The measure that filled it.</param>
/// <param name="Cells">By address in the written workbook.</param>
public sealed record SheetTrace(string Sheet, string Measure, IReadOnlyDictionary<CellAddress, CellOrigin> Cells);

/// <summary>Where the figures of a written report come from.</summary>
/// <param name="Title">Thai title of the report.</param>
/// <param name="Sheets">In the order of report.yaml.</param>
/// <param name="Calculations">Each id once.</param>
public sealed record ReportTrace(string Title, IReadOnlyList<SheetTrace> Sheets, IReadOnlyList<TracedCalculation> Calculations)
{
    /// <summary>Nothing is known.</summary>
    public static ReportTrace Nothing { get; } = new("", [], []);

    /// <summary>The trace of a report whose sheets may hand over the same calculation.</summary>
    public static ReportTrace Of(string title, IReadOnlyList<SheetTrace> sheets, IEnumerable<TracedCalculation> calculations) =>
        new(title, sheets, [.. calculations.DistinctBy(calculation => calculation.Id, StringComparer.Ordinal)]);
}
