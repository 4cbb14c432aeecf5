using static Dla.Etl.MailTests.Corpus.CorpusMail;

namespace Dla.Etl.MailTests.Corpus;

/// <summary>How parts are put together and bytes made fit to travel.</summary>
internal static class Structures
{
    private static readonly Expected Csv = new("a.csv", Content.Csv);

    public static IEnumerable<CorpusMail> All =>
    [
        new("nested", "multiparts in multiparts, a file on every level", $"""
            From: klang@chang.example.go.th
            Content-Type: multipart/mixed; boundary="a"

            --a
            Content-Type: multipart/mixed; boundary="a-b"

            --a-b
            Content-Type: multipart/mixed; boundary="a-b-c"

            --a-b-c
            {File("1.csv")}
            --a-b-c--
            --a-b
            {File("2.csv")}
            --a-b--
            --a
            {File("3.csv")}
            --a--
            """) { Attachments = [new("1.csv", Content.Csv), new("2.csv", Content.Csv), new("3.csv", Content.Csv)] },
        new("never-closed", "the inner multipart never closes", $"""
            From: klang@chang.example.go.th
            Content-Type: multipart/mixed; boundary="a"

            --a
            Content-Type: multipart/mixed; boundary="b"

            --b
            {File("1.csv")}
            --a
            {File("2.csv")}
            --a--
            """) { Attachments = [new("1.csv", Content.Csv), new("2.csv", Content.Csv)], Notes = ["Broken:"] },
        new("cut-off", "ends in the middle of a file", $"""
            From: klang@chang.example.go.th
            Content-Type: multipart/mixed; boundary="a"

            --a
            Content-Type: text/csv; name=a.csv
            Content-Transfer-Encoding: base64

            {Base64(Content.Csv)[..401]}
            """) { Attachments = [new("a.csv", Content.Csv[..293])], Notes = ["Broken:a.csv", "Broken:"] },
        new("boundary-in-content", "lines that look like the boundary, in a text and in a file", $"""
            From: klang@chang.example.go.th
            Content-Type: multipart/mixed; boundary="b"

            --b

            --bc
            text --b
            --b
            Content-Type: application/octet-stream; name=a.txt
            Content-Transfer-Encoding: 8bit

            --b-
            -- b
            --b--
            """) { Says = "text --b", Attachments = [new("a.txt", "--b-\r\n-- b"u8.ToArray())] },
        new("line-feeds", "LF alone, as a file of Unix", $"""
            From: klang@chang.example.go.th
            Subject: a
             b
            Content-Type: multipart/mixed; boundary="b"

            --b

            one
            two
            --b
            {File("a.csv")}
            --b--
            """) { LineFeedOnly = true, Subject = "a b", Says = "two", Attachments = [Csv] },
        new("no-boundary-named", "a multipart that does not name its boundary", $"""
            From: klang@chang.example.go.th
            Content-Type: multipart/mixed

            --seven
            {File("a.csv")}
            --seven--
            """) { Attachments = [Csv], Notes = ["Broken:"] },
        new("no-empty-line", "the header ends without an empty line", $"""
            From: klang@chang.example.go.th
            Content-Type: multipart/mixed; boundary=b
            --b
            {File("a.csv")}
            --b--
            """) { Attachments = [Csv], Notes = ["Broken:header"] },
        new("no-header", "a text and nothing else", "only text\n\nand more") { From = "", Says = "and more", Notes = ["Broken:header", "NothingAttached:"] },
        new("empty", "no byte", "") { From = "", Notes = ["NothingAttached:"] },
        new("base64-junk", "base64 with foreign letters in it, and a footer that a list added", $"""
            From: klang@chang.example.go.th
            Content-Type: text/plain; name=a.txt
            Content-Transfer-Encoding: base64

            SGVs*bG8g
            V29y!bGQ=
            _______
            A footer of the list
            """) { Attachments = [new("a.txt", "Hello World"u8.ToArray())], Notes = ["Broken:a.txt"] },
        new("base64-no-padding", "base64 without its padding, on one line, with blanks", """
            From: klang@chang.example.go.th
            Content-Type: text/plain; name=a.txt
            Content-Transfer-Encoding: BASE64

            SGVs bG8gV29ybGQ
            """) { Attachments = [new("a.txt", "Hello World"u8.ToArray())] },
        new("quoted-printable", "a file in quoted-printable, blanks of the transport at the ends of lines", $"""
            From: klang@chang.example.go.th
            Content-Type: text/csv; charset=windows-874; name=a.csv
            Content-Transfer-Encoding: quoted-printable

            {Quoted("จังหวัด,", thai: true)}=
            1,=20  {" "}
            2,=e1
            """) { Attachments = [new("a.csv", [.. ThaiBytes("จังหวัด,1, \r\n2,แ")])] },
        new("eight-bit", "a file in windows-874 as it is", $"""
            From: klang@chang.example.go.th
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/csv; charset=windows-874; name=a.csv
            Content-Transfer-Encoding: 8bit

            {Raw(Content.Csv)}
            --b--
            """) { Attachments = [Csv] },
        new("uuencode", "a file in the text, as old programs write it", $"""
            From: klang@chang.example.go.th

            before
            begin 644 cat.txt
            #0V%T
            `
            end
            after begin 644 no
            """) { Says = "after begin 644 no", Attachments = [new("cat.txt", "Cat"u8.ToArray())] },
        new("attached-message", "a message attached to a message, with a file", $"""
            From: klang@chang.example.go.th
            Subject: Fwd
            Content-Type: multipart/mixed; boundary=b

            --b

            see below
            --b
            Content-Type: message/rfc822
            Content-Disposition: attachment

            From: other@khwai.example.go.th
            Subject: {Word("แบบ/ใหม่")}
            Content-Type: multipart/mixed; boundary=c

            --c
            {File("a.csv")}
            --c--
            --b
            {File("b.csv")}
            --b--
            """) { Subject = "Fwd", Says = "see below", Attachments = [new("แบบ-ใหม่.eml/a.csv", Content.Csv), new("b.csv", Content.Csv)] },
        new("attached-message-base64", "a message attached in base64, as a plain file", $"""
            From: klang@chang.example.go.th
            Content-Type: application/octet-stream; name="old.eml"
            Content-Transfer-Encoding: base64

            {Base64(Mime.ReadingFolder.Crlf("From: x@example.org\n" + File("a.csv")))}
            """) { Attachments = [new("old.eml/a.csv", Content.Csv)] },
        new("same-name-twice", "two files of one name", $"""
            From: klang@chang.example.go.th
            Content-Type: multipart/mixed; boundary=b

            --b
            {File("a.csv")}
            --b
            {File("a.csv")}
            --b--
            """) { Attachments = [Csv, new("a.csv (2)", Content.Csv)] },
        new("from-odd", "comments, a group, a quoted comma and a second address in From", $"""
            From: "Klang, Chang" (office <x@example.org>) <KLANG@chang.example.go.th>, second@example.org
            Reply-To: {Word("กลุ่ม")}: reply@chang.example.go.th;
            References: <1@a> <2@b>
            In-Reply-To: <2@b>

            text
            """) { Says = "text", Notes = ["NothingAttached:"] },
    ];

    private static string File(string name) => $"""
        Content-Type: text/csv; name={name}
        Content-Transfer-Encoding: base64

        {Base64(Content.Csv)}
        """;
}
