using System.Data.Common;
using System.Globalization;
using Dapper;
using Dla.Etl.Intake.Mails;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>A mail whose sender has not heard of it: everything the answer needs comes from the warehouse, so a run that was killed before answering costs nothing.</summary>
internal sealed record OwedMailAnswer
{
    public string Id { get; init; } = "";

    public long Number { get; init; }

    public string? MessageId { get; init; }

    public string? Sender { get; init; }

    public string Subject { get; init; } = "";

    public string? ReplyTo { get; init; }

    public string? Thread { get; init; }

    /// <summary>Number of the release whose files are answered; null for those that came at once.</summary>
    public long? Release { get; init; }

    /// <summary><c>received</c>, or <c>released-1</c>.</summary>
    public string Occasion { get; init; } = "";

    /// <summary>1 when some release let files in.</summary>
    public long LetIn { get; init; }

    public string ReceivedText { get; init; } = "";

    public string DispositionName { get; init; } = "";

    public DateTimeOffset ReceivedAt => Instants.Parse(ReceivedText);

    public MailDisposition Disposition => StoredName.Parse<MailDisposition>(DispositionName);

    /// <summary>The number as people read it.</summary>
    public string NumberText => Number.ToString("000000", CultureInfo.InvariantCulture);

    /// <summary>How the operator knows it.</summary>
    public string Path => $"mail/{NumberText}";

    /// <summary>All that are owed, by number.</summary>
    public static IReadOnlyList<OwedMailAnswer> All(DbConnection connection) =>
        connection.Query<OwedMailAnswer>(SqlText.Beside(typeof(OwedMailAnswer), "owed-mail-answers")).AsList();

    /// <summary>A mail that was answered before, of which there is more to tell.</summary>
    public static OwedMailAnswer Again(DbConnection connection, string id) => connection.QuerySingle<OwedMailAnswer>(
        """
        SELECT id AS Id, number AS Number, message_id AS MessageId, sender AS Sender, subject AS Subject, received_at AS ReceivedText, disposition AS DispositionName,
          reply_to AS ReplyTo, thread AS Thread, 0 AS Release, 1 AS LetIn
        FROM received_mail WHERE id = @id
        """,
        new { id });

    /// <summary>In-Reply-To of what answers it.</summary>
    public string? InReplyTo => MessageId is { } id ? $"<{id}>" : null;

    /// <summary>References of what answers it.</summary>
    public string? References => Thread ?? InReplyTo;

    /// <summary>What there is to say of the mail itself.</summary>
    public IReadOnlyList<StoredFinding> Findings(DbConnection connection) => connection.Query<StoredFinding>(
        """
        SELECT kind AS Kind, severity AS Severity, subject AS Subject, found AS Found, expected AS Expected, message AS Message, what_to_do AS WhatToDo
        FROM mail_finding WHERE mail_id = @Id ORDER BY position
        """,
        new { Id }).AsList();
}
