using System.Security.Cryptography;
using System.Text;
using Dla.Etl.Mail;

namespace Dla.Etl.MailTests.Mime;

/// <summary>A folder of its own for one test, and reading into it.</summary>
internal sealed class ReadingFolder : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("dla-mail-").FullName;
    private int read;

    /// <summary>Where attachments are written; its siblings are watched.</summary>
    public string Root => root;

    /// <summary>Reads a message; it may take <paramref name="patience"/>, far more than it needs, before the test fails, also where the reader does not look at its cancellation.</summary>
    public ReadMail Read(byte[] message, MailLimits? limits = null, TimeSpan? patience = null, Func<string, bool>? isOurs = null)
    {
        var number = ++read;
        var path = Path.Combine(root, $"{number}.eml");
        File.WriteAllBytes(path, message);
        var folder = Directory.CreateDirectory(Path.Combine(root, $"{number}.parts")).FullName;
        var most = patience ?? TimeSpan.FromMinutes(1);
        using var cancellation = new CancellationTokenSource(most);
        var reading = Task.Run(() => MailReader.Read(path, folder, limits ?? new MailLimits(), cancellation.Token, isOurs));
        return reading.WaitAsync(most + TimeSpan.FromSeconds(20)).GetAwaiter().GetResult();
    }

    /// <summary>Reads text whose line ends become CR LF.</summary>
    public ReadMail Read(string message, MailLimits? limits = null, Func<string, bool>? isOurs = null) =>
        Read(Crlf(message), limits, isOurs: isOurs);

    /// <summary>UTF-8 with CR LF.</summary>
    public static byte[] Crlf(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));

    /// <summary>The text of an attachment.</summary>
    public static string TextOf(MailAttachment attachment) => File.ReadAllText(attachment.File, Encoding.UTF8);

    /// <summary>SHA-256 of an attachment, lower case.</summary>
    public static string HashOf(MailAttachment attachment) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(attachment.File)));

    public void Dispose() => Directory.Delete(root, recursive: true);
}
