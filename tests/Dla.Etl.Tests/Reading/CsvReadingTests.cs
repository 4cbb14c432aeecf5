using System.Text;
using Dla.Etl.Reading;

namespace Dla.Etl.Tests.Reading;

public sealed class CsvReadingTests
{
    private const string Grid = "ลำดับ,กิจกรรม,ปริมาณ\r\n1,จัดทำแผนพัฒนาท้องถิ่น,\"7,850 แห่ง\"\r\n2,น้ำประปาหมู่บ้าน “สะอาด”,-\r\n";

    private static readonly Encoding Thai = CodePagesEncodingProvider.Instance.GetEncoding(874)!;
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static TheoryData<string, byte[], string?> Encodings => new()
    {
        { "UTF-8 without BOM", Encoding.UTF8.GetBytes(Grid), null },
        { "Excel’s CSV UTF-8: with BOM", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Grid)], null },
        { "Excel’s CSV on Thai Windows: 874", Thai.GetBytes(Grid), "READ-034" },
        { "UTF-16LE with BOM", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Grid)], "READ-034" },
        { "UTF-16BE with BOM", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Grid)], "READ-034" },
        { "UTF-16LE without BOM", Encoding.Unicode.GetBytes(Grid), "READ-034" },
        { "UTF-16BE without BOM", Encoding.BigEndianUnicode.GetBytes(Grid), "READ-034" },
        { "Excel’s Unicode Text: UTF-16LE, tabs", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Tabs(Grid))], "READ-034" },
        { "UTF-8 shown as 874 and saved again", Encoding.UTF8.GetBytes(Thai.GetString(Encoding.UTF8.GetBytes(Grid))), "READ-035" },
        { "874 shown as 1252 and saved again", Encoding.UTF8.GetBytes(Western.GetString(Thai.GetBytes(Grid))), "READ-035" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void EveryEncodingGivesTheSameGrid(string reason, byte[] file, string? finding)
    {
        var step = Reads.Bytes(file);
        var sheet = step.OnlySheet();
        sheet.Name.ShouldBeNull();
        step.Artefact!.Kind.ShouldBe(FileKind.Csv);
        Texts(sheet).ShouldBe([["ลำดับ", "กิจกรรม", "ปริมาณ"], ["1", "จัดทำแผนพัฒนาท้องถิ่น", "7,850 แห่ง"], ["2", "น้ำประปาหมู่บ้าน “สะอาด”", "-"]], reason);
        step.Findings.Select(found => found.Kind.Id).ShouldBe(finding is null ? [] : [finding], reason);
    }

    public static TheoryData<string, byte[]> Undecodable => new()
    {
        { "byte 0x81 is none in 874", [.. Thai.GetBytes("ลำดับ,กิจกรรม\n1,"), 0x81, (byte)'\n'] },
        { "byte 0xDB is none in 874", [.. Thai.GetBytes("ลำดับ,กิจกรรม\n1,"), 0xDB, (byte)'\n'] },
        { "Latin-1: marks stand on no Thai letter", Encoding.Latin1.GetBytes("d\u00E9partement;quantit\u00E9\n1;2\n") },
        { "a garbled text that lost a byte on the way", Encoding.UTF8.GetBytes(Thai.GetString(Encoding.UTF8.GetBytes(Grid)).Replace("เธฅเธ", "เธฅเ", StringComparison.Ordinal)) },
        { "UTF-16 with half a surrogate pair", [0xFF, 0xFE, 0x00, 0xD8, 0x2C, 0x00] },
    };

    [Theory]
    [MemberData(nameof(Undecodable))]
    public void AnUnknownEncodingIsNotGuessed(string reason, byte[] file)
    {
        Reads.Bytes(file).ShouldBeRefused("READ-033");
        reason.ShouldNotBeEmpty();
    }

    [Fact]
    public void ThaiThatLooksALittleGarbledIsLeftAlone()
    {
        var step = Reads.Bytes(Encoding.UTF8.GetBytes("เนื้อหา,เธอ,เนินเขา,ผู้ว่าราชการจังหวัด,องค์การบริหารส่วนตำบล\n"));
        step.OnlySheet().Rows[0][0].Value.ShouldBe("เนื้อหา");
        step.Findings.ShouldBeEmpty();
    }

    public static TheoryData<string, string> Delimiters => new()
    {
        { "comma", "ก,ข,ค\n1,2,3\n" },
        { "semicolon", "ก;ข;ค\n1;2;3\n" },
        { "tab", "ก\tข\tค\n1\t2\t3\n" },
        { "bar", "ก|ข|ค\n1|2|3\n" },
        { "old Mac line ends", "ก,ข,ค\r1,2,3\r" },
        { "sep= line", "sep=;\r\nก;ข;ค\r\n1;2;3\r\n" },
        { "sep= line in quotes", "\"sep=|\"\r\nก|ข|ค\r\n1|2|3\r\n" },
    };

    [Theory]
    [MemberData(nameof(Delimiters))]
    public void EveryDelimiterIsFound(string reason, string text) =>
        Texts(Reads.Bytes(Encoding.UTF8.GetBytes(text)).OnlySheet()).ShouldBe([["ก", "ข", "ค"], ["1", "2", "3"]], reason);

    public static TheoryData<string, string, string[][]> Shapes => new()
    {
        { "amounts with commas between tabs", "ปริมาณ รวม\n\nก\tข\n1\t7,850\n2\t1,254,000\n", [["ปริมาณ รวม"], [], ["ก", "ข"], ["1", "7,850"], ["2", "1,254,000"]] },
        { "quotes, doubled quotes and line breaks inside", "ก,\"ข \"\"อบต.\"\"\"\n\"สอง\nบรรทัด\",2\n", [["ก", "ข \"อบต.\""], ["สอง\nบรรทัด", "2"]] },
        { "blank rows keep the addresses, trailing blanks go", "ก,,\n\n,,\n,ข,\n,,\n", [["ก"], [], [], ["", "ข"]] },
        { "DLA’s own open data: a quoted dash in quotes", "ก,\"\"\"-\"\"\"\n", [["ก", "\"-\""]] },
        { "numbers stay text", "00123,1.50,๑๒\n", [["00123", "1.50", "๑๒"]] },
        { "one column", "ก\nข\n", [["ก"], ["ข"]] },
        { "no line end at the end", "ก,ข", [["ก", "ข"]] },
        { "spaces are kept", " ก , ข\n", [[" ก ", " ข"]] },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void CellsStandWhereTheyStood(string reason, string text, string[][] expected) =>
        Texts(Reads.Bytes(Encoding.UTF8.GetBytes(text)).OnlySheet()).ShouldBe(expected, reason);

    [Fact]
    public void TheSeparatorLineIsMentionedAndLinesAreStillCounted()
    {
        var step = Reads.Bytes(Encoding.UTF8.GetBytes("sep=;\nก;ข\n1;\"2\n"));
        step.Findings.Select(finding => (finding.Kind.Id, finding.Found)).ShouldBe([("READ-036", "sep=;"), ("READ-031", "3")]);
    }

    [Theory]
    [InlineData("ก,\"ข\nค\n", "1")]
    [InlineData("ก,ข\n\"1\n2\",\"3\n\n\n", "3")]
    [InlineData("ก,ข\r\n1,\"\"\"\r\n", "2")]
    public void AnUnclosedQuoteNamesTheLineWhereItOpened(string text, string line)
    {
        var step = Reads.Bytes(Encoding.UTF8.GetBytes(text));
        step.ShouldBeRefused("READ-031");
        step.Findings[^1].Found.ShouldBe(line);
    }

    [Fact]
    public void BadQuotesAreNamedEachAndAtMostTwenty()
    {
        Reads.Bytes(Encoding.UTF8.GetBytes("ก,ข\n1,2\"3\n4,5\n\"6\"7,8\n")).Findings.Select(finding => finding.Found).ShouldBe(["2", "4"]);
        Reads.Bytes(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("1,2\"3\n", 50)))).Findings.Count.ShouldBe(20);
    }

    private static string Tabs(string text) => text.Replace("\"7,850 แห่ง\"", "7\u0001850 แห่ง", StringComparison.Ordinal).Replace(',', '\t').Replace('\u0001', ',');

    private static string[][] Texts(RawSheet sheet) => [.. sheet.Rows.Select(row => row.Select(cell => (string?)cell.Value ?? "").ToArray())];
}
