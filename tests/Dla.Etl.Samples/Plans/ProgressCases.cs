using Dla.Etl.Samples.Costs;
using Dla.Etl.Samples.Drafts;
using Dla.Etl.Samples.LocalGrants;
using Dla.Etl.Samples.Writers;
using Dla.Etl.Values;

namespace Dla.Etl.Samples.Plans;

/// <summary>The case folders of <c>action-plan-progress</c>, most of them beside a small plan that stands.</summary>
internal static class ProgressCases
{
    private const string A = "โครงการฝึกอบรมตัวอย่าง ก", B = "โครงการกิจกรรมสัมพันธ์ตัวอย่าง ข", D = "โครงการร่างระเบียบตัวอย่าง ง", Going = "อยู่ระหว่างดำเนินการ", Done = "ดำเนินการแล้วเสร็จ";

    private static readonly Period March = Period.MonthOf(FiscalYear.FromBuddhistEra(2564), 3), February = Period.MonthOf(FiscalYear.FromBuddhistEra(2564), 2);

    private static readonly ProgressLine[] Rows =
    [
        new(A, "สบ.พถ.", 1_220_000, 976_000d, Done) { Output = (80, 78, "คน"), Percent = 80d, Started = "1 พฤศจิกายน 2563", Finished = "15 มกราคม 2564" },
        new(B, "กพส.", 500_000, 125_000d, Going) { Percent = 25d, Started = "4 มกราคม 2564", Problem = "เลื่อนการประชุม" },
        new(D, "กม.", null, 0d, Going) { Started = "1 ตุลาคม 2563" },
    ];

    private static readonly ProgressLine[] Earlier = [Rows[0] with { Disbursed = 900_000d, Percent = null }, Rows[1] with { Disbursed = 100_000d, Percent = null }, Rows[2]];

    public static IEnumerable<GrantCase> All => [.. Shapes, .. Beside, .. Inside, .. Whole];

    private static IEnumerable<GrantCase> Shapes =>
    [
        Case("ok-typical", "สามโครงการของเดือนมีนาคม", Rows) with { Values = [(At(1, "state"), "finished"), (At(1, "disbursed"), "976000.00"), (At(2, "office"), "kps")] },
        Case("ok-csv-windows-874", "ไฟล์ csv ที่ Excel ภาษาไทยบันทึก", Rows) with { Container = Container.CsvThai, Values = [(At(2, "state"), "in_progress"), (At(2, "disbursed"), "125000.00")] },
        Case("ok-xls", "สมุดงาน Excel 97-2003", Rows) with { Container = Container.Xls, Values = [(At(3, "office"), "km")] },
        Case("ok-names-spaced-otherwise", "ชื่อโครงการเว้นวรรคต่างจากแผน", [Rows[0] with { Project = "โครงการฝึกอบรม ตัวอย่าง ก" }, .. Rows.Skip(1)]),
        Case("ok-dates-in-either-era", "วันที่เป็น ค.ศ. พ.ศ. และปีสองหลัก", [Rows[0] with { Started = "01/11/2020", Finished = "15 ม.ค. 64" }, .. Rows.Skip(1)]) with { Infos = ["NORM-020"] },
        Case("ok-without-plan", "ยังไม่มีแผนในระบบ", Rows) with { Plan = null, Infos = ["PLAN-010"] },
        Case("ok-percent-85", "ร้อยละเขียนเป็น 85", [Rows[0] with { Disbursed = 1_037_000d, Percent = 85d }, .. Rows.Skip(1)]),
        Case("ok-percent-as-share", "ร้อยละเขียนเป็น 0.85", [Rows[0] with { Disbursed = 1_037_000d, Percent = 0.85 }, .. Rows.Skip(1)]) with { Infos = ["VAL-117"] },
        Case("warning-percent-differs", "ร้อยละไม่ตรงกับเงิน", [Rows[0] with { Percent = 58d }, .. Rows.Skip(1)]) with { Findings = [new("VAL-116", At(1, "percent"))] },
    ];

    private static IEnumerable<GrantCase> Beside =>
    [
        Case("error-not-in-plan", "โครงการที่แผนไม่มี", [.. Rows, new("โครงการที่ไม่มีในแผน", "กศ.", null, 0d, "ยังไม่ดำเนินการ")]) with { Findings = [new("PLAN-011", At(4, "project"))] },
        Case("error-name-misspelt", "ชื่อโครงการสะกดผิดหนึ่งตัว ระบบเสนอชื่อที่ใกล้เคียง", [Rows[0] with { Project = "โครงการฝึกอบรบตัวอย่าง ก" }, .. Rows.Skip(1)]) with { Findings = [new("PLAN-011", At(1, "project"))] },
        Case("error-is-a-grant", "รายการเงินอุดหนุนของแผน", [.. Rows, new("เงินอุดหนุนตัวอย่าง ช", "กศ.", null, 0d, "ยังไม่ดำเนินการ")]) with { Findings = [new("PLAN-012", At(4, "project"))] },
        Case("warning-other-office", "หน่วยงานไม่ตรงกับแผน", [Rows[0] with { Office = "กศ." }, .. Rows.Skip(1)]) with { Findings = [new("PLAN-013", At(1, "office"))] },
        Case("ok-disbursed-all", "เบิกจ่ายเท่ากับงบประมาณ", [Rows[0] with { Disbursed = 1_220_000d, Percent = 100d }, .. Rows.Skip(1)]),
        Case("error-disbursed-more", "เบิกจ่ายเกินงบประมาณหนึ่งสตางค์", [Rows[0] with { Disbursed = 1_220_000.01, Percent = null }, .. Rows.Skip(1)]) with { Findings = [new("PLAN-014", At(1, "disbursed"))] },
        Case("error-disbursed-without-budget", "เบิกจ่ายทั้งที่แผนไม่ใช้งบประมาณ", [Rows[0], Rows[1], Rows[2] with { Disbursed = 1_000d }]) with { Findings = [new("PLAN-015", At(3, "disbursed"))] },
        Case("warning-other-budget", "งบประมาณไม่ตรงกับแผน", [Rows[0] with { Budget = 1_200_000, Percent = null }, .. Rows.Skip(1)]) with { Findings = [new("PLAN-016", At(1, "budget"))] },
        Case("ok-after-a-month", "ยอดสะสมเพิ่มจากเดือนก่อน", Rows) with { Before = Before },
        Case("error-shrunk", "ยอดเบิกจ่ายสะสมลดลงไม่มีหมายเหตุ", [Rows[0] with { Disbursed = 800_000d, Percent = null }, .. Rows.Skip(1)]) with { Before = Before, Findings = [new("VAL-130", At(1, "disbursed"))] },
        Case("ok-shrunk-with-note", "ยอดเบิกจ่ายสะสมลดลงมีหมายเหตุ", [Rows[0] with { Disbursed = 800_000d, Percent = null, Note = "เบิกเกินส่งคืน" }, .. Rows.Skip(1)]) with { Before = Before, Infos = ["VAL-131"] },
        Case("warning-row-left-out", "โครงการของเดือนก่อนหายไป", [Rows[0], Rows[2]]) with { Before = Before, Findings = [new("VAL-134")] },
    ];

    private static IEnumerable<GrantCase> Inside =>
    [
        Case("error-disbursed-missing", "ไม่ได้กรอกเบิกจ่าย", [Rows[0], Rows[1] with { Disbursed = null, Percent = null }, Rows[2]]) with { Findings = [new("VAL-001", At(2, "disbursed"))] },
        Case("error-disbursed-in-words", "เบิกจ่ายเป็นตัวอักษร", [Rows[0], Rows[1] with { Disbursed = "แสนเศษ", Percent = null }, Rows[2]]) with { Findings = [new("NORM-006", At(2, "disbursed"))] },
        Case("error-negative", "เบิกจ่ายติดลบ", [Rows[0], Rows[1] with { Disbursed = -5d, Percent = null }, Rows[2]]) with { Findings = [new("VAL-020", At(2, "disbursed"))] },
        Case("error-state-unknown", "สถานะที่ไม่มีในรายการ", [Rows[0], Rows[1] with { State = "เกือบเสร็จ" }, Rows[2]]) with { Findings = [new("NORM-010", At(2, "state"))] },
        Case("error-office-unknown", "หน่วยงานที่ไม่มีในกรม", [Rows[0] with { Office = "กทม." }, .. Rows.Skip(1)]) with { Findings = [new("NORM-010", At(1, "office"))] },
        Case("error-project-twice", "โครงการเดียวกันสองแถว", [.. Rows, Rows[1]]) with { Findings = [new("VAL-012", At(4, "project"))] },
        Case("error-started-though-not", "มีวันที่เริ่มแต่สถานะยังไม่ดำเนินการ", [Rows[0], Rows[1] with { State = "ยังไม่ดำเนินการ" }, Rows[2]]) with { Findings = [new("VAL-112", At(2, "started"))] },
        Case("error-finished-though-going", "มีวันแล้วเสร็จแต่ยังดำเนินการ", [Rows[0] with { State = Going }, .. Rows.Skip(1)]) with { Findings = [new("VAL-112", At(1, "finished"))] },
        Case("warning-no-start", "กำลังดำเนินการแต่ไม่บอกวันเริ่ม", [Rows[0], Rows[1] with { Started = null }, Rows[2]]) with { Findings = [new("VAL-115", At(2, "started"))] },
        Case("error-cancelled-without-note", "ยกเลิกโดยไม่บอกเหตุผล", [Rows[0], Rows[1] with { State = "ยกเลิก" }, Rows[2]]) with { Findings = [new("VAL-114", At(2, "note"))] },
        Case("error-day-in-wrong-year", "วันเริ่มผิดปี", [Rows[0], Rows[1] with { Started = "4 มกราคม 2546" }, Rows[2]]) with { Findings = [new("VAL-119", At(2, "started"))] },
        Case("warning-day-after-the-month", "วันแล้วเสร็จหลังเดือนที่รายงาน", [Rows[0] with { Finished = "2 เมษายน 2564" }, .. Rows.Skip(1)]) with { Findings = [new("VAL-120", At(1, "finished"))] },
    ];

    private static IEnumerable<GrantCase> Whole =>
    [
        Case("error-month-missing", "ไม่บอกเดือน", Rows) with { Table = Table with { More = [] }, Findings = [new("REC-033")] },
        Case("error-thousands-of-baht", "บรรทัดหน่วยเป็นพันบาท", Rows) with { Table = Table with { Unit = "หน่วย : พันบาท" }, Findings = [new("VAL-094", Cell: "A4")] },
        Case("error-other-year", "รายงานของปี 2565", Rows) with { Table = ProgressDrawing.Of(Period.MonthOf(FiscalYear.FromBuddhistEra(2565), 3), Rows), Unit = "", Findings = [new("REC-005")] },
        Case("error-no-rows", "ไม่มีแถวเลย", []) with { Findings = [new("VAL-015")] },
        Case("error-in-a-provinces-folder", "อยู่ในโฟลเดอร์ของจังหวัด", Rows) with { Folder = "56-พะเยา", Unit = "", Plan = null, Findings = [new("REC-008")] },
    ];

    private static SampleTable Table => ProgressDrawing.Of(March, Rows);

    private static SampleTable Before => ProgressDrawing.Of(February, Earlier);

    private static LineCell At(int line, string field) => new("project", line, field);

    private static GrantCase Case(string name, string what, IReadOnlyList<ProgressLine> rows) => new()
    {
        Form = "action-plan-progress", Name = "2564-" + name, What = what, Table = ProgressDrawing.Of(March, rows),
        Folder = "00-ส่วนกลาง", Unit = "00", Period = "2564-03", Plan = PlanCases.Small.Draw,
    };
}
