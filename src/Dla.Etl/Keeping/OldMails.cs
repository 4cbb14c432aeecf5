using System.Data.Common;
using System.Globalization;
using Dapper;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Keeping;

/// <summary>A message that was kept long enough.</summary>
public sealed record OldMail
{
    /// <summary>Id of the received mail.</summary>
    public string Id { get; init; } = "";

    /// <summary>เลขรับอีเมล.</summary>
    public long Number { get; init; }

    /// <summary>Bytes.</summary>
    public long Size { get; init; }
}

/// <summary>What a mail of ours brought.</summary>
public sealed record SentAttachment
{
    /// <summary>Id of the mail.</summary>
    public string OutboxId { get; init; } = "";

    /// <summary>Its place in the mail.</summary>
    public int Position { get; init; }

    /// <summary>Says that its bytes are removed.</summary>
    internal void Mark(WriteLane lane, string cause) => lane.Execute(
        """
        INSERT INTO attachment_removed (outbox_id, position, removed_at, cause) VALUES (@OutboxId, @Position, @Now, @cause)
        ON CONFLICT (outbox_id, position) DO NOTHING
        """,
        new { OutboxId, Position, lane.Now, cause });
}

/// <summary>What of mail was kept long enough.</summary>
/// <param name="Mails">Messages as they came: everything in them is decided and answered, or was never let in.</param>
/// <param name="Attachments">What mails of ours brought that have left for good.</param>
/// <param name="Addresses">How many rows name a sender or a recipient for longer than is set.</param>
/// <param name="AddressBound">Instant up to which addresses are blanked; null for none.</param>
public sealed record OldMails(IReadOnlyList<OldMail> Mails, IReadOnlyList<SentAttachment> Attachments, long Addresses, string? AddressBound)
{
    // Decided and answered, or held and never let in: nothing will be asked of it any more.
    private const string Settled =
        """
        EXISTS (SELECT 1 FROM mail_move v WHERE v.mail_id = m.id)
        AND EXISTS (SELECT 1 FROM mail_answer a WHERE a.mail_id = m.id AND a.occasion = 'received')
        AND NOT EXISTS (
          SELECT 1 FROM received_file f WHERE f.mail_id = m.id AND (
            NOT EXISTS (SELECT 1 FROM outcome o WHERE o.received_file_id = f.id)
            OR NOT EXISTS (SELECT 1 FROM mail_answer a WHERE a.mail_id = m.id AND a.occasion = coalesce('released-' || f.mail_release, 'received'))))
        """;

    private const string Senders = $"m.sender IS NOT NULL AND m.sender <> @mark AND m.registered_at <= @bound AND {Settled}";

    private const string Recipients =
        """
        b.recipient <> @mark AND b.decided_at <= @bound
        AND EXISTS (SELECT 1 FROM outbox_state s WHERE s.outbox_id = b.id AND s.state IN ('sent', 'written', 'failed', 'cancelled'))
        """;

    /// <summary>Nothing.</summary>
    public static OldMails None { get; } = new([], [], 0, null);

    /// <summary>What is due.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="transaction">Its transaction, or null.</param>
    /// <param name="settings">How long what is kept.</param>
    /// <param name="now">The time to measure from.</param>
    public static OldMails Due(DbConnection connection, DbTransaction? transaction, RetentionSettings settings, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(settings);
        string? Bound(TimeSpan? kept) => kept is { } duration ? Instants.Text(now - duration) : null;
        var (mails, addresses) = (Bound(settings.Mails), Bound(settings.SenderAddresses));
        return new(
            mails is null ? [] : connection.Query<OldMail>(
                $"""
                SELECT m.id AS Id, m.number AS Number, m.size AS Size FROM received_mail m
                WHERE m.sha256 IS NOT NULL AND m.registered_at <= @mails AND {Settled} AND NOT EXISTS (SELECT 1 FROM mail_removed r WHERE r.mail_id = m.id)
                ORDER BY m.number
                """,
                new { mails }, transaction).AsList(),
            mails is null ? [] : connection.Query<SentAttachment>(
                """
                SELECT a.outbox_id AS OutboxId, a.position AS Position FROM outbox_attachment a JOIN outbox_state s ON s.outbox_id = a.outbox_id
                WHERE s.state IN ('sent', 'written', 'failed', 'cancelled') AND s.changed_at <= @mails
                  AND NOT EXISTS (SELECT 1 FROM attachment_removed r WHERE r.outbox_id = a.outbox_id AND r.position = a.position)
                ORDER BY a.outbox_id, a.position
                """,
                new { mails }, transaction).AsList(),
            addresses is null ? 0 : connection.ExecuteScalar<long>(
                $"SELECT (SELECT count(*) FROM received_mail m WHERE {Senders}) + (SELECT count(*) FROM outbox b WHERE {Recipients})",
                new { bound = addresses, mark = PersonAddress.Mark }, transaction),
            addresses);
    }

    /// <summary>Says that they are removed, and blanks the addresses. The bytes go afterwards.</summary>
    internal void Remove(WriteLane lane, string runId)
    {
        foreach (var mail in Mails)
            Mark(lane, mail.Id, "retention");
        foreach (var attachment in Attachments)
            attachment.Mark(lane, "retention");
        if (AddressBound is not null)
        {
            lane.Execute(
                $"""
                UPDATE received_mail SET sender = @mark, reply_to = CASE WHEN reply_to IS NULL THEN NULL ELSE @mark END
                WHERE id IN (SELECT m.id FROM received_mail m WHERE {Senders})
                """,
                new { mark = PersonAddress.Mark, bound = AddressBound });
            lane.Execute(
                $"UPDATE outbox SET recipient = @mark WHERE id IN (SELECT b.id FROM outbox b WHERE {Recipients})", new { mark = PersonAddress.Mark, bound = AddressBound });
        }

        if (Mails.Count + Attachments.Count + Addresses > 0)
            Audit.Write(lane, new AuditEntry(
                AuditAction.RetentionApplied, Mails.Count == 0 ? "mails" : string.Create(CultureInfo.InvariantCulture, $"mails {Mails[0].Number:000000}–{Mails[^1].Number:000000}"),
                string.Create(CultureInfo.InvariantCulture, $"ลบอีเมลที่เก็บครบระยะเวลา {Mails.Count} ฉบับ ไฟล์แนบของอีเมลที่ส่งออก {Attachments.Count} ไฟล์ และที่อยู่อีเมล {Addresses} รายการ"))
            { RunId = runId });
    }

    /// <summary>Says that the bytes of a message are removed.</summary>
    internal static void Mark(WriteLane lane, string mailId, string cause) => lane.Execute(
        "INSERT INTO mail_removed (mail_id, removed_at, cause) VALUES (@mailId, @Now, @cause) ON CONFLICT (mail_id) DO NOTHING", new { mailId, lane.Now, cause });
}
