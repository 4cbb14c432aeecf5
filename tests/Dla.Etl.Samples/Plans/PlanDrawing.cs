using System.Globalization;
using Dla.Etl.Samples.Drafts;
using Dla.Etl.Values;

namespace Dla.Etl.Samples.Plans;

/// <summary>Draws the plan as the document prints it: headings of list and strategy above each table, a header of two rows on every page, activities in the project's cell.</summary>
public sealed record PlanDrawing
{
    private const int Office = 13, Quarter = 5;

    private static readonly string[] Heads = ["กลยุทธ์", "โครงการ/กิจกรรม", "ค่าเป้าหมาย", "ตัวชี้วัดโครงการ", "งบประมาณ (บาท)"];
    private static readonly string[] Strategies =
    [
        "การพัฒนาผู้บริหาร สมาชิกสภา และบุคลากรท้องถิ่นในการปฏิบัติงานตามมาตรฐานบริการสาธารณะ",
        "การพัฒนาระบบการเงิน การคลัง และปรับปรุงระเบียบกฎหมาย รองรับการปฏิบัติงานขององค์กรปกครองส่วนท้องถิ่น",
        "การส่งเสริม สนับสนุน และพัฒนาการดำเนินการจัดบริการสาธารณะขององค์กรปกครองส่วนท้องถิ่นให้มีมาตรฐาน",
        "การพัฒนาวางระบบและดำเนินการติดตามประเมินผลการปฏิบัติงานขององค์กรปกครองส่วนท้องถิ่น",
        "การส่งเสริมการปฏิบัติงานของกรมส่งเสริมการปกครองท้องถิ่นตามอำนาจหน้าที่ภารกิจ และนโยบายที่ได้รับมอบหมาย",
    ];

    /// <summary>Its lines.</summary>
    public required IReadOnlyList<PlanLine> Lines { get; init; }

    /// <summary>The year in its titles.</summary>
    public int Year { get; init; } = 2564;

    /// <summary>Lines a page, after which the header stands again.</summary>
    public int Page { get; init; } = 3;

    /// <summary>True for a line รวมประเด็นยุทธศาสตร์ที่ … with count and money, and รวมทั้งสิ้น at the end.</summary>
    public bool Totals { get; init; }

    /// <summary>True when a list has a sheet of its own.</summary>
    public bool SheetEach { get; init; } = true;

    /// <summary>What the headers of the quarters say; four, or twelve months.</summary>
    public IReadOnlyList<string> QuarterHeads { get; init; } = ["ไตรมาส 1", "ไตรมาส 2", "ไตรมาส 3", "ไตรมาส 4"];

    /// <summary>The last line.</summary>
    public string Note { get; init; } = "หมายเหตุ : ข้อมูลสังเคราะห์เพื่อการทดสอบ โครงการและจำนวนเงินมิใช่ของจริง";

    /// <summary>The workbook.</summary>
    public DraftWorkbook Draw()
    {
        var draft = new DraftWorkbook();
        var number = 0;
        foreach (var fund in Lines.GroupBy(line => line.Fund))
        {
            if (SheetEach || draft.Sheets.Count == 0)
                draft.Sheets.Add(new DraftSheet(fund.Key.StartsWith("งบเงิน", StringComparison.Ordinal) ? "งบเงินอุดหนุน" : "งบอำนวยการ")
                {
                    Widths = [22, 44, 30, 30, 16, 5, 5, 5, 5, 5, 5, 5, 5, 14],
                });
            var sheet = draft.Sheets[^1];
            foreach (var strategy in fund.GroupBy(line => line.Strategy))
                number = DrawStrategy(draft, sheet, fund.Key, strategy.Key, [.. strategy], number);
        }

        if (Totals)
            DrawTotal(draft, draft.Sheets[^1], "รวมทั้งสิ้น", [.. Lines], "total");
        draft.Sheets[^1].Put(draft.Sheets[^1].NextRow + 1, 0, Note, Look.Plain);
        return draft;
    }

    private int DrawStrategy(DraftWorkbook draft, DraftSheet sheet, string fund, int strategy, List<PlanLine> lines, int number)
    {
        var row = sheet.NextRow == 0 ? 0 : sheet.NextRow + 1;
        foreach (var line in (string[])[$"รายละเอียดแผนปฏิบัติการประจำปีงบประมาณ พ.ศ. {Year.ToString(CultureInfo.InvariantCulture)} ของกรมส่งเสริมการปกครองท้องถิ่น",
            fund, $"ประเด็นยุทธศาสตร์ที่ {strategy.ToString(CultureInfo.InvariantCulture)} : {Strategies[(strategy - 1) % 5]}", "เป้าหมาย : ตามแผนปฏิบัติราชการ"])
        {
            sheet.Put(row, 0, line, row == 0 ? Look.Title : Look.Plain);
            sheet.Merge(row, 0, row++, Office);
        }

        for (var index = 0; index < lines.Count; index++)
        {
            if (index % Page == 0)
                DrawHead(sheet);
            number += lines[index].IsProject ? 1 : 0;
            DrawLine(draft, sheet, lines[index], sheet.NextRow, number);
        }

        if (Totals)
            DrawTotal(draft, sheet, $"รวมประเด็นยุทธศาสตร์ที่ {strategy.ToString(CultureInfo.InvariantCulture)}", lines, $"subtotal_{strategy.ToString(CultureInfo.InvariantCulture)}");
        return number;
    }

    private void DrawHead(DraftSheet sheet)
    {
        var row = sheet.NextRow;
        for (var column = 0; column < Heads.Length; column++)
        {
            sheet.Put(row, column, Heads[column], Look.Header);
            sheet.Merge(row, column, row + 1, column);
        }

        sheet.Put(row, Quarter, $"ระยะเวลาดำเนินการในปีงบประมาณ พ.ศ. {Year.ToString(CultureInfo.InvariantCulture)}", Look.Header);
        sheet.Merge(row, Quarter, row, Office - 1);
        for (var index = 0; index < 4; index++)
        {
            sheet.Put(row + 1, Quarter + (2 * index), QuarterHeads[index], Look.Header);
            sheet.Merge(row + 1, Quarter + (2 * index), row + 1, Quarter + (2 * index) + 1);
        }

        sheet.Put(row, Office, "หน่วยงานที่รับผิดชอบ", Look.Header);
        sheet.Merge(row, Office, row + 1, Office);
    }

    private static void DrawLine(DraftWorkbook draft, DraftSheet sheet, PlanLine line, int row, int number)
    {
        object? budget = line.Budget.Length == 0 ? null : line.Baht > 0 ? line.Baht : line.Budget;
        Put("way", 0, Filled(line.Way));
        Put("project", 1, Filled(string.Join('\n', line.Activities.Prepend(line.Project).Where(part => part.Length > 0))));
        Put("target", 2, Filled(line.Target));
        Put("indicator", 3, Filled(line.Indicator));
        Put("budget", 4, budget, line.Baht > 0 ? Look.Number : Look.Text);
        for (var quarter = 0; quarter < 4; quarter++)
            Put($"q{(quarter + 1).ToString(CultureInfo.InvariantCulture)}", Quarter + (2 * quarter), Filled(line.Quarters[quarter]));
        Put("office", Office, Filled(line.Office));

        void Put(string field, int column, object? value, Look look = Look.Text)
        {
            sheet.Put(row, column, value, look);
            if (line.IsProject)
                draft.Places[new LineCell("project", number, field)] = (sheet, new CellAddress(row, column));
        }
    }

    private static string? Filled(string text) => text.Length == 0 ? null : text;

    private static void DrawTotal(DraftWorkbook draft, DraftSheet sheet, string label, IReadOnlyList<PlanLine> lines, string field)
    {
        var row = sheet.NextRow;
        sheet.Put(row, 0, label);
        sheet.Put(row, 1, $"{lines.Count(line => line.IsProject).ToString(CultureInfo.InvariantCulture)} โครงการ");
        sheet.Put(row, 4, lines.Sum(line => line.Baht), Look.Number);
        draft.Places[new LineCell("project", 0, field + "_count")] = (sheet, new CellAddress(row, 1));
        draft.Places[new LineCell("project", 0, field)] = (sheet, new CellAddress(row, 4));
    }
}
