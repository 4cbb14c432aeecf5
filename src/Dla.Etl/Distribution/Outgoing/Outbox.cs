using System.Net.Mail;
using System.Text;
using Dla.Etl.Correspondence;
using Dla.Etl.Findings;
using Dla.Etl.Installing;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Distribution.Outgoing;

/// <summary>Where mails are put that were decided on, in the transaction of that decision; what becomes of them is the work of the sender.</summary>
public sealed class Outbox
{
    private readonly string _domain;

    /// <param name="settings">Whose <see cref="SmtpSettings.From"/> gives the ids of our mails their domain.</param>
    /// <exception cref="UsageException">That is no mail address.</exception>
    public Outbox(SmtpSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _domain = IsAddress(settings.From)
            ? new MailAddress(settings.From).Host
            : throw new UsageException($"ค่าตั้ง Mail:Smtp:From ต้องเป็นที่อยู่อีเมล เช่น dla-etl@example.go.th (พบ “{Printable.Slot(settings.From)}”) · must be a mail address");
    }

    /// <summary>The longest subject, in text elements: Outlook cuts at 255 characters.</summary>
    public const int LongestSubject = 200;

    /// <summary>Puts a mail in to be sent. A mail of the same occasion is there once: putting it in again changes nothing.</summary>
    /// <returns>Id of the mail of this occasion.</returns>
    /// <exception cref="ArgumentException">The recipient is no mail address: a mistake of the program, since addresses are looked at where they come in.</exception>
    public string Add(WriteLane lane, OutgoingMail mail)
    {
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(mail);
        if (!IsAddress(mail.Recipient))
            throw new ArgumentException($"“{Printable.Slot(mail.Recipient)}” is no mail address.", nameof(mail));
        const string Known = "SELECT id FROM outbox WHERE occasion = @Occasion";
        if (lane.Scalar<string>(Known, mail) is { } known)
            return known;
        var id = lane.NewId();
        lane.Execute(
            """
            INSERT INTO outbox (id, number, occasion, kind, message_id, recipient, subject, body_text, body_html, in_reply_to, thread, decided_at, run_id)
            VALUES (@id, @number, @Occasion, @kind, @messageId, @Recipient, @subject, @text, @html, @InReplyTo, @thread, @now, @RunId)
            """,
            new
            {
                id, number = Counter.Next(lane, "outbox"), mail.Occasion, kind = StoredName.Of(mail.Kind), messageId = MessageId(lane, mail.Occasion), mail.Recipient,
                subject = StoredText.Of(Printable.Cut(Printable.Line(mail.Subject), LongestSubject)), text = StoredText.Of(mail.Text), html = StoredText.Of(mail.Html),
                InReplyTo = StoredText.Of(mail.InReplyTo), thread = StoredText.Of(mail.Thread), now = lane.Now, mail.RunId,
            });
        for (var position = 0; position < mail.Attachments.Count; position++)
            lane.Execute(
                "INSERT INTO outbox_attachment (outbox_id, position, name, sha256, size) VALUES (@id, @position, @name, @hash, @Size)",
                new { id, position, name = StoredText.Of(mail.Attachments[position].Name), hash = mail.Attachments[position].Hash.Hex, mail.Attachments[position].Size });
        lane.Execute("INSERT INTO outbox_state (outbox_id, state, tries, changed_at) VALUES (@id, 'waiting', 0, @now)", new { id, now = lane.Now });
        return id;
    }

    /// <summary>True for one plain address, as mail can be sent to: no name beside it, nothing that would break a header.</summary>
    public static bool IsAddress(string address) =>
        MailAddress.TryCreate(address, out var parsed) && parsed.Address == address && address.All(letter => letter is > ' ' and < '\u007F');

    // The archive's mark tells warehouses apart: a test system that decides on the same occasion must not pass for the real one at a server that drops
    // a Message-ID it has seen. It is the same after a restore.
    private string MessageId(WriteLane lane, string occasion)
    {
        var mark = lane.Scalar<string>("SELECT id FROM archive_mark") ?? "";
        var digest = ContentHash.Of(Encoding.UTF8.GetBytes($"{mark}\n{occasion}")).Hex[..40];
        return $"{digest}@{_domain}";
    }
}
