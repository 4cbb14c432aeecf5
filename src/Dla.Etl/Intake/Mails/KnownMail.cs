using System.Data.Common;
using System.Globalization;
using Dapper;
using Dla.Etl.Mail;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Intake.Mails;

/// <summary>Where a message lies: no other message ever has the same three.</summary>
/// <param name="Mailbox">Who and where, see <see cref="IMailbox.Place"/>.</param>
/// <param name="Validity">UIDVALIDITY of the folder.</param>
/// <param name="Uid">UID in it.</param>
internal sealed record MailKey(string Mailbox, long Validity, long Uid);

/// <summary>A message that was registered.</summary>
internal sealed record KnownMail
{
    private const string Select =
        """
        SELECT m.id AS Id, m.number AS Number, m.mailbox AS Mailbox, m.uid_validity AS Validity, m.uid AS Uid, m.disposition AS Stored, m.goes_to AS Place,
          CASE WHEN EXISTS (SELECT 1 FROM mail_move v WHERE v.mail_id = m.id) THEN 1 ELSE 0 END AS Moved
        FROM received_mail m
        """;

    public string Id { get; init; } = "";

    /// <summary>เลขรับอีเมล.</summary>
    public long Number { get; init; }

    public string Mailbox { get; init; } = "";

    public long Validity { get; init; }

    public long Uid { get; init; }

    public string Stored { get; init; } = "";

    public string Place { get; init; } = "";

    public long Moved { get; init; }

    public MailKey Key => new(Mailbox, Validity, Uid);

    public bool IsMoved => Moved == 1;

    public MailDisposition Disposition => StoredName.Parse<MailDisposition>(Stored);

    public MailboxFolder GoesTo => StoredName.Parse<MailboxFolder>(Place);

    /// <summary>A number as people read it and as names begin with it: <c>000012</c>.</summary>
    public static string NumberText(long number) => number.ToString("000000", CultureInfo.InvariantCulture);

    /// <summary>The message that lies there; null for one that was not registered.</summary>
    public static KnownMail? At(DbConnection connection, MailKey key) => connection.QuerySingleOrDefault<KnownMail>(
        $"{Select} WHERE m.mailbox = @Mailbox AND m.uid_validity = @Validity AND m.uid = @Uid", key);

    /// <summary>Those of a mailbox that still have to leave the folder that is read, in the order taken.</summary>
    public static IReadOnlyList<KnownMail> Unmoved(DbConnection connection, string mailbox, DbTransaction? transaction = null) => connection.Query<KnownMail>(
        $"{Select} WHERE m.mailbox = @mailbox AND NOT EXISTS (SELECT 1 FROM mail_move v WHERE v.mail_id = m.id) ORDER BY m.number", new { mailbox }, transaction).AsList();

    /// <summary>
    /// The first message that was the same: the same bytes, or the same Message-ID from the same sender with the same content (a server that delivers twice
    /// adds its own lines). One on which the program broke counts for none: it is put back into the mailbox to be taken again.
    /// </summary>
    public static KnownMail? SameAs(DbConnection connection, MailIdentity identity) => connection.QueryFirstOrDefault<KnownMail>(
        $"""
        {Select}
        WHERE m.disposition NOT IN ('unreadable', 'repeated') AND (m.sha256 = @hash
          OR (m.message_id = @MessageId AND m.sender = @Sender AND (m.content_key = @ContentKey OR (m.sha256 IS NULL AND @hash IS NULL AND m.size = @Size))))
        ORDER BY m.number LIMIT 1
        """,
        new { hash = identity.Hash?.Hex, identity.MessageId, identity.Sender, identity.ContentKey, identity.Size });

    /// <summary>True when a sender whose messages are held was told so, or is about to be.</summary>
    public static bool WasTold(DbConnection connection, string sender) => connection.ExecuteScalar<long>(
        """
        SELECT count(*) FROM received_mail m
        WHERE m.sender = @sender AND NOT EXISTS (SELECT 1 FROM mail_release r WHERE r.mail_id = m.id)
          AND EXISTS (SELECT 1 FROM mail_finding f WHERE f.mail_id = m.id AND f.kind = @unknown)
          AND NOT EXISTS (SELECT 1 FROM mail_answer a WHERE a.mail_id = m.id AND a.withheld IS NOT NULL)
        """,
        new { sender, unknown = Findings.Kinds.MailFindings.UnknownSender.Id }) > 0;

    /// <summary>Records that it has left the folder. Recording it again changes nothing.</summary>
    public static void RecordMove(WriteLane lane, string mailId, string folder) => lane.Execute(
        "INSERT INTO mail_move (mail_id, folder, moved_at) VALUES (@mailId, @folder, @Now) ON CONFLICT (mail_id) DO NOTHING",
        new { mailId, folder = StoredText.Of(folder), lane.Now });
}

/// <summary>By what a message is known again when it comes another time.</summary>
/// <param name="Hash">Of its bytes; null when it was not taken.</param>
/// <param name="MessageId">As the sender's program wrote it.</param>
/// <param name="Sender">Its address.</param>
/// <param name="ContentKey">Hash over what is attached, or the text when nothing is.</param>
/// <param name="Size">Bytes.</param>
internal sealed record MailIdentity(ContentHash? Hash, string? MessageId, string? Sender, string? ContentKey, long Size);
