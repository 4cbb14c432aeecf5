using Dla.Etl.Reference.Authorities;
using Dla.Etl.Samples.Cases;
using Dla.Etl.Samples.Costs;
using Dla.Etl.Samples.Drafts;
using Dla.Etl.Samples.Writers;
using Dla.Etl.Values;

namespace Dla.Etl.Samples.LocalGrants;

/// <summary>The case folders of <c>general-grant-disbursement</c>.</summary>
internal static class GeneralGrantCases
{
    private const string Lunch = "เงินอุดหนุนสำหรับสนับสนุนอาหารกลางวัน", Milk = "เงินอุดหนุนสำหรับสนับสนุนอาหารเสริม (นม)", Elderly = "โครงการสร้างหลักประกันรายได้แก่ผู้สูงอายุ", Other = "รายการอื่น (ระบุชื่อในหมายเหตุ)";

    private static readonly Period May = Period.MonthOf(FiscalYear.FromBuddhistEra(2566), 5), April = Period.MonthOf(FiscalYear.FromBuddhistEra(2566), 4), July = Period.MonthOf(FiscalYear.FromBuddhistEra(2566), 7);

    private static readonly LocalAuthority BanMai = GrantDrawing.Authority("05560103"), MaeSommut = GrantDrawing.Authority("05560104"), BanMaiOfThung = GrantDrawing.Authority("05560301"), Kilometre = GrantDrawing.Authority("06560304");

    private static readonly IReadOnlyList<SampleGrant> Own =
    [
        new(BanMai, Lunch, 1_260_000, 840_000, 315, 315, "คน"),
        new(BanMai, Milk, 682_500.50, 455_000.25, 430, 428, "คน"),
        new(BanMai, Elderly, 9_450_000, 6_300_000, 1_312, 1_298, "คน") { CarriedOver = 12_600 },
    ];

    private static readonly IReadOnlyList<SampleGrant> Earlier = [.. Own.Select(row => row with { Disbursed = row.Disbursed - 150_000, CarriedOver = null })];

    public static IEnumerable<GrantCase> All => [.. Shapes, .. Authorities, .. Nothing, .. Percents, .. Rows, .. Months, .. Compared, .. Whole];

    private static IEnumerable<GrantCase> Shapes =>
    [
        Case("ok-typical", "อปท. ส่งรายการของตนเอง", Own) with { Values = [(At(1, "item"), "G15"), (At(1, "received"), "1260000.00"), (At(2, "disbursed"), "455000.25"), (At(3, "carried_over"), "12600.00")] },
        Case("ok-compilation", "สถจ. รวบรวมของ อปท. สามแห่ง ชื่อเดียวกันสองแห่งอยู่คนละอำเภอ", [.. Own, new(BanMaiOfThung, Lunch, 500_000, 250_000), new(MaeSommut, Lunch, 700_000, 700_000)]) with
        {
            Values = [(At(1, "authority"), "05560103"), (At(4, "authority"), "05560301"), (At(5, "authority"), "05560104"), (At(4, "received"), "500000.00")],
        },
        Case("ok-csv-windows-874", "ไฟล์ csv ที่ Excel ภาษาไทยบันทึก", Own) with { Container = Container.CsvThai, Values = [(At(2, "received"), "682500.50")] },
        Case("ok-csv-utf8", "ไฟล์ csv แบบ UTF-8", Own) with { Container = Container.CsvUtf8, Values = [(At(2, "item"), "G14")] },
        Case("ok-xls", "สมุดงาน Excel 97-2003", Own) with { Container = Container.Xls, Values = [(At(3, "item"), "G23")] },
        Case("ok-other-spellings", "หัวคอลัมน์และชื่อรายการแบบย่อตามที่ใช้กันทั่วไป เลขไทย", [.. Own.Select(row => row with { Item = Short(row.Item) })]) with
        {
            Change = draft =>
            {
                draft.Respell(text => text switch { "ได้รับจัดสรร (โอน)" => "เงินที่ได้รับ (บาท)", "เบิกจ่าย" => "ผลการเบิกจ่าย", "ชื่อ อปท." => "องค์กรปกครองส่วนท้องถิ่น", _ => text });
                draft.Sheets[0].Put(4, 3, "ได้รับจัดสรร(บาท)", Look.Header);
                draft.Replace(At(1, "received"), "๑,๒๖๐,๐๐๐.๐๐");
            },
            Infos = ["NORM-020"],
            Values = [(At(1, "item"), "G15"), (At(1, "received"), "1260000.00"), (At(3, "item"), "G23")],
        },
        Case("ok-extra-columns", "มีคอลัมน์จังหวัด ซึ่งตรงกับหัวแบบ และคงเหลือ ซึ่งแบบไม่ใช้", Own) with { Table = WithProvince(GrantDrawing.General(May, 56, Own)) },
        Case("ok-name-merged-over-its-rows", "ชื่อ อปท. ผสานเซลล์สามแถว", Own) with
        {
            Change = draft =>
            {
                foreach (var column in new[] { "district", "authority" })
                {
                    var (sheet, first) = draft.Places[At(1, column)];
                    draft.Replace(At(2, column), null);
                    draft.Replace(At(3, column), null);
                    sheet.Merge(first.Row, first.Column, first.Row + 2, first.Column);
                }
            },
            Values = [(At(3, "received"), "9450000.00")],
        },
        Case("ok-without-optional-columns", "มีเพียงชื่อ รายการ ได้รับ และเบิกจ่าย", [new(MaeSommut, Lunch, 700_000, 700_000)]) with { Table = Only(GrantDrawing.General(May, 56, new SampleGrant(MaeSommut, Lunch, 700_000, 700_000)), "authority", "item", "received", "disbursed") },
        Case("ok-sum-row", "มีแถวรวมท้ายตารางซึ่งตรง และเว้นว่างยอดรวมช่องหนึ่ง", Own) with { Table = WithSums(Own, [Sum("รวมทั้งสิ้น", 11_392_500.50, null)]) },
        Case("error-sum-row-differs", "แถวรวมทั้งสิ้นไม่ตรงกับผลรวมของแถวหนึ่งสตางค์", Own) with { Table = WithSums(Own, [Sum("รวมทั้งสิ้น", 11_392_500.50, 7_595_000.26)]), Findings = [new("VAL-090", At(4, "disbursed"))] },
        Case("ok-sums-of-each-authority", "สถจ. รวบรวม มีแถวรวมของแต่ละ อปท. และรวมจังหวัด", [.. Own, new(BanMaiOfThung, Lunch, 500_000, 250_000)]) with
        {
            Table = WithSums(Own, [Sum("รวม ทต.บ้านใหม่", 11_392_500.50, 7_595_000.25), .. Lines(new SampleGrant(BanMaiOfThung, Lunch, 500_000, 250_000)), Sum("รวม", 500_000, 250_000), Sum("รวมจังหวัดพะเยา", 11_892_500.50, 7_845_000.25)]),
            Values = [(At(5, "authority"), "05560301")],
        },
        Case("warning-sum-of-an-authority-differs", "แถวรวมของ อปท. แห่งหนึ่งไม่ตรง ทั้งที่รวมจังหวัดตรง", [.. Own, new(BanMaiOfThung, Lunch, 500_000, 250_000)]) with
        {
            Table = WithSums(Own, [Sum("รวม ทต.บ้านใหม่", 11_392_500.50, 7_000_000), .. Lines(new SampleGrant(BanMaiOfThung, Lunch, 500_000, 250_000)), Sum("รวม", 500_000, 250_000), Sum("รวมจังหวัดพะเยา", 11_892_500.50, 7_845_000.25)]),
            Findings = [new("VAL-148", At(4, "disbursed"))],
        },
        Case("warning-sum-row-in-words", "ยอดรวมเป็นข้อความที่อ่านไม่ได้", Own) with { Table = WithSums(Own, [Sum("รวมทั้งสิ้น", "ตามเอกสารแนบ", 7_595_000.25)]), Findings = [new("NORM-006", At(4, "received"))] },
    ];

    private static IEnumerable<GrantCase> Authorities =>
    [
        Case("ok-authority-as-code", "อปท. เขียนเป็นรหัส 8 หลัก 7 หลัก และชื่อเต็ม", Own) with
        {
            Change = draft => { draft.Replace(At(1, "authority"), "05560103"); draft.Replace(At(2, "authority"), 5560103d); draft.Replace(At(3, "authority"), "เทศบาลตำบลบ้านใหม่"); },
            Values = [(At(1, "authority"), "05560103"), (At(2, "authority"), "05560103"), (At(3, "authority"), "05560103")],
        },
        Case("ok-authority-with-code-in-brackets", "รหัสในวงเล็บหลังชื่อ ซึ่งชี้ขาดว่าเป็นแห่งใดเมื่อชื่อซ้ำ", Own) with
        {
            Change = draft => { foreach (var line in new[] { 1, 2, 3 }) { draft.Replace(At(line, "district"), null); draft.Replace(At(line, "authority"), "ทต.บ้านใหม่ (05560103)"); } },
            Values = [(At(1, "authority"), "05560103")],
        },
        Case("error-authority-with-anothers-code-in-brackets", "รหัสในวงเล็บเป็นของอีกแห่ง", Own) with { Change = draft => draft.Replace(At(2, "authority"), "ทต.บ้านใหม่ (05560104)"), Unit = "56", Findings = [new("AUT-007", At(2, "authority"))] },
        Case("ok-authority-code-column", "คอลัมน์รหัส อปท. เป็นข้อความ 8 หลัก ตัวเลข 7 หลัก และว่าง ชื่อว่างได้เมื่อมีรหัส", Own) with
        {
            Table = WithCode(GrantDrawing.General(May, 56, Own), "05560103", 5560103d, null),
            Change = draft => { draft.Replace(At(1, "district"), null); draft.Replace(At(2, "authority"), null); },
            Values = [(At(1, "authority"), "05560103"), (At(3, "authority"), "05560103")],
        },
        Case("error-authority-code-column-of-another", "คอลัมน์รหัส อปท. กับชื่อเป็นคนละแห่ง", Own) with
        {
            Table = WithCode(GrantDrawing.General(May, 56, Own), "05560103", "05560104", "05560103"), Unit = "56", Findings = [new("AUT-007", At(2, "authority"))],
        },
        Case("error-row-of-another-province", "คอลัมน์จังหวัดของแถวหนึ่งเป็นจังหวัดอื่น", Own) with
        {
            Table = WithProvince(GrantDrawing.General(May, 56, Own)), Change = draft => draft.Replace(At(2, "province"), "เชียงราย"), Unit = "56", Findings = [new("AUT-012", At(2, "province"))],
        },
        Case("error-authority-unknown", "อปท. ที่ไม่มีในทะเบียน", Own) with { Change = draft => draft.Replace(At(2, "authority"), "ทต.ไม่มีจริง"), Unit = "56", Findings = [new("AUT-002", At(2, "authority"))] },
        Case("error-authority-no-more", "อปท. ที่ยุบไปแล้ว", Own) with { Change = draft => { draft.Replace(At(2, "authority"), "อบต.ห้วยเก่า"); draft.Replace(At(2, "district"), "ดอนสมมติ"); }, Unit = "56", Findings = [new("AUT-003", At(2, "authority"))] },
        Case("error-authority-of-another-province", "อปท. ของจังหวัดอื่น", Own) with { Change = draft => { draft.Replace(At(2, "authority"), "ทต.เวียงสมมติ"); draft.Replace(At(2, "district"), "เวียงสมมติ"); }, Unit = "56", Findings = [new("AUT-004", At(2, "authority"))] },
        Case("error-authority-ambiguous", "ชื่อเดียวกันสองอำเภอและไม่บอกอำเภอ", Own) with { Change = draft => draft.Replace(At(2, "district"), null), Unit = "56", Findings = [new("AUT-005", At(2, "authority"))] },
        Case("error-authority-without-type", "เขียนเพียงชื่อ", Own) with { Change = draft => draft.Replace(At(2, "authority"), "บ้านใหม่"), Unit = "56", Findings = [new("AUT-006", At(2, "authority"))] },
        Case("error-authority-contradiction", "รหัสกับชื่อเป็นคนละแห่ง", Own) with { Change = draft => draft.Replace(At(2, "authority"), "05560104 ทต.บ้านใหม่"), Unit = "56", Findings = [new("AUT-007", At(2, "authority"))] },
    ];

    private static IEnumerable<GrantCase> Nothing =>
    [
        Case("ok-nothing-to-report", "ทั้งไฟล์แจ้งว่าไม่มีรายการที่ต้องรายงาน", [new(Kilometre, SampleGrant.Nothing, null, null)]) with { Values = [(At(1, "item"), "none")] },
        Case("ok-nothing-among-others", "สถจ. รวบรวม แห่งหนึ่งไม่มีรายการ", [.. Own, new(Kilometre, "ไม่ได้รับจัดสรร", null, null)]) with { Values = [(At(4, "item"), "none")] },
        Case("error-nothing-with-figures", "แจ้งว่าไม่มีรายการแต่กรอกเงิน", [new(Kilometre, SampleGrant.Nothing, 5_000, 0)]) with { Findings = [new("VAL-100", At(1, "received"))] },
        Case("error-nothing-beside-rows", "อปท. เดียวกันแจ้งทั้งมีและไม่มีรายการ", [.. Own, new(BanMai, SampleGrant.Nothing, null, null)]) with { Findings = [new("VAL-101", At(4, "item"))] },
        Case("error-nothing-after-figures", "เดือนก่อนมียอด เดือนนี้แจ้งว่าไม่มีรายการ", [new(BanMai, SampleGrant.Nothing, null, null)]) with { Before = Before, Findings = [new("VAL-135", At(1, "item"))] },
        Case("ok-nothing-after-figures-with-note", "เหมือนข้างต้นแต่มีคำชี้แจง", [new(BanMai, SampleGrant.Nothing, null, null) { Note = "เดือนก่อนรายงานผิดแห่ง" }]) with { Before = Before, Infos = ["VAL-136"] },
    ];

    private static IEnumerable<GrantCase> Percents =>
    [
        Case("ok-percent-85", "ร้อยละเขียนเป็น 85", [new(BanMai, Lunch, 1_000_000, 850_000) { Percent = 85d }]),
        Case("ok-percent-as-share", "ร้อยละเขียนเป็น 0.85", [new(BanMai, Lunch, 1_000_000, 850_000) { Percent = 0.85 }]) with { Infos = ["VAL-117"] },
        Case("ok-percent-in-words", "เขียนว่า ร้อยละ 85", [new(BanMai, Lunch, 1_000_000, 850_000) { Percent = "ร้อยละ 85" }]),
        Case("warning-percent-differs", "ร้อยละไม่ตรงกับจำนวนเงิน", [new(BanMai, Lunch, 1_000_000, 850_000) { Percent = 58d }]) with { Findings = [new("VAL-116", At(1, "percent"))] },
        Case("warning-percent-with-carried-over", "คิดร้อยละรวมเงินกันเหลื่อมปี", [new(BanMai, Lunch, 1_000_000, 500_000) { CarriedOver = 300_000, Percent = 80d }]) with { Findings = [new("VAL-116", At(1, "percent"))] },
        Case("warning-percent-of-nothing", "ยังไม่ได้รับโอนแต่มีร้อยละ", [new(BanMai, Lunch, 0, 0) { Percent = 100d }]) with { Findings = [new("VAL-118", At(1, "percent"))] },
    ];

    private static IEnumerable<GrantCase> Rows =>
    [
        Case("ok-disbursed-all", "เบิกจ่ายเท่ากับที่ได้รับ", [new(BanMai, Lunch, 1_000_000, 1_000_000)]),
        Case("ok-carried-over-apart", "เบิกจ่ายเงินกันมากกว่าที่ได้รับปีนี้", [new(BanMai, Lunch, 1_000_000, 10_000) { CarriedOver = 3_000_000 }]),
        Case("error-disbursed-more", "เบิกจ่ายมากกว่าที่ได้รับหนึ่งสตางค์", [new(BanMai, Lunch, 1_000_000, 1_000_000.01)]) with { Findings = [new("VAL-110", At(1, "disbursed"))] },
        Case("error-negative", "จำนวนเงินติดลบ", [new(BanMai, Lunch, 1_000_000, -5)]) with { Findings = [new("VAL-020", At(1, "disbursed"))] },
        Case("error-blank-amount", "ไม่ได้กรอกเบิกจ่าย", [Own[0], Own[1] with { Disbursed = null }]) with { Findings = [new("VAL-001", At(2, "disbursed"))] },
        Case("error-amount-in-words", "จำนวนเงินเป็นตัวอักษร", Own) with { Change = draft => draft.Replace(At(1, "disbursed"), "แปดแสนบาทเศษ"), Findings = [new("NORM-006", At(1, "disbursed"))] },
        Case("error-letter-o", "พิมพ์ตัวโอแทนศูนย์", Own) with { Change = draft => draft.Replace(At(1, "disbursed"), "84O,OOO"), Findings = [new("NORM-006", At(1, "disbursed"))] },
        Case("error-row-twice", "รายการเดียวกันของ อปท. เดียวกันสองแถว ด้วยชื่อเต็มและชื่อย่อ", [.. Own, new(BanMai, "อาหารกลางวัน", 1, 1)]) with { Findings = [new("VAL-012", At(4, "item"))] },
        Case("error-item-unknown", "รายการที่ไม่มีในแบบ", Own) with { Change = draft => draft.Replace(At(2, "item"), "เงินอุดหนุนสำหรับดวงจันทร์"), Findings = [new("NORM-010", At(2, "item"))] },
        Case("error-item-two-meanings", "ชื่อของรายการที่ 40 และ 44 โดยไม่บอกจำนวนแห่ง", Own) with { Change = draft => draft.Replace(At(2, "item"), "เงินอุดหนุนสำหรับสนับสนุนการพัฒนาคุณภาพการให้บริการด้านสาธารณสุขของสถานอนามัยที่ถ่ายโอนให้แก่องค์กรปกครองส่วนท้องถิ่น"), Findings = [new("NORM-010", At(2, "item"))] },
        Case("ok-other-with-note", "รายการอื่นและระบุชื่อ", [new(BanMai, Other, 90_000, 0) { Note = "เงินอุดหนุนรายการใหม่ของปี 2566" }]) with { Values = [(At(1, "item"), "other")] },
        Case("error-other-without-note", "รายการอื่นที่ไม่ระบุชื่อ", [new(BanMai, Other, 90_000, 0)]) with { Findings = [new("VAL-114", At(1, "note"))] },
        Case("error-authority-blank", "ไม่ได้กรอกชื่อ อปท.", Own) with { Unit = "56", Change = draft => draft.Replace(At(2, "authority"), null), Findings = [new("VAL-002", At(2, "authority"))] },
    ];

    private static IEnumerable<GrantCase> Months =>
    [
        Case("ok-month-as-of-a-day", "ข้อมูล ณ วันที่ เขียนเดือนย่อและปีสองหลัก", Own) with { Table = Own3(["ข้อมูล ณ วันที่ 31 พค. 66"]) },
        Case("ok-month-beside-a-later-day", "ประจำเดือนพฤษภาคม ข้อมูล ณ วันที่จัดทำในเดือนถัดไป", Own) with { Table = Own3(["ประจำเดือนพฤษภาคม 2566", "ข้อมูล ณ วันที่ 3 มิถุนายน 2566"]) },
        Case("error-month-as-of-a-day-after", "ข้อมูล ณ วันที่ 3 ของเดือนถัดไปเท่านั้น ไม่ทราบว่าเดือนใด", Own) with { Table = Own3(["ข้อมูล ณ วันที่ 3 มิถุนายน 2566"]), Findings = [new("REC-033", Cell: "A3")] },
        Case("ok-month-span", "ตุลาคม 2565 ถึงพฤษภาคม 2566", Own) with { Table = Own3(["ประจำเดือนตุลาคม 2565 ถึงพฤษภาคม 2566"]) },
        Case("warning-month-in-file-name", "เดือนอยู่ที่ชื่อไฟล์เท่านั้น", Own) with { Table = Own3([]), FileName = "เบิกจ่ายเงินอุดหนุน พ.ค. 66", Findings = [new("REC-035")] },
        Case("error-month-missing", "ไม่บอกเดือน", Own) with { Table = Own3([]), Findings = [new("REC-033")] },
        Case("error-months-mixed", "สองแผ่นงานของสองเดือน", Own) with
        {
            Change = draft => draft.Sheets.Add(Second(GrantDrawing.General(April, 56, Earlier))), Findings = [new("REC-009", Cell: "A3")],
        },
        Case("error-month-contradicts-file-name", "ในแบบเป็นพฤษภาคม ชื่อไฟล์เป็นเมษายน", Own) with { FileName = "เบิกจ่าย เม.ย. 66", Findings = [new("REC-034", Cell: "A3")] },
        Case("error-year-contradicts-month", "ปีงบประมาณ 2566 แต่เดือนพฤศจิกายน 2566 อยู่ในปีงบประมาณ 2567", Own) with { Table = Own3(["ประจำเดือนพฤศจิกายน 2566"]), Findings = [new("REC-006", Cell: "A3")] },
    ];

    private static IEnumerable<GrantCase> Compared =>
    [
        Case("ok-after-a-month", "ยอดสะสมเพิ่มจากเดือนก่อน", Own) with { Before = Before },
        Case("error-shrunk", "ยอดเบิกจ่ายสะสมลดลงไม่มีหมายเหตุ", [Own[0] with { Disbursed = 600_000 }, .. Own.Skip(1)]) with { Before = Before, Findings = [new("VAL-130", At(1, "disbursed"))] },
        Case("ok-shrunk-with-note", "ยอดเบิกจ่ายสะสมลดลงมีหมายเหตุ", [Own[0] with { Disbursed = 600_000, Note = "เบิกเกินส่งคืน" }, .. Own.Skip(1)]) with { Before = Before, Infos = ["VAL-131"] },
        Case("error-all-in-thousands", "ทั้งไฟล์กรอกเป็นพันบาทโดยไม่บอก", [.. Own.Select(row => row with { Received = row.Received / 1_000, Disbursed = row.Disbursed / 1_000, CarriedOver = null })]) with
        {
            Before = Before, Findings = [new("VAL-096"), .. Enumerable.Range(1, 3).Select(line => new ExpectedFinding("VAL-130", At(line, "disbursed")))],
        },
        Case("error-row-a-thousandfold", "แถวเดียวกรอกเกินไปพันเท่า", [Own[0] with { Received = 1_260_000_000 }, .. Own.Skip(1)]) with { Before = Before, Findings = [new("VAL-137", At(1, "received"))] },
        Case("error-row-in-millions", "แถวเดียวกรอกเป็นล้านบาท", [Own[0], Own[1], Own[2] with { Received = 9.45, Disbursed = 6.45 }]) with
        {
            Before = Before, Findings = [new("VAL-137", At(3, "received")), new("VAL-130", At(3, "disbursed"))],
        },
        Case("ok-before-a-later-month", "ส่งเดือนพฤษภาคมหลังเดือนกรกฎาคม ยอดไม่เกินเดือนหลัง", Own) with { After = Later(0) },
        Case("error-more-than-a-later-month", "ส่งเดือนพฤษภาคมหลังเดือนกรกฎาคม ยอดสะสมมากกว่าเดือนหลัง", Own) with { After = Later(-1), Findings = [new("VAL-141", At(1, "disbursed"))] },
        Case("ok-more-than-a-later-month-with-note", "เหมือนข้างต้นแต่มีหมายเหตุ", [Own[0] with { Note = "เดือนกรกฎาคมส่งคืนเงินที่เบิกเกิน" }, .. Own.Skip(1)]) with { After = Later(-1), Infos = ["VAL-142"] },
        Case("error-in-thousands-before-a-later-month", "ส่งเดือนพฤษภาคมเป็นพันบาท หลังเดือนกรกฎาคมซึ่งเป็นบาท", [.. Own.Select(row => row with { Received = row.Received / 1_000, Disbursed = row.Disbursed / 1_000, CarriedOver = null })]) with
        {
            After = Later(0), Findings = [new("VAL-096")],
        },
        Case("error-figures-before-nothing", "มียอด ทั้งที่เดือนกรกฎาคมในระบบแจ้งว่าไม่มีรายการ", Own) with
        {
            After = GrantDrawing.General(July, 56, new SampleGrant(BanMai, SampleGrant.Nothing, null, null)), Findings = [new("VAL-146", At(1, "item"))],
        },
        Case("warning-row-left-out", "รายการของเดือนก่อนหายไปหนึ่งรายการ", [.. Own.Take(2)]) with { Before = Before, Findings = [new("VAL-134")] },
    ];

    private static IEnumerable<GrantCase> Whole =>
    [
        Case("error-thousands-of-baht", "บรรทัดหน่วยเป็นพันบาท", Own) with { Table = Own3(["ประจำเดือนพฤษภาคม 2566"]) with { Unit = "หน่วย : พันบาท" }, Findings = [new("VAL-094", Cell: "A4")] },
        Case("error-millions-in-header", "หัวคอลัมน์เป็นล้านบาท", Own) with { Change = draft => draft.Sheets[0].Put(4, 3, "ได้รับจัดสรร (ล้านบาท)", Look.Header), Findings = [new("VAL-094", Cell: "D5")] },
        Case("error-no-rows", "ไม่มีแถวเลย", []) with { Findings = [new("VAL-015")] },
        Case("error-wrong-province", "วางในโฟลเดอร์ของจังหวัดอื่น", Own) with { Folder = "57-เชียงราย", Findings = [new("REC-008", Cell: "A2")] },
        Case("error-no-province", "ไม่บอกจังหวัดเลย", Own) with { Table = GrantDrawing.General(May, 56, Own) with { Office = "องค์กรปกครองส่วนท้องถิ่นในจังหวัด............" }, Folder = null, Findings = [new("REC-007")] },
        Case("error-no-amount-column", "ไม่มีคอลัมน์เบิกจ่าย", Own) with { Table = Only(GrantDrawing.General(May, 56, Own), "district", "authority", "item", "received"), Findings = [new("VAL-003")] },
        Case("fatal-summary", "รายงานสรุปที่กรมจัดทำ", Own) with { Change = draft => { draft.Sheets[0].Cells.Clear(); draft.Sheets[0].Put(0, 0, "สรุปผลการเบิกจ่ายเงินอุดหนุนทั่วไปขององค์กรปกครองส่วนท้องถิ่น"); }, Findings = [new("REC-002", Cell: "A1")] },
    ];

    private static SampleTable Before => GrantDrawing.General(April, 56, Earlier);

    // The first row with so much more or less disbursed than in May.
    private static SampleTable Later(double more) => GrantDrawing.General(July, 56, [Own[0] with { Disbursed = Own[0].Disbursed + more }, .. Own.Skip(1)]);

    private static LineCell At(int line, string field) => new("grant", line, field);

    private static string Short(string item) => item switch { Lunch => "อาหารกลางวัน", Milk => "ค่าอาหารเสริม (นม)", _ => "15. เบี้ยยังชีพผู้สูงอายุ"[4..] };

    private static SampleTable Own3(IReadOnlyList<string> lines) => GrantDrawing.General(May, 56, Own) with { More = lines };

    private static SampleTable WithProvince(SampleTable table) => table with
    {
        Columns = [("province", "จังหวัด", 12), .. table.Columns, ("left", "คงเหลือ", 14)], Rows = [.. table.Rows.Select(row => (IReadOnlyList<object?>)["พะเยา", .. row, 1d])],
    };

    private static SampleTable WithCode(SampleTable table, params object?[] codes) => table with
    {
        Columns = [("authority_code", "รหัส อปท.", 12), .. table.Columns], Rows = [.. table.Rows.Select((row, index) => (IReadOnlyList<object?>)[codes[index], .. row])],
    };

    private static SampleTable WithSums(IReadOnlyList<SampleGrant> rows, IReadOnlyList<IReadOnlyList<object?>> more) =>
        GrantDrawing.General(May, 56, rows) with { Rows = [.. GrantDrawing.General(May, 56, rows).Rows, .. more] };

    private static IReadOnlyList<IReadOnlyList<object?>> Lines(SampleGrant row) => GrantDrawing.General(May, 56, row).Rows;

    private static object?[] Sum(string label, object? received, double? disbursed) => [label, null, null, received is int whole ? (double)whole : received, disbursed, null, null, null, null, null, null];

    private static SampleTable Only(SampleTable table, params string[] fields)
    {
        int[] kept = [.. Enumerable.Range(0, table.Columns.Count).Where(index => fields.Contains(table.Columns[index].Field))];
        return table with { Columns = [.. kept.Select(index => table.Columns[index])], Rows = [.. table.Rows.Select(row => (IReadOnlyList<object?>)[.. kept.Select(index => row[index])])] };
    }

    private static DraftSheet Second(SampleTable table)
    {
        var second = new DraftSheet("แผ่นที่สอง");
        foreach (var (address, cell) in table.Draw().Sheets[0].Cells)
            second.Cells[address] = cell;
        return second;
    }

    // A file of one authority is its own return.
    private static GrantCase Case(string name, string what, IReadOnlyList<SampleGrant> rows) => new()
    {
        Form = "general-grant-disbursement", Name = "2566-" + name, What = what, Table = GrantDrawing.General(May, 56, rows),
        Unit = rows.Select(row => row.Of.Code.ToString()).Distinct().ToList() is [var only] ? only : "56",
    };
}
