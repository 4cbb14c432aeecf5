using System.Diagnostics;
using System.Text;
using Dla.Etl.Mail;
using Dla.Etl.MailTests.Mime;

namespace Dla.Etl.MailTests.Fuzzing;

/// <summary>Messages of six megabytes made to be slow: to read once again what was read, for every letter.</summary>
public sealed class LinearTimeTests : IDisposable
{
    private const int Size = 6_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ReadingFolder folder = new();

    public static TheoryData<string> Patterns() => [.. Made.Keys];

    private static readonly Dictionary<string, Func<int, string>> Made = new()
    {
        ["one header line"] = size => "Subject: " + new string('a', size) + "\n\n",
        ["one header of many folds"] = size => "Subject: a" + Repeat("\n a", size) + "\n\n",
        ["many headers"] = size => Repeat("X: y\n", size) + "\n",
        ["lines that are no headers"] = size => Repeat("x\nX: y\n", size) + "\n",
        ["encoded words"] = size => "Subject: " + Repeat("=?utf-8?Q?=E0?= ", Math.Min(size, 250_000)) + "\n\n",
        ["encoded words that never end"] = size => "Subject: " + Repeat("=?utf-8?Q?", size) + "\n\n",
        ["equals and question marks"] = size => "Subject: " + Repeat("=?", size) + "\n\n",
        ["parameters"] = size => "Content-Type: text/csv" + Repeat("; a=b", size) + "\n\n",
        ["sections of one parameter"] = size => "Content-Type: text/csv" + string.Concat(Enumerable.Range(0, size / 20).Select(number => $"; name*{number}*=%41")) + "\n\n",
        ["stars"] = size => "Content-Type: text/csv; name" + new string('*', size) + "=1\n\n",
        ["a quote that never closes"] = size => "Content-Type: text/csv; name=\"" + Repeat("\\\"", size) + "\n\n",
        ["comments"] = size => "From: " + new string('(', size) + "\n\n",
        ["brackets"] = size => "From: " + Repeat("<a ", size) + "\nReferences: " + Repeat("<", size) + "\n\n",
        ["ids"] = size => "References: " + Repeat("<a@b> ", size) + "\n\n",
        ["results"] = size => "Authentication-Results: a; " + Repeat("spf=(;", size) + "\n\n",
        ["parts"] = size => "Content-Type: multipart/mixed; boundary=b\n\n" + Repeat("--b\n\na\n", size),
        ["parts that are headers alone"] = size => "Content-Type: multipart/mixed; boundary=b\n\n" + Repeat("--b\n", size),
        ["multiparts in multiparts"] = size => Deep(size / 60),
        ["messages in messages"] = size => Repeat("Content-Type: message/rfc822\n\n", size),
        ["lines that are nearly boundaries"] = size => "Content-Type: multipart/mixed; boundary=" + new string('-', 60) + "b\n\n" + Repeat("----------------------------------------------------------------\n", size),
        ["tags"] = size => Html(Repeat("<a ", size)),
        ["brackets of tags"] = size => Html(Repeat("<", size)),
        ["remarks"] = size => Html(Repeat("<!--", size)),
        ["scripts"] = size => Html(Repeat("<script></scrip>", size)),
        ["ends of scripts"] = size => Html(Repeat("<script></script>", size)),
        ["references to letters"] = size => Html(Repeat("&#", size)),
        ["links"] = size => Html(Repeat("<a href=https://1drv.ms/a>", size)),
        ["pictures"] = size => Html(Repeat("cid:", size)),
        ["a text of one word"] = size => "\n" + Repeat("http", size),
        ["blanks"] = size => "\n" + new string(' ', size),
        ["blanks in quoted-printable"] = size => "Content-Type: text/csv\nContent-Transfer-Encoding: quoted-printable\n\n" + Repeat(" \t", size) + "a",
        ["equals signs"] = size => "Content-Type: text/csv\nContent-Transfer-Encoding: quoted-printable\n\n" + new string('=', size),
        ["padding"] = size => "Content-Type: text/csv\nContent-Transfer-Encoding: base64\n\n" + Repeat("YQ==", size),
        ["files in the text"] = size => "\n" + Repeat("begin 644 a\n#0V%T\n`\nend\n", size),
        ["files in the text that never begin"] = size => "\n" + Repeat("begin 644 a\n", size),
    };

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Ends_in_seconds(string pattern)
    {
        // All read in a second or two; what grows with the square takes a quarter of an hour, and the test is called off.
        var mail = folder.Read(Encoding.ASCII.GetBytes(Made[pattern](Size)), patience: Patience);
        var begun = Stopwatch.GetTimestamp();
        _ = AuthenticationResults.Of(mail.Header, "a");

        Stopwatch.GetElapsedTime(begun).ShouldBeLessThan(Patience, pattern);
    }

    private static string Html(string html) => "Content-Type: text/html\n\n" + html;

    private static string Deep(int depth) =>
        string.Concat(Enumerable.Range(0, depth).Select(number => $"Content-Type: multipart/mixed; boundary=b{number}\n\n--b{number}\n")) + "\na\n";

    private static string Repeat(string text, int size) => new StringBuilder(size + text.Length).Insert(0, text, size / text.Length).ToString();
}
