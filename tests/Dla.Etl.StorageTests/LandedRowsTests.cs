using Dapper;
using Dla.Etl.Findings;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

public class LandedRowsTests
{
    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void Every_field_but_the_key_is_a_fact_with_its_source_cell_and_raw_text(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var form = Given.Form();
        desk.Load("A", Given.Return(form, 56, [Given.Activity(form, 1, Given.Quantity(7850.5m, "แห่ง"), "ครั้ง"), Given.Project(form, "ถนน", 12_345)]));
        using var reader = desk.Database.Read();
        reader.Query<(int, int, string, string, string, string, string)>(
            "SELECT position, row_position, group_code, item_code, field_code, role, type FROM fact ORDER BY position").ShouldBe(
        [
            (0, 0, "activity", "A1", "ratio", "ratio", "ratio"),
            (1, 0, "activity", "A1", "quantity", "figure", "quantity"),
            (2, 0, "activity", "A1", "unit", "unit_of_measure", "text"),
            (3, 1, "project", "ถนน", "budget", "figure", "baht"),
        ]);
        reader.Query<(string, long?, string?, string?, string, string, string)>(
            "SELECT state, amount, unit_of_measure, text, sheet_name, cell, raw FROM fact ORDER BY position").ShouldBe(
        [
            ("value", 50_000, null, null, "ปริมาณ", "B3", "5"),
            ("value", 78_505_000, "ครั้ง", "แห่ง", "ปริมาณ", "C3", "7850.5"),
            ("value", null, null, "ครั้ง", "ปริมาณ", "D3", "ครั้ง"),
            ("value", 12_345, "", null, "ปริมาณ", "B9", "123.45"),
        ]);
    }

    public static IEnumerable<object?[]> States => StorageUnderTest.OnEach(new TheoryData<string, NormalisedField, string, long?, string?>
    {
        { "a blank cell is missing, never zero", Given.Blank, "missing", null, null },
        { "a dash is a stated zero", Given.Dash, "stated_zero", 0, "-" },
        { "a typed zero is a value", Given.Quantity(0), "value", 0, "0" },
        { "a column that is not there", new(FieldState.NoColumn, 0, null, null), "no_column", null, null },
        { "the smallest amount there is", new(FieldState.Value, long.MinValue, null, null), "value", long.MinValue, null },
        { "the largest amount there is", new(FieldState.Value, long.MaxValue, null, null), "value", long.MaxValue, null },
        { "an unreadable figure under a lenient form", new(FieldState.Unreadable, 0, null, null), "unreadable", null, null },
    });

    [SkippableTheory]
    [MemberData(nameof(States))]
    public void Missing_zero_and_unreadable_stay_three_things(string engine, string because, NormalisedField field, string state, long? amount, string? raw)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var form = Given.Form();
        desk.Load("A", Given.Return(form, 56, [Given.Activity(form, 1, field)]));
        using var reader = desk.Database.Read();
        reader.QuerySingle<(string, long?, string?)>("SELECT state, amount, raw FROM fact WHERE field_code = 'quantity'")
            .ShouldBe((state, amount, raw), because);
    }

    public static IEnumerable<object?[]> Units => StorageUnderTest.OnEach(new TheoryData<string, int, string?, string?, string>
    {
        { "the form knows the unit and the sender left it out", 1, null, null, "ครั้ง" },
        { "the form knows it; the check has found the cell's own word to mean the same", 1, null, "แห่ง", "ครั้ง" },
        { "the form does not know: the sender's column is kept", 2, "คน", "ราย", "คน" },
        { "the form does not know and the column is blank: the word in the quantity cell", 2, null, "ราย", "ราย" },
        { "nobody says", 2, null, null, "" },
    });

    [SkippableTheory]
    [MemberData(nameof(Units))]
    public void The_unit_of_measure_is_the_forms_or_else_the_senders(string engine, string because, int item, string? column, string? inCell, string expected)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var form = Given.Form();
        desk.Load("A", Given.Return(form, 56, [Given.Activity(form, item, Given.Quantity(1, inCell), column)]));
        using var reader = desk.Database.Read();
        reader.QuerySingle<string>("SELECT unit_of_measure FROM fact WHERE field_code = 'quantity'").ShouldBe(expected, because);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void The_grid_lands_as_read_blank_rows_left_out(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        RawCell[] full =
        [
            RawCell.Blank, new(RawCellKind.Text, " ก\0\"\uD800"), new(RawCellKind.Number, 0.1 + 0.2, "0.00"), new(RawCellKind.Number, 7850.0),
            new(RawCellKind.Date, new DateTime(2564, 5, 31, 0, 0, 0, DateTimeKind.Unspecified), "d/m/yy"), new(RawCellKind.Boolean, true),
            new(RawCellKind.Error, "#REF!"), new(RawCellKind.FormulaWithoutValue, null), new(RawCellKind.Number, double.NaN),
        ];
        var workbook = new RawWorkbook(FileKind.Csv, [new RawSheet(null, [[], full, [RawCell.Blank]]), new RawSheet("สอง", [[new(RawCellKind.Text, "ข")]])]);
        var file = Given.File(desk.Database, desk.RunId, "A");
        desk.Refuse(file, new(Verdict.NotRecognised, []) { Workbook = workbook });
        using var reader = desk.Database.Read();
        reader.Query<(int, int, string?, string)>("SELECT sheet_index, row_index, sheet_name, cells FROM raw_row ORDER BY sheet_index, row_index").ShouldBe(
        [
            (0, 1, null, """
                [[1,"text"," ก\u0000\"�"],[2,"number",0.30000000000000004,"0.00"],[3,"number",7850],[4,"date","2564-05-31T00:00:00","d/m/yy"],[5,"boolean",true],[6,"error","#REF!"],[7,"formula_without_value",null],[8,"number","NaN"]]
                """),
            (1, 0, "สอง", """[[0,"text","ข"]]"""),
        ]);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void Findings_are_read_back_as_they_were_said(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        Finding[] said =
        [
            new(Given.Doubt) { Found = "1\0" + "2", Expected = "12" },
            new(Given.Note, Place.On("ปริมาณ")) { Found = "๑๒" },
            new(Given.Mistake, Place.At(null, new CellAddress(8, 10))) { Subject = "กิจกรรม", Severity = Severity.Fatal },
        ];
        var outcome = desk.Load("A", Given.Return(56, 1, said));
        using var reader = desk.Database.Read();
        var read = Outcomes.Findings(reader, outcome.Id);
        read.Select(finding => (finding.Kind, finding.Severity, finding.Place)).ShouldBe(said.Select(finding => (finding.Kind.Id, finding.Severity, finding.Place)));
        read.Select(finding => finding.Message).ShouldBe(said.Select(finding => finding.Message));
        read.Select(finding => finding.WhatToDo).ShouldBe(said.Select(finding => finding.WhatToDo));
        (read[0].Found, read[0].Expected, read[2].Subject).ShouldBe(("1␀2", "12", "กิจกรรม"));
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void An_answer_is_owed_until_it_is_written(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var outcomes = new[] { 56, 57 }.Select(unit => desk.Load("A", Given.Return(unit, 1))).ToList();
        using var reader = desk.Database.Read();
        Outcomes.Unanswered(reader).ShouldBe(outcomes);
        desk.Database.Write(lane => RunLog.Answered(lane, outcomes[0].Id, "56/a.txt"));
        desk.Database.Write(lane => RunLog.Answered(lane, outcomes[0].Id, "56/b.txt"));
        Outcomes.Unanswered(reader).ShouldBe([outcomes[1]]);
        reader.Query<string>("SELECT path FROM answer").ShouldBe(["56/a.txt"]);
    }
}
