using Dla.Etl.Samples.Cases;
using Dla.Etl.Samples.Drafts;
using Dla.Etl.Samples.Writers;
using static Dla.Etl.Samples.Costs.SampleCost;

namespace Dla.Etl.Samples.Costs;

/// <summary>The case folders of <c>cost-by-cost-centre</c>: what an export may look like, and every kind of bad input.</summary>
internal static class CostCases
{
    private static readonly IReadOnlyList<SampleCost> Lines =
    [
        new(CostPlace.Of("P11"), Personnel, Budget, Direct, Fixed, "5101010101", 8_460_250_00),
        new(CostPlace.Of("P11"), Operating, OffBudget, Direct, Variable, "5104010112", 125_400_50),
        new(CostPlace.Of("P56"), Travel, Budget, Direct, Variable, "5103010199", 231_980_00),
        new(CostPlace.Of("P56"), Depreciation, NoCash, Direct, Fixed, "5105010101", 340_112_25),
        new(CostPlace.Of("D02"), Training, Central, Indirect, Variable, "5102010106", 1_020_000_00),
        new(CostPlace.Of("D07"), Other, Budget, Indirect, Fixed, "5108010101", 77_000_75),
    ];

    private static readonly SampleTable Table = CostDrawing.Costs(2563, Lines);

    public static IEnumerable<CostCase> All => [.. Shapes, .. Lined, .. Totals, .. Whole];

    private static IEnumerable<CostCase> Shapes =>
    [
        Good("ok-csv-windows-874", "ไฟล์ csv ที่ Excel ภาษาไทยบันทึก", Container.CsvThai),
        Good("ok-csv-utf8", "ไฟล์ csv แบบ UTF-8", Container.CsvUtf8),
        Good("ok-xls", "สมุดงาน Excel 97-2003", Container.Xls),
        Good("ok-other-spellings", "เขียนคำในรายการให้เลือกต่างจากที่แบบพิมพ์", Container.Xlsx) with
        {
            Change = draft =>
            {
                draft.Replace(At(1, "category"), "ค่าใช้จ่ายด้านบุคลากร");
                draft.Replace(At(2, "source"), "เงินนอก งบประมาณ");
                draft.Replace(At(3, "directness"), "ต้นทุนทางตรง");
                draft.Replace(At(4, "behaviour"), "fixed");
            },
            Infos = ["NORM-020"],
        },
        Good("ok-without-optional-columns", "ไม่มีคอลัมน์ชื่อ รหัสบัญชี และหมายเหตุ และจำนวนเงินอยู่ก่อน", Container.CsvThai) with
        {
            Table = Table with { Columns = Picked(Table.Columns), Rows = [.. Table.Rows.Select(Picked)] },
        },
        Good("ok-without-unit-line", "ไม่มีบรรทัดหน่วยเงิน", Container.Xlsx) with { Table = Table with { Unit = null }, Infos = ["VAL-097"] },
        Good("ok-count-in-control-line", "แถวยอดคุมบอกจำนวนรายการด้วย", Container.CsvUtf8) with { Table = Table with { Control = "รวมทั้งสิ้น ๖ รายการ" } },
    ];

    private static IEnumerable<CostCase> Lined =>
    [
        Bad("ok-credit-with-note", "จำนวนติดลบมีหมายเหตุ", draft => { Put(draft, At(6, "note"), "รับคืนเงินที่จ่ายเกิน"); }, []) with
        {
            Table = With(6, line => line with { Satang = -5_000_00 }), Infos = ["COST-005"], Values = [(At(6, "amount"), "-5000.00"), (At(6, "note"), "รับคืนเงินที่จ่ายเกิน")],
        },
        Bad("ok-pass-through-grants", "มีเงินอุดหนุนที่ส่งผ่านให้ อปท.", null, []) with
        {
            Table = With(3, line => line with { Category = Grants, Account = PassThrough }), Infos = ["COST-031"], Values = [(At(3, "account"), PassThrough)],
        },
        Bad("error-credit-without-note", "จำนวนติดลบไม่มีหมายเหตุ", null, [new("COST-004", At(6, "amount"))]) with { Table = With(6, line => line with { Satang = -5_000_00 }) },
        Bad("error-unknown-centre", "ศูนย์ต้นทุนที่ไม่มีในรายชื่อ สองแถว", draft => { Put(draft, At(3, "centre"), "X99"); Put(draft, At(4, "centre"), "X99"); }, [new("COST-002", At(3, "centre"))]),
        Bad("error-category-missing", "ไม่ได้กรอกประเภทค่าใช้จ่าย", draft => draft.Replace(At(2, "category"), null), [new("VAL-002", At(2, "category"))]),
        Bad("error-category-unknown", "ประเภทค่าใช้จ่ายที่ไม่มีในเจ็ดประเภท", draft => Put(draft, At(2, "category"), "ค่าใช้จ่ายเบ็ดเตล็ด"), [new("NORM-010", At(2, "category"))]),
        Bad("error-depreciation-from-budget", "ค่าเสื่อมราคาจ่ายจากเงินในงบประมาณ", draft => Put(draft, At(4, "source"), Budget), [new("COST-003", At(4, "source"))]),
        Bad("error-travel-without-source", "ค่าเดินทางไม่มีแหล่งเงินสด", draft => Put(draft, At(3, "source"), NoCash), [new("COST-003", At(3, "source"))]),
        Bad("error-amount-in-words", "จำนวนเงินเป็นตัวอักษร", draft => Put(draft, At(5, "amount"), "หนึ่งล้านบาทเศษ"), [new("NORM-006", At(5, "amount"))]),
        Bad("error-line-without-centre", "แถวที่ไม่มีรหัสศูนย์ต้นทุน", draft => draft.Replace(At(5, "centre"), null), [new("REC-028", At(5, "centre"))]),
    ];

    private static IEnumerable<CostCase> Totals =>
    [
        Bad("error-control-total", "ยอดคุมไม่ตรงกับผลรวม เพราะขาดหนึ่งแถว", null, [new("VAL-090", At(0, "amount"))]) with { Table = CostDrawing.Costs(2563, [.. Lines.Skip(1)]) with { Total = Lines.Sum(line => line.Satang) / 100.0 } },
        Bad("error-control-count", "ยอดคุมบอก 7 รายการ แต่มี 6 แถว", null, [new("VAL-092", At(0, "label"))]) with { Table = Table with { Control = "รวมทั้งสิ้น 7 รายการ" } },
        Bad("warning-control-missing", "ไม่มีแถวยอดคุม", null, [new("VAL-091")]) with { Table = Table with { Control = null } },
        Bad("warning-control-blank", "แถวยอดคุมไม่มีจำนวนเงิน", null, [new("VAL-093", At(0, "label"))]) with { Table = Table with { Total = double.NaN } },
        Bad("error-thousands-of-baht", "บรรทัดหน่วยเป็นพันบาท", null, [new("VAL-094", Cell: "A3")]) with { Table = Table with { Unit = "หน่วย : พันบาท" } },
        Bad("error-thousands-in-header", "หัวคอลัมน์จำนวนเงินเป็นพันบาท", draft => draft.Sheets[0].Put(3, 7, "จำนวนเงิน (พันบาท)", Look.Header), [new("VAL-094", Cell: "H4")]),
    ];

    private static IEnumerable<CostCase> Whole =>
    [
        Bad("error-no-category-column", "ไม่มีคอลัมน์ประเภทค่าใช้จ่าย", draft => draft.Sheets[0].Cells.Where(cell => cell.Key.Column == 2).ToList().ForEach(cell => draft.Sheets[0].Cells.Remove(cell.Key)), [new("VAL-003")]),
        Bad("error-no-lines", "ไม่มีรายการแม้แต่แถวเดียว", null, [new("VAL-015")]) with { Table = Table with { Rows = [], Control = null } },
        Bad("error-in-a-provinces-folder", "วางในโฟลเดอร์ของจังหวัด", null, [new("REC-008")]) with { Folder = "56-พะเยา" },
        Bad("fatal-table-two", "ส่งตารางที่ 2 ซึ่งเป็นผลการคำนวณ", draft =>
        {
            draft.Sheets[0].Cells.Clear();
            draft.Sheets[0].Put(0, 0, "รายงานต้นทุนตามศูนย์ต้นทุนแยกตามประเภทค่าใช้จ่ายและลักษณะของต้นทุน ปีงบประมาณ พ.ศ. 2563", Look.Title);
            draft.Sheets[0].Put(1, 0, SampleTable.SyntheticNote, Look.Plain);
        }, [new("REC-002", Cell: "A1")]),
    ];

    private static LineCell At(int line, string field) => new("cost", line, field);

    private static void Put(DraftWorkbook draft, LineCell cell, object value) => draft.Sheets[0].Put(draft.Places[cell].Address.Row, draft.Places[cell].Address.Column, value);

    private static SampleTable With(int number, Func<SampleCost, SampleCost> change) =>
        CostDrawing.Costs(2563, [.. Lines.Select((line, index) => index + 1 == number ? change(line) : line)]);

    private static IReadOnlyList<T> Picked<T>(IReadOnlyList<T> of) => [of[0], of[7], of[5], of[4], of[3], of[2]];

    private static CostCase Good(string name, string what, Container container) => new()
    {
        Name = "2563-" + name, What = what, Table = Table, Container = container,
        Values =
        [
            (At(1, "category"), "personnel"), (At(1, "amount"), "8460250.00"), (At(2, "source"), "off_budget"), (At(2, "amount"), "125400.50"),
            (At(3, "directness"), "direct"), (At(4, "behaviour"), "fixed"), (At(4, "source"), "depreciation"), (At(6, "directness"), "indirect"),
        ],
    };

    private static CostCase Bad(string name, string what, Action<DraftWorkbook>? change, IReadOnlyList<ExpectedFinding> findings) =>
        new() { Name = "2563-" + name, What = what, Table = Table, Change = change, Findings = findings };
}
