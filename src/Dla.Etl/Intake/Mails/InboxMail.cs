using System.Data.Common;
using Dapper;

namespace Dla.Etl.Intake.Mails;

/// <summary>A message that came, with what became of it, for people.</summary>
public sealed record InboxMail
{
    /// <summary>เลขรับอีเมล.</summary>
    public long Number { get; init; }

    /// <summary>When the mail server took it, as the warehouse writes instants.</summary>
    public string ReceivedAt { get; init; } = "";

    /// <summary>Address of the sender; null when there is none that can be read.</summary>
    public string? Sender { get; init; }

    /// <summary>Subject.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What became of it, as stored.</summary>
    public string Disposition { get; init; } = "";

    /// <summary>For the operator; empty when the disposition says enough.</summary>
    public string Why { get; init; } = "";

    /// <summary>What the receiving server said of its origin; null when it said nothing or is not believed.</summary>
    public string? Authentication { get; init; }

    /// <summary>1 when it waits for permission, as a whole or with one of its files.</summary>
    public long Waits { get; init; }

    /// <summary>1 when it was held and has been let in since.</summary>
    public long Released { get; init; }

    /// <summary>How many answers to it were decided on.</summary>
    public long Answers { get; init; }

    /// <summary>Why none is sent, in Thai; null when one is, or when that is not decided.</summary>
    public string? Withheld { get; init; }

    /// <summary>Its files in the order of their receipts.</summary>
    public IReadOnlyList<InboxFile> Files { get; private init; } = [];

    /// <summary>The last messages, oldest first.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="onlyWaiting">True for those alone that wait for permission.</param>
    /// <param name="count">How many at most.</param>
    public static IReadOnlyList<InboxMail> Last(DbConnection connection, bool onlyWaiting, int count)
    {
        var mails = connection.Query<InboxMail>(
            $"""
            SELECT * FROM (
              SELECT m.number AS Number, m.received_at AS ReceivedAt, m.sender AS Sender, m.subject AS Subject, m.disposition AS Disposition, m.why AS Why,
                m.authentication AS Authentication,
                CASE WHEN {InboxCounts.IsHeld} OR EXISTS (SELECT 1 FROM received_file f WHERE f.mail_id = m.id AND {InboxCounts.NeedsPermission}) THEN 1 ELSE 0 END AS Waits,
                CASE WHEN m.disposition IN ('held', 'automatic') AND EXISTS (SELECT 1 FROM mail_release l WHERE l.mail_id = m.id) THEN 1 ELSE 0 END AS Released,
                (SELECT count(*) FROM mail_answer a WHERE a.mail_id = m.id AND a.outbox_id IS NOT NULL) AS Answers,
                (SELECT max(a.withheld) FROM mail_answer a WHERE a.mail_id = m.id AND a.occasion = 'received') AS Withheld
              FROM received_mail m
            ) listed
            WHERE Waits = 1 OR @all = 1
            ORDER BY Number DESC LIMIT @count
            """,
            new { all = onlyWaiting ? 0 : 1, count }).Reverse().ToList();
        var files = mails.Count == 0 ? null : connection.Query<InboxFile>(
            """
            SELECT m.number AS Mail, f.receipt_number AS Receipt, f.mail_part AS Part, o.verdict AS Verdict
            FROM received_file f JOIN received_mail m ON m.id = f.mail_id LEFT JOIN outcome o ON o.received_file_id = f.id
            WHERE m.number >= @from ORDER BY f.receipt_number
            """,
            new { from = mails[0].Number }).ToLookup(file => file.Mail);
        return [.. mails.Select(mail => mail with { Files = [.. files![mail.Number]] })];
    }
}

/// <summary>A file that came with a message.</summary>
public sealed record InboxFile
{
    /// <summary>Number of the message.</summary>
    public long Mail { get; init; }

    /// <summary>เลขรับ.</summary>
    public long Receipt { get; init; }

    /// <summary>Where in the message.</summary>
    public string Part { get; init; } = "";

    /// <summary>What became of it, as stored; null while it waits.</summary>
    public string? Verdict { get; init; }
}

/// <summary>How much of the mail waits for permission.</summary>
/// <param name="Held">Messages that were not let in.</param>
/// <param name="NeedPermission">Files for a unit for which their sender may not send.</param>
public sealed record InboxCounts(long Held, long NeedPermission)
{
    /// <summary>Of a message <c>m</c>: held, or a known office's return in a message marked as automatic; a bounce brings none.</summary>
    internal const string IsHeld =
        $"""
        ((m.disposition = 'held' OR (m.disposition = 'automatic' AND m.goes_to = 'problem' AND m.why <> '{MailJudgement.BounceWhy}'))
          AND NOT EXISTS (SELECT 1 FROM mail_release r WHERE r.mail_id = m.id) AND NOT EXISTS (SELECT 1 FROM mail_removed d WHERE d.mail_id = m.id))
        """;

    /// <summary>Of a received file <c>f</c>.</summary>
    internal const string NeedsPermission =
        """
        (EXISTS (SELECT 1 FROM outcome n WHERE n.received_file_id = f.id AND n.verdict = 'needs_permission') AND NOT EXISTS (
          SELECT 1 FROM received_file later
          WHERE later.mail_id = f.mail_id AND later.mail_part = f.mail_part AND later.sha256 = f.sha256 AND later.receipt_number > f.receipt_number))
        """;

    /// <summary>The counts now.</summary>
    public static InboxCounts Of(DbConnection connection) => new(
        connection.ExecuteScalar<long>($"SELECT count(*) FROM received_mail m WHERE {IsHeld}"),
        connection.ExecuteScalar<long>($"SELECT count(*) FROM received_file f WHERE f.mail_id IS NOT NULL AND {NeedsPermission}"));
}
