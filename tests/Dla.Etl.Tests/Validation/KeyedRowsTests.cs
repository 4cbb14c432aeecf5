using Dla.Etl.Definitions;
using Dla.Etl.Forms;
using Dla.Etl.Normalising;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Tests.Validation;

/// <summary>Rows with a composed key, and rows that say that there is nothing to report.</summary>
public sealed class KeyedRowsTests
{
    private static readonly FormCatalogue Forms = KeyedForm.With();

    public static TheoryData<string, string, string> Codes => new()
    {
        { "two parts", "อบต.ก|ถนนสาย ๑|ลงนาม|#1|#0", "อบต.ก|ถนนสาย1" },
        { "another spacing and case is the same", "อบต. ก|ถนน สาย 1 LED|ลงนาม|#1|#0", "อบต.ก|ถนนสาย1led" },
        { "the sign between the parts is none within one", "อบต.ก|ก/ข|ลงนาม|#1|#0", "อบต.ก|ก/ข" },
        { "nothing to report", "อบต.ก|ไม่มี รายการที่ต้องรายงาน", "อบต.ก|none" },
        { "a part is missing, so that the words of the row stand in", "|ถนน|ลงนาม|#1|#0", "ถนน" },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_code_of_a_row_is_made_of_its_key(string why, string row, string code)
    {
        var read = KeyedForm.Read(Forms, row).Artefact!.Rows.Single();
        read.Code.ShouldBe(code, why);
        read.HasCode.ShouldBe(code.Contains('|', StringComparison.Ordinal));
    }

    [Fact]
    public void A_very_long_part_is_cut_and_stays_its_own()
    {
        var (one, other) = (Code(new string('ก', 900) + "1"), Code(new string('ก', 900) + "2"));
        one.Length.ShouldBe("อบต.ก|".Length + 200);
        one.ShouldNotBe(other);

        static string Code(string project) => KeyedForm.Read(Forms, $"อบต.ก|{project}|ลงนาม|#1|#0").Artefact!.Rows.Single().Code;
    }

    [Fact]
    public void Messages_use_the_words_of_the_row() =>
        KeyedForm.Read(Forms, "อบต. ก|ถนน|นอน|#1|#0").Findings.Single().Message.ShouldContain("สถานะของโครงการ “อบต. ก – ถนน”");

    [Fact]
    public void The_key_column_is_a_fact_of_its_own_where_the_group_has_a_key()
    {
        var row = KeyedForm.Read(Forms, "อบต. ก|ถนน  สาย 1|ลงนาม|#1|#0").Artefact!.Rows.Single();
        row.Fields[1].Text.ShouldBe("ถนน สาย 1");
        row.Fields[1].State.ShouldBe(FieldState.Value);
    }

    public static TheoryData<string, string, string[]> Findings => new()
    {
        { "two projects of a place, one project of two places", "ก|ถนน|ลงนาม|#1|#0\nก|ประปา|ลงนาม|#1|#0\nข|ถนน|ลงนาม|#1|#0", [] },
        { "the same twice, told once at the second", "ก|ถนน|ลงนาม|#1|#0\nก|ถ นน|ลงนาม|#2|#0", ["VAL-012 ERROR B5"] },
        { "keys that could not be read are not twins", "|ถนน|ลงนาม|#1|#0\n|ถนน|ลงนาม|#1|#0", ["VAL-002 ERROR A4", "VAL-002 ERROR A5"] },
        { "nothing to report needs no figure", "ก|ไม่มีรายการที่ต้องรายงาน", [] },
        { "the other text is known too, and zeros say the same", "ก|ไม่มีรายการ||#0|-", [] },
        { "who has nothing to report says who he is", "|ไม่มีรายการที่ต้องรายงาน", ["VAL-002 ERROR A4"] },
        { "a figure beside nothing", "ก|ไม่มีรายการ||#5|#0", ["VAL-100 ERROR D4"] },
        { "nothing beside a project of the same place", "ก|ถนน|ลงนาม|#1|#0\nก|ไม่มีรายการ", ["VAL-101 ERROR B5"] },
        { "nothing beside a project of another place", "ข|ถนน|ลงนาม|#1|#0\nก|ไม่มีรายการ", [] },
        { "nothing said twice", "ก|ไม่มีรายการ\nก|ไม่มีรายการที่ต้องรายงาน", ["VAL-012 ERROR B5"] },
    };

    [Theory]
    [MemberData(nameof(Findings))]
    public void Duplicates_and_nothing_to_report(string why, string rows, string[] told) => KeyedForm.Told(Forms, rows).ShouldBe(told, why);

    [Fact]
    public void Both_cells_of_a_duplicate_are_named()
    {
        var read = KeyedForm.Read(Forms, "ก|ถนน|ลงนาม|#1|#0\nก|ถนน|ลงนาม|#2|#0");
        Etl.Validation.ReturnValidator.Validate(read.Artefact!, Etl.Validation.ValidationContext.Empty, []).Findings.Single().Message
            .ShouldBe("โครงการ “ก – ถนน” มีมากกว่าหนึ่งแถว พบที่เซลล์ B4 และ B5");
    }

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "key: [place, project]", "key: [place, road]", "groups[0].key: no field 'road' in 'project'; there are place, project, stage, allocated, disbursed, percent, signed, note" },
        { "key: [place, project]", "key: [place, place, project]", "groups[0].key: a field is named twice" },
        { "type: text, required: true}\n      - {code: project", "type: text}\n      - {code: project", "groups[0].key: the field 'place' is part of the key, so that it must be required" },
        { "  - {kind: unique_rows, group: project}\n", "", "groups[0].key: a key says that rows are unique, so that the form must check it: {kind: unique_rows, group: project}" },
        { "  - {kind: nothing_to_report, group: project}\n", "", "groups[0].nothing: the form must check such rows: {kind: nothing_to_report, group: project}" },
        { "{field: project, texts:", "{field: road, texts:", "groups[0].nothing: no field 'road' in 'project'; there are place, project, stage, allocated, disbursed, percent, signed, note" },
        { "{field: project, texts:", "{field: allocated, texts:", "groups[0].nothing: the field 'allocated' holds no words" },
        { "{field: project, texts: [ไม่มีรายการที่ต้องรายงาน,", "{field: stage, texts: [ลง นาม,", "groups[0].nothing: “ลง นาม” is a code of 'stage' too" },
        { "    key: [place, project]\n", "", "groups[0].nothing: rows without anything to report are told apart by a key, and the group has none" },
        { "rows: open", "rows: listed", "groups[0].key: only open rows have it" },
        { "role: text, type: code", "role: key, type: code", "groups[0].fields: a group has exactly one field with the role key, 'project' has 2" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_of_the_definition_is_named(string right, string wrong, string message)
    {
        KeyedForm.Yaml.ShouldContain(right);
        Should.Throw<DefinitionException>(() => KeyedForm.With("", text => text.Replace(right, wrong, StringComparison.Ordinal))).Message.ShouldEndWith(message);
    }

    [Fact]
    public void The_page_of_the_form_tells_both()
    {
        var page = FormReadme.Write(Forms.All[0]);
        page.ShouldContain("แต่ละ หน่วยงาน + โครงการ มีได้แถวเดียว (คีย์ `place|project`)");
        page.ShouldContain("หากไม่มีอะไรต้องรายงาน ให้เขียนในช่องโครงการว่า “ไม่มีรายการที่ต้องรายงาน” หรือ “ไม่มีรายการ” และไม่กรอกตัวเลข");
    }

    [Fact]
    public void The_blank_form_offers_it()
    {
        using var stream = new MemoryStream();
        BlankForm.Write(Forms.All[0], null, stream);
        stream.Position = 0;
        var book = Etl.Reporting.NpoiCulture.Invariant(() => new XSSFWorkbook(stream));
        var advice = Enumerable.Range(0, 8).Select(row => book.GetSheetAt(1).GetRow(row)?.GetCell(0)?.StringCellValue ?? "").ToList();
        advice.ShouldContain("6. หากไม่มีอะไรต้องรายงาน ให้เขียน “ไม่มีรายการที่ต้องรายงาน” ในช่องโครงการ ไม่ต้องกรอกตัวเลข แล้วส่งไฟล์ตามปกติ");
        advice.ShouldContain(line => line.Contains("หน่วยงานและโครงการเดียวกันมีได้แถวเดียว", StringComparison.Ordinal));
        Etl.Reporting.NpoiCulture.Invariant(() => book.GetSheetAt(0).GetDataValidations()).ShouldContain(rule => rule.PromptBoxText.Contains("ไม่มีรายการที่ต้องรายงาน", StringComparison.Ordinal));
    }
}
