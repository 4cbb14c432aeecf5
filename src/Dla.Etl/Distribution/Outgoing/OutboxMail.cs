using System.Data.Common;
using System.Globalization;
using Dapper;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Distribution.Outgoing;

/// <summary>How a mail in the outbox stands.</summary>
public enum OutboxState
{
    /// <summary>To be sent, now or at its next try.</summary>
    Waiting,

    /// <summary>Being sent at this moment, or by a sender that was killed.</summary>
    Sending,

    /// <summary>The relay has it.</summary>
    Sent,

    /// <summary>It lies as a file in the outbox folder.</summary>
    Written,

    /// <summary>The relay may have it or not: nobody sends it again but an operator.</summary>
    Uncertain,

    /// <summary>The relay will not have it.</summary>
    Failed,

    /// <summary>An operator decided that it is not sent.</summary>
    Cancelled,
}

/// <summary>A mail as it lies in the outbox.</summary>
public sealed record OutboxMail
{
    private const string Select =
        """
        SELECT o.id AS Id, o.number AS Number, o.kind AS KindName, o.message_id AS MessageId, o.recipient AS Recipient, o.subject AS Subject,
          o.body_text AS Text, o.body_html AS Html, o.in_reply_to AS InReplyTo, o.thread AS Thread, o.decided_at AS DecidedText,
          s.state AS StateName, s.tries AS Tries, s.next_try_at AS NextTryText, s.last_error AS LastError, s.changed_at AS ChangedText
        FROM outbox o JOIN outbox_state s ON s.outbox_id = o.id

        """;

    /// <summary>Id of the row.</summary>
    public string Id { get; init; } = "";

    /// <summary>เลขที่อีเมลส่งออก, in the order decided.</summary>
    public long Number { get; init; }

    /// <summary>Message-ID without <c>&lt; &gt;</c>.</summary>
    public string MessageId { get; init; } = "";

    /// <summary>The address.</summary>
    public string Recipient { get; init; } = "";

    /// <summary>The subject.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The plain text.</summary>
    public string Text { get; init; } = "";

    /// <summary>The same as HTML.</summary>
    public string Html { get; init; } = "";

    /// <summary>In-Reply-To with <c>&lt; &gt;</c>, or null.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>References with <c>&lt; &gt;</c>, or null.</summary>
    public string? Thread { get; init; }

    /// <summary>How many tries were begun that count.</summary>
    public int Tries { get; init; }

    /// <summary>What the relay said last, or why it did not come to that; null when all went well.</summary>
    public string? LastError { get; init; }

    /// <summary>What it brings, in order.</summary>
    public IReadOnlyList<OutgoingAttachment> Attachments { get; init; } = [];

    /// <summary>Why it leaves.</summary>
    public OutgoingKind Kind => StoredName.Parse<OutgoingKind>(KindName);

    /// <summary>How it stands.</summary>
    public OutboxState State => StoredName.Parse<OutboxState>(StateName);

    /// <summary>When it was decided on.</summary>
    public DateTimeOffset DecidedAt => Instants.Parse(DecidedText);

    /// <summary>Not to be tried before this; null for at once.</summary>
    public DateTimeOffset? NextTryAt => NextTryText is null ? null : Instants.Parse(NextTryText);

    /// <summary>When its state changed last.</summary>
    public DateTimeOffset ChangedAt => Instants.Parse(ChangedText);

    /// <summary>The number as people read it and as folders sort it.</summary>
    public string NumberText => Number.ToString("000000", CultureInfo.InvariantCulture);

    internal string KindName { get; init; } = "";

    internal string StateName { get; init; } = "";

    internal string DecidedText { get; init; } = "";

    internal string? NextTryText { get; init; }

    internal string ChangedText { get; init; } = "";

    /// <summary>Ids of what is to be sent now, in the order decided.</summary>
    public static IReadOnlyList<string> Due(DbConnection connection, DateTimeOffset now) => connection.Query<string>(
        """
        SELECT o.id FROM outbox o JOIN outbox_state s ON s.outbox_id = o.id
        WHERE s.state = 'waiting' AND (s.next_try_at IS NULL OR s.next_try_at <= @now) ORDER BY o.number
        """,
        new { now = Instants.Text(now) }).AsList();

    /// <summary>The mail with this id.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static OutboxMail Get(DbConnection connection, string id) =>
        WithAttachments(connection, connection.QuerySingle<OutboxMail>(Select + "WHERE o.id = @id", new { id }));

    /// <summary>The mail with this number, or null.</summary>
    public static OutboxMail? Find(DbConnection connection, long number) =>
        connection.QuerySingleOrDefault<OutboxMail>(Select + "WHERE o.number = @number", new { number }) is { } mail ? WithAttachments(connection, mail) : null;

    /// <summary>Mails in the order decided.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="all">Those too that are done with: sent, written, cancelled.</param>
    public static IReadOnlyList<OutboxMail> List(DbConnection connection, bool all) =>
    [
        .. connection.Query<OutboxMail>(Select + (all ? "" : "WHERE s.state IN ('waiting', 'sending', 'uncertain', 'failed') ") + "ORDER BY o.number")
            .Select(mail => WithAttachments(connection, mail)),
    ];

    private static OutboxMail WithAttachments(DbConnection connection, OutboxMail mail) => mail with
    {
        Attachments =
        [
            .. connection.Query<(string Name, string Hash, long Size)>(
                    "SELECT name, sha256, size FROM outbox_attachment WHERE outbox_id = @Id ORDER BY position", new { mail.Id })
                .Select(row => new OutgoingAttachment(row.Name, ContentHash.FromHex(row.Hash), row.Size)),
        ],
    };
}
