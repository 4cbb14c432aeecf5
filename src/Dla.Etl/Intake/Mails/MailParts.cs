using System.Text;
using Dla.Etl.Findings;
using Dla.Etl.Mail;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Intake.Mails;

/// <summary>An attachment that could be a return, in the archive.</summary>
/// <param name="Name">As delivered.</param>
/// <param name="Path">Where in the message: the name, or <c>outer.zip/name</c>.</param>
/// <param name="Hash">Where its bytes lie.</param>
/// <param name="Size">Bytes.</param>
internal sealed record MailPart(string Name, string Path, ContentHash Hash, long Size)
{
    /// <summary>Puts attachments into the archive.</summary>
    /// <returns>No artefact when the archive takes one of them not.</returns>
    public static Step<IReadOnlyList<MailPart>> Store(Archive archive, IReadOnlyList<MailAttachment> attachments, string shown, CancellationToken cancellation)
    {
        var (parts, findings) = (new List<MailPart>(), new List<Finding>());
        foreach (var attachment in attachments)
        {
            var stored = archive.Store(attachment.File, $"{shown}/{attachment.Path}", cancellation);
            findings.AddRange(stored.Findings);
            if (stored.Artefact is not { } archived)
                return new(null, findings);
            parts.Add(new MailPart(attachment.Name, attachment.Path, archived.Hash, archived.Size));
        }

        return new(parts, findings);
    }

    /// <summary>A hash over everything attached, in order, or over the text of a message without: the same message has the same, whatever servers wrote into its header.</summary>
    public static string ContentKey(ReadMail mail)
    {
        var content = new StringBuilder();
        foreach (var attachment in mail.Attachments)
        {
            using var file = File.OpenRead(attachment.File);
            content.Append(attachment.Path).Append('\0').Append(ContentHash.FromDigest(System.Security.Cryptography.SHA256.HashData(file)).Hex).Append('\n');
        }

        if (mail.Attachments.Count == 0)
            content.Append(mail.Header.Subject).Append('\0').Append(mail.Text);
        return ContentHash.Of(Encoding.UTF8.GetBytes(content.ToString())).Hex;
    }

    /// <summary>Registers parts as received files, in their order in the message.</summary>
    /// <param name="lane">The transaction.</param>
    /// <param name="parts">What was stored.</param>
    /// <param name="mail">The message they came with.</param>
    /// <param name="runId">The run that takes them.</param>
    public static void Register(WriteLane lane, IReadOnlyList<MailPart> parts, MailOrigin mail, string runId)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var position = 0; position < parts.Count; position++)
        {
            var name = FileNames.OnDisk("", parts[position].Name);
            if (!names.Add(name))
                name = FileNames.OnDisk(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"({position + 1}) "), parts[position].Name);
            ReceivedFile.Register(lane, parts[position], mail, $"mail/{KnownMail.NumberText(mail.Number)}/{name}", runId);
        }
    }
}

/// <summary>The message that files came with.</summary>
/// <param name="Id">Of its row.</param>
/// <param name="Number">เลขรับอีเมล.</param>
/// <param name="ReceivedAt">When the mail server took it: the received time of the files.</param>
/// <param name="Folder">Folder name of its sender's province, or null.</param>
internal sealed record MailOrigin(string Id, long Number, DateTimeOffset ReceivedAt, string? Folder)
{
    /// <summary>Number of the release by which they are let in; null when they are taken at once.</summary>
    public long? Release { get; init; }
}
