using System.Text;
using Dla.Etl.Distribution.Marking;
using Dla.Etl.Distribution.Marking.Delimited;
using Dla.Etl.Findings;
using Dla.Etl.Tests.Cases;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.Tests.Distribution.Marking;

/// <summary>A csv goes back with a column more, and is read as if it had none.</summary>
public sealed class CsvMarksTests
{
    private const string Table = "แบบรายงาน,,\r\nกิจกรรม,ปริมาณ,\"หน่วย\r\nนับ\"\r\nจัดทำแผน,\"7,850\",แห่ง\r\n\r\nอบรม,12,คน";

    static CsvMarksTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Encodings, delimiters and line ends that senders use, and why each is a case.</summary>
    public static TheoryData<string, string, string, string> Files => new()
    {
        { "utf-8", ",", "\r\n", "as scripts write it" },
        { "utf-8 bom", ",", "\r\n", "as Excel writes “CSV UTF-8”" },
        { "874", ",", "\r\n", "as Excel on a Thai Windows writes csv" },
        { "874", ";", "\n", "a semicolon where the comma is the decimal point" },
        { "utf-16le bom", "\t", "\r\n", "“Unicode text” of Excel" },
        { "utf-16be bom", "\t", "\n", "the other order of bytes" },
        { "utf-16le", "\t", "\r\n", "without a mark" },
        { "utf-8", "|", "\r", "line ends of old Macs" },
    };

    public static TheoryData<string> TestData =>
    [
        .. Directory.GetFiles(Samples, "*.*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".csv" or ".txt" && !path.Contains("arrivals", StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(Samples, path)).Order(StringComparer.Ordinal),
    ];

    private static string Samples => ExpectedCase.TestData("../../testdata");

    [Theory]
    [MemberData(nameof(Files))]
    public void Only_the_column_is_new(string encoding, string delimiter, string lineEnd, string reason)
    {
        var text = Table.Replace(",,", delimiter + delimiter, StringComparison.Ordinal).Replace("\r\n", lineEnd, StringComparison.Ordinal);
        text = delimiter == "," ? text : text.Replace("กิจกรรม,ปริมาณ,", $"กิจกรรม{delimiter}ปริมาณ{delimiter}", StringComparison.Ordinal)
            .Replace("จัดทำแผน,\"7,850\",", $"จัดทำแผน{delimiter}\"7,850\"{delimiter}", StringComparison.Ordinal).Replace("อบรม,12,", $"อบรม{delimiter}12{delimiter}", StringComparison.Ordinal);
        var file = Encoded(text, encoding);
        var marked = Marked(file, [Marks.Wrong(null, "B3"), Marks.Remark(null, "C5")]);
        marked.ShouldNotBeNull(reason);
        var lines = Decoded(marked, encoding).Split(lineEnd);
        lines[0].ShouldBe($"แบบรายงาน{delimiter}{delimiter}{delimiter}", reason);
        (lines[1] + lineEnd + lines[2]).ShouldBe($"กิจกรรม{delimiter}ปริมาณ{delimiter}\"หน่วย{lineEnd}นับ\"{delimiter}\"ผลการตรวจ (กรมฯ)\"", reason);
        lines[3].ShouldStartWith($"จัดทำแผน{delimiter}\"7,850\"{delimiter}แห่ง{delimiter}\"[ต้องแก้ไข] B3: จัดทำแผน ติดลบ พบ สิบสอง สิ่งที่ต้องทำ: ", Case.Sensitive, reason);
        lines[4].ShouldBe("", reason);
        lines[5].ShouldStartWith($"อบรม{delimiter}12{delimiter}คน{delimiter}\"[ข้อสังเกต] C5: ", Case.Sensitive, reason);
    }

    [Theory]
    [MemberData(nameof(TestData))]
    public void Every_text_file_of_the_samples_is_marked_and_read_as_before(string path)
    {
        var file = File.ReadAllBytes(Path.Combine(Samples, path));
        IReadOnlyList<Finding> findings = [Marks.Wrong(null, "C6"), Marks.Remark(null, "B1"), Marks.Wrong(null, "K9")];
        var marked = Marked(file, findings);
        marked.ShouldNotBeNull();
        Rows(marked).ShouldBe(Rows(file));
        Marked(marked, findings).ShouldBe(marked, "the old column goes before the new one comes");
    }

    [Fact]
    public void Whatever_the_cells_hold_they_are_read_as_before()
    {
        var letters = Gen.Elements('ก', 'า', ' ', ',', '"', '\n', '\r', ';', '=', '-', '7', '\t', '”', 'x', 'è');
        var cells = letters.ListOf().Select(cell => string.Concat(cell));
        var rows = cells.ListOf().Select(row => row.Count == 0 ? ["หัว"] : row).ListOf();
        Prop.ForAll(rows.Zip(Gen.Choose(0, 20)).ToArbitrary(), given =>
        {
            var (table, at) = given;
            var text = string.Join("\r\n", table.Select(row => string.Join(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))));
            var file = Encoding.UTF8.GetBytes("กิจกรรม,ปริมาณ\r\n" + text);
            var marked = Marked(file, [Marks.Wrong(null, FormattableString.Invariant($"A{at + 1}"))]);
            return marked is null || Rows(marked).SequenceEqual(Rows(file));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.org\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    public void No_finding_becomes_a_formula(string found)
    {
        var marked = Marked(Encoding.UTF8.GetBytes(Table), [Marks.Wrong(null, "B3", found)]);
        var cell = Encoding.UTF8.GetString(marked.ShouldNotBeNull()).Split("แห่ง,")[1];
        cell.ShouldStartWith("\"[", Case.Sensitive);
        cell.ShouldNotContain("\t");
    }

    [Fact]
    public void What_the_encoding_lacks_is_shown_and_is_no_question_mark()
    {
        var marked = Marked(Encoded(Table, "874"), [Marks.Wrong(null, "B3", "1 → 2 😀")]);
        Decoded(marked.ShouldNotBeNull(), "874").ShouldContain(@"พบ 1 \u2192 2 \u1F600");
        Decoded(marked, "874").ShouldNotContain("?");
    }

    [Fact]
    public void A_row_tells_three_findings_and_counts_the_rest()
    {
        var marked = Marked(Encoding.UTF8.GetBytes(Table), [.. Enumerable.Range(0, 9).Select(_ => Marks.Wrong(null, "B3"))]);
        var text = Encoding.UTF8.GetString(marked.ShouldNotBeNull());
        text.Split("[ต้องแก้ไข]").Length.ShouldBe(4);
        text.ShouldContain("และอีก 6 รายการ");
    }

    [Theory]
    [InlineData("กิจกรรม,\"เปิด\nค้าง", "an unclosed quote swallows the rest")]
    [InlineData("เธเธดเธเธเธฃเธฃเธก,เธเธฃเธดเธกเธฒเธ", "text that had to be repaired")]
    public void What_cannot_be_read_straight_gets_no_column(string text, string reason) =>
        Marked(Encoding.UTF8.GetBytes(text), [Marks.Wrong(null, "A1")]).ShouldBeNull(reason);

    [Theory]
    [InlineData("ก,ข,ผลการตรวจ (กรมฯ)\n1,2,[ต้องแก้ไข] x\n", "ก|ข\n1|2", "as we sent it")]
    [InlineData("ก,ผลการตรวจ (กรมฯ) [ต้องแก้ไข] x,ข\n1,[ต้องแก้ไข] x,2\n", "ก||ข\n1||2", "the sender put a column behind it")]
    [InlineData("ก,ข\n1,ผลการตรวจ\n", "ก|ข\n1|ผลการตรวจ", "a column of the sender's that is called alike")]
    [InlineData("ก,ข,ผลการตรวจ (กรมฯ)\n1,2\n,,[ข้อสังเกต] x\n", "ก|ข\n1|2", "a row that has nothing else")]
    public void The_column_is_read_as_if_it_were_not_there(string text, string read, string reason) =>
        string.Join('\n', Rows(Encoding.UTF8.GetBytes(text))).ShouldBe(read, reason);

    [Fact]
    public void The_sender_gets_the_copy_and_the_findings_beside_it()
    {
        using Reading.Folder archive = new(), folder = new();
        var path = Path.Combine(archive.Path, "0f");
        File.WriteAllText(path, Table);
        var files = MarkedReturn.Make(Marks.Request([Marks.Wrong(null, "B3")], name: "ปริมาณ.csv", path: path), folder.Path, CancellationToken.None);
        files.Select(file => file.Name).ShouldBe(["ปริมาณ - ผลการตรวจ.csv", "ผลการตรวจ-ปริมาณ.xlsx"]);
        files.ShouldAllBe(file => new FileInfo(file.Path).Length > 0);
    }

    private static byte[]? Marked(byte[] file, IReadOnlyList<Finding> findings) => CsvMarks.Marked(file, Marks.Request(findings), CancellationToken.None);

    private static List<string> Rows(byte[] file) =>
        [.. Reading.Reads.Bytes(file).Artefact?.Sheets[0].Rows.Select(row => string.Join('|', row.Select(cell => cell.Value))) ?? []];

    private static byte[] Encoded(string text, string encoding) => [.. encoding.EndsWith("bom", StringComparison.Ordinal) ? EncodingOf(encoding).GetPreamble() : [], .. EncodingOf(encoding).GetBytes(text)];

    private static string Decoded(byte[] file, string encoding) => EncodingOf(encoding).GetString(file).TrimStart('\uFEFF');

    private static Encoding EncodingOf(string name) => name.Split(' ')[0] switch
    {
        "874" => Encoding.GetEncoding(874),
        "utf-16le" => Encoding.Unicode,
        "utf-16be" => Encoding.BigEndianUnicode,
        _ => Encoding.UTF8,
    };
}
