using Dla.Etl.Samples.Cases;
using Dla.Etl.Samples.Costs;
using Dla.Etl.Samples.Drafts;
using Dla.Etl.Samples.Writers;

namespace Dla.Etl.Samples.Plans;

/// <summary>The case folders of <c>action-plan</c>: shapes of the file, and every kind of bad input.</summary>
internal static class PlanCases
{
    private const string Department = "งบอำนวยการ (กรม)", Grants = "งบเงินอุดหนุนให้แก่องค์กรปกครองส่วนท้องถิ่น";

    // Six projects and a grant with made-up names; the second goes on on the next page, with a second office.
    private static readonly IReadOnlyList<PlanLine> Lines =
    [
        new(Department, 1, "1. เสริมสร้างการเรียนรู้", "โครงการฝึกอบรมตัวอย่าง ก", ["กิจกรรมที่ 1 : ขออนุมัติ", "กิจกรรมที่ 2 : ฝึกอบรม"], "80 คน", "จำนวนผู้ผ่านการอบรม", "1,220,000", ["↔", "", "", ""], "สบ.พถ."),
        new(Department, 1, "", "โครงการกิจกรรมสัมพันธ์ตัวอย่าง ข", ["กิจกรรมที่ 1 : วางแผน"], "76 จังหวัด", "ร้อยละ 80", "500,000", ["←", "", "→", ""], "กพส. *"),
        new(Department, 1, "", "", ["กิจกรรมที่ 2 : ติดตามผล"], "รวม 878 อำเภอ", "", "", ["", "", "", ""], "กยผ."),
        new(Department, 1, "2. พัฒนาฐานข้อมูล", "โครงการจัดพิมพ์หนังสือตัวอย่าง ค", [], "1,000 เล่ม", "", "90,000", ["", "✓", "", ""], "สน.คท."),
        new(Department, 2, "1. ปรับปรุงระเบียบ", "โครงการร่างระเบียบตัวอย่าง ง", [], "1 ฉบับ", "มีระเบียบ", "ไม่ใช้งบประมาณ", ["← →", "← →", "← →", "← →"], "กม."),
        new(Department, 2, "", "โครงการบำรุงรักษาระบบตัวอย่าง จ", [], "12 ครั้ง", "", "2,000,000", ["<", "", "", ">"], "ศส."),
        new(Department, 2, "", "โครงการตรวจติดตามตัวอย่าง ฉ", [], "6 ครั้ง", "", "480,000", ["x", "–", "x", "-"], "กตภ."),
        new(Grants, 3, "1. สนับสนุนการดำเนินงาน", "เงินอุดหนุนตัวอย่าง ช", [], "1,254 ราย", "", "497,067,900", ["<=>", "", "", "<=>"], "กศ."),
    ];

    private static readonly PlanDrawing Plan = new() { Lines = Lines, SheetEach = false };
    /// <summary>The small plan, beside which progress is checked too.</summary>
    public static PlanDrawing Small => Plan;

    private static readonly (LineCell, string)[] Usual =
    [
        (At(1, "q1"), "within"), (At(1, "budget"), "1220000.00"), (At(2, "office"), "kps"), (At(4, "budget"), "0.00"), (At(5, "q4"), "to"), (At(7, "budget"), "497067900.00"), (At(3, "way"), "2. พัฒนาฐานข้อมูล"),
    ];

    public static IEnumerable<CostCase> All => [.. Shapes, .. Marks, .. Money, .. Rows, .. Whole];

    private static IEnumerable<CostCase> Shapes =>
    [
        Good("ok-document", "รูปแบบตามเอกสาร หัวตารางซ้ำทุกหน้า แถวต่อเนื่อง และไม่ใช้งบประมาณ", Plan) with { Infos = ["NORM-022", "VAL-091"] },
        Good("ok-sheet-each", "สองงบอยู่คนละแผ่นงาน", Plan with { SheetEach = true, Totals = true }) with { Values = [] },
        Good("ok-xls", "สมุดงาน Excel 97-2003", Plan) with { Container = Container.Xls },
        Good("ok-csv-utf8", "ไฟล์ csv แบบ UTF-8 ทั้งแผนอยู่ในตารางเดียว", Plan) with { Container = Container.CsvUtf8 },
        Good("ok-unicode-text", "ไฟล์ข้อความ Unicode คั่นด้วยแท็บ", Plan) with { Container = Container.UnicodeText },
        Good("ok-csv-windows-874", "ไฟล์ csv ที่ Excel ภาษาไทยบันทึก ลูกศรเป็น < >", Ascii) with { Container = Container.CsvThai },
        Good("ok-page-of-one", "หัวตารางซ้ำทุกแถว", Plan with { Page = 1 }),
        Good("ok-totals", "มีแถวรวมของแต่ละประเด็นยุทธศาสตร์และรวมทั้งสิ้น", Plan with { Totals = true }),
        Good("ok-months", "หัวช่องเวลาเป็นเดือนแรกของไตรมาส", Plan with { QuarterHeads = ["ต.ค.", "ม.ค.", "เม.ย.", "ก.ค."] }),
        Good("ok-office-scan-errors", "ชื่อย่อหน่วยงานที่สแกนผิดและมีดอกจัน", Plan) with
        {
            Change = draft => { draft.Replace(At(1, "office"), "ก.พ.ร.สธ. *"); draft.Replace(At(7, "office"), "กศ.*"); },
            Values = [(At(1, "office"), "kpr"), (At(7, "office"), "ks")], Infos = ["NORM-020"],
        },
        Good("ok-thai-digits", "จำนวนเงินและยุทธศาสตร์เป็นเลขไทย", Plan) with
        {
            Change = draft => { draft.Respell(text => text.Replace("ยุทธศาสตร์ที่ 2", "ยุทธศาสตร์ที่ ๒", StringComparison.Ordinal)); draft.Replace(At(1, "budget"), "๑,๒๒๐,๐๐๐"); },
            Values = [(At(1, "budget"), "1220000.00"), (At(5, "budget"), "2000000.00")],
        },
    ];

    private static IEnumerable<CostCase> Marks =>
    [
        Bad("warning-arrow-without-end", "ลูกศรเริ่มแต่ไม่มีปลาย", draft => draft.Replace(At(2, "q3"), null), [new("PLAN-004", At(2, "q1"))]),
        Bad("error-quarter-in-words", "ช่องไตรมาสเป็นข้อความ", draft => draft.Replace(At(3, "q2"), "ภายในเดือนกันยายน"), [new("NORM-010", At(3, "q2"))]),
        Bad("ok-quarters-blank", "ไม่มีเครื่องหมายในช่องไตรมาส", draft => draft.Replace(At(3, "q2"), null), []) with { Infos = ["PLAN-003"] },
    ];

    private static IEnumerable<CostCase> Money =>
    [
        Bad("error-budget-missing", "ไม่ได้กรอกงบประมาณ", draft => draft.Replace(At(3, "budget"), null), [new("VAL-001", At(3, "budget"))]),
        Bad("error-budget-in-words", "งบประมาณเป็นตัวอักษร", draft => draft.Replace(At(3, "budget"), "เก้าหมื่นบาท"), [new("NORM-006", At(3, "budget"))]),
        Bad("error-budget-is-a-date", "งบประมาณถูกจัดรูปแบบเป็นข้อความวันที่", draft => draft.Replace(At(3, "budget"), "31 พ.ค. 2564"), [new("NORM-006", At(3, "budget"))]),
        Bad("error-budget-negative", "งบประมาณติดลบ", draft => draft.Replace(At(3, "budget"), -90000d), [new("VAL-020", At(3, "budget"))]),
        Bad("error-subtotal", "แถวรวมของยุทธศาสตร์ไม่ตรง", draft => draft.Replace(At(0, "subtotal_1"), 1_810_001d), [new("VAL-090", At(0, "subtotal_1"))]) with { Drawing = (Plan with { Totals = true }).Draw },
        Bad("error-subtotal-count", "แถวรวมบอก 4 โครงการ แต่มี 3", draft => draft.Replace(At(0, "subtotal_1_count"), "4 โครงการ"), [new("VAL-092", At(0, "subtotal_1_count"))]) with { Drawing = (Plan with { Totals = true }).Draw },
        Bad("error-total", "รวมทั้งสิ้นไม่ตรง", draft => draft.Replace(At(0, "total"), 1d), [new("VAL-090", At(0, "total"))]) with { Drawing = (Plan with { Totals = true }).Draw },
        Bad("error-thousands-in-header", "หัวคอลัมน์เป็นพันบาท", draft => draft.Respell(text => text == "งบประมาณ (บาท)" ? "งบประมาณ (พันบาท)" : text), [.. Enumerable.Repeat(new ExpectedFinding("VAL-094"), 4)]),
    ];

    private static IEnumerable<CostCase> Rows =>
    [
        Bad("error-project-twice", "โครงการเดียวกันสองแถว", null, [new("PLAN-001")]) with { Drawing = (Plan with { Lines = [.. Lines.Take(4), Lines[3], .. Lines.Skip(4)] }).Draw },
        Bad("error-office-unknown", "หน่วยงานที่ไม่มีในกรม", draft => draft.Replace(At(1, "office"), "กทม."), [new("NORM-010", At(1, "office"))]),
        Bad("warning-office-missing", "ไม่ได้กรอกหน่วยงาน", draft => draft.Replace(At(1, "office"), null), [new("VAL-002", At(1, "office"))]),
        Bad("error-strategy-unknown", "ประเด็นยุทธศาสตร์ที่ 9", draft => draft.Respell(text => text.Replace("ยุทธศาสตร์ที่ 2 :", "ยุทธศาสตร์ที่ 9 :", StringComparison.Ordinal)), [.. Enumerable.Repeat(new ExpectedFinding("NORM-010"), 3)]),
        Bad("error-no-strategy", "ไม่มีบรรทัดประเด็นยุทธศาสตร์", draft => draft.Respell(text => text.StartsWith("ประเด็นยุทธศาสตร์ที่ 3", StringComparison.Ordinal) ? "เป้าหมาย : ไม่มีหัวข้อ" : text), [new("VAL-002", At(7, "project"))]),
        Bad("error-row-without-name", "แถวมีงบประมาณแต่ไม่มีชื่อโครงการ", draft => draft.Replace(At(6, "project"), null), [new("REC-028", At(6, "project"))]),
    ];

    private static IEnumerable<CostCase> Whole =>
    [
        Bad("error-other-year", "แผนของปี 2565", null, [new("REC-005")]) with { Drawing = (Plan with { Year = 2565 }).Draw },
        Bad("error-in-a-provinces-folder", "อยู่ในโฟลเดอร์ของจังหวัด", null, [new("REC-008")]) with { Folder = "56-พะเยา" },
        Bad("fatal-garbled", "ไฟล์ csv ที่อักษรไทยเสียจนอ่านไม่ได้", null, [new("REC-001")]) with { Drawing = Ascii.Draw, Container = Container.CsvThai, Spoil = Questions },
    ];

    private static PlanDrawing Ascii => Plan with
    {
        Lines = [.. Lines.Select(line => line with { Quarters = [.. line.Quarters.Select(mark => mark.Replace('←', '<').Replace('→', '>').Replace("↔", "<>", StringComparison.Ordinal).Replace('✓', 'x'))] })],
    };

    // What a program leaves that knows no Thai.
    private static byte[] Questions(byte[] bytes) => [.. bytes.Select(one => one >= 0x80 ? (byte)'?' : one)];

    private static LineCell At(int line, string field) => new("project", line, field);

    private static CostCase Good(string name, string what, PlanDrawing drawing) => Bad(name, what, null, []) with { Drawing = drawing.Draw, Values = Usual };

    private static CostCase Bad(string name, string what, Action<DraftWorkbook>? change, IReadOnlyList<ExpectedFinding> findings) =>
        new() { Form = "action-plan", Name = "2564-" + name, What = what, Drawing = Plan.Draw, Change = change, Findings = findings };
}
