using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Dla.Etl.MailProofTests.Post;

/// <summary>A message as an office writes it, and as hostile or broken programs do. Synthetic.</summary>
/// <param name="From">Address; empty for none.</param>
internal sealed record Message(string From)
{
    public string Subject { get; init; } = "ส่งแบบรายงานปริมาณงาน";

    public string MessageId { get; init; } = "";

    public string Text { get; init; } = "เรียน เจ้าหน้าที่\r\nขอส่งแบบรายงานตามไฟล์แนบ\r\n";

    /// <summary>Lines at the top, as servers on the way add them.</summary>
    public IReadOnlyList<string> Top { get; init; } = [];

    /// <summary>Further lines of the sender's own.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Parts: header lines without the transfer encoding, which is base64, and content.</summary>
    public IReadOnlyList<(string Header, byte[] Content)> Parts { get; init; } = [];

    /// <summary>The last line of the multipart, which broken programs leave out.</summary>
    public bool IsClosed { get; init; } = true;

    /// <summary>With a file under a name as most programs write it.</summary>
    public Message With(string name, byte[] content) => WithPart($"Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"{Word(name)}\"", content);

    /// <summary>With a part whose header is given whole.</summary>
    public Message WithPart(string header, byte[] content) => this with { Parts = [.. Parts, (header, content)] };

    /// <summary>With lines of the sender's program.</summary>
    public Message Saying(params string[] lines) => this with { Lines = [.. Lines, .. lines] };

    /// <summary>With lines that a server wrote on top.</summary>
    public Message Under(params string[] lines) => this with { Top = [.. lines, .. Top] };

    /// <summary>As it lies on the server. The header may hold bytes of any charset, so a letter of it is a byte.</summary>
    public byte[] Bytes()
    {
        var text = new StringBuilder();
        foreach (var line in Top)
            text.Append(line).Append("\r\n");
        if (From.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"From: {Word("สำนักงานส่งเสริมการปกครองท้องถิ่น")} <{From}>\r\n");
        text.Append(CultureInfo.InvariantCulture, $"To: <returns@example.go.th>\r\nSubject: {Word(Subject)}\r\nDate: Thu, 20 May 2021 09:00:00 +0700\r\n");
        if (MessageId.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"Message-ID: <{MessageId}>\r\n");
        foreach (var line in Lines)
            text.Append(line).Append("\r\n");
        text.Append("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"=_edge\"\r\n\r\n");
        Append(text, "Content-Type: text/plain; charset=utf-8", Encoding.UTF8.GetBytes(Text));
        foreach (var (header, content) in Parts)
            Append(text, header, content);
        return Encoding.Latin1.GetBytes(IsClosed ? text.Append("--=_edge--\r\n").ToString() : text.ToString());
    }

    /// <summary>An encoded word, where one is needed.</summary>
    public static string Word(string text) => text.All(char.IsAscii) ? text : $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";

    /// <summary>A zip of files; names in UTF-8 or, as Explorer on a Thai machine does it, in windows-874.</summary>
    public static byte[] Zip(bool thaiExplorer, params (string Name, byte[] Content)[] files)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true, thaiExplorer ? CodePagesEncodingProvider.Instance.GetEncoding(874)! : Encoding.UTF8))
            foreach (var (name, content) in files)
                using (var entry = zip.CreateEntry(name).Open())
                    entry.Write(content);
        return memory.ToArray();
    }

    /// <summary>Bytes of a text in windows-874, each as the letter of the same number.</summary>
    public static string Windows874(string text) => Encoding.Latin1.GetString(CodePagesEncodingProvider.Instance.GetEncoding(874)!.GetBytes(text));

    private static void Append(StringBuilder text, string header, byte[] content) => text
        .Append("--=_edge\r\n").Append(header).Append("\r\nContent-Transfer-Encoding: base64\r\n\r\n")
        .Append(Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");
}
