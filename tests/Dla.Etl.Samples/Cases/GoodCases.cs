using Dla.Etl.Samples.Layouts;
using Dla.Etl.Samples.Offices;
using Dla.Etl.Samples.Writers;

namespace Dla.Etl.Samples.Cases;

/// <summary>Returns that must be loaded, each with the one thing that makes it hard.</summary>
internal static class GoodCases
{
    public static IEnumerable<SampleCase> All =>
    [
        new() { Name = "2563-ok-typical", What = "แบบที่กรอกครบ หนึ่งแถวต่อหนึ่งกิจกรรม", Infos = ["VAL-033"] },
        new() { Name = "2563-ok-blank-form-filled", What = "แบบเปล่าของระบบที่กรอกแล้ว", Container = Container.FilledBlank },
        new() { Name = "2564-ok-typical", What = "แบบของปีงบประมาณ 2564", Of = OfficeTable.Of(56).Return(2564) },
        new() { Name = "2563-ok-circular-one-sheet", What = "สามหน้าตามหนังสือเวียนในแผ่นงานเดียว หลายกิจกรรมในเซลล์เดียว หน้าสามเรียงคอลัมน์ใหม่", Manner = Manners.Printed },
        new() { Name = "2563-ok-circular-unit-raised", What = "หน้าสามมีหัวคอลัมน์หน่วยนับอยู่แถวบน", Manner = Manners.PrintedAsScanned },
        new() { Name = "2563-ok-circular-sheet-each", What = "หนึ่งแผ่นงานต่อหนึ่งหน้า", Manner = Manners.PrintedSheets },
        new() { Name = "2563-ok-xls", What = "บันทึกเป็น .xls", Container = Container.Xls },
        new() { Name = "2563-ok-csv-windows-874", What = "csv ที่ Excel ไทยบันทึก", Container = Container.CsvThai, Infos = ["READ-034"] },
        new() { Name = "2563-ok-csv-utf8", What = "csv UTF-8 มี BOM", Container = Container.CsvUtf8 },
        new() { Name = "2563-ok-csv-separator-line", What = "บรรทัดแรกเป็น sep=;", Container = Container.CsvThaiSemicolon, Infos = ["READ-036"] },
        new() { Name = "2563-ok-unicode-text", What = "Unicode Text: UTF-16 คั่นด้วยแท็บ", Container = Container.UnicodeText },
        new() { Name = "2563-ok-thai-digits", What = "เลขไทยทั้งแบบ", Manner = Manners.FormInThaiDigits, Infos = ["NORM-020"] },
        new() { Name = "2563-ok-quantity-with-unit", What = "จำนวนและหน่วยนับอยู่ในเซลล์เดียวกัน", Manner = Manners.FormWithUnits, Infos = ["NORM-020"] },
        new()
        {
            Name = "2563-ok-messy-thai",
            What = "ํ+า แทน ำ, เ+เ แทน แ, ช่องว่างความกว้างศูนย์, NBSP, อักขระ PUA, วรรณยุกต์ก่อนสระ",
            Misspelling = (Misspelling)63,
        },
        new()
        {
            Name = "2563-ok-stated-zero",
            What = "- และ ไม่มี คือ 0 ที่แจ้งไว้",
            Change = draft =>
            {
                draft.Replace(Spoils.SubActivity(11), "-");
                draft.Replace(Spoils.SubActivity(5), "ไม่มี");
            },
            Of = OfficeTable.Of(56).Return(2563).With(11, Zero).With(5, Zero),
            Infos = ["NORM-022"],
        },
        new() { Name = "2563-ok-sum-row-and-notes", What = "แถวรวมและหมายเหตุไม่ถูกนำเข้า", Manner = Manners.FormWithSum, Infos = ["REC-025"] },
        new() { Name = "2563-ok-numbered-columns", What = "แถวเลขคอลัมน์และแถวซ่อนท้ายตาราง", Manner = Manners.FormWithNumberedColumns },
        new()
        {
            Name = "2563-ok-known-misspelling",
            What = "ชื่อจังหวัดสะกดอย่างที่พบบ่อย วางไว้นอกโฟลเดอร์จังหวัด",
            Of = OfficeTable.Of(33).Return(2563),
            Manner = Manners.Form.Calling("ศรีษะเกษ"),
            Folder = null,
            Province = 33,
        },
        new()
        {
            Name = "2563-ok-header-and-item-spelling",
            What = "หัวคอลัมน์และชื่อกิจกรรมสะกดผิดหนึ่งตัวอักษร",
            Change = draft =>
            {
                draft.Respell(text => text == "ชื่อกิจกรรมย่อย" ? "ชื่อกิจกรรมยอย" : text);
                draft.Replace(Spoils.SubActivity(8, "name"), "8. การดำเนินงานเกี่ยวกับการบริหารงานบุคคลส่วนทองถิ่นของ อปท.");
            },
            Infos = ["REC-022", "REC-023"],
        },
        new()
        {
            Name = "2563-warning-hidden-row-in-table",
            What = "ซ่อนแถวของกิจกรรมย่อยที่ 4 ไว้",
            Change = draft =>
            {
                var (sheet, address) = draft.Places[Spoils.SubActivity(4)];
                sheet.HiddenRows.Add(address.Row);
            },
            Findings = [new("REC-013")],
        },
        new()
        {
            Name = "2563-warning-ratio-changed",
            What = "กิจกรรมย่อยที่ 8 แก้อัตราส่วน 5 เป็น 10",
            Change = draft => draft.Replace(Spoils.SubActivity(8, "ratio"), 10d),
            Findings = [new("VAL-040", Spoils.SubActivity(8, "ratio"))],
        },
        new()
        {
            Name = "2563-warning-counts-disagree",
            What = "จำนวน อปท. ของผลผลิตย่อยที่ 2 ไม่เท่ากับผลผลิตย่อยที่ 1",
            Change = draft => draft.Replace(new("sub_output", 2, "quantity"), 71d),
            Findings = [new("VAL-080")],
        },
    ];

    private static SampleLine Zero(SampleLine line) => line with { Quantity = 0 };
}
