using Dla.Etl.Findings;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;
using Dla.Etl.Values;

namespace Dla.Etl.Distribution.Marking;

/// <summary>A cell that gets a mark.</summary>
/// <param name="Sheet">Name of its sheet.</param>
/// <param name="Cell">The cell, or all that it is merged with.</param>
/// <param name="Findings">What there is to say about it, gravest first.</param>
public sealed record CellMark(string Sheet, CellRange Cell, IReadOnlyList<Finding> Findings)
{
    /// <summary>The gravest, which gives the colour.</summary>
    public Severity Severity => Findings[0].Severity;
}

/// <summary>Which cells of a workbook get marks; what names no cell is only listed.</summary>
public static class MarkPlan
{
    /// <summary>More marked cells than these help nobody; the rest is listed.</summary>
    public const int MostMarks = 2_000;

    /// <summary>The marks, gravest first; findings of one cell, or of cells that are merged, are one mark.</summary>
    public static IReadOnlyList<CellMark> Of(RawWorkbook workbook, IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        var sheets = workbook.Sheets.Where(sheet => sheet.Name is not null && !OwnSheet.Is(sheet))
            .DistinctBy(sheet => sheet.Name, StringComparer.Ordinal).ToDictionary(sheet => sheet.Name!, StringComparer.Ordinal);
        return
        [
            .. FindingOrder.Sort(findings)
                .Where(finding => finding.Place is { Sheet: { } sheet, Cell: { Row: >= 0 and <= 1_048_575, Column: >= 0 and <= 16_383 } } && sheets.ContainsKey(sheet))
                .GroupBy(finding => (Sheet: finding.Place.Sheet!, Cell: RangeOf(sheets[finding.Place.Sheet!], finding.Place.Cell!.Value)))
                .Take(MostMarks)
                .Select(group => new CellMark(group.Key.Sheet, group.Key.Cell, [.. group])),
        ];
    }

    private static CellRange RangeOf(RawSheet sheet, CellAddress cell) => sheet.MergeAt(cell) ?? new CellRange(cell, cell);
}
