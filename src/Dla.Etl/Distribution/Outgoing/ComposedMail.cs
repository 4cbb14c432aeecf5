using System.Globalization;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Dla.Etl.Correspondence;
using Dla.Etl.Findings;
using Dla.Etl.Values;

namespace Dla.Etl.Distribution.Outgoing;

/// <summary>A mail as it goes over the line or into a file, once.</summary>
public sealed class ComposedMail : IDisposable
{
    // A thread of years would make the header larger than servers take; the first and the last matter (RFC 5322, 3.6.4).
    private const int LongestThread = 20;
    private const int LongestId = 250;

    private readonly WatchedStream _last;

    private ComposedMail(MailMessage message, WatchedStream last) => (Message, _last) = (message, last);

    /// <summary>True when all of it was read, so that the end of the mail may have left.</summary>
    public bool WasRead => _last.WasRead;

    internal MailMessage Message { get; }

    /// <summary>Composes it.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="settings">Who sends.</param>
    /// <param name="pathOf">Where an attachment lies.</param>
    /// <exception cref="IOException">An attachment cannot be opened.</exception>
    /// <exception cref="FormatException">The sender's address is none.</exception>
    public static ComposedMail Of(OutboxMail mail, SmtpSettings settings, Func<ContentHash, string> pathOf)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(pathOf);
        var message = new MailMessage
        {
            From = new MailAddress(settings.From, Printable.Line(settings.FromName), Encoding.UTF8), HeadersEncoding = Encoding.UTF8, SubjectEncoding = Encoding.UTF8,
            Subject = Printable.Line(mail.Subject),
        };
        try
        {
            message.To.Add(new MailAddress(mail.Recipient));
            AddHeaders(message, mail);
            var last = AddBody(message, mail);
            foreach (var attachment in mail.Attachments)
                message.Attachments.Add(AttachmentOf(attachment, last = new WatchedStream(File.OpenRead(pathOf(attachment.Hash)))));
            return new ComposedMail(message, last);
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Message.Dispose();

    private static void AddHeaders(MailMessage message, OutboxMail mail)
    {
        message.Headers.Add("Message-ID", $"<{mail.MessageId}>");
        if (Ids(mail.InReplyTo) is [var answered, ..])
            message.Headers.Add("In-Reply-To", answered);
        if (Ids(mail.Thread) is { Length: > 0 } thread)
            message.Headers.Add("References", string.Join(' ', thread.Length <= LongestThread ? thread : [thread[0], .. thread[^(LongestThread - 1)..]]));
        // RFC 3834: other machines are not to answer; the second is for Exchange, which knows the first only since a few years.
        message.Headers.Add("Auto-Submitted", mail.Kind == OutgoingKind.Answer ? "auto-replied" : "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Headers.Add("X-Dla-Etl", string.Create(CultureInfo.InvariantCulture, $"{Warehouse.StoredName.Of(mail.Kind)}; number={mail.Number}"));
    }

    // They are the sender's words: what is no id, or too long for a line of a header, is left out.
    private static string[] Ids(string? text) =>
    [
        .. (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(id => id is ['<', _, .., '>'] && id.Length <= LongestId && id.All(letter => letter is > ' ' and < '\u007F')),
    ];

    // The one that shows more comes last (RFC 2046, 5.1.4).
    private static WatchedStream AddBody(MailMessage message, OutboxMail mail)
    {
        message.AlternateViews.Add(View(new WatchedStream(Bytes(mail.Text)), "text/plain"));
        var html = new WatchedStream(Bytes(mail.Html));
        message.AlternateViews.Add(View(html, "text/html"));
        return html;
    }

    private static AlternateView View(Stream content, string type) =>
        new(content, new ContentType(type) { CharSet = "utf-8" }) { TransferEncoding = TransferEncoding.Base64 };

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static Attachment AttachmentOf(OutgoingAttachment attachment, Stream content)
    {
        var name = AttachmentName.Clean(attachment.Name);
        var made = new Attachment(content, new ContentType(AttachmentName.TypeOf(name))) { TransferEncoding = TransferEncoding.Base64, NameEncoding = Encoding.UTF8, Name = name };
        made.ContentDisposition!.Inline = false;
        foreach (var (key, value) in AttachmentName.Parameters(name))
            made.ContentDisposition.Parameters.Add(key, value);
        return made;
    }
}
