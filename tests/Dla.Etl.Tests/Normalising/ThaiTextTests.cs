using Dla.Etl.Normalising;

namespace Dla.Etl.Tests.Normalising;

public class ThaiTextTests
{
    public static TheoryData<string, string, string, string> Cleaned => new()
    {
        { "zero-width space", "อปท\u200B.", "อปท.", "zero_width" },
        { "byte order mark inside", "\uFEFFปริมาณ", "ปริมาณ", "zero_width" },
        { "soft hyphen, joiner, word joiner", "ก\u00ADข\u200Dค\u2060ง\u200Cจ", "กขคงจ", "zero_width" },
        { "no-break space", "7,850\u00A0แห่ง", "7,850 แห่ง", "odd_spaces" },
        { "figure and narrow spaces", "ก\u2007ข\u202Fค\u3000ง", "ก ข ค ง", "odd_spaces" },
        { "Windows glyph of a low tone", "ป\uF70Bา", "ป้า", "private_use_glyphs" },
        { "Mac glyphs of tho than and yo ying without foot", "\uF700าน\uF70F", "ฐานญ", "private_use_glyphs" },
        { "shifted vowels and mai taikhu", "ป\uF701น ป\uF712น ป\uF710น", "ปิน ป็น ปัน", "private_use_glyphs" },
        { "lowered sara u, sara uu, phinthu", "ญ\uF718 ญ\uF719 ญ\uF71A", "ญุ ญู ญฺ", "private_use_glyphs" },
        { "glyph of nikhahit before aa", "น\uF711า", "นำ", "private_use_glyphs,decomposed_sara_am" },
        { "two sara e", "เเห่ง", "แห่ง", "double_sara_e" },
        { "two sara e parted by a zero-width space", "เ\u200Bเห่ง", "แห่ง", "zero_width,double_sara_e" },
        { "tone before a vowel above (NFC does nothing)", "ท\u0E48\u0E35", "ที่", "mark_order" },
        { "tone before sara u (NFC would do)", "ต\u0E49\u0E38", "ตุ้", "mark_order" },
        { "thanthakhat before its vowel", "พันธ\u0E4C\u0E38", "พันธุ์", "mark_order" },
        { "tone typed after sara am", "น\u0E33\u0E49", "น้ำ", "mark_order" },
        { "nikhahit and aa", "ค\u0E4D\u0E32", "คำ", "decomposed_sara_am" },
        { "tone, nikhahit, aa", "น\u0E49\u0E4D\u0E32", "น้ำ", "decomposed_sara_am" },
        { "nikhahit, tone, aa", "น\u0E4D\u0E49\u0E32", "น้ำ", "decomposed_sara_am" },
        { "province with decomposed am", "หนองบัวล\u0E4D\u0E32ภู", "หนองบัวลำภู", "decomposed_sara_am" },
        { "repeated tone", "ท\u0E35\u0E48\u0E48", "ที่", "repeated_tone" },
        { "space before a mark", "ถ ึง", "ถึง", "space_before_mark" },
        { "several spaces before a mark", "ถ  \u00A0 ึง", "ถึง", "odd_spaces,space_before_mark" },
        { "space between vowel and tone", "ที ่", "ที่", "space_before_mark" },
        { "runs of white space and edges", "  ก \t\r\n ข  ", "ก ข", "" },
        { "Latin letter with a loose accent", "cafe\u0301", "café", "" },
        { "two different tones stay: nobody knows which is meant", "ก\u0E48\u0E49", "ก\u0E48\u0E49", "" },
        { "broken am stays: it cannot be told from two words", "ค าน า", "ค าน า", "" },
        { "half a surrogate pair stays", "ก\uD800", "ก\uD800", "" },
        { "nothing but invisible letters", "\u200B \u00A0", "", "zero_width,odd_spaces" },
    };

    [Theory]
    [MemberData(nameof(Cleaned))]
    public void Clean_brings_text_into_one_spelling_and_says_how(string why, string raw, string expected, string tolerances)
    {
        var clean = ThaiText.Clean(raw);
        clean.Value.ShouldBe(expected, why);
        string.Join(',', clean.Tolerances.Select(tolerance => tolerance.Code)).ShouldBe(tolerances, why);
        UnderThai.Run(() => ThaiText.Clean(raw).Value).ShouldBe(expected, why);
    }

    [Theory]
    [InlineData("")]
    [InlineData("การดำเนินงานด้านน้ำ ก้าวหน้า พันธุ์ ปุ๋ย เป็น")]
    [InlineData("1. e-LAAS (ต่อ) 7,850 แห่ง – “ก” …")]
    public void Clean_text_comes_back_as_the_same_string(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clean = ThaiText.Clean(text);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        clean.Value.ShouldBeSameAs(text);
        clean.Tolerances.ShouldBeEmpty();
        allocated.ShouldBe(0);
    }

    [Fact]
    public void Compatibility_normalisation_would_break_sara_am_and_is_not_used() => ThaiText.Clean("ลำพูน  ").Value.ShouldBe("ลำพูน");

    [Theory]
    [InlineData("1. ก\r\n2. ข\n\n 3. เเ ", "1. ก\n2. ข\n3. แ", "double_sara_e")]
    [InlineData("ก\u2028ข", "ก\nข", "")]
    [InlineData("บรรทัดเดียว ", "บรรทัดเดียว", "")]
    [InlineData(" \n ", "", "")]
    public void CleanLines_keeps_the_lines_of_a_cell(string raw, string expected, string tolerances)
    {
        var clean = ThaiText.CleanLines(raw);
        clean.Value.ShouldBe(expected);
        string.Join(',', clean.Tolerances.Select(tolerance => tolerance.Code)).ShouldBe(tolerances);
    }

    [Theory]
    [InlineData("footnote mark and dots", "กยผ.*", "กยผ")]
    [InlineData("spaces and brackets", "ส่งเสริมและสนับสนุน อปท. (ต่อ)", "ส่งเสริมและสนับสนุนอปทต่อ")]
    [InlineData("Thai digits", "๑๒. เรื่อง", "12เรื่อง")]
    [InlineData("Latin case", "e-LAAS", "elaas")]
    [InlineData("percent stays: it is a header of its own", "%", "%")]
    [InlineData("already folded", "หน่วยนับ", "หน่วยนับ")]
    [InlineData("quotes and dashes", "“ก” – ‘ข’_ค", "กขค")]
    [InlineData("dots only", "…..", "")]
    [InlineData("a mark freed by a dropped letter", "ก.\u0E49", "ก้")]
    public void Fold_gives_the_key_for_comparing(string why, string raw, string key)
    {
        ThaiText.Fold(raw).ShouldBe(key, why);
        UnderThai.Run(() => ThaiText.Fold(raw)).ShouldBe(key, why);
    }

    [Fact]
    public void Fold_of_a_folded_text_is_the_same_string()
    {
        const string key = "จำนวนอปทในจังหวัด20";
        ThaiText.Fold(key).ShouldBeSameAs(key);
    }
}
