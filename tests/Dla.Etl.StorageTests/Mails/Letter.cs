using System.Globalization;
using System.Text;

namespace Dla.Etl.StorageTests.Mails;

/// <summary>A message as an office writes it. Synthetic.</summary>
internal sealed record Letter(string From)
{
    private static int s_count;

    public string Subject { get; init; } = "ส่งแบบรายงาน";

    public string? MessageId { get; init; } = string.Create(CultureInfo.InvariantCulture, $"letter-{Interlocked.Increment(ref s_count)}@example.go.th");

    public string Text { get; init; } = "เรียนเจ้าหน้าที่ ขอส่งแบบรายงานตามไฟล์แนบ";

    public IReadOnlyList<string> Headers { get; init; } = [];

    public IReadOnlyList<(string Name, byte[] Content)> Attachments { get; init; } = [];

    public Letter With(string name, string content) => With(name, Encoding.UTF8.GetBytes(content));

    public Letter With(string name, byte[] content) => this with { Attachments = [.. Attachments, (name, content)] };

    public Letter Header(string line) => this with { Headers = [.. Headers, line] };

    /// <summary>As it lies on the server; a server writes its own line on top.</summary>
    public byte[] Bytes(string server = "")
    {
        var text = new StringBuilder();
        if (server.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"Received: from {server} by mail.example.go.th; Sat, 01 May 2021 09:00:00 +0700\r\n");
        foreach (var header in Headers)
            text.Append(header).Append("\r\n");
        if (From.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"From: <{From}>\r\n");
        text.Append(CultureInfo.InvariantCulture, $"To: <returns@example.go.th>\r\nSubject: {Word(Subject)}\r\n");
        if (MessageId is not null)
            text.Append(CultureInfo.InvariantCulture, $"Message-ID: <{MessageId}>\r\n");
        text.Append("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"---edge\"\r\n\r\n");
        Part(text, "Content-Type: text/plain; charset=utf-8", Encoding.UTF8.GetBytes(Text));
        foreach (var (name, content) in Attachments)
            Part(text, $"Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"{Word(name)}\"", content);
        return Encoding.UTF8.GetBytes(text.Append("-----edge--\r\n").ToString());
    }

    private static void Part(StringBuilder text, string header, byte[] content) => text
        .Append("-----edge\r\n").Append(header).Append("\r\nContent-Transfer-Encoding: base64\r\n\r\n")
        .Append(Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");

    private static string Word(string text) => text.All(char.IsAscii) ? text : $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";
}
