using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Samples.Templates;

/// <summary>Drew the first version of <c>templates/reports/unit-cost-quantities/template.2563.xlsx</c>. Staff restyle that file in Excel;
/// it is the truth, and this only helps to begin another template in the same manner.</summary>
public static class QuantitiesTemplate
{
    internal const string Number = "#,##0_);(#,##0);\"-\"_);@_)";
    internal const string Percent = "#,##0.00_);(#,##0.00);0.00_);@_)";

    internal static readonly Look Title = new() { Size = 20, Bold = true, Align = HorizontalAlignment.Center };
    internal static readonly Look Subtitle = new() { Size = 18, Bold = true, Align = HorizontalAlignment.Center };
    internal static readonly Look Aside = new() { Align = HorizontalAlignment.Right };
    internal static readonly Look Plain = new();
    internal static readonly Look Note = new() { Size = 14, Wrap = true, Vertical = VerticalAlignment.Top };
    internal static readonly Look Head = new()
    {
        Bold = true, Align = HorizontalAlignment.Center, Wrap = true, Fill = "DCE6F1", Sides = BorderStyle.Thin, Top = BorderStyle.Thin, Bottom = BorderStyle.Thin,
    };

    internal static readonly Look ColumnNumber = Head with { Bold = false, Size = 12, Fill = "F2F5FA", Bottom = BorderStyle.Medium };
    internal static readonly Look Body = new() { Sides = BorderStyle.Thin, Top = BorderStyle.Hair, Bottom = BorderStyle.Hair };
    internal static readonly Look Centred = Body with { Align = HorizontalAlignment.Center };
    internal static readonly Look Label = Body with { Indent = 1 };
    internal static readonly Look Figure = Body with { Align = HorizontalAlignment.Right, Format = Number, Shrink = true };

    /// <summary>Writes the template.</summary>
    public static void Write(Stream output)
    {
        var pen = new TemplatePen();
        SummarySheet.Draw(pen);
        ProvinceSheet.Draw(pen);
        StatusSheet.Draw(pen);
        EvidenceSheet.Draw(pen);
        pen.Book.Write(output);
    }

    /// <summary>Three title lines and the line of the day over a table; gives the row of the head.</summary>
    internal static int DrawTitle(TemplatePen pen, XSSFSheet sheet, string prefix, int lastColumn)
    {
        pen.Span(sheet, 0, 0, 0, lastColumn, Title, "ชื่อรายงาน");
        pen.Name(sheet, prefix + ".title", 0, 0);
        TemplatePen.Height(sheet, 0, 30);
        pen.Span(sheet, 1, 1, 0, lastColumn, Subtitle, "ประจำปีงบประมาณ");
        pen.Name(sheet, prefix + ".year", 1, 0);
        TemplatePen.Height(sheet, 1, 27);
        pen.Span(sheet, 2, 2, 0, lastColumn, Subtitle with { Bold = false }, "กองคลัง กรมส่งเสริมการปกครองท้องถิ่น");
        TemplatePen.Height(sheet, 2, 27);
        return 4;
    }

    /// <summary>The three signatures of DOMAIN §7, side by side; gives the row after them.</summary>
    internal static int DrawSignatures(TemplatePen pen, XSSFSheet sheet, int row, (int From, int To)[] places)
    {
        string[] roles = ["ผู้จัดทำ", "ผู้ตรวจสอบ", "ผู้อำนวยการกองคลัง"];
        for (var index = 0; index < places.Length; index++)
        {
            var (from, to) = places[index];
            var look = new Look { Align = HorizontalAlignment.Center };
            pen.Span(sheet, row, row, from, to, look, "ลงชื่อ ................................................ " + (index < 2 ? roles[index] : ""));
            pen.Span(sheet, row + 1, row + 1, from, to, look, "( ................................................ )");
            pen.Span(sheet, row + 2, row + 2, from, to, look, index < 2 ? "ตำแหน่ง ................................................" : roles[index]);
            pen.Span(sheet, row + 3, row + 3, from, to, look, "วันที่ ............/............/............");
        }
        for (var line = row; line < row + 4; line++)
            TemplatePen.Height(sheet, line, line == row ? 36 : 26);
        return row + 4;
    }
}
