using Dla.Etl.Mail;

namespace Dla.Etl.MailTests.Mime;

/// <summary>Multiparts as senders break them.</summary>
public sealed class StructureTests : IDisposable
{
    private readonly ReadingFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_letter_with_a_file()
    {
        var mail = folder.Read("""
            From: =?UTF-8?B?4LiX4LiU4Liq4Lit4Lia?= <Test@Example.go.th>
            Subject: =?UTF-8?B?4Lir4LiZ4Lix4LiH4Liq?= =?UTF-8?B?4Li34Lit?=
            Message-ID: <1@example.go.th>
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: text/plain; charset=utf-8

            สวัสดี
            --b
            Content-Type: text/csv; name="a.csv"
            Content-Transfer-Encoding: base64

            YSxiDQox
            LDINCg==
            --b--
            """);

        mail.Header.From.ShouldBe("test@example.go.th");
        mail.Header.Subject.ShouldBe("หนังสือ");
        mail.Header.MessageId.ShouldBe("1@example.go.th");
        mail.Text.ShouldBe("สวัสดี");
        mail.Notes.ShouldBeEmpty();
        var file = mail.Attachments.ShouldHaveSingleItem();
        (file.Name, file.Path, file.Size, file.IsInline).ShouldBe(("a.csv", "a.csv", 10, false));
        ReadingFolder.TextOf(file).ShouldBe("a,b\r\n1,2\r\n");
    }

    [Theory]
    [InlineData("--b\n\none\n--b\n\ntwo\n", "one\n\ntwo", true, "never closed")]
    [InlineData("--b\n\none\n--b--\nepilogue\n", "one", false, "what follows the last boundary is no part")]
    [InlineData("preamble\n--b\n\none\n--b--\n", "one", false, "what stands before the first is none either")]
    [InlineData("--b\n\none\n--b--", "one", false, "no line end after the last boundary")]
    [InlineData("--b\n\none\n--b  \n\ntwo\n--b--\t\n", "one\n\ntwo", false, "blanks that a relay added")]
    [InlineData("--b\n\none\n--bc\n-- b\n --b\ntwo\n--b--\n", "one\n--bc\n-- b\n--b\ntwo", false, "lines that begin nearly so are text")]
    [InlineData("--b\nContent-Type: text/plain\n--b\n\ntwo\n--b--\n", "two", false, "a part of a header alone")]
    [InlineData("--b\nhello\n--b--\n", "hello", true, "a part without header and without an empty line")]
    [InlineData("--b\nContent-Type: text/plain\nhello\n--b--\n", "hello", true, "no empty line after a header")]
    [InlineData("--b\nContent-Type: text/plain;\nx=y\nContent-Language: th\n\nhello\n--b--\n", "hello", true, "a header that was folded without a blank")]
    [InlineData("--b\nContent-Type: text/plain;\nx=y\n\nhello\n--b--\n", "hello", true, "so the last one")]
    [InlineData("no boundary at all\n", "", true, "nothing but a preamble")]
    public void Boundaries(string body, string text, bool isBroken, string why)
    {
        var mail = folder.Read("Content-Type: multipart/mixed; boundary=b\n\n" + body);

        mail.Text.ShouldBe(text, why);
        mail.Notes.Any(note => note.Kind == MailNoteKind.Broken).ShouldBe(isBroken, why);
    }
}
