using System.Security.Cryptography;
using System.Text;

namespace Dla.Etl.MailTests.Corpus;

/// <summary>A message of the corpus and what is in it, both written down here, neither taken from the reader.</summary>
/// <param name="File">Name in <c>testdata/mail</c>, without <c>.eml</c>.</param>
/// <param name="For">What it is for.</param>
/// <param name="Text">The message; written as UTF-8 with CR LF, see <see cref="Raw"/>.</param>
internal sealed record CorpusMail(string File, string For, string Text)
{
    /// <summary>First of a range of private letters that stand for single bytes.</summary>
    private const int RawBytes = 0xF700;

    /// <summary>LF alone.</summary>
    public bool LineFeedOnly { get; init; }

    public string From { get; init; } = "klang@chang.example.go.th";

    public string Subject { get; init; } = "";

    /// <summary>Name of the kind of automatic mail; empty for a person's.</summary>
    public string Automatic { get; init; } = "";

    /// <summary>A piece of the text.</summary>
    public string Says { get; init; } = "";

    public IReadOnlyList<Expected> Attachments { get; init; } = [];

    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary><c>Kind</c> or <c>Kind:where</c>, in order.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The bytes of the file.</summary>
    public byte[] Bytes()
    {
        var bytes = new MemoryStream();
        foreach (var rune in Text.ReplaceLineEndings(LineFeedOnly ? "\n" : "\r\n").EnumerateRunes())
        {
            if (rune.Value is >= RawBytes and < RawBytes + 256)
                bytes.WriteByte((byte)(rune.Value - RawBytes));
            else
                bytes.Write(Encoding.UTF8.GetBytes(rune.ToString()));
        }
        return bytes.ToArray();
    }

    /// <summary>The line of <c>corpus.tsv</c>.</summary>
    public string Line() => string.Join('\t', File + ".eml", From, Subject, Automatic, Says, string.Join(" | ", Attachments.Select(one => one.ToString())), string.Join(" | ", Links), string.Join(" | ", Notes));

    /// <summary>Stands for bytes that are not UTF-8.</summary>
    public static string Raw(byte[] bytes) => string.Concat(bytes.Select(value => (char)(RawBytes + value)));

    /// <summary>Stands for text in windows-874.</summary>
    public static string Thai(string text) => Raw(ThaiBytes(text));

    public static byte[] ThaiBytes(string text) => CodePagesEncodingProvider.Instance.GetEncoding(874)!.GetBytes(text);

    /// <summary>Base64 in lines of 76.</summary>
    public static string Base64(byte[] bytes) => Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks);

    /// <summary>An encoded word in B.</summary>
    public static string Word(string text, string charset = "utf-8") =>
        $"=?{charset}?B?{Convert.ToBase64String(charset is "utf-8" or "UTF-8" ? Encoding.UTF8.GetBytes(text) : ThaiBytes(text))}?=";

    /// <summary>Quoted-printable, or the text of an encoded word in Q, of windows-874 or UTF-8: every byte that is no letter or digit escaped.</summary>
    public static string Quoted(string text, bool thai = false) => Escaped('=', thai ? ThaiBytes(text) : Encoding.UTF8.GetBytes(text));

    /// <summary>As RFC 2231 escapes.</summary>
    public static string Percent(string text, bool thai = false) => Escaped('%', thai ? ThaiBytes(text) : Encoding.UTF8.GetBytes(text));

    private static string Escaped(char mark, byte[] bytes) =>
        string.Concat(bytes.Select(value => char.IsAsciiLetterOrDigit((char)value) || value == '.' ? ((char)value).ToString() : $"{mark}{value:X2}"));
}

/// <summary>An attachment as it must come out.</summary>
internal sealed record Expected(string Path, byte[] Bytes, bool IsInline = false)
{
    public override string ToString() =>
        $"{Path} {Bytes.Length} {Convert.ToHexStringLower(SHA256.HashData(Bytes))}{(IsInline ? " inline" : "")}";
}

/// <summary>What is attached: small files of the test data and made-up ones.</summary>
internal static class Content
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static byte[] Workbook { get; } = File.ReadAllBytes(Path.Combine(Root, "testdata/forms/unit-cost-quantity/2563-ok-typical/input.xlsx"));

    public static byte[] Csv { get; } = File.ReadAllBytes(Path.Combine(Root, "testdata/forms/unit-cost-quantity/2563-ok-csv-windows-874/input.csv"));

    /// <summary>One black pixel: what a signature's picture is here.</summary>
    public static byte[] Picture { get; } = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private static string Find(string from) => File.Exists(Path.Combine(from, "Dla.Etl.sln")) ? from : Find(Path.GetDirectoryName(from)!);
}
