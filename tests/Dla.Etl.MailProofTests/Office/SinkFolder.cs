using System.Text.Json;
using Dla.Etl.Mail;

namespace Dla.Etl.MailProofTests.Office;

/// <summary>What the SMTP sink took from one installation.</summary>
/// <param name="from">Its address.</param>
/// <param name="folder">Of the sink; null for that of all.</param>
internal sealed class SinkFolder(string from, string? folder)
{
    private readonly string _folder = folder ?? Environment.GetEnvironmentVariable("DLA_TEST_SMTP_FOLDER")!;

    /// <summary>Everything that it took, in order.</summary>
    public IReadOnlyList<TakenMail> All() =>
    [
        .. Directory.EnumerateFiles(_folder, "*.eml").Order(StringComparer.Ordinal)
            .Select(path => (path, Envelope: JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(path, ".envelope"))).RootElement))
            .Where(mail => mail.Envelope.GetProperty("from").GetString() == from)
            .Select(mail => Read(mail.path, [.. mail.Envelope.GetProperty("to").EnumerateArray().Select(to => to.GetString()!)])),
    ];

    private static TakenMail Read(string path, string[] to)
    {
        var folder = Directory.CreateTempSubdirectory("dla-taken-");
        try
        {
            var read = MailReader.Read(path, folder.FullName, new MailLimits(), CancellationToken.None);
            return new TakenMail(to.ShouldHaveSingleItem("one recipient a mail"), read, [.. read.Attachments.Select(part => (part.Name, File.ReadAllBytes(Path.Combine(folder.FullName, part.File))))]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

/// <summary>A mail that the sink took.</summary>
/// <param name="To">Its recipient.</param>
/// <param name="Read">Taken apart.</param>
/// <param name="Files">What is attached.</param>
internal sealed record TakenMail(string To, ReadMail Read, IReadOnlyList<(string Name, byte[] Content)> Files)
{
    /// <summary>To what it is an answer, without the brackets; empty for none.</summary>
    public string InReplyTo => (Read.Header["In-Reply-To"] is [var id, ..] ? id : "").Trim().Trim('<', '>');
}
