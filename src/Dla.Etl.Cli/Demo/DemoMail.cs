using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration.Attributes;

namespace Dla.Etl.Cli.Demo;

/// <summary>A line of <c>mails.csv</c>: a sample file that comes by mail, or a message of the corpus as it is.</summary>
internal sealed record DemoMail
{
    /// <summary>When it came; empty for a file of <c>arrivals.csv</c>, which says when.</summary>
    [Name("received")]
    public string Received { get; init; } = "";

    [Name("file")]
    public string File { get; init; } = "";

    [Name("sender")]
    public string Sender { get; init; } = "";

    [Name("subject")]
    public string Subject { get; init; } = "";

    [Name("text")]
    public string Text { get; init; } = "";

    /// <summary>True for a message of the corpus.</summary>
    [Ignore]
    public bool IsMessage => File.EndsWith(".eml", StringComparison.Ordinal);

    /// <summary>All mails of the samples.</summary>
    public static IReadOnlyList<DemoMail> All(string samples)
    {
        using var csv = new CsvReader(new StreamReader(Path.Combine(samples, "mails.csv")), CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<DemoMail>()];
    }

    /// <summary>The message with a file attached, as a mail program would write it.</summary>
    /// <param name="file">Full path of what is attached.</param>
    /// <param name="name">What it is called there.</param>
    /// <param name="at">When it was sent.</param>
    public byte[] Compose(string file, string name, DateTimeOffset at)
    {
        const string boundary = "=_dla-etl-demo";
        var date = at.ToString("ddd, d MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + at.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
        var message = string.Join("\r\n",
            $"From: <{Sender}>", "To: <demo@example.go.th>", $"Subject: {Word(Subject)}", $"Date: {date}",
            $"Message-ID: <{Path.GetFileNameWithoutExtension(file)}.{at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}@example.go.th>", "MIME-Version: 1.0",
            $"Content-Type: multipart/mixed; boundary=\"{boundary}\"", "",
            $"--{boundary}", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "", Lines(Encoding.UTF8.GetBytes(Text)),
            $"--{boundary}", $"Content-Type: application/octet-stream; name=\"{Word(name)}\"", "Content-Transfer-Encoding: base64",
            $"Content-Disposition: attachment; filename*=utf-8''{Uri.EscapeDataString(name)}", "", Lines(System.IO.File.ReadAllBytes(file)),
            $"--{boundary}--", "");
        return Encoding.ASCII.GetBytes(message);
    }

    private static string Word(string text) => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";

    private static string Lines(byte[] bytes) => Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks).ReplaceLineEndings("\r\n");
}
