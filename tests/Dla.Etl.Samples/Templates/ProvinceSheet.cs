using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;
using static Dla.Etl.Samples.Templates.QuantitiesTemplate;

namespace Dla.Etl.Samples.Templates;

/// <summary>รายจังหวัด: 76 provinces by 20 sub-activities.</summary>
internal static class ProvinceSheet
{
    private const string Prefix = "province";
    private const int Items = 20, First = 2, Last = First + Items - 1;
    private static readonly double[] Widths = [4.5, 16, .. Enumerable.Repeat(7.2, Items)];

    public static void Draw(TemplatePen pen)
    {
        var sheet = (XSSFSheet)pen.Book.CreateSheet("รายจังหวัด");
        var head = DrawTitle(pen, sheet, Prefix, Last);
        pen.Span(sheet, 3, 3, 0, 10, Plain, "ความครบถ้วน");
        pen.Name(sheet, Prefix + ".coverage_line", 3, 0);
        pen.Span(sheet, 3, 3, 11, Last, Aside, "ข้อมูล ณ วันที่");
        pen.Name(sheet, Prefix + ".as_of", 3, 11);
        TemplatePen.Height(sheet, 3, 26);
        DrawHead(pen, sheet, head);
        DrawModels(pen, sheet, head + 4);
        var row = DrawNotes(pen, sheet, head + 9);
        pen.Page(sheet, head, head + 3, Last, row - 1, Widths);
    }

    private static void DrawHead(TemplatePen pen, XSSFSheet sheet, int row)
    {
        pen.Span(sheet, row, row + 2, 0, 0, Head, "ที่");
        pen.Span(sheet, row, row + 2, 1, 1, Head, "จังหวัด");
        pen.Span(sheet, row, row, First, Last, Head, "ปริมาณตามกิจกรรมย่อย");
        var turned = Head with { Bold = false, Turn = 90, Align = HorizontalAlignment.Left, Vertical = VerticalAlignment.Center, Size = 14 };
        for (var column = First; column <= Last; column++)
        {
            pen.Put(sheet, row + 1, column, turned, "กิจกรรมย่อย");
            pen.Put(sheet, row + 2, column, Head with { Size = 13, Bold = false }, "หน่วยนับ");
        }
        pen.Name(sheet, Prefix + ".item_labels", row + 1, First, row + 1, Last);
        pen.Name(sheet, Prefix + ".item_units", row + 2, First, row + 2, Last);
        for (var column = 0; column <= Last; column++)
            pen.Put(sheet, row + 3, column, ColumnNumber, $"({column + 1})");
        TemplatePen.Height(sheet, row, 26);
        TemplatePen.Height(sheet, row + 1, 190);
        TemplatePen.Height(sheet, row + 2, 42);
        TemplatePen.Height(sheet, row + 3, 20);
    }

    private static void DrawModels(TemplatePen pen, XSSFSheet sheet, int row)
    {
        var region = new Look { Bold = true, Fill = "E9EFF7", Top = BorderStyle.Thin, Bottom = BorderStyle.Thin };
        pen.Span(sheet, row, row, 0, Last, region with { Sides = BorderStyle.Thin, Indent = 1 }, "ภาค");
        DrawModel(pen, sheet, row + 1, Centred, Label, Figure);
        var faint = Body with { Ink = "8C8C8C" };
        DrawModel(pen, sheet, row + 2, faint with { Align = HorizontalAlignment.Center }, faint with { Indent = 1 }, faint with { Align = HorizontalAlignment.Right, Format = Number });
        var total = new Look { Bold = true, Fill = "E9EFF7", Sides = BorderStyle.Thin, Top = BorderStyle.Medium, Bottom = BorderStyle.Thin };
        DrawModel(pen, sheet, row + 3, total, total with { Indent = 1 }, total with { Align = HorizontalAlignment.Right, Format = Number, Size = 15, Shrink = true });
        var coverage = Body with { Bottom = BorderStyle.Double, Top = BorderStyle.Thin };
        DrawModel(pen, sheet, row + 4, coverage, coverage with { Indent = 1, Shrink = true }, coverage with { Align = HorizontalAlignment.Right, Format = Number, Size = 14 });
        string[] kinds = ["region", "reported", "missing", "total", "coverage"];
        for (var index = 0; index < kinds.Length; index++)
        {
            pen.Name(sheet, $"{Prefix}.row.{kinds[index]}", row + index, 0, row + index, Last);
            TemplatePen.Height(sheet, row + index, 25);
        }
        pen.Name(sheet, Prefix + ".number", row + 1, 0);
        pen.Name(sheet, Prefix + ".name", row + 1, 1);
        pen.Name(sheet, Prefix + ".quantities", row + 1, First, row + 1, Last);
    }

    private static void DrawModel(TemplatePen pen, XSSFSheet sheet, int row, Look number, Look name, Look figure)
    {
        pen.Put(sheet, row, 0, number);
        pen.Put(sheet, row, 1, name);
        for (var column = First; column <= Last; column++)
            pen.Put(sheet, row, column, figure);
    }

    private static int DrawNotes(TemplatePen pen, XSSFSheet sheet, int row)
    {
        TemplatePen.Height(sheet, row++, 8);
        pen.Span(sheet, row, row++, 0, Last, Note,
            "หมายเหตุ :  1.  “-” หมายถึง ศูนย์ คือจังหวัดรายงานว่าไม่มี      “…” หมายถึง ไม่มีข้อมูล      จังหวัดที่พิมพ์สีจางคือจังหวัดที่ไม่มีแบบรายงานที่ผ่านการตรวจสอบ");
        pen.Span(sheet, row, row++, 0, Last, Note,
            "                    2.  “*” หมายถึง จังหวัดใช้หน่วยนับต่างจากหัวตาราง หรือยอดรวมที่ไม่นับรวมจังหวัดดังกล่าว ดูแยกตามหน่วยนับในแผ่นงาน “สรุปปริมาณ”");
        pen.Span(sheet, row, row, 0, Last, Note, "ที่มา");
        pen.Name(sheet, Prefix + ".source", row++, 0);
        for (var line = row - 3; line < row; line++)
            TemplatePen.Height(sheet, line, 24);
        return row;
    }
}
