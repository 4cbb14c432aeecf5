using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;
using Dla.Etl.Tests.Validation;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Normalising;

public class ReturnNormaliserTests
{
    private static readonly FormDefinition Form = SampleForm.With();

    public static TheoryData<string, RawCell, FieldState, long> Quantities => new()
    {
        { "nothing", RawCell.Blank, FieldState.Missing, 0 },
        { "spaces", Text("  "), FieldState.Missing, 0 },
        { "zero-width space", Text("\u200B"), FieldState.Missing, 0 },
        { "no-break space", Text("\u00A0"), FieldState.Missing, 0 },
        { "the number zero", Number(0), FieldState.Value, 0 },
        { "a whole number", Number(7850), FieldState.Value, 78_500_000 },
        { "a fraction", Number(12.5), FieldState.Value, 125_000 },
        { "a number as text", Text("12"), FieldState.Value, 120_000 },
        { "Thai digits", Text("๑๒"), FieldState.Value, 120_000 },
        { "a negative number is for the checks to judge", Number(-1), FieldState.Value, -10_000 },
        { "a dash", Text("-"), FieldState.StatedZero, 0 },
        { "none", Text("ไม่มี"), FieldState.StatedZero, 0 },
        { "letters", Text("สิบสอง"), FieldState.Unreadable, 0 },
        { "an error", new RawCell(RawCellKind.Error, "#REF!"), FieldState.Unreadable, 0 },
    };

    [Theory]
    [MemberData(nameof(Quantities))]
    public void A_quantity_is_missing_zero_a_value_or_unreadable(string why, RawCell cell, FieldState state, long amount)
    {
        var field = Normalise(quantity: cell).Artefact!.Rows[0].Fields[2];
        (field.State, field.Amount).ShouldBe((state, amount), why);
        field.Source!.Value.Raw.ShouldBe(cell, "the raw content stays beside the value");
    }

    public static TheoryData<string, RawCell, string> Problems => new()
    {
        { "an error cell", new RawCell(RawCellKind.Error, "#REF!"), "NORM-001 ERROR ปริมาณ!D9 ปริมาณของกิจกรรมย่อยที่ 1 ตอบข้อหารือ แสดงค่าผิดพลาดของสูตร #REF! จึงไม่มีค่าให้อ่าน > แก้สูตรหรือพิมพ์ค่าที่ถูกต้องทับลงในเซลล์ D9 แล้วส่งไฟล์เดิมกลับมาใหม่" },
        { "a formula never calculated", new RawCell(RawCellKind.FormulaWithoutValue, "SUM(D1:D8)"), "NORM-002 ERROR ปริมาณ!D9 ปริมาณของกิจกรรมย่อยที่ 1 ตอบข้อหารือ เป็นสูตรที่ไม่มีผลลัพธ์บันทึกไว้ในไฟล์ จึงไม่มีค่าให้อ่าน > เปิดไฟล์ในโปรแกรมตารางคำนวณ ตรวจว่าเซลล์ D9 แสดงผลลัพธ์ กดบันทึก แล้วส่งมาใหม่ หรือพิมพ์ค่าทับสูตร" },
        { "a date", new RawCell(RawCellKind.Date, new DateTime(2021, 5, 31)), "NORM-003 ERROR ปริมาณ!D9 ปริมาณของกิจกรรมย่อยที่ 1 ตอบข้อหารือ เป็นวันที่ (2021-05-31) แต่ช่องนี้ต้องเป็นตัวเลข > เปลี่ยนรูปแบบของเซลล์ D9 จากวันที่เป็นตัวเลข พิมพ์จำนวนใหม่ แล้วส่งไฟล์เดิมกลับมาใหม่" },
        { "a date in a Buddhist format, which readers give as a number", new RawCell(RawCellKind.Number, 44347d, "d/m/bbbb"), "NORM-003 ERROR ปริมาณ!D9 ปริมาณของกิจกรรมย่อยที่ 1 ตอบข้อหารือ เป็นวันที่ (44347) แต่ช่องนี้ต้องเป็นตัวเลข > เปลี่ยนรูปแบบของเซลล์ D9 จากวันที่เป็นตัวเลข พิมพ์จำนวนใหม่ แล้วส่งไฟล์เดิมกลับมาใหม่" },
        { "true", new RawCell(RawCellKind.Boolean, true), "NORM-004 ERROR ปริมาณ!D9 ปริมาณของกิจกรรมย่อยที่ 1 ตอบข้อหารือ เป็นค่าจริง/เท็จ (TRUE) แต่ช่องนี้ต้องเป็นจำนวนที่เป็นตัวเลข > พิมพ์จำนวนที่เป็นตัวเลขทับลงในเซลล์ D9 แล้วส่งไฟล์เดิมกลับมาใหม่" },
        { "a bound", Text("ไม่น้อยกว่า 5"), "NORM-005 ERROR ปริมาณ!D9 อ่านปริมาณของกิจกรรมย่อยที่ 1 ตอบข้อหารือ เป็นจำนวนไม่ได้ พบ “ไม่น้อยกว่า 5” เพราะ“ไม่น้อยกว่า” เป็นขอบเขตหรือค่าประมาณ ไม่ใช่จำนวนที่แน่นอน > พิมพ์จำนวนเป็นตัวเลขเพียงค่าเดียวในเซลล์ D9 หากไม่มีผลงานให้กรอก 0 หรือ - แล้วส่งไฟล์เดิมกลับมาใหม่" },
    };

    [Theory]
    [MemberData(nameof(Problems))]
    public void What_cannot_be_read_is_told_with_its_cell(string why, RawCell cell, string told) => Told(Normalise(quantity: cell)).ShouldBe([told], why);

    [Fact]
    public void A_ratio_that_cannot_be_read_is_only_a_warning_because_ours_is_used() => Told(Normalise(Number(1), ratio: Text("ห้า"), unit: Text("เรื่อง"))).Single()
        .ShouldStartWith("NORM-007 WARNING ปริมาณ!C9 อ่านอัตราส่วนของกิจกรรมย่อยที่ 1 ตอบข้อหารือ ไม่ได้ พบ “ห้า” เพราะ");

    [Fact]
    public void So_is_an_error_in_the_column_of_ratios() =>
        Normalise(Number(1), ratio: new RawCell(RawCellKind.Error, "#N/A")).Findings.Single().Severity.ShouldBe(Severity.Warning);

    [Fact]
    public void The_unit_in_the_cell_of_the_quantity_stays_with_it()
    {
        var read = Normalise(Text("12 ครั้ง"));
        read.Artefact!.Rows[0].Fields[2].ShouldBe(new NormalisedField(FieldState.Value, 120_000, "ครั้ง", Cell(8, 3, Text("12 ครั้ง"))));
        Told(read).ShouldBe(["NORM-020 INFO ปริมาณ!D9 แยกหน่วยนับที่เขียนรวมอยู่กับตัวเลขออก 1 เซลล์ เริ่มที่ D9 > ไม่ต้องแก้ไข แจ้งเพื่อให้ตรวจว่าระบบอ่านค่าได้ตรงกับที่ท่านตั้งใจ"]);
    }

    public static TheoryData<string, string, string, string?, string?> Units => new()
    {
        { "canonical", "SA01", "เรื่อง", "เรื่อง", null },
        { "a known other spelling", "SA01", "คร้ง", "ครั้ง", "NORM-020" },
        { "the form's own words need no tolerance", "SO1", "จำนวน อปท. ในจังหวัด", "แห่ง", null },
        { "on no list, the form has its own: the checks compare", "SA01", "หลักสูตร", "หลักสูตร", null },
        { "on no list, the form has none", "SA02", "หลักสูตร", "หลักสูตร", "NORM-009" },
    };

    [Theory]
    [MemberData(nameof(Units))]
    public void A_unit_is_read_in_its_canonical_spelling(string why, string item, string written, string? unit, string? finding)
    {
        var read = Normalise(Number(1), unit: Text(written), item: item);
        read.Artefact!.Rows[0].Fields[3].Text.ShouldBe(unit, why);
        read.Findings.Select(one => one.Kind.Id).ShouldBe(finding is null ? [] : [finding], why);
    }

    [Fact]
    public void A_unit_on_no_list_is_told_where_the_form_has_none() => Told(Normalise(Number(1), unit: Text("หลักสูตร"), item: "SA02")).ShouldBe(
    [
        "NORM-009 WARNING ปริมาณ!E9 หน่วยนับของกิจกรรมย่อยที่ 2 ติดตาม DLTV เป็น “หลักสูตร” ซึ่งไม่อยู่ในรายการหน่วยนับของระบบ ระบบบันทึกตามที่เขียน"
            + " > หากสะกดผิดให้แก้ในเซลล์ E9 แล้วส่งไฟล์เดิมกลับมาใหม่ หากถูกต้องแล้วไม่ต้องส่งใหม่",
    ]);

    [Fact]
    public void A_tolerance_is_told_once_a_file_at_its_first_cell_with_the_number_of_cells()
    {
        RecognisedRow[] rows = [Row("SA03", 10, Text("๑๒")), Row("SA01", 8, Text("๕")), Row("SA02", 9, Number(1))];
        Told(Normalise(rows)).ShouldBe(["NORM-020 INFO ปริมาณ!D9 อ่านเลขไทยเป็นเลขอารบิก 2 เซลล์ เริ่มที่ D9 > ไม่ต้องแก้ไข แจ้งเพื่อให้ตรวจว่าระบบอ่านค่าได้ตรงกับที่ท่านตั้งใจ"]);
    }

    [Theory]
    [InlineData("7,850 แห่ง", 0)]
    [InlineData("7,849 แห่ง", 2)]
    public void How_the_forms_own_print_was_read_is_told_to_nobody(string written, int findings)
    {
        var read = Normalise(Text(written), item: "MA1");
        read.Artefact!.Rows[0].Fields[2].State.ShouldBe(FieldState.Value);
        read.Findings.Count.ShouldBe(findings);
    }

    [Fact]
    public void A_cell_that_serves_several_rows_is_counted_once()
    {
        var shared = Row("SA01", 8, Text("๕"));
        Told(Normalise([shared, shared with { Item = SampleForm.SubActivity.Items[1] }])).Single().ShouldContain(" 1 เซลล์ ");
    }

    [Fact]
    public void The_label_of_a_row_is_left_to_recognition()
    {
        var row = Row("SA01", 8, Number(1)) with { KeyCell = Cell(8, 1, Text("ตอบ\u200Bข้อหารือ")) };
        Normalise([row]).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_tolerance_that_the_form_does_not_allow_is_an_error_and_gives_no_value()
    {
        var strict = Form with { Tolerate = new HashSet<string>(StringComparer.Ordinal) };
        var read = ReturnNormaliser.Normalise(new RecognisedForm(strict, ProvinceCode.From(56), [Row("SA01", 8, Text("๑๒"))]));
        read.Artefact!.Rows[0].Fields[2].State.ShouldBe(FieldState.Unreadable);
        Told(read).ShouldBe(
        [
            "NORM-021 ERROR ปริมาณ!D9 ปริมาณของกิจกรรมย่อยที่ 1 ตอบข้อหารือ พบ “๑๒” ซึ่งจะอ่านได้ต่อเมื่ออ่านเลขไทยเป็นเลขอารบิก แต่แบบรายงานนี้ไม่อนุญาต"
                + " > พิมพ์ค่าใหม่ลงในเซลล์ D9 โดยไม่ต้องให้ระบบปรับรูปแบบ แล้วส่งไฟล์เดิมกลับมาใหม่",
        ]);
    }

    [Fact]
    public void A_stated_zero_is_told_with_its_item() => Told(Normalise(Text("-"))).ShouldBe(
    [
        "NORM-022 INFO ปริมาณ!D9 ปริมาณของกิจกรรมย่อยที่ 1 ตอบข้อหารือ กรอกไว้ว่า “-” ระบบบันทึกเป็น 0"
            + " > ไม่ต้องแก้ไขหากไม่มีผลงานจริง หากมีผลงานให้กรอกจำนวนในเซลล์ D9 แล้วส่งไฟล์เดิมกลับมาใหม่",
    ]);

    [Theory]
    [InlineData(5, "NORM-022", 5)]
    [InlineData(6, "NORM-023", 1)]
    public void Up_to_five_stated_zeros_are_told_singly(int zeros, string kind, int findings)
    {
        var read = Normalise([.. Enumerable.Range(8, zeros).Select(row => Row("SA01", row, Text("ไม่มี")))]);
        read.Findings.Select(finding => finding.Kind.Id).ShouldBe(Enumerable.Repeat(kind, findings));
    }

    [Fact]
    public void More_are_told_together_with_their_number() =>
        Told(Normalise([.. Enumerable.Range(8, 6).Select(row => Row("SA01", row, Text("-")))])).Single()
            .ShouldStartWith("NORM-023 INFO ปริมาณ!D9 กรอกไว้ว่า - หรือ ไม่มี 6 เซลล์ เริ่มที่ D9 ระบบบันทึกเป็น 0 > ");

    public static TheoryData<string, int, string> Booleans => new()
    {
        { "money", 1, "จำนวนเงินที่เป็นตัวเลข" },
        { "a date", 4, "วันที่" },
        { "the note of the sender", 5, "ข้อความ" },
    };

    [Theory]
    [MemberData(nameof(Booleans))]
    public void True_or_false_is_told_with_what_belongs_there(string why, int field, string expected)
    {
        var noted = SampleForm.Expense with
        {
            Fields = [.. SampleForm.Expense.Fields, SampleForm.Expense.Fields[0] with { Code = "note", Label = "หมายเหตุ", Role = FieldRole.Text }],
        };
        SourceCell?[] fields = [Cell(8, 1, Text("ค่าวัสดุ")), null, null, null, null, null];
        fields[field] = Cell(8, field + 1, new RawCell(RawCellKind.Boolean, false));
        var told = Normalise([new RecognisedRow(noted, null, "ค่าวัสดุ", fields[0]!.Value, fields)]).Findings.Single();
        (told.Kind.Id, told.Expected).ShouldBe(("NORM-004", expected), why);
    }

    [Fact]
    public void A_note_is_kept_clean()
    {
        var noted = SampleForm.Expense with { Fields = [SampleForm.Expense.Fields[0], SampleForm.Expense.Fields[0] with { Code = "note", Role = FieldRole.Text }] };
        var cell = Cell(8, 2, Text("  จ่าย  ครบ\nแล้ว "));
        Normalise([new RecognisedRow(noted, null, "ค่าวัสดุ", Cell(8, 1, Text("ค่าวัสดุ")), [Cell(8, 1, Text("ค่าวัสดุ")), cell])])
            .Artefact!.Rows[0].Fields[1].ShouldBe(new NormalisedField(FieldState.Value, 0, "จ่าย ครบ แล้ว", cell));
    }

    [Fact]
    public void A_unit_that_is_a_number_is_kept_as_its_text()
    {
        var row = Row("SA02", 8, Number(1), unit: Number(5));
        var read = Normalise([row]);
        read.Artefact!.Rows[0].Fields[3].Text.ShouldBe("5");
        read.Findings.Select(finding => finding.Kind.Id).ShouldBe(["NORM-009"]);
    }

    [Fact]
    public void A_column_that_the_file_does_not_have_is_not_a_blank()
    {
        var row = Row("SA01", 8, Number(1)) with { Fields = [Cell(8, 1, Text("ตอบข้อหารือ")), null, Cell(8, 3, Number(1)), null] };
        Normalise([row]).Artefact!.Rows[0].Fields.Select(field => field.State)
            .ShouldBe([FieldState.Value, FieldState.NoColumn, FieldState.Value, FieldState.NoColumn]);
    }

    [Fact]
    public void The_key_is_the_label_that_recognition_found() =>
        Normalise(Number(1)).Artefact!.Rows[0].Fields[0].Text.ShouldBe("SA01");

    public static TheoryData<string, int, RawCell, FieldState, long, string?> Money => new()
    {
        { "baht", 1, Number(1234.5), FieldState.Value, 123_450, null },
        { "no number", 1, Text("สองพัน"), FieldState.Unreadable, 0, "NORM-006" },
        { "a dash", 1, Text("-"), FieldState.StatedZero, 0, "NORM-022" },
        { "a day", 4, Text("31 พ.ค. 2564"), FieldState.Value, new DateOnly(2021, 5, 31).DayNumber, null },
        { "a day that does not exist", 4, Text("31 ก.พ. 2564"), FieldState.Unreadable, 0, "NORM-008" },
        { "a year of two digits far from the form's", 4, Text("31/5/50"), FieldState.Value, new DateOnly(2007, 5, 31).DayNumber, "NORM-024" },
    };

    [Theory]
    [MemberData(nameof(Money))]
    public void Money_and_dates_are_read_in_their_scales(string why, int field, RawCell cell, FieldState state, long amount, string? finding)
    {
        SourceCell?[] fields = [Cell(8, 1, Text("ค่าวัสดุ")), null, null, null, null];
        fields[field] = Cell(8, field + 1, cell);
        var read = Normalise([new RecognisedRow(SampleForm.Expense, null, "ค่าวัสดุ", fields[0]!.Value, fields)]);
        var value = read.Artefact!.Rows[0].Fields[field];
        (value.State, value.Amount).ShouldBe((state, amount), why);
        read.Findings.Select(one => one.Kind.Id).ShouldBe(finding is null ? [] : [finding], why);
    }

    [Fact]
    public void A_ratio_of_one_is_doubtful_nowhere_because_ours_is_used() =>
        Normalise(Number(1), ratio: Number(0.5)).Findings.Single().Severity.ShouldBe(Severity.Info);

    private static Step<NormalisedReturn> Normalise(RawCell quantity, RawCell ratio = default, RawCell unit = default, string item = "SA01") =>
        Normalise([Row(item, 8, quantity, ratio, unit)]);

    private static Step<NormalisedReturn> Normalise(IReadOnlyList<RecognisedRow> rows) =>
        ReturnNormaliser.Normalise(new RecognisedForm(Form, ProvinceCode.From(56), rows));

    private static RecognisedRow Row(string item, int row, RawCell quantity, RawCell ratio = default, RawCell unit = default)
    {
        var group = Form.Groups.Single(candidate => candidate.Items.Any(one => one.Code == item));
        var key = Cell(row, 1, Text(item));
        return new RecognisedRow(group, group.Items.Single(one => one.Code == item), item, key,
            [key, Cell(row, 2, ratio), Cell(row, 3, quantity), Cell(row, 4, unit)]);
    }

    private static SourceCell Cell(int row, int column, RawCell raw) => new(0, "ปริมาณ", new CellAddress(row, column), raw);

    private static RawCell Text(string text) => new(RawCellKind.Text, text);

    private static RawCell Number(double number) => new(RawCellKind.Number, number, "General");

    private static IReadOnlyList<string> Told(Step<NormalisedReturn> read) => [.. read.Findings.Select(FiledReturn.Tell)];
}
