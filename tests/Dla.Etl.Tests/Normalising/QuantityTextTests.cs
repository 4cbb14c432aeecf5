using Dla.Etl.Normalising;
using Dla.Etl.Reading;

namespace Dla.Etl.Tests.Normalising;

public class QuantityTextTests
{
    public static TheoryData<string, RawCell, string, string?, string> Read => new()
    {
        { "whole number", Cells.Number(7850), "7850", null, "" },
        { "half", Cells.Number(12.5), "12.5", null, "" },
        { "four decimals", Cells.Number(0.0001), "0.0001", null, "" },
        { "negative comes through for validation", Cells.Number(-3), "-3", null, "" },
        { "0.1 + 0.2 as a workbook stores it", Cells.Number(0.1 + 0.2), "0.3", null, "floating_noise" },
        { "remainder of a difference", Cells.Number(0.3 - 0.1 - 0.2), "0", null, "floating_noise" },
        { "1.5E+07 of a numeric cell", Cells.Number(1.5E+07), "15000000", null, "" },
        { "largest whole number", Cells.Number(922_337_203_685_477d), "922337203685477", null, "" },
        { "unit in the number format", Cells.Number(7850, "#,##0\" แห่ง\""), "7850", "แห่ง", "unit_in_cell" },
        { "unit by escaped letters", Cells.Number(5, "0\\ \\ค\\น"), "5", "คน", "unit_in_cell" },
        { "accounting format has no unit", Cells.Number(5, "_-* #,##0_-;-* #,##0_-;_-* \"-\"??_-;_-@_-"), "5", null, "" },
        { "Thai digits by format", Cells.Number(5, "[$-D000000]#,##0"), "5", null, "" },
        { "Thai digits by the letter t", Cells.Number(5, "t#,##0.00"), "5", null, "" },
        { "unknown word in the format", Cells.Number(5, "0\" กล้วย\""), "5", null, "" },
        { "unfinished quote in the format", Cells.Number(5, "0\" คน"), "5", "คน", "unit_in_cell" },
        { "text", Cells.Text("7,850"), "7850", null, "grouping" },
        { "text with unit", Cells.Text("7,850 แห่ง"), "7850", "แห่ง", "grouping,unit_in_cell" },
        { "unit without a space", Cells.Text("1,254ราย"), "1254", "ราย", "grouping,unit_in_cell" },
        { "unit in parentheses", Cells.Text("5 (คน)"), "5", "คน", "unit_in_cell" },
        { "unit misspelt", Cells.Text("๓ คร้ง"), "3", "ครั้ง", "thai_digits,unit_in_cell,unit_synonym" },
        { "decomposed text around", Cells.Text("จ\u0E4D\u0E32นวน 7,560 แห่ง"), "7560", "แห่ง", "decomposed_sara_am,grouping,unit_in_cell" },
        { "negative with unit", Cells.Text("-5 คน"), "-5", "คน", "unit_in_cell" },
        { "sign with a space", Cells.Text("– 5 คน"), "-5", "คน", "dash_variant,unit_in_cell" },
        { "parentheses", Cells.Text("( 5 )"), "-5", null, "parentheses_negative" },
        { "trailing minus", Cells.Text("5 -"), "-5", null, "trailing_minus" },
        { "no-break space before the unit", Cells.Text("7\u00A0850\u00A0แห่ง"), "7850", "แห่ง", "odd_spaces,grouping,unit_in_cell" },
    };

    public static TheoryData<string, RawCell, string> Refused => new()
    {
        { "date", Cells.Date(2021, 5, 31), "วันที่" },
        { "Buddhist date that readers report as a number", Cells.Number(44347, "d/m/bbbb"), "วันที่" },
        { "localised Buddhist date", Cells.Number(44347, "ว/ด/ปปปป"), "วันที่" },
        { "percent format", Cells.Number(0.25, "0.00%"), "ร้อยละ" },
        { "truth", Cells.True, "TRUE" },
        { "error", Cells.RefError, "#REF!" },
        { "formula without result", Cells.UncachedFormula, "บันทึกใหม่" },
        { "five decimals", Cells.Number(0.00001), "ทศนิยม" },
        { "a third", Cells.Number(1d / 3), "ทศนิยม" },
        { "one above the largest", Cells.Number(922_337_203_685_478d), "ใหญ่เกิน" },
        { "1E+300", Cells.Number(1E+300), "ใหญ่เกิน" },
        { "decimals that the file cannot hold", Cells.Number(900_719_925_474_099.5), "ใหญ่เกิน" },
        { "NaN", Cells.Number(double.NaN), "ใหญ่เกิน" },
        { "infinity", Cells.Number(double.PositiveInfinity), "ใหญ่เกิน" },
        { "five decimals in text", Cells.Text("0.00001"), "ทศนิยม" },
        { "too large in text", Cells.Text("922337203685478"), "ใหญ่เกิน" },
        { "two numbers", Cells.Text("80 คน/3 รุ่น"), "มากกว่าหนึ่ง" },
        { "numbered list", Cells.Text("1. 696,377 คน 2. ร้อยละ 60"), "มากกว่าหนึ่ง" },
        { "range", Cells.Text("5-6"), "มากกว่าหนึ่ง" },
        { "bound", Cells.Text("ไม่น้อยกว่า 5,934 แห่ง"), "ขอบเขต" },
        { "bound as a sign", Cells.Text("> 5"), "ขอบเขต" },
        { "bound behind", Cells.Text("5 ขึ้นไป"), "ขอบเขต" },
        { "estimate", Cells.Text("ประมาณ 50 คน"), "ขอบเขต" },
        { "percent", Cells.Text("60 %"), "ร้อยละ" },
        { "percent in words", Cells.Text("ร้อยละ 60"), "ร้อยละ" },
        { "unknown unit", Cells.Text("5 กล้วย"), "กล้วย" },
        { "word before", Cells.Text("รุ่นที่ 5"), "รุ่นที่" },
        { "no digits", Cells.Text("ไม่มีข้อมูล"), "ไม่มีข้อมูล" },
        { "letter O", Cells.Text("1O0 คน"), "“O”" },
        { "space in the number", Cells.Text("12 345 คน"), "ช่องว่าง" },
        { "exponent", Cells.Text("1.5E+07"), "เลขยกกำลัง" },
        { "point before the unit", Cells.Text("5. คน"), "จุดทศนิยม" },
        { "point before the number", Cells.Text(".5 คน"), "จุดทศนิยม" },
    };

    public static TheoryData<string, string> Zeros => new()
    {
        { "-", "stated_zero_dash" },
        { " - ", "stated_zero_dash" },
        { "–", "dash_variant,stated_zero_dash" },
        { "—", "dash_variant,stated_zero_dash" },
        { "−", "dash_variant,stated_zero_dash" },
        { "ไม่มี", "stated_zero_word" },
        { "ไม\u0E48ม\u200Bี", "zero_width,stated_zero_word" },
        { "ไม่ใช้งบประมาณ", "stated_zero_word" },
    };

    [Theory]
    [MemberData(nameof(Read))]
    public void Quantities_are_read(string why, RawCell cell, string expected, string? unit, string tolerances)
    {
        var read = UnderThai.Run(() => QuantityText.Parse(cell));
        read.Succeeded.ShouldBeTrue($"{why}: {read.Reason}");
        read.Value.Amount.ToString().ShouldBe(expected, why);
        read.Value.Unit.ShouldBe(unit, why);
        read.Value.StatedZero.ShouldBeFalse(why);
        string.Join(',', read.Tolerances.Select(tolerance => tolerance.Code)).ShouldBe(tolerances, why);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_exact_quantity_is_refused_with_the_reason(string why, RawCell cell, string reason)
    {
        var read = QuantityText.Parse(cell);
        read.Succeeded.ShouldBeFalse(why);
        read.Reason.ShouldNotBeNull().ShouldContain(reason, Case.Sensitive, why);
    }

    [Theory]
    [MemberData(nameof(Zeros))]
    public void A_stated_zero_is_zero_and_says_so(string text, string tolerances)
    {
        var read = QuantityText.Parse(Cells.Text(text));
        read.Value.StatedZero.ShouldBeTrue();
        read.Value.Amount.TenThousandths.ShouldBe(0);
        string.Join(',', read.Tolerances.Select(tolerance => tolerance.Code)).ShouldBe(tolerances);
        Tolerances.SayZero(read.Tolerances).ShouldBeTrue();
    }

    [Fact]
    public void The_qualifier_is_kept() => QuantityText.Parse(Cells.Text("จำนวน 7,560 แห่ง")).Value.Qualifier.ShouldBe("จำนวน");

    [Fact]
    public void A_written_zero_is_not_a_stated_one() => Tolerances.SayZero(QuantityText.Parse(Cells.Text("0")).Tolerances).ShouldBeFalse();

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\u200B\n")]
    public void Missing_is_not_zero_and_is_the_callers_matter(string text)
    {
        CellContent.IsMissing(Cells.Text(text)).ShouldBeTrue();
        Should.Throw<ArgumentException>(() => QuantityText.Parse(Cells.Text(text)));
        Should.Throw<ArgumentException>(() => MoneyText.Parse(Cells.Text(text)));
        Should.Throw<ArgumentException>(() => RatioText.Parse(Cells.Text(text)));
        Should.Throw<ArgumentException>(() => DateText.Parse(Cells.Text(text)));
        Should.Throw<ArgumentException>(() => QuantityText.Parse(RawCell.Blank));
    }
}
