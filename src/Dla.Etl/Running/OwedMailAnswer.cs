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

    /// <summary>What there is to say of the mail itself.</summary>
    public IReadOnlyList<StoredFinding> Findings(DbConnection connection) => connection.Query<StoredFinding>(
        """
        SELECT kind AS Kind, severity AS Severity, subject AS Subject, found AS Found, expected AS Expected, message AS Message, what_to_do AS WhatToDo
        FROM mail_finding WHERE mail_id = @Id ORDER BY position
        """,
        new { Id }).AsList();
}
