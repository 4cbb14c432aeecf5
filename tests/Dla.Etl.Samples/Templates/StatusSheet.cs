using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;
using static Dla.Etl.Samples.Templates.QuantitiesTemplate;

namespace Dla.Etl.Samples.Templates;

/// <summary>สถานะการส่ง: who sent, when, and who has to be reminded.</summary>
internal static class StatusSheet
{
    private const string Prefix = "status";
    private const int Last = 7;
    private static readonly double[] Widths = [5, 20, 22, 12, 18, 10, 12, 50];
    private static readonly string[] Columns = ["number", "name", "region", "status", "received", "version", "warnings", "remark"];

    public static void Draw(TemplatePen pen)
    {
        var sheet = (XSSFSheet)pen.Book.CreateSheet("สถานะการส่ง");
        var head = DrawTitle(pen, sheet, Prefix, Last);
        pen.Span(sheet, 3, 3, 0, 4, Plain, "กำหนดส่ง");
        pen.Name(sheet, Prefix + ".deadline", 3, 0);
        pen.Span(sheet, 3, 3, 5, Last, Aside, "ข้อมูล ณ วันที่");
        pen.Name(sheet, Prefix + ".as_of", 3, 5);
        TemplatePen.Height(sheet, 3, 26);
        pen.Span(sheet, head, head, 0, Last, new Look { Bold = true, Fill = "F2F5FA", Top = BorderStyle.Thin, Bottom = BorderStyle.Thin, Align = HorizontalAlignment.Center }, "สรุป");
        pen.Name(sheet, Prefix + ".counts", head, 0);
        TemplatePen.Height(sheet, head, 30);
        TemplatePen.Height(sheet, head + 1, 8);
        DrawHead(pen, sheet, head + 2);
        DrawModels(pen, sheet, head + 4);
        var row = DrawNotes(pen, sheet, head + 8);
        pen.Page(sheet, head + 2, head + 3, Last, row - 1, Widths);
    }

    private static void DrawHead(TemplatePen pen, XSSFSheet sheet, int row)
    {
        string[] heads = ["ที่", "จังหวัด", "ภาค", "สถานะ", "วันที่ได้รับฉบับแรก\nที่ผ่านการตรวจสอบ", "ฉบับที่ใช้", "ข้อสังเกต\n(รายการ)", "หมายเหตุ"];
        for (var column = 0; column <= Last; column++)
        {
            pen.Put(sheet, row, column, Head, heads[column]);
            pen.Put(sheet, row + 1, column, ColumnNumber, $"({column + 1})");
        }
        TemplatePen.Height(sheet, row, 52);
        TemplatePen.Height(sheet, row + 1, 20);
    }

    private static void DrawModels(TemplatePen pen, XSSFSheet sheet, int row)
    {
        (string Kind, string? Fill, string Ink)[] models = [("on_time", null, "000000"), ("late", "FFF4D6", "7A4B00"), ("rejected", "FBE3DC", "9C2A00"), ("not_sent", "F2F2F2", "9C2A00")];
        for (var index = 0; index < models.Length; index++)
        {
            var (kind, fill, ink) = models[index];
            var cell = Body with { Fill = fill };
            var centred = cell with { Align = HorizontalAlignment.Center };
            Look[] looks =
            [
                centred, cell with { Indent = 1 }, cell with { Indent = 1 }, centred with { Ink = ink, Bold = index > 0 }, centred with { Format = "[$-107041E]d mmm yyyy" }, centred,
                centred with { Format = "#,##0;(#,##0);\"-\"" }, cell with { Wrap = true, Indent = 1 },
            ];
            for (var column = 0; column <= Last; column++)
                pen.Put(sheet, row + index, column, looks[column]);
            pen.Name(sheet, $"{Prefix}.row.{kind}", row + index, 0, row + index, Last);
            TemplatePen.Height(sheet, row + index, 30);
        }
        for (var column = 0; column <= Last; column++)
            pen.Name(sheet, $"{Prefix}.{Columns[column]}", row, column);
    }

    private static int DrawNotes(TemplatePen pen, XSSFSheet sheet, int row)
    {
        var end = new Look { Top = BorderStyle.Thin };
        for (var column = 0; column <= Last; column++)
            pen.Put(sheet, row, column, end);
        TemplatePen.Height(sheet, row++, 8);
        pen.Span(sheet, row, row++, 0, Last, Note,
            "หมายเหตุ :  ตรงเวลาหรือล่าช้านับจากวันที่ระบบได้รับฉบับแรกที่ผ่านการตรวจสอบ      ไม่ผ่าน หมายถึง ส่งแล้วแต่ยังไม่มีฉบับใดผ่านการตรวจสอบ      “…” หมายถึง ไม่มีข้อมูล      “-” หมายถึง ไม่มีข้อสังเกต");
        pen.Span(sheet, row, row, 0, Last, Note, "ที่มา");
        pen.Name(sheet, Prefix + ".source", row++, 0);
        TemplatePen.Height(sheet, row - 2, 24);
        TemplatePen.Height(sheet, row - 1, 24);
        return row;
    }
}
