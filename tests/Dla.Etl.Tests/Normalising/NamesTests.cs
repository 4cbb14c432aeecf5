using Dla.Etl.Normalising;
using Dla.Etl.Reference;

namespace Dla.Etl.Tests.Normalising;

public class NamesTests
{
    public static TheoryData<string, string, int, string> Named => new()
    {
        { "bare", "พะเยา", 56, "" },
        { "with จังหวัด", "จังหวัดพะเยา", 56, "" },
        { "with จ.", "จ.พะเยา", 56, "" },
        { "with จ. and a space", "จ. พะเยา", 56, "" },
        { "with จ and a space", "จ พะเยา", 56, "" },
        { "starts with จ itself", "จ.จันทบุรี", 22, "" },
        { "จ is no prefix of จันทบุรี", "จันทบุรี", 22, "" },
        { "office short", "สถจ.พะเยา", 56, "" },
        { "office short with จังหวัด", "สถจ. จังหวัดพะเยา", 56, "" },
        { "office in full", "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดพะเยา", 56, "" },
        { "office in full, decomposed, dots after", "ส\u0E4D\u0E32นักงานส่งเสริมการปกครองท้องถิ่นจังหวัด พะเยา.....", 56, "decomposed_sara_am" },
        { "English", "Phayao", 56, "" },
        { "English, lower case, one word", "lopburi", 16, "" },
        { "English with Province", "Si Sa Ket Province", 33, "" },
        { "decomposed", "หนองบัวล\u0E4D\u0E32ภู", 39, "decomposed_sara_am" },
        { "ษ for ส", "ศรีษะเกษ", 33, "province_spelling" },
        { "ฏ for ฎ", "สุราษฏร์ธานี", 84, "province_spelling" },
        { "short", "อยุธยา", 14, "province_spelling" },
        { "colloquial", "จ.โคราช", 30, "province_spelling" },
        { "with ฯ", "อุบลฯ", 34, "province_spelling" },
        { "with ฯ, longer", "นครศรีฯ", 80, "province_spelling" },
        { "English misspelt in open data", "Loburi", 16, "province_spelling" },
        { "one letter apart: east", "ระยอง", 21, "" },
        { "one letter apart: south", "ระนอง", 85, "" },
    };

    [Theory]
    [MemberData(nameof(Named))]
    public void Provinces_are_read(string why, string text, int code, string tolerances)
    {
        var read = UnderThai.Run(() => ProvinceNames.Parse(text));
        read.Succeeded.ShouldBeTrue($"{why}: {read.Reason}");
        read.Value.Code.Number.ShouldBe(code, why);
        string.Join(',', read.Tolerances.Select(tolerance => tolerance.Code)).ShouldBe(tolerances, why);
        ProvinceNames.ParseWithAbbreviations(text).Value.Code.Number.ShouldBe(code, why);
    }

    [Theory]
    [InlineData("กรุงเทพมหานคร", "76")]
    [InlineData("กทม.", "76")]
    [InlineData("กรุงเทพฯ", "76")]
    [InlineData("", "ไม่ได้ระบุ")]
    [InlineData("จังหวัด.....", "ไม่ได้ระบุ")]
    [InlineData("ระยนง", "ไม่รู้จัก")]
    [InlineData("พย", "ไม่รู้จัก")]
    [InlineData("พะเยา เชียงราย", "ไม่รู้จัก")]
    public void Others_are_refused_never_guessed(string text, string reason) =>
        ProvinceNames.Parse(text).Reason.ShouldNotBeNull().ShouldContain(reason);

    [Theory]
    [InlineData("พย", 56)]
    [InlineData("จ.พย", 56)]
    [InlineData("มค", 44)]
    [InlineData("ชม.", 50)]
    [InlineData("PYO", 56)]
    public void Abbreviations_are_read_where_asked(string text, int code)
    {
        var read = ProvinceNames.ParseWithAbbreviations(text);
        read.Value.Code.Number.ShouldBe(code);
        read.Tolerances.ShouldContain(Tolerances.ProvinceAbbreviation);
    }

    [Theory]
    [InlineData("ม.ค.")]
    [InlineData("ก.พ.")]
    [InlineData("ส.ค.")]
    [InlineData("พย.")]
    public void Abbreviations_that_look_like_months_are_refused(string text) =>
        ProvinceNames.ParseWithAbbreviations(text).Reason.ShouldNotBeNull().ShouldContain("เดือน");

    [Fact]
    public void Every_official_name_and_abbreviation_is_its_own_province()
    {
        foreach (var province in Provinces.All)
        {
            ProvinceNames.Parse(province.NameThai).Value.ShouldBe(province);
            ProvinceNames.Parse(province.NameEnglish).Value.ShouldBe(province);
            ProvinceNames.ParseWithAbbreviations(province.Abbreviation).Value.ShouldBe(province);
            ProvinceNames.ParseWithAbbreviations(province.AbbreviationEnglish).Value.ShouldBe(province);
            ProvinceNames.FindIn($"ชื่อหน่วยงานหลัก สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด{province.NameThai}.....").ShouldBe([province]);
            ProvinceNames.FindIn(province.FolderName + "/ปริมาณ 2563.xlsx").ShouldBe([province]);
        }
    }

    [Theory]
    [InlineData("two provinces in order", "จังหวัดเชียงรายและจังหวัดพะเยา", "57,56")]
    [InlineData("named twice", "พะเยา (จังหวัดพะเยา)", "56")]
    [InlineData("the longest name", "สำนักงานจังหวัดพระนครศรีอยุธยา", "14")]
    [InlineData("English file name", "return_phang nga_2563.xlsx", "82")]
    [InlineData("English part of a word", "Taksin Bridge", "")]
    [InlineData("แพร่ in other words", "การเผยแพร่ และการแพร่ระบาดของโรค", "")]
    [InlineData("เลย in other words", "ไม่มีเลยสักราย", "")]
    [InlineData("short name after its prefix", "สถจ.แพร่", "54")]
    [InlineData("short name alone", "ข้อมูล_เลย_2563", "42")]
    [InlineData("long name inside a longer word", "มหาวิทยาลัยสุโขทัยธรรมาธิราช", "")]
    [InlineData("name with a further mark", "น่าน\u0E34", "")]
    [InlineData("short form", "สรุป สถจ.อยุธยา", "14")]
    [InlineData("Bangkok is no reporting province", "กรุงเทพมหานคร", "")]
    [InlineData("nothing", "", "")]
    [InlineData("the form left blank", "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด.....", "")]
    public void Names_are_found_in_longer_texts(string why, string text, string codes) =>
        string.Join(',', ProvinceNames.FindIn(text).Select(province => province.Code.ToString())).ShouldBe(codes, why);

    [Theory]
    [InlineData("แห่ง", "แห่ง", "")]
    [InlineData(" คน ", "คน", "")]
    [InlineData("เเห่ง", "แห่ง", "double_sara_e")]
    [InlineData("คร้ง", "ครั้ง", "unit_synonym")]
    [InlineData("จำนวน อปท. ในจังหวัด", "แห่ง", "unit_synonym")]
    [InlineData("จำนวน อปท.", "แห่ง", "unit_synonym")]
    [InlineData("%", "ร้อยละ", "unit_synonym")]
    public void Units_are_read_by_list(string text, string unit, string tolerances)
    {
        var read = UnitsOfMeasure.Parse(text);
        read.Value.ShouldBe(unit);
        string.Join(',', read.Tolerances.Select(tolerance => tolerance.Code)).ShouldBe(tolerances);
    }

    [Theory]
    [InlineData("", "ไม่ได้ระบุ")]
    [InlineData("ฅน", "ไม่รู้จัก")]
    [InlineData("จำนวน อบต. ในจังหวัด", "ไม่รู้จัก")]
    public void Unknown_units_are_refused_never_guessed(string text, string reason) =>
        UnitsOfMeasure.Parse(text).Reason.ShouldNotBeNull().ShouldContain(reason);

    [Fact]
    public void Every_unit_reads_as_itself() => UnitsOfMeasure.All.ShouldAllBe(unit => UnitsOfMeasure.Parse(unit).Value == unit);
}
