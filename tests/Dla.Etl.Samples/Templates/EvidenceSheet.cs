using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;
using static Dla.Etl.Samples.Templates.QuantitiesTemplate;

namespace Dla.Etl.Samples.Templates;

/// <summary>หลักฐาน: what the figures were made of, so that anyone can make them again.</summary>
internal static class EvidenceSheet
{
    private const string Prefix = "evidence";
    private const int Last = 4;
    private static readonly double[] Widths = [5, 22, 50, 8, 70];
    private static readonly (string Label, string Name)[] Facts =
    [
        ("รายงาน", "report"), ("ปีงบประมาณของข้อมูล", "fiscal_year"), ("ข้อมูล ณ", "as_of"), ("ลำดับการบันทึก", "sequence"),
        ("ความครบถ้วน", "coverage_line"), ("ค่าแฮชของเนื้อหา (SHA-256)", "content_hash"),
    ];

    public static void Draw(TemplatePen pen)
    {
        var sheet = (XSSFSheet)pen.Book.CreateSheet("หลักฐาน");
        pen.Span(sheet, 0, 0, 0, Last, Title, "หลักฐานประกอบรายงาน");
        TemplatePen.Height(sheet, 0, 34);
        var row = 1;
        foreach (var (label, name) in Facts)
        {
            pen.Span(sheet, row, row, 0, 1, Head with { Align = HorizontalAlignment.Left, Wrap = false, Indent = 1 }, label);
            pen.Span(sheet, row, row, 2, Last, Body with { Top = BorderStyle.Thin, Bottom = BorderStyle.Thin, Wrap = true, Indent = 1 }, "…");
            pen.Name(sheet, $"{Prefix}.{name}", row, 2);
            TemplatePen.Height(sheet, row++, 26);
        }
        TemplatePen.Height(sheet, row++, 10);
        string[] heads = ["ที่", "ประเภท", "รายการ", "ฉบับที่", "SHA-256 ของแฟ้ม"];
        for (var column = 0; column <= Last; column++)
            pen.Put(sheet, row, column, Head with { Bottom = BorderStyle.Medium }, heads[column]);
        TemplatePen.Height(sheet, row, 28);
        string[] names = ["number", "kind", "name", "version", "sha256"];
        for (var column = 0; column <= Last; column++)
        {
            pen.Put(sheet, row + 1, column, column is 0 or 3 ? Centred : column == 4 ? Label with { Size = 14 } : Label);
            pen.Name(sheet, $"{Prefix}.{names[column]}", row + 1, column);
        }
        pen.Name(sheet, $"{Prefix}.row.file", row + 1, 0, row + 1, Last);
        TemplatePen.Height(sheet, row + 1, 24);
        var end = new Look { Top = BorderStyle.Thin };
        for (var column = 0; column <= Last; column++)
            pen.Put(sheet, row + 2, column, end);
        TemplatePen.Height(sheet, row + 2, 8);
        pen.Span(sheet, row + 3, row + 3, 0, Last, Note,
            "หมายเหตุ :  ค่าแฮชของเนื้อหาคำนวณจากชื่อแผ่นงาน ตำแหน่ง ค่า และรูปแบบตัวเลขของทุกเซลล์ ยกเว้นแผ่นงานนี้ รายงานที่จัดทำใหม่ ณ ลำดับการบันทึกเดียวกันได้ค่าแฮชเดียวกัน");
        TemplatePen.Height(sheet, row + 3, 24);
        pen.Page(sheet, row, row, Last, row + 3, Widths);
    }
}
