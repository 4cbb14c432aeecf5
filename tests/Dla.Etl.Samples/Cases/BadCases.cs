using Dla.Etl.Samples.Drafts;
using Dla.Etl.Samples.Layouts;
using Dla.Etl.Samples.Offices;

namespace Dla.Etl.Samples.Cases;

/// <summary>Returns that must not be loaded, each with one mistake.</summary>
internal static class BadCases
{
    public static IEnumerable<SampleCase> All => [.. Values, .. Items, .. Whole];

    private static IEnumerable<SampleCase> Values =>
    [
        Spoilt("blank-quantity", "กิจกรรมย่อยที่ 8 ไม่ได้กรอกปริมาณ", Spoils.SubActivity(8), null, "VAL-001"),
        Spoilt("unit-differs", "กิจกรรมย่อยที่ 7 นับเป็นครั้ง ไม่ใช่คน", Spoils.SubActivity(7, "unit"), "ครั้ง", "VAL-030"),
        Spoilt("units-disagree", "ช่องปริมาณเขียนว่าครั้ง ช่องหน่วยนับเขียนว่าคน", Spoils.SubActivity(6), "46 ครั้ง", "VAL-031"),
        Spoilt("words-for-number", "เขียนจำนวนเป็นตัวอักษร", Spoils.SubActivity(13), "หนึ่งพันกว่า", "NORM-005"),
        Spoilt("letter-o", "ตัวโอแทนเลขศูนย์", Spoils.SubActivity(10), "1O0", "NORM-005"),
        Spoilt("two-numbers", "สองจำนวนในเซลล์เดียว", Spoils.SubActivity(7), "80 คน/3 รุ่น", "NORM-005"),
        Spoilt("negative", "จำนวนติดลบ", Spoils.SubActivity(18), -12d, "VAL-020"),
        Spoilt("formula-without-value", "สูตรที่ไม่มีผลลัพธ์บันทึกไว้", Spoils.SubActivity(9), new DraftFormula("1200+345"), "NORM-002"),
        Spoilt("reference-error", "เซลล์แสดง #REF!", Spoils.SubActivity(12), new DraftError(23), "NORM-001"),
    ];

    private static IEnumerable<SampleCase> Items =>
    [
        new()
        {
            Name = "2563-error-six-items-five-values",
            What = "หกกิจกรรมในเซลล์เดียว แต่มีค่าเพียงห้าแถว อย่างภาพสแกนของหนังสือเวียน",
            Manner = Manners.Printed,
            Change = Spoils.SixItemsFiveValues,
            Findings = [new("REC-019")],
        },
        new()
        {
            Name = "2563-error-item-twice",
            What = "กิจกรรมย่อยที่ 9 มีสองแถว",
            Change = draft => AddRow(draft, "9. " + Circular.SubActivities[8].Label, 15, "รายการ"),
            Findings = [new("VAL-012")],
        },
        new()
        {
            Name = "2563-error-unknown-item",
            What = "มีกิจกรรมย่อยที่ไม่อยู่ในแบบ",
            Change = draft => AddRow(draft, "21. การจัดงานวันท้องถิ่นไทย", 1, "ครั้ง"),
            Findings = [new("VAL-011", Cell: "I26")],
        },
        new()
        {
            Name = "2563-error-number-disagrees",
            What = "เลขข้อเป็น 12 แต่ชื่อเป็นกิจกรรมย่อยที่ 19",
            Change = draft => draft.Replace(Spoils.SubActivity(19, "name"), "12. " + Circular.SubActivities[18].Label),
            Findings = [new("REC-021", Spoils.SubActivity(19, "name"))],
        },
        new()
        {
            Name = "2563-error-item-missing",
            What = "ลบแถวของกิจกรรมย่อยที่ 20",
            Change = draft =>
            {
                foreach (var part in new[] { "name", "ratio", "quantity", "unit" })
                    draft.Replace(Spoils.SubActivity(20, part), null);
            },
            Findings = [new("VAL-010")],
        },
    ];

    private static IEnumerable<SampleCase> Whole =>
    [
        new() { Name = "2563-error-empty-template", What = "ส่งแบบเปล่ากลับมา", Change = Spoils.Empty, Findings = [new("VAL-004")] },
        new()
        {
            Name = "2563-error-wrong-province",
            What = "แบบของเชียงรายอยู่ในโฟลเดอร์ของพะเยา",
            Of = OfficeTable.Of(57).Return(2563),
            Province = null,
            Findings = [new("REC-008")],
        },
        new()
        {
            Name = "2563-error-no-province",
            What = "ไม่ได้เติมชื่อจังหวัด และวางไว้นอกโฟลเดอร์จังหวัด",
            Manner = Manners.Form.Calling("....."),
            Folder = null,
            Province = null,
            Findings = [new("REC-007")],
        },
        new()
        {
            Name = "2563-error-unknown-province",
            What = "ชื่อจังหวัดสะกดผิดจนไม่ใช่จังหวัดใด",
            Manner = Manners.Form.Calling("พะเยาว์"),
            Province = null,
            Findings = [new("REC-032", Cell: "A2")],
        },
        new()
        {
            Name = "2563-error-year-contradicted",
            What = "ชื่อแบบเป็นปี 2563 ชื่อไฟล์เป็นปี 2564",
            FileName = "ปริมาณงาน ปี 2564",
            Findings = [new("REC-006")],
        },
        new()
        {
            Name = "2563-error-hidden-sheet",
            What = "ข้อมูลอยู่ในแผ่นงานที่ซ่อนไว้",
            Change = HideTheData,
            Findings = [new("REC-011")],
        },
        new()
        {
            Name = "2563-error-two-forms",
            What = "สมุดงานเดียวมีแบบของสองจังหวัด",
            Change = draft => draft.Sheets.Add(Renamed(ReturnDrawing.Draw(OfficeTable.Of(57).Return(2563), Manners.Form).Sheets[0], "เชียงราย")),
            Province = null,
            Findings = [new("REC-009")],
        },
        new()
        {
            Name = "2563-error-table-twice",
            What = "ตารางเดียวกันอยู่ในสองแผ่นงาน",
            Change = draft => draft.Sheets.Add(Renamed(draft.Sheets[0], "สำเนา")),
            Findings = [new("REC-010")],
        },
        new()
        {
            Name = "2562-error-year-without-form",
            What = "ปีที่ไม่มีแบบ",
            Change = draft => draft.Respell(text => text.Replace("พ.ศ. 2563", "พ.ศ. 2562", StringComparison.Ordinal)),
            Province = null,
            Findings = [new("REC-005")],
        },
        new()
        {
            Name = "2563-fatal-other-document",
            What = "แบบประเมิน LPA ส่งมาแทน",
            Change = draft =>
            {
                Minutes(draft);
                draft.Respell(text => text.Replace("บัญชีลงเวลาประชุมประจำเดือน", "แบบประเมินประสิทธิภาพขององค์กรปกครองส่วนท้องถิ่น ประจำปี 2563", StringComparison.Ordinal));
            },
            Province = null,
            Findings = [new("REC-002")],
        },
        new()
        {
            Name = "2563-fatal-not-a-form",
            What = "สมุดงานเรื่องอื่น",
            Change = Minutes,
            Province = null,
            Findings = [new("REC-001")],
        },
    ];

    private static SampleCase Spoilt(string name, string what, LineCell cell, object? value, string finding) => new()
    {
        Name = "2563-error-" + name,
        What = what,
        Change = draft => draft.Replace(cell, value),
        Findings = [new(finding, cell)],
    };

    private static void AddRow(DraftWorkbook draft, string label, double quantity, string unit)
    {
        var (sheet, last) = draft.Places[Spoils.SubActivity(20)];
        sheet.Put(last.Row + 1, 8, label);
        sheet.Put(last.Row + 1, 10, quantity, Look.Number);
        sheet.Put(last.Row + 1, 11, unit);
    }

    private static void HideTheData(DraftWorkbook draft)
    {
        draft.Sheets[0].Hidden = true;
        var cover = new DraftSheet("ใบปะหน้า");
        cover.Put(0, 0, "ส่งข้อมูลปริมาณงานตามหนังสือกองคลัง", Look.Title);
        cover.Put(1, 0, Circular.SyntheticNote, Look.Plain);
        draft.Sheets.Insert(0, cover);
    }

    private static DraftSheet Renamed(DraftSheet sheet, string name)
    {
        var copy = new DraftSheet(name);
        foreach (var (address, cell) in sheet.Cells)
            copy.Cells[address] = cell;
        copy.Merged.AddRange(sheet.Merged);
        return copy;
    }

    private static void Minutes(DraftWorkbook draft)
    {
        var sheet = new DraftSheet("Sheet1");
        sheet.Put(0, 0, "บัญชีลงเวลาประชุมประจำเดือน", Look.Title);
        sheet.Put(2, 0, "ลำดับ", Look.Header);
        sheet.Put(2, 1, "กลุ่มงาน", Look.Header);
        sheet.Put(2, 2, "จำนวนผู้เข้าประชุม", Look.Header);
        sheet.Put(3, 0, 1d);
        sheet.Put(3, 1, "กลุ่มงานการเงินบัญชี");
        sheet.Put(3, 2, 4d, Look.Number);
        sheet.Put(5, 0, Circular.SyntheticNote, Look.Plain);
        draft.Sheets.Clear();
        draft.Sheets.Add(sheet);
    }
}
