using System.Text;
using static Dla.Etl.MailTests.Corpus.CorpusMail;

namespace Dla.Etl.MailTests.Corpus;

/// <summary>Files packed together, and what cannot be opened.</summary>
internal static class Packed
{
    private const string Thai = "แบบ/ช้าง.csv";

    private static readonly byte[] Inner = Zips.Of(("a.csv", Content.Csv));

    public static IEnumerable<CorpusMail> All =>
    [
        Of("zip-utf-8", "Thai names, said to be UTF-8", Zips.Of((Thai, Content.Csv), ("แบบ/", [])), [new("x.zip/" + Thai, Content.Csv)]),
        Of("zip-utf-8-unsaid", "Thai names in UTF-8 without a word about it", new Zips().Add(Encoding.UTF8.GetBytes(Thai), Content.Csv).Bytes(), [new("x.zip/" + Thai, Content.Csv)]),
        Of("zip-windows-874", "Thai names in windows-874, as Explorer writes them", new Zips().Add(ThaiBytes(Thai), Content.Csv).Bytes(), [new("x.zip/" + Thai, Content.Csv)]),
        Of("zip-unicode-path", "the true name in Info-ZIP's field", new Zips().Add("____.csv"u8.ToArray(), Content.Csv, extra: Zips.UnicodePath("____.csv"u8.ToArray(), Thai)).Bytes(), [new("x.zip/" + Thai, Content.Csv)]),
        Of("zip-workbook", "a workbook in a zip stays a workbook", Zips.Of(("แบบ.xlsx", Content.Workbook), ("a.csv", Content.Csv)), [new("x.zip/แบบ.xlsx", Content.Workbook), new("x.zip/a.csv", Content.Csv)]),
        Of("zip-climbs-out", "names that climb out of their folder", Zips.Of(("../../a.csv", Content.Csv), (@"C:\b\..\c.csv", Content.Csv), ("/d.csv", Content.Csv)),
            [new("x.zip/a.csv", Content.Csv), new("x.zip/b/c.csv", Content.Csv), new("x.zip/d.csv", Content.Csv)]),
        Of("zip-rubbish", "what macOS, Explorer and Excel leave behind", Zips.Of(("__MACOSX/._a.csv", Content.Csv), (".DS_Store", Content.Csv), ("b/Thumbs.db", Content.Csv), ("~$a.xlsx", Content.Csv), ("a.csv", Content.Csv)), [new("x.zip/a.csv", Content.Csv)]),
        Of("zip-in-zip", "three deep, which is the limit", Nested(3), [new("x.zip/3.zip/2.zip/a.csv", Content.Csv)]),
        Of("zip-too-deep", "four deep", Nested(4), [new("x.zip/4.zip/3.zip/2.zip", Inner)], "ZipTooDeep:x.zip/4.zip/3.zip/2.zip"),
        Of("zip-too-many", "501 files", Zips.Of([.. Enumerable.Range(1, 501).Select(number => ($"{number}", Array.Empty<byte>()))]),
            [.. Enumerable.Range(1, 500).Select(number => new Expected($"x.zip/{number}", []))], "ZipTooManyEntries:x.zip"),
        Of("zip-encrypted", "asks for a password", Encrypted, [new("x.zip", Encrypted)], "ZipEncrypted:x.zip"),
        Of("zip-cut-off", "cut off: its directory is gone", Inner[..2000], [new("x.zip", Inner[..2000])], "ZipBroken:x.zip"),
        Of("zip-wrong-sum", "one file is damaged, the other is not", new Zips().Add("a.csv"u8.ToArray(), Content.Csv, crc: 1).Add("b.csv"u8.ToArray(), Content.Csv).Bytes(), [new("x.zip/b.csv", Content.Csv)], "ZipBroken:x.zip"),
        Of("zip-named-xlsx", "a workbook called zip, as old browsers saved it", Content.Workbook, [new("x.zip", Content.Workbook)]),
        Of("rar", "another kind of packed file", "Rar!\u001A\u0007\u0001\0rest"u8.ToArray(), [new("x.zip", "Rar!\u001A\u0007\u0001\0rest"u8.ToArray())], "OtherArchive:x.zip"),
        Of("7z", "another kind of packed file", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4], [new("x.zip", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4])], "OtherArchive:x.zip"),
        new("winmail", "Outlook's rich text: named, not unpacked", $"""
            From: klang@chang.example.go.th
            Content-Type: application/ms-tnef; name="winmail.dat"
            Content-Transfer-Encoding: base64

            {Base64([0x78, 0x9F, 0x3E, 0x22, 1, 2, 3])}
            """) { Attachments = [new("winmail.dat", [0x78, 0x9F, 0x3E, 0x22, 1, 2, 3])], Notes = ["Winmail:winmail.dat"] },
        new("encrypted-smime", "encrypted for somebody else", $"""
            From: klang@chang.example.go.th
            Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"
            Content-Transfer-Encoding: base64

            {Base64([0x30, 0x80, 6, 9])}
            """) { Attachments = [new("smime.p7m", [0x30, 0x80, 6, 9])], Notes = ["Encrypted:smime.p7m"] },
        new("encrypted-pgp", "encrypted by PGP", """
            From: klang@chang.example.go.th
            Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b

            --b
            Content-Type: application/pgp-encrypted

            Version: 1
            --b
            Content-Type: application/octet-stream; name="encrypted.asc"

            -----BEGIN PGP MESSAGE-----
            --b--
            """) { Attachments = [new("encrypted.asc", "-----BEGIN PGP MESSAGE-----"u8.ToArray())], Notes = ["Encrypted:"] },
        new("signed", "signed, not encrypted: the signature is nothing that was sent in", $"""
            From: klang@chang.example.go.th
            Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary=b

            --b
            Content-Type: text/csv; name=a.csv
            Content-Transfer-Encoding: base64

            {Base64(Content.Csv)}
            --b
            Content-Type: application/pkcs7-signature; name="smime.p7s"
            Content-Transfer-Encoding: base64

            {Base64([0x30, 0x80])}
            --b--
            """) { Attachments = [new("a.csv", Content.Csv), new("smime.p7s", [0x30, 0x80], true)] },
    ];

    private static byte[] Encrypted => new Zips().Add("a.csv"u8.ToArray(), Content.Csv, flags: 1).Bytes();

    private static byte[] Nested(int depth)
    {
        var zip = Inner;
        for (var level = 2; level <= depth; level++)
            zip = Zips.Of(($"{level}.zip", zip));
        return zip;
    }

    private static CorpusMail Of(string file, string what, byte[] zip, Expected[] attachments, params string[] notes) =>
        new(file, what, $"""
            From: klang@chang.example.go.th
            Content-Type: application/octet-stream; name=x.zip
            Content-Transfer-Encoding: base64

            {Base64(zip)}
            """) { Attachments = attachments, Notes = notes };
}
