using Dla.Etl.Values;

namespace Dla.Etl.Tracing;

/// <summary>
/// Where a report prints the costs that it computes with. A table is rounded as a whole, so that its sums agree: a printed cost may differ from the exact one,
/// rounded by itself, by a satang, and a reader who sees both has to be told.
/// </summary>
/// <param name="report">The stored report.</param>
/// <param name="workbook">The workbook at hand.</param>
/// <param name="asked">The cell that is explained.</param>
/// <param name="sheet">Its sheet.</param>
internal sealed class PrintedCosts(StoredReport report, AskedWorkbook workbook, CellAddress asked, string sheet)
{
    private Dictionary<string, (string Sheet, CellAddress Cell)>? _cells;

    /// <summary>A remark where the cost is printed with another last satang; empty where it is not.</summary>
    public string Remark(CostPlaces cost, Rational satang)
    {
        if (!Cells().TryGetValue(OriginJson.Of(cost), out var at) || at == (sheet, asked) || workbook.NumberAt(at.Sheet, at.Cell) is not { } baht)
            return "";
        return baht * 100 != Rational.Of(satang.Round())
            ? $" [ค่าที่พิมพ์ใน '{at.Sheet}'!{at.Cell} คือ {FigureText.Money(baht)} เพราะตารางปัดเศษพร้อมกันทั้งตาราง ส่วนการคำนวณใช้ค่าก่อนปัดเศษ]"
            : "";
    }

    private Dictionary<string, (string Sheet, CellAddress Cell)> Cells()
    {
        if (_cells is not null)
            return _cells;
        _cells = new(StringComparer.Ordinal);
        // The sheet that is asked about first: its own figure is the one that the reader sees.
        foreach (var stored in report.Sheets.Where(one => workbook.SheetNames.Contains(one.Name, StringComparer.Ordinal)).OrderBy(one => one.Name != sheet))
            foreach (var (cell, origin) in report.CellsOf(stored))
                _cells.TryAdd(origin, (stored.Name, cell));
        return _cells;
    }
}
