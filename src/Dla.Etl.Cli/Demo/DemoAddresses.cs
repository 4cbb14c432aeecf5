using System.Text;
using Dla.Etl.Reference;

namespace Dla.Etl.Cli.Demo;

/// <summary>The address book of the demo: made-up addresses for every provincial office and for the two division heads.</summary>
internal static class DemoAddresses
{
    // Who wrote the messages of testdata/mail; here they pass for an office, so that the answers to them can be seen.
    private const string OfTheCorpus = "klang@chang.example.go.th";

    /// <summary>Writes the book, unless somebody has one there already.</summary>
    public static void Write(string path)
    {
        if (File.Exists(path))
            return;
        var book = new StringBuilder("# ที่อยู่สมมติสำหรับการสาธิต · made-up addresses for the demo\nunits:\n");
        foreach (var province in Provinces.All)
            book.Append(System.Globalization.CultureInfo.InvariantCulture, $"  - {{code: '{province.Code}', addresses: [province-{province.Code}@example.go.th{(province.Code.ToString() == "91" ? $", {OfTheCorpus}" : "")}]}} # {province.NameThai}\n");
        book.Append("""
            posts:
              - {role: accounting-head, title: ผู้อำนวยการกองคลัง, addresses: [accounting-head@example.go.th]}
              - {role: strategy-head, title: ผู้อำนวยการกองยุทธศาสตร์และแผนงาน, addresses: [strategy-head@example.go.th]}

            """);
        File.WriteAllText(path, book.ToString());
    }
}
