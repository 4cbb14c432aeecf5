using Dapper;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Intake.Mails;

/// <summary>A message of which something may wait for permission.</summary>
internal sealed record HeldMail
{
    private const string Select =
        """
        SELECT m.id AS Id, m.number AS Number, m.sender AS Sender, m.sha256 AS Sha256, m.received_at AS ReceivedAt, m.disposition AS Disposition,
          CASE WHEN EXISTS (SELECT 1 FROM mail_finding f WHERE f.mail_id = m.id AND f.kind = @doubted) THEN 1 ELSE 0 END AS Doubted,
          CASE WHEN EXISTS (SELECT 1 FROM mail_release r WHERE r.mail_id = m.id) THEN 1 ELSE 0 END AS Released,
          CASE WHEN EXISTS (SELECT 1 FROM mail_removed r WHERE r.mail_id = m.id) THEN 1 ELSE 0 END AS Removed
        FROM received_mail m
        """;

    public string Id { get; init; } = "";

    public long Number { get; init; }

    public string? Sender { get; init; }

    public string? Sha256 { get; init; }

    public string ReceivedAt { get; init; } = "";

    public string Disposition { get; init; } = "";

    public long Doubted { get; init; }

    public long Released { get; init; }

    public long Removed { get; init; }

    /// <summary>The mail server says that it is not from whom it claims.</summary>
    public bool IsDoubted => Doubted == 1;

    public bool IsRemoved => Removed == 1;

    /// <summary>Nothing of it was registered: its sender is unknown or doubted, or a machine.</summary>
    public bool IsHeldWhole => Released == 0 && Disposition is "held" or "automatic";

    public string Text => KnownMail.NumberText(Number);

    /// <summary>Held, its bytes still there, in the order taken.</summary>
    public static IReadOnlyList<HeldMail> Waiting(Database warehouse)
    {
        using var connection = warehouse.Read();
        return connection.Query<HeldMail>($"{Select} WHERE m.disposition = 'held' ORDER BY m.number", Doubt).Where(mail => mail is { IsHeldWhole: true, IsRemoved: false }).AsList();
    }

    /// <summary>The message with this number; null when there is none.</summary>
    public static HeldMail? Find(Database warehouse, long number)
    {
        using var connection = warehouse.Read();
        return connection.QuerySingleOrDefault<HeldMail>($"{Select} WHERE m.number = @number", new { number, doubted = MailFindings.AuthenticationFailed.Id });
    }

    private static object Doubt => new { doubted = MailFindings.AuthenticationFailed.Id };
}

/// <summary>A file that came by mail for a unit for which its sender may not send, and that was not let in since.</summary>
internal sealed record RefusedMailFile
{
    public string FileName { get; init; } = "";

    public string Part { get; init; } = "";

    public string Sha256 { get; init; } = "";

    public long Size { get; init; }

    public string Unit { get; init; } = "";

    public long Removed { get; init; }

    /// <summary>Those of a message, in the order taken.</summary>
    public static IReadOnlyList<RefusedMailFile> Of(Database warehouse, string mailId)
    {
        using var connection = warehouse.Read();
        return connection.Query<RefusedMailFile>(
            """
            SELECT f.file_name AS FileName, f.mail_part AS Part, f.sha256 AS Sha256, f.size AS Size, o.unit AS Unit,
              CASE WHEN EXISTS (SELECT 1 FROM original_removed r WHERE r.received_file_id = f.id) THEN 1 ELSE 0 END AS Removed
            FROM received_file f JOIN outcome o ON o.received_file_id = f.id
            WHERE f.mail_id = @mailId AND o.verdict = 'needs_permission'
              AND NOT EXISTS (
                SELECT 1 FROM received_file later
                WHERE later.mail_id = f.mail_id AND later.mail_part = f.mail_part AND later.sha256 = f.sha256 AND later.receipt_number > f.receipt_number)
            ORDER BY f.receipt_number
            """,
            new { mailId }).AsList();
    }
}
