using Dla.Etl.Normalising;
using Dla.Etl.Reading;

namespace Dla.Etl.Tests.Normalising;

public class MoneyAndRatioTests
{
    public static TheoryData<string, RawCell, MoneyScale, long, string> Money => new()
    {
        { "baht", Cells.Number(1234.5), MoneyScale.Baht, 123_450, "" },
        { "thousands", Cells.Number(1.5), MoneyScale.Thousand, 150_000, "" },
        { "millions", Cells.Number(236_479.663099), MoneyScale.Million, 23_647_966_309_900, "" },
        { "0.1 + 0.2", Cells.Number(0.1 + 0.2), MoneyScale.Baht, 30, "floating_noise" },
        { "half a satang goes away from zero", Cells.Number(0.125), MoneyScale.Baht, 13, "rounded_to_satang" },
        { "negative half too", Cells.Number(-0.125), MoneyScale.Baht, -13, "rounded_to_satang" },
        { "1.005 is a half to people, less in binary", Cells.Number(1.005), MoneyScale.Baht, 101, "rounded_to_satang" },
        { "text", Cells.Text("1,234.50"), MoneyScale.Baht, 123_450, "grouping" },
        { "baht in the cell", Cells.Text("1,234.50 บาท"), MoneyScale.Baht, 123_450, "grouping,unit_in_cell" },
        { "S002 writes ล้านบาท into the cell", Cells.Text("538800.0000ล้านบาท"), MoneyScale.Million, 53_880_000_000_000, "unit_in_cell" },
        { "ลบ. in a column of baht", Cells.Text("10.07 ลบ."), MoneyScale.Baht, 1_007_000_000, "scale_in_cell" },
        { "พันบาท in a column of millions", Cells.Text("จำนวน 5 พันบาท"), MoneyScale.Million, 500_000, "scale_in_cell" },
        { "dash", Cells.Text("-"), MoneyScale.Baht, 0, "stated_zero_dash" },
        { "S002 writes ไม่ใช้งบประมาณ into the amount", Cells.Text("ไม่ใช้งบประมาณ"), MoneyScale.Baht, 0, "stated_zero_word" },
        { "largest", Cells.Text("92233720368547758.07"), MoneyScale.Baht, long.MaxValue, "" },
    };

    public static TheoryData<string, RawCell, string> NoMoney => new()
    {
        { "parts of a satang in text", Cells.Text("1.234"), "สตางค์" },
        { "one satang too large", Cells.Text("92233720368547758.08"), "ใหญ่เกิน" },
        { "too large a number", Cells.Number(1E+20), "ใหญ่เกิน" },
        { "date", Cells.Date(2021, 5, 31), "วันที่" },
        { "Buddhist date", Cells.Number(44347, "bbbb"), "วันที่" },
        { "percent", Cells.Number(0.1, "0%"), "ร้อยละ" },
        { "error", Cells.RefError, "#REF!" },
        { "word before", Cells.Text("ไม่เกิน 5 บาท"), "ไม่เกิน" },
        { "other unit", Cells.Text("5 คน"), "หน่วยเงิน" },
        { "two numbers", Cells.Text("5 บาท 6 บาท"), "มากกว่าหนึ่ง" },
    };

    public static TheoryData<string, RawCell, long, string> Ratios => new()
    {
        { "25", Cells.Number(25), 250_000, "" },
        { "two decimals", Cells.Number(30.84), 308_400, "" },
        { "a quarter in a percent cell", Cells.Number(0.25, "0%"), 250_000, "" },
        { "0.856 in a percent cell", Cells.Number(0.856, "0.0%"), 856_000, "" },
        { "0.07 in a percent cell", Cells.Number(0.07, "0%"), 70_000, "" },
        { "noise in a percent cell", Cells.Number(0.1 + 0.2, "0%"), 300_000, "floating_noise" },
        { "a share where a percentage is expected", Cells.Number(0.25), 2_500, "percent_at_most_one" },
        { "exactly one", Cells.Number(1), 10_000, "percent_at_most_one" },
        { "just above one", Cells.Number(1.0001), 10_001, "" },
        { "zero is zero", Cells.Number(0), 0, "" },
        { "text", Cells.Text("๒๕"), 250_000, "thai_digits" },
        { "text of one", Cells.Text("1"), 10_000, "percent_at_most_one" },
        { "percent sign", Cells.Text("25%"), 250_000, "percent_in_cell" },
        { "word", Cells.Text("ร้อยละ 85.60"), 856_000, "percent_in_cell" },
        { "one percent said so", Cells.Text("1 %"), 10_000, "percent_in_cell" },
        { "dash", Cells.Text("-"), 0, "stated_zero_dash" },
    };

    public static TheoryData<string, RawCell, string> NoRatio => new()
    {
        { "five decimals", Cells.Number(33.33333), "ทศนิยม" },
        { "five decimals in text", Cells.Text("33.33333"), "ทศนิยม" },
        { "too large", Cells.Number(1E+17), "ใหญ่เกิน" },
        { "date", Cells.Date(2021, 5, 31), "วันที่" },
        { "Buddhist date", Cells.Number(44347, "d mmm bb"), "วันที่" },
        { "error", Cells.RefError, "#REF!" },
        { "proportion", Cells.Text("1:4"), "มากกว่าหนึ่ง" },
        { "word before", Cells.Text("ประมาณ 25"), "ประมาณ" },
        { "word after", Cells.Text("25 คน"), "คน" },
        { "no number", Cells.Text("ตามจริง"), "ตามจริง" },
    };

    [Theory]
    [MemberData(nameof(Money))]
    public void Money_is_read_into_satang(string why, RawCell cell, MoneyScale scale, long satang, string tolerances)
    {
        var read = UnderThai.Run(() => MoneyText.Parse(cell, scale));
        read.Succeeded.ShouldBeTrue($"{why}: {read.Reason}");
        read.Value.Satang.ShouldBe(satang, why);
        string.Join(',', read.Tolerances.Select(tolerance => tolerance.Code)).ShouldBe(tolerances, why);
    }

    [Theory]
    [MemberData(nameof(NoMoney))]
    public void What_is_no_money_is_refused(string why, RawCell cell, string reason) =>
        MoneyText.Parse(cell).Reason.ShouldNotBeNull(why).ShouldContain(reason, Case.Sensitive, why);

    [Theory]
    [InlineData("หน่วย : บาท", MoneyScale.Baht)]
    [InlineData("(หน่วย : พันบาท)", MoneyScale.Thousand)]
    [InlineData("ลบ.", MoneyScale.Million)]
    public void The_scale_of_a_heading_is_read(string text, MoneyScale scale) => MoneyText.ParseScale(text).Value.ShouldBe(scale);

    [Fact]
    public void A_heading_without_a_scale_is_refused() => MoneyText.ParseScale("หน่วย : คน").Reason.ShouldNotBeNull().ShouldContain("คน");

    [Fact]
    public void An_unknown_scale_is_a_mistake_of_the_program() =>
        Should.Throw<ArgumentOutOfRangeException>(() => MoneyText.Parse(Cells.Number(1), (MoneyScale)9));

    [Theory]
    [MemberData(nameof(Ratios))]
    public void Ratios_are_read_into_parts_of_a_percent_point(string why, RawCell cell, long ratio, string tolerances)
    {
        var read = UnderThai.Run(() => RatioText.Parse(cell));
        read.Succeeded.ShouldBeTrue($"{why}: {read.Reason}");
        read.Value.ShouldBe(ratio, why);
        string.Join(',', read.Tolerances.Select(tolerance => tolerance.Code)).ShouldBe(tolerances, why);
    }

    [Theory]
    [MemberData(nameof(NoRatio))]
    public void What_is_no_ratio_is_refused(string why, RawCell cell, string reason) =>
        RatioText.Parse(cell).Reason.ShouldNotBeNull(why).ShouldContain(reason, Case.Sensitive, why);
}
