using Dla.Etl.Definitions;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Definitions;

/// <summary>Closed lists of the shipped forms: what is read as which code, and what is not guessed.</summary>
public class CodeListTests
{
    private static readonly GroupDefinition Cost = Templates.Forms.Get("cost-by-cost-centre", FiscalYear.FromBuddhistEra(2563)).Group("cost");

    [Theory]
    [InlineData("category", "ค่าใช้จ่ายบุคลากร", "personnel", "as the form prints it")]
    [InlineData("category", " ค่าใช้จ่าย บุคลากร", "personnel", "spaces do not count")]
    [InlineData("category", "PERSONNEL", "personnel", "the code itself, whatever its case")]
    [InlineData("category", "ค่าใช้จ่ายด้านบุคลากร", "personnel", "a spelling that is known")]
    [InlineData("category", "ค่าใช้จ่ายบุคคลากร", null, "a letter too many is not guessed at")]
    [InlineData("category", "ค่าเสื่อมราคา", "depreciation", "short for the category")]
    [InlineData("source", "ค่าเสื่อมราคา", "depreciation", "the source of the same name is another list")]
    [InlineData("source", "เงินในงบประมาณ", "budget", "the first of two that differ by two letters")]
    [InlineData("source", "เงินนอกงบประมาณ", "off_budget", "the second of them")]
    [InlineData("directness", "ทางอ้อม", "indirect", "a short word")]
    [InlineData("directness", "ทางออม", null, "a tone mark lost may be another word")]
    [InlineData("behaviour", "", null, "nothing")]
    public void A_text_means_one_code_or_none(string field, string text, string? code, string because) =>
        (Field(field).Codes!.Find(text)?.Code).ShouldBe(code, because);

    [Theory]
    [InlineData("4", "4", "the number")]
    [InlineData("4.", "4", "as a list is numbered")]
    [InlineData("-1", null, "a negative number is no stage, though folding drops the dash")]
    [InlineData("(4)", null, "accountants write a negative number so")]
    [InlineData("- 7", null, "with a space")]
    [InlineData("8", null, "beyond the last")]
    public void A_number_is_that_number(string text, string? code, string because) =>
        (Templates.Forms.Get("specific-grant-status", Period.MonthOf(FiscalYear.FromBuddhistEra(2566), 5)).Groups[0].Fields.Single(field => field.Code == "stage").Codes!.Find(text)?.Code).ShouldBe(code, because);

    [Fact]
    public void A_spelling_that_is_neither_label_nor_code_is_a_synonym()
    {
        var code = Field("source").Codes!.Find("นอกงบประมาณ")!;
        CodeList.IsSynonym(code, "นอกงบประมาณ").ShouldBeTrue();
        CodeList.IsSynonym(code, "เงินนอก งบประมาณ").ShouldBeFalse("a space makes no other spelling");
        CodeList.IsSynonym(code, "Off_Budget").ShouldBeFalse("the code itself");
    }

    [Fact]
    public void A_spelling_of_two_codes_is_a_mistake() =>
        CodeList.Ambiguous([new("a", "หนึ่ง", ["สาม"]), new("b", "สอง", ["ส า ม"])]).ShouldBe("สาม");

    private static FieldDefinition Field(string code) => Cost.Fields.Single(field => field.Code == code);
}
