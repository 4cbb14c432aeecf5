using Dla.Etl.Reporting;
using Dla.Etl.Tests.Reporting;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Tracing;

/// <summary>The report of quantities says of every figure where it comes from, by its address in the workbook that was written.</summary>
public class CellOriginsInReportTests
{
    private static readonly WrittenReport Report = Written.Of(Written.Report, Written.Template).Report!;
    private static readonly WrittenWorkbook Book = WrittenWorkbook.Read(new MemoryStream(Written.Fixed));

    [Fact]
    public void Every_number_but_running_ones_has_an_origin_and_no_origin_points_beside_a_cell()
    {
        foreach (var sheet in Report.Trace.Sheets.Where(sheet => sheet.Sheet != "หลักฐาน"))
        {
            var cells = Book.Sheets.Single(one => one.Name == sheet.Sheet).Cells.ToDictionary(cell => CellAddress.Parse(cell.Address).Value);
            sheet.Cells.Keys.Where(cell => !cells.ContainsKey(cell)).ShouldBeEmpty($"{sheet.Sheet}: an origin of an empty cell");
            cells.Where(cell => cell.Value.Kind == "n" && cell.Key.Column > 0 && !sheet.Cells.ContainsKey(cell.Key)).Select(cell => cell.Key.ToString())
                .ShouldBeEmpty($"{sheet.Sheet}: a figure nobody can walk back");
        }
    }

    [Fact]
    public void An_origin_stands_at_the_row_of_its_item_and_province()
    {
        var sheet = Report.Trace.Sheets.Single(one => one.Sheet == "รายจังหวัด");
        var (row, _) = Row("รายจังหวัด", "พะเยา");
        var figures = sheet.Cells.Where(cell => cell.Key.Row == row).OrderBy(cell => cell.Key).Select(cell => (ReportedFigures)cell.Value).ToList();
        figures.ShouldAllBe(figure => figure.Unit == "56");
        figures.Select(figure => figure.Item).ShouldBe(Tests.Definitions.Templates.Form().Group("sub_activity").Items.Select(item => item.Code));
        var (total, _) = Row("รายจังหวัด", "รวมทั้งสิ้น");
        sheet.Cells.Where(cell => cell.Key.Row == total).Select(cell => (ReportedFigures)cell.Value).ShouldAllBe(figure => figure.Unit == null && figure.Shows == FigureChoice.Sum);
    }

    [Fact]
    public void What_stands_below_a_table_moves_with_it()
    {
        var sheet = Report.Trace.Sheets.Single(one => one.Sheet == "สรุปปริมาณ");
        var (row, column) = Row("สรุปปริมาณ", "จังหวัดที่ไม่มีข้อมูล");
        sheet.Cells.Keys.ShouldContain(new CellAddress(row, column));
    }

    [Fact]
    public void Origins_are_neither_printed_nor_hashed_nor_compared()
    {
        var plain = CellContent.Number(5);
        var traced = plain.From(new ReturnLine("v", 1, "amount"));
        traced.ShouldBe(plain);
        traced.GetHashCode().ShouldBe(plain.GetHashCode());
        traced.Origin.ShouldNotBeNull();
        plain.Origin.ShouldBeNull();
        CellContent.Number(6).From(traced.Origin).ShouldNotBe(traced);
    }

    private static (int Row, int Column) Row(string sheet, string text)
    {
        var cell = CellAddress.Parse(Book.Sheets.Single(one => one.Name == sheet).Cells.First(one => one.Value.StartsWith(text, StringComparison.Ordinal)).Address).Value;
        return (cell.Row, cell.Column);
    }
}
