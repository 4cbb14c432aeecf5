using System.Text;

namespace Dla.Etl.Samples.BadFiles;

/// <summary>Text files that cannot be divided into cells.</summary>
public static class BrokenText
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<BadFile> All { get; } =
    [
        new("nul.csv", "a NUL byte in line 2", "READ-030", Text("ลำดับ,กิจกรรม\n1,จัด\0ทำ\n")),
        new("zeros.csv", "a copy that failed: nothing but NUL bytes", "READ-030", path => File.WriteAllBytes(path, new byte[501])),
        new("open-quote.csv", "a quote that opens in line 3 and never closes", "READ-031", Text("ลำดับ,กิจกรรม\n1,\"ก\"\n2,\"ข\n3,ค\n4,ง\n")),
        new("bad-quote.csv", "a quote inside a plain cell of line 2", "READ-032", Text("ลำดับ,กิจกรรม\n1,ท่อ 4\"ดำ\n2,ข\n")),
        new("latin.csv", "Latin-1 that is neither UTF-8 nor Thai", "READ-033", path => File.WriteAllBytes(path, Encoding.Latin1.GetBytes("réf;quantité\n1;2\n"))),
        new("broken-utf8.csv", "UTF-8 with a BOM and bytes that are none", "READ-033", path => File.WriteAllBytes(path, [0xEF, 0xBB, 0xBF, 0xE0, 0xB8, 0x41, 0x0A])),
        new("20000-columns.csv", "20,000 columns", "READ-022", Text(string.Join(',', Enumerable.Repeat("1", 20_000)) + "\n")),
        new("blank.csv", "lines of nothing but delimiters", "READ-037", Text(",,,\n,,,\n")),
        new("100mb.csv", "100 MB of rows", "READ-002", HundredMegabytes),
    ];

    private static Action<string> Text(string text) => path => File.WriteAllText(path, text, new UTF8Encoding(false));

    private static void HundredMegabytes(string path)
    {
        var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("1,จัดทำแผนพัฒนาท้องถิ่น,7850,แห่ง\r\n", 20_000)));
        using var file = File.Create(path);
        while (file.Length < 100_000_000)
            file.Write(block);
    }
}
