using NPOI.SS.UserModel;
using NPOI.SS.Util;
using NPOI.XSSF.UserModel;
using static Dla.Etl.Samples.Templates.QuantitiesTemplate;

namespace Dla.Etl.Samples.Templates;

/// <summary>สรุปปริมาณ: what the division head reads first.</summary>
internal static class SummarySheet
{
    private const string Prefix = "summary";
    private const int Last = 13;
    private static readonly double[] Widths = [4.5, 40, 12.5, 10, 8, 8, 13.5, 8, 13.5, 10, 8, 9, 8, 13];
    private static readonly string[] Columns =
        ["number", "label", "unit", "total", "reported", "smallest", "smallest_province", "largest", "largest_province", "last_year", "last_year_reported", "difference", "percent", "coverage"];

    public static void Draw(TemplatePen pen)
    {
        var sheet = (XSSFSheet)pen.Book.CreateSheet("สรุปปริมาณ");
        var head = DrawTitle(pen, sheet, Prefix, Last);
        pen.Span(sheet, 3, 3, 0, 6, Plain, "ความครบถ้วน");
        pen.Name(sheet, Prefix + ".coverage_line", 3, 0);
        pen.Span(sheet, 3, 3, 7, Last, Aside, "ข้อมูล ณ วันที่");
        pen.Name(sheet, Prefix + ".as_of", 3, 7);
        TemplatePen.Height(sheet, 3, 26);
        DrawHead(pen, sheet, head);
        DrawModels(pen, sheet, head + 3);
        var row = DrawNotes(pen, sheet, head + 7);
        row = DrawSignatures(pen, sheet, row + 1, [(0, 2), (3, 8), (9, 13)]);
        pen.Page(sheet, head, head + 2, Last, row - 1, Widths);
    }

    private static void DrawHead(TemplatePen pen, XSSFSheet sheet, int row)
    {
        pen.Span(sheet, row, row + 1, 0, 0, Head, "ที่");
        pen.Span(sheet, row, row + 1, 1, 1, Head, "ผลผลิตย่อย / กิจกรรมหลัก / กิจกรรมย่อย");
        pen.Span(sheet, row, row + 1, 2, 2, Head, "หน่วยนับ");
        pen.Span(sheet, row, row, 3, 4, Head, "ปีงบประมาณ");
        pen.Name(sheet, Prefix + ".this_year_head", row, 3);
        pen.Put(sheet, row + 1, 3, Head, "ปริมาณรวม");
        pen.Put(sheet, row + 1, 4, Head, "จังหวัดที่รายงาน");
        pen.Span(sheet, row, row, 5, 6, Head, "น้อยที่สุด");
        pen.Span(sheet, row, row, 7, 8, Head, "มากที่สุด");
        pen.Put(sheet, row + 1, 5, Head, "ปริมาณ");
        pen.Put(sheet, row + 1, 6, Head, "จังหวัด");
        pen.Put(sheet, row + 1, 7, Head, "ปริมาณ");
        pen.Put(sheet, row + 1, 8, Head, "จังหวัด");
        pen.Span(sheet, row, row, 9, 10, Head, "ปีก่อน");
        pen.Name(sheet, Prefix + ".last_year_head", row, 9);
        pen.Put(sheet, row + 1, 9, Head, "ปริมาณรวม");
        pen.Put(sheet, row + 1, 10, Head, "จังหวัดที่รายงาน");
        pen.Span(sheet, row, row, 11, 12, Head, "เพิ่ม/(ลด)");
        pen.Put(sheet, row + 1, 11, Head, "ปริมาณ");
        pen.Put(sheet, row + 1, 12, Head, "ร้อยละ");
        pen.Span(sheet, row, row + 1, 13, 13, Head, "ความครบถ้วน");
        string[] numbers = ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)", "(12)", "(13)", "(14)"];
        for (var column = 0; column <= Last; column++)
            pen.Put(sheet, row + 2, column, ColumnNumber, numbers[column]);
        TemplatePen.Height(sheet, row, 27);
        TemplatePen.Height(sheet, row + 1, 52);
        TemplatePen.Height(sheet, row + 2, 20);
    }

    private static void DrawModels(TemplatePen pen, XSSFSheet sheet, int row)
    {
        DrawModel(pen, sheet, row, "output", new Look { Bold = true, Fill = "E9EFF7", Top = BorderStyle.Thin, Bottom = BorderStyle.Thin }, "ผลผลิตย่อย");
        DrawModel(pen, sheet, row + 1, "activity", new Look { Bold = true, Fill = "F7F7F7", Top = BorderStyle.Thin, Bottom = BorderStyle.Hair }, "กิจกรรมหลัก");
        DrawModel(pen, sheet, row + 2, "item", Body, "กิจกรรมย่อย");
        DrawModel(pen, sheet, row + 3, "item_last", Body with { Bottom = BorderStyle.Medium }, "กิจกรรมย่อยแถวสุดท้าย");
        for (var column = 0; column <= Last; column++)
            pen.Name(sheet, $"{Prefix}.{Columns[column]}", row + 2, column);
        var formats = sheet.SheetConditionalFormatting;
        var incomplete = formats.CreateConditionalFormattingRule($"LEFT($N{row + 1},3)=\"ขาด\"");
        incomplete.CreateFontFormatting().FontColorIndex = IndexedColors.DarkRed.Index;
        formats.AddConditionalFormatting([new CellRangeAddress(row, row + 3, Last, Last)], incomplete);
    }

    private static void DrawModel(TemplatePen pen, XSSFSheet sheet, int row, string kind, Look look, string sample)
    {
        var cell = look with { Sides = BorderStyle.Thin, Vertical = VerticalAlignment.Top };
        var centred = cell with { Align = HorizontalAlignment.Center };
        var figure = cell with { Align = HorizontalAlignment.Right, Format = Number, Shrink = true };
        var name = cell with { Indent = 1, Shrink = true };
        Look[] looks =
        [
            centred, cell with { Wrap = true, Indent = 1 }, centred with { Wrap = true }, figure with { Bold = true }, centred, figure, name, figure, name,
            figure, centred, figure, figure with { Format = Percent }, centred with { Wrap = true },
        ];
        for (var column = 0; column <= Last; column++)
            pen.Put(sheet, row, column, looks[column], column == 1 ? sample : "");
        if (kind == "activity")
            sheet.AddMergedRegion(new CellRangeAddress(row, row, 1, Last));
        pen.Name(sheet, $"{Prefix}.row.{kind}", row, 0, row, Last);
        TemplatePen.Height(sheet, row, 27);
    }

    private static int DrawNotes(TemplatePen pen, XSSFSheet sheet, int row)
    {
        TemplatePen.Height(sheet, row++, 8);
        string[] notes =
        [
            "หมายเหตุ :  1.  “-” หมายถึง ศูนย์ คือจังหวัดรายงานว่าไม่มี      “…” หมายถึง ไม่มีข้อมูล      ตัวเลขในวงเล็บ ( ) หมายถึง ลดลงจากปีก่อน",
            "                    2.  ปริมาณที่มีหน่วยนับต่างกันไม่นำมารวมกัน แต่แสดงแยกบรรทัดตามหน่วยนับ      ยอดรวมเป็นยอดของจังหวัดที่รายงานเท่านั้น ตามช่อง (5) และช่อง (11)",
            "                    3.  (12) = (4) − (10)      (13) = (12) × 100 ÷ (10)      ไม่คำนวณร้อยละเมื่อปริมาณปีก่อนเป็นศูนย์ (แสดง “-”) หรือไม่มีข้อมูลปีก่อน (แสดง “…”)",
        ];
        foreach (var note in notes)
            pen.Span(sheet, row, row++, 0, Last, Note, note);
        pen.Span(sheet, row, row, 0, Last, Note, "จังหวัดที่ไม่มีข้อมูล");
        pen.Name(sheet, Prefix + ".missing", row++, 0);
        pen.Span(sheet, row, row, 0, Last, Note, "ข้อสังเกต");
        pen.Name(sheet, Prefix + ".remark", row++, 0);
        pen.Span(sheet, row, row, 0, Last, Note, "ที่มา");
        pen.Name(sheet, Prefix + ".source", row++, 0);
        for (var line = row - notes.Length - 3; line < row; line++)
            TemplatePen.Height(sheet, line, 24);
        return row;
    }
}
