using Dla.Etl.Normalising;
using Dla.Etl.Reading;

namespace Dla.Etl.Tests.Normalising;

public class TitlesTests
{
    [Theory]
    [InlineData("circular's title", "ตารางกำหนดผลผลิตหลัก กิจกรรมย่อย ประจำปีงบประมาณ พ.ศ. ๒๕๖๓ ของหน่วยงานหลัก", 2563, "thai_digits")]
    [InlineData("without era", "ปีงบประมาณ 2563", 2563, "")]
    [InlineData("invisible letters", "ปีงบ\u200Bประมาณ 2563", 2563, "zero_width")]
    [InlineData("short", "ปี 63", 2563, "two_digit_year")]
    [InlineData("of the year", "ประจำปี พ.ศ.2564", 2564, "")]
    [InlineData("shortened word", "ปีงบฯ 64", 2564, "two_digit_year")]
    [InlineData("common era", "ปี ค.ศ. 2020", 2563, "common_era_year")]
    [InlineData("twice the same", "ปีงบประมาณ 2563 (ปี 63)", 2563, "two_digit_year")]
    [InlineData("with a date that is not the year", "ปีงบประมาณ 2563 ข้อมูล ณ วันที่ 31 พฤษภาคม 2564", 2563, "")]
    public void The_year_of_a_title_is_found(string why, string text, int year, string tolerances)
    {
        var found = UnderThai.Run(() => FiscalYearText.Find(text)).ShouldNotBeNull(why);
        found.Succeeded.ShouldBeTrue($"{why}: {found.Reason}");
        found.Value.BuddhistEra.ShouldBe(year, why);
        string.Join(',', found.Tolerances.Select(tolerance => tolerance.Code)).ShouldBe(tolerances, why);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ประจำปีงบประมาณ พ.ศ. ......")]
    [InlineData("ข้อมูล ณ วันที่ 31 พฤษภาคม พ.ศ. 2564")]
    [InlineData("ปีละ 12 ครั้ง")]
    [InlineData("รวมทั้งปี 365 วัน")]
    [InlineData("ตลอดปี 12 ครั้ง หรือปีละ 40 คน")]
    [InlineData("ปี 1,234")]
    [InlineData("แผนพัฒนา ๕ ปี ๖๖")]
    public void A_text_without_a_year_has_none(string text) => FiscalYearText.Find(text).ShouldBeNull();

    [Theory]
    [InlineData("ปีงบประมาณ 2563 และปีงบประมาณ 2564", "2563, 2564")]
    [InlineData("แผนพัฒนาท้องถิ่น ปี 2566–2570", "2566, 2570")]
    [InlineData("ปี 63 หรือปี 64", "2563, 2564")]
    [InlineData("ปีงบประมาณ 2539", "2539")]
    [InlineData("ปีงบประมาณ 2641", "2641")]
    [InlineData("ปี 0000", "0")]
    public void Several_years_or_an_impossible_one_fail(string text, string named) =>
        FiscalYearText.Find(text).ShouldNotBeNull().Reason.ShouldNotBeNull().ShouldContain(named);

    [Theory]
    [InlineData("ที่ มท ๐๘๐๓.๓/ว ๙๕๙", "มท", "0803", "3", true, 959)]
    [InlineData("ที่ พย ๐๐๒๓.๓/ว ๒๓๖", "พย", "0023", "3", true, 236)]
    [InlineData("ที่ บก ๐๐๒๓.๓/ว.๓๕๕", "บก", "0023", "3", true, 355)]
    [InlineData("พย0023/ว355", "พย", "0023", null, true, 355)]
    [InlineData("มท 0810.2/1234", "มท", "0810", "2", false, 1234)]
    public void Document_numbers_are_read(string text, string sender, string office, string? group, bool circular, int number)
    {
        var read = DocumentNumber.Parse(text);
        read.Value.ShouldBe(new DocumentNumber(sender, office, group, circular, number));
        DocumentNumber.Parse(read.Value.ToString()).Value.ShouldBe(read.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("มท 080.3/ว 959")]
    [InlineData("มท 0803.3/ว")]
    [InlineData("มท 0803.3/99999999999")]
    public void Other_texts_are_no_document_numbers(string text) => DocumentNumber.Parse(text).Reason.ShouldNotBeNull().ShouldContain("เลขที่หนังสือ");

    [Theory]
    [InlineData("ระยอง", "ระนอง", 2, 1)]
    [InlineData("พัฒนากุศลสาร", "พัฒนาบุคลากร", 2, 3)]
    [InlineData("พัฒนากุศลสาร", "พัฒนาบุคลากร", 9, 4)]
    [InlineData("", "", 0, 0)]
    [InlineData("", "กข", 2, 2)]
    [InlineData("", "กข", 1, 2)]
    [InlineData("กขค", "กขค", 0, 0)]
    [InlineData("กขค", "กคค", 0, 1)]
    public void Distance_stays_within_its_band(string a, string b, int atMost, int expected)
    {
        EditDistance.Between(a, b, atMost).ShouldBe(expected);
        EditDistance.Between(b, a, atMost).ShouldBe(expected);
    }

    [Fact]
    public void Long_texts_need_no_stack() => EditDistance.Between("ข" + new string('ก', 400) + "ค", "ค" + new string('ก', 400) + "ง", 3).ShouldBe(2);

    [Fact]
    public void A_negative_band_is_a_mistake_of_the_program() => Should.Throw<ArgumentOutOfRangeException>(() => EditDistance.Between("ก", "ข", -1));

    [Fact]
    public void Every_tolerance_has_its_own_code_and_a_Thai_sentence()
    {
        Tolerances.All.Select(tolerance => tolerance.Code).ShouldBeUnique();
        Tolerances.All.ShouldAllBe(tolerance => tolerance.Thai.Any(letter => letter >= 'ก' && letter <= '๛'));
        Tolerances.All.ShouldAllBe(tolerance => tolerance.Code.All(letter => letter == '_' || char.IsAsciiLetterLower(letter)));
        Tolerances.Find("thai_digits").ShouldBeSameAs(Tolerances.ThaiDigits);
        Tolerances.Find("guess").ShouldBeNull();
    }

    public static TheoryData<RawCell, string> Contents => new()
    {
        { RawCell.Blank, "" },
        { Cells.Text(" ก "), " ก " },
        { Cells.Number(7850.25), "7850.25" },
        { Cells.Number(1E+21), "1E+21" },
        { Cells.Date(2564, 5, 31), "2564-05-31" },
        { Cells.Date(2021, 5, 31, 9), "2021-05-31 09:00:00" },
        { Cells.True, "TRUE" },
        { new RawCell(RawCellKind.Boolean, false), "FALSE" },
        { Cells.RefError, "#REF!" },
        { new RawCell(RawCellKind.FormulaWithoutValue, null), "" },
        { new RawCell(RawCellKind.Number, 7850), "7850" },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public void Content_is_shown_as_stored(RawCell cell, string expected) => UnderThai.Run(() => CellContent.TextOf(cell)).ShouldBe(expected);

    [Theory]
    [InlineData("๑๒", "12")]
    [InlineData("ก๐๙z", "ก09z")]
    public void Thai_digits_become_Arabic(string thai, string arabic)
    {
        ThaiDigits.ToArabic(thai).ShouldBe(arabic);
        ThaiDigits.ToThai(arabic).ShouldBe(thai);
        ThaiDigits.ToArabic(arabic).ShouldBeSameAs(arabic);
        ThaiDigits.ToThai(thai).ShouldBeSameAs(thai);
    }
}
