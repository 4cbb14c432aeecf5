using System.Text;
using static Dla.Etl.MailTests.Corpus.CorpusMail;

namespace Dla.Etl.MailTests.Corpus;

/// <summary>Names of files and subjects as they must not be written, and are.</summary>
internal static class Names
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("สรุปปริมาณงานต้นทุน", 12)) + ".csv";

    public static IEnumerable<CorpusMail> All =>
    [
        Of("name-rfc2047-tis-620", "name as an encoded word in TIS-620", $"name=\"{Word("แบบ.csv", "TIS-620")}\"", "แบบ.csv"),
        Of("name-rfc2047-split-letter", "encoded words cut between the bytes of one Thai letter", $"name=\"{Halves("แบบฟอร์ม.csv")}\"", "แบบฟอร์ม.csv"),
        Of("name-rfc2231-windows-874", "name in RFC 2231, windows-874", $"name=x.bin\nContent-Disposition: attachment; filename*=windows-874'th'{Percent("แบบ.csv", thai: true)}", "แบบ.csv"),
        Of("name-rfc2231-tis-620-pieces", "RFC 2231 in pieces, cut between the bytes of a letter, out of order", $"""
            name=x.bin
            Content-Disposition: attachment; filename*1*=%B4.csv;
             filename*0*=TIS-620''{Percent("ชุ", thai: true)}
            """, "ชุด.csv"),
        Of("name-raw-utf-8", "bare UTF-8 in the header", "name=\"แบบ สำรวจ.csv\"", "แบบ สำรวจ.csv"),
        Of("name-percent", "a web mailer escapes without saying so", $"name=\"{Percent("แบบ.csv")}\"", "แบบ.csv"),
        Of("name-wrong-label", "an encoded word that says UTF-8 and is windows-874", $"name=\"=?UTF-8?B?{Convert.ToBase64String(ThaiBytes("แบบ.csv"))}?=\"", "แบบ.csv", "WrongCharset:Content-Type"),
        Of("name-unknown-charset", "a charset nobody knows", $"name=\"=?x-thai?B?{Convert.ToBase64String(ThaiBytes("แบบ.csv"))}?=\"", "แบบ.csv", "WrongCharset:Content-Type"),
        Of("name-parent-folder", "a name that climbs out of its folder", "name=\"../../../etc/cron.d/job.csv\"", "job.csv"),
        Of("name-windows-path", "a whole path of Windows", @"name=""C:\Users\Klang\Desktop\a.csv""", "a.csv"),
        Of("name-absolute", "an absolute path", "name=\"/etc/passwd\"", "passwd"),
        Of("name-dots", "nothing but dots", "name=\"..\"", "ไฟล์แนบ.csv"),
        Of("name-device", "a device of Windows; no file of ours is named so", "name=\"CON\"", "CON"),
        Of("name-control", "control characters, NUL, a mark that turns the reading direction", $"name*=utf-8''a%00b%0D%0A%1B%5B31m{Percent("\u202Exslx")}.csv", "ab[31mxslx.csv"),
        Of("name-200", "228 letters in Thai", $"name*=utf-8''{Percent(Long)}", Long),
        Of("name-missing", "no name, only a type", "x=y", "ไฟล์แนบ.csv") with { Text = Message("Content-Type: text/csv; x=y\nContent-Disposition: attachment") },
        new("subject-raw-windows-874", "bare windows-874 in the subject, the body says ISO 8859-1 and is Thai", $"""
            From: klang@chang.example.go.th
            Subject: {Thai("ส่งแบบสำรวจ")}
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain; charset=iso-8859-1

            {Thai("เรียน กองคลัง")}
            --b
            Content-Type: text/csv; name=a.csv
            Content-Transfer-Encoding: base64

            {Base64(Content.Csv)}
            --b--
            """)
        { Subject = "ส่งแบบสำรวจ", Says = "เรียน กองคลัง", Attachments = [new("a.csv", Content.Csv)], Notes = ["WrongCharset:Subject", "WrongCharset:"] },
        new("subject-split-letter", "subject in words cut between the bytes of one letter, blanks at the joints", $"""
            From: klang@chang.example.go.th
            Subject: {Halves("เรื่อง สำรวจ")} 2563

            --
            """)
        { Subject = "เรื่อง สำรวจ 2563", Notes = ["NothingAttached:"] },
        new("charset-utf-8-as-tis-620", "the body says TIS-620 and is UTF-8", """
            From: klang@chang.example.go.th
            Content-Type: text/plain; charset=tis-620

            เรียน ผู้อำนวยการกองคลัง
            """)
        { Says = "เรียน ผู้อำนวยการกองคลัง", Notes = ["WrongCharset:", "NothingAttached:"] },
    ];

    private static CorpusMail Of(string file, string what, string type, string name, params string[] notes) =>
        new(file, what, Message("Content-Type: text/csv; " + type)) { Attachments = [new(name, Content.Csv)], Notes = notes };

    private static string Message(string type) => $"""
        From: klang@chang.example.go.th
        {type}
        Content-Transfer-Encoding: base64

        {Base64(Content.Csv)}
        """;

    /// <summary>Encoded words of four bytes each: Thai letters have three.</summary>
    private static string Halves(string text) =>
        string.Join("\n ", Encoding.UTF8.GetBytes(text).Chunk(4).Select(bytes => $"=?utf-8?B?{Convert.ToBase64String(bytes)}?="));
}
