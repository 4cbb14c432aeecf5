using Dla.Etl.Reference.Authorities;
using Dla.Etl.Samples.Costs;
using Dla.Etl.Samples.Drafts;
using Dla.Etl.Samples.Writers;
using Dla.Etl.Values;

namespace Dla.Etl.Samples.LocalGrants;

/// <summary>The case folders of <c>specific-grant-status</c>.</summary>
internal static class SpecificGrantCases
{
    private const string Road = "ก่อสร้างถนนคอนกรีตเสริมเหล็ก สายทดลอง หมู่ 1", Tap = "ก่อสร้างระบบประปาหมู่บ้าน หมู่ 2", Ground = "ก่อสร้างลานกีฬา หมู่ 3", Pump = "ซ่อมแซมสถานีสูบน้ำ หมู่ 4";

    private static readonly Period May = Period.MonthOf(FiscalYear.FromBuddhistEra(2566), 5), April = Period.MonthOf(FiscalYear.FromBuddhistEra(2566), 4), July = Period.MonthOf(FiscalYear.FromBuddhistEra(2566), 7);

    private static readonly LocalAuthority BanMai = GrantDrawing.Authority("05560103"), Kilometre = GrantDrawing.Authority("06560304");

    private static readonly SampleProject Paid = Of(Road, 2_400_000, 7) with { Number = "1/2566", Signed = "15 กุมภาพันธ์ 2566", Committed = 2_380_000, Disbursed = 1_190_000, Percent = 49.58 };

    private static readonly SampleProject Signed = Of(Tap, 1_500_000, 6) with { Number = "2/2566", Signed = "3 เม.ย. 2566", Committed = 1_495_000 };

    private static readonly IReadOnlyList<SampleProject> Typical = [Paid, Signed, Of(Ground, 900_000, 3), Of(Pump, 600_000, 1) with { Reason = "ที่ดินยังไม่ได้รับอนุญาต" }];

    public static IEnumerable<GrantCase> All => [.. Shapes, .. Stages, .. Dates, .. Compared];

    private static IEnumerable<GrantCase> Shapes =>
    [
        Case("ok-typical", "สี่โครงการในสี่สถานะ", Typical) with { Values = [(At(1, "stage"), "7"), (At(2, "committed"), "1495000.00"), (At(3, "stage"), "3"), (At(4, "reason"), "ที่ดินยังไม่ได้รับอนุญาต")] },
        Case("ok-csv-windows-874", "ไฟล์ csv ที่ Excel ภาษาไทยบันทึก", Typical) with { Container = Container.CsvThai, Values = [(At(2, "stage"), "6")] },
        Case("ok-stage-as-number", "เขียนสถานะเป็นเลข และเลขนำหน้าคำ", Typical) with
        {
            Change = draft => { draft.Replace(At(1, "stage"), 7d); draft.Replace(At(2, "stage"), "6. ลงนามในสัญญา"); draft.Replace(At(3, "stage"), "๓"); }, Values = [(At(1, "stage"), "7"), (At(2, "stage"), "6"), (At(3, "stage"), "3")],
        },
        Case("ok-nothing-to-report", "ไม่ได้รับจัดสรร", [new(Kilometre, SampleGrant.Nothing, null, null) { Disbursed = null }]) with { Values = [(At(1, "project"), "none")] },
        Case("error-project-twice", "โครงการเดียวกันสองแถว ต่างกันเพียงช่องว่าง", [.. Typical, Of(Ground.Replace(" ", "", StringComparison.Ordinal), 1, 3)]) with { Findings = [new("VAL-012", At(5, "project"))] },
        Case("error-disbursed-more", "เบิกจ่ายเกินที่ได้รับจัดสรร", [Paid with { Disbursed = 2_400_000.01, Percent = null }]) with { Findings = [new("VAL-110", At(1, "disbursed")), new("VAL-111", At(1, "disbursed"))] },
        Case("error-committed-more", "ก่อหนี้เกินที่ได้รับจัดสรร", [Signed with { Committed = 1_500_000.01 }]) with { Findings = [new("VAL-110", At(1, "committed"))] },
        Case("error-thousands-of-baht", "บรรทัดหน่วยเป็นพันบาท", Typical) with { Table = GrantDrawing.Specific(May, 56, Typical) with { Unit = "หน่วย : พันบาท" }, Findings = [new("VAL-094", Cell: "A4")] },
        Case("error-sum-row-differs", "แถวรวมทั้งสิ้นขาดไปหนึ่งโครงการ", Typical) with
        {
            Table = GrantDrawing.Specific(May, 56, Typical) with { Rows = [.. GrantDrawing.Specific(May, 56, Typical).Rows, (object?[])["รวมทั้งสิ้น", null, null, 4_800_000d, null, null, null, 3_875_000d, 1_190_000d, null, null, null, null]] },
            Findings = [new("VAL-090", At(5, "allocated"))],
        },
        Case("warning-contract-in-thousands", "ก่อหนี้ผูกพันกรอกเป็นพันบาท ได้รับจัดสรรเป็นบาท", [Signed with { Committed = 1_495 }]) with { Findings = [new("VAL-098", At(1, "committed"))] },
        Case("error-wrong-province", "วางในโฟลเดอร์ของจังหวัดอื่น", Typical) with { Folder = "57-เชียงราย", Findings = [new("REC-008", Cell: "A2")] },
    ];

    private static IEnumerable<GrantCase> Stages =>
    [
        Case("error-stage-eight", "สถานะที่ 8 ไม่มี", Typical) with { Change = draft => draft.Replace(At(1, "stage"), 8d), Findings = [new("NORM-010", At(1, "stage"))] },
        Case("error-stage-zero", "สถานะที่ 0 ไม่มี", Typical) with { Change = draft => draft.Replace(At(3, "stage"), "0"), Findings = [new("NORM-010", At(3, "stage"))] },
        Case("error-stage-in-words", "สถานะเป็นคำที่ไม่มีในแบบ", Typical) with { Change = draft => draft.Replace(At(3, "stage"), "กำลังดำเนินการ"), Findings = [new("NORM-010", At(3, "stage"))] },
        Case("error-committed-before-contract", "ก่อหนี้ผูกพันในสถานะที่ 5", [Signed with { Stage = Stage(5), Number = null, Signed = null }]) with { Findings = [new("VAL-112", At(1, "committed"))] },
        Case("error-disbursed-at-stage-6", "เบิกจ่ายในสถานะที่ 6", [Signed with { Disbursed = 1 }]) with { Findings = [new("VAL-112", At(1, "disbursed"))] },
        Case("error-not-ready-without-reason", "ไม่พร้อมดำเนินการโดยไม่มีเหตุผล", [Of(Pump, 600_000, 1)]) with { Findings = [new("VAL-114", At(1, "reason"))] },
        Case("warning-stage-7-not-disbursed", "สถานะเบิกจ่ายแต่ยอดเป็น 0", [Paid with { Disbursed = 0, Percent = null }]) with { Findings = [new("VAL-115", At(1, "disbursed"))] },
        Case("ok-disbursed-all-of-the-contract", "เบิกจ่ายครบตามสัญญา", [Paid with { Disbursed = 2_380_000, Percent = null }]),
        Case("warning-disbursed-more-than-contract", "เบิกจ่ายเกินวงเงินตามสัญญาหนึ่งสตางค์", [Paid with { Disbursed = 2_380_000.01, Percent = null }]) with { Findings = [new("VAL-111", At(1, "disbursed"))] },
        Case("warning-no-contract-amount", "ลงนามแล้วไม่มียอดก่อหนี้ผูกพัน", [Signed with { Committed = null }]) with { Findings = [new("VAL-115", At(1, "committed"))] },
        Case("warning-no-contract-number", "ลงนามแล้วไม่มีเลขที่สัญญา", [Signed with { Number = null }]) with { Findings = [new("VAL-115", At(1, "contract_number"))] },
        Case("warning-contract-before-stage-6", "มีเลขที่และวันที่สัญญาในสถานะที่ 4", [Of(Tap, 1_500_000, 4) with { Number = "2/2566", Signed = "3 เม.ย. 2566" }]) with
        {
            Findings = [new("VAL-113", At(1, "contract_number")), new("VAL-113", At(1, "contract_date"))],
        },
    ];

    private static IEnumerable<GrantCase> Dates =>
    [
        Case("ok-dates-of-either-era", "วันที่ พ.ศ. ค.ศ. ปีสองหลัก เลขไทย และวันที่ของโปรแกรมตารางงาน", [Signed, Paid with { Signed = "2023-02-15" }, Named("ก", "15/2/66"), Named("ข", "๑๕ ก.พ. ๒๕๖๖"), Named("ค", "")]) with
        {
            Change = draft => draft.Replace(At(5, "contract_date"), 44972d), // 15 February 2023 as a serial
        },
        Case("error-date-implausible", "พิมพ์ปี 2556 แทน 2566", [Signed with { Signed = "3 เม.ย. 2556" }]) with { Findings = [new("VAL-119", At(1, "contract_date"))] },
        Case("error-no-such-day", "31 เมษายนไม่มี", [Signed with { Signed = "31 เม.ย. 2566" }]) with { Findings = [new("NORM-008", At(1, "contract_date"))] },
        Case("warning-date-after-the-month", "วันที่สัญญาหลังเดือนที่รายงาน", [Signed with { Signed = "1 มิ.ย. 2566" }]) with { Findings = [new("VAL-120", At(1, "contract_date"))] },
    ];

    private static IEnumerable<GrantCase> Compared =>
    [
        Case("ok-after-a-month", "คืบหน้าจากเดือนก่อน", Typical) with { Before = GrantDrawing.Specific(April, 56, Signed with { Project = Road, Allocated = 2_400_000, Number = "1/2566" }, Of(Ground, 900_000, 2)) },
        Case("error-stage-back", "สถานะย้อนกลับไม่มีหมายเหตุ", [Of(Ground, 900_000, 3)]) with { Before = Ahead, Findings = [new("VAL-132", At(1, "stage"))] },
        Case("ok-stage-back-with-note", "สถานะย้อนกลับมีหมายเหตุ", [Of(Ground, 900_000, 3) with { Note = "ยกเลิกผลการประกวดราคาและประกาศใหม่" }]) with { Before = Ahead, Infos = ["VAL-133"] },
        Case("error-stage-beyond-a-later-month", "ส่งเดือนพฤษภาคมหลังเดือนกรกฎาคม สถานะเกินเดือนหลัง", [Of(Ground, 900_000, 5)]) with { After = GrantDrawing.Specific(July, 56, Of(Ground, 900_000, 3)), Findings = [new("VAL-143", At(1, "stage"))] },
        Case("error-shrunk", "ยอดเบิกจ่ายสะสมลดลง", [Paid with { Disbursed = 1_000_000, Percent = null }]) with { Before = GrantDrawing.Specific(April, 56, Paid), Findings = [new("VAL-130", At(1, "disbursed"))] },
        Case("error-committed-left-blank", "ยอดก่อหนี้ของเดือนก่อนเว้นว่างไว้", [Paid with { Committed = null }]) with
        {
            Before = GrantDrawing.Specific(April, 56, Paid), Findings = [new("VAL-115", At(1, "committed")), new("VAL-139", At(1, "committed"))],
        },
        Case("warning-project-renamed", "โครงการเดิมใช้ชื่อใหม่", [Paid with { Project = "ถนน คสล. สายทดลอง" }]) with { Before = GrantDrawing.Specific(April, 56, Paid), Findings = [new("VAL-134")] },
        Case("error-allocated-in-thousands", "ได้รับจัดสรรกรอกเป็นพันบาท", [Of(Ground, 900, 3)]) with { Before = GrantDrawing.Specific(April, 56, Of(Ground, 900_000, 3)), Findings = [new("VAL-096")] },
    ];

    private static SampleTable Ahead => GrantDrawing.Specific(April, 56, Of(Ground, 900_000, 5));

    private static SampleProject Named(string letter, string signed) => Signed with { Project = $"โครงการทดลอง {letter}", Number = $"{letter}/2566", Signed = signed };

    private static SampleProject Of(string project, double allocated, int stage) => new(BanMai, project, allocated, Stage(stage));

    private static string Stage(int stage) => SampleProject.Stages[stage - 1];

    private static LineCell At(int line, string field) => new("project", line, field);

    private static GrantCase Case(string name, string what, IReadOnlyList<SampleProject> rows) => new()
    {
        Form = "specific-grant-status", Name = "2566-" + name, What = what, Table = GrantDrawing.Specific(May, 56, rows),
        Unit = rows.Select(row => row.Of.Code.ToString()).Distinct().ToList() is [var only] ? only : "56",
    };
}
