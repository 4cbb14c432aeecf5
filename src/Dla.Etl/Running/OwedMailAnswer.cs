using System.Data.Common;
using System.Globalization;
using Dapper;
using Dla.Etl.Intake.Mails;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>A mail whose sender has not heard of it: everything the answer needs comes from the warehouse, so a run that was killed before answering costs nothing.</summary>
internal sealed record OwedMailAnswer
{
    /// <summary>The first answer to a mail.</summary>
    public const string OnReceipt = "received";

    public string Id { get; init; } = "";

    public long Number { get; init; }

    public string? MessageId { get; init; }

    public string? Sender { get; init; }

    public string Subject { get; init; } = "";

    public string? ReplyTo { get; init; }

    public string? Thread { get; init; }

    /// <summary><c>received</c> or <c>released</c>.</summary>
    public string Occasion { get; init; } = "";

    public long Released { get; init; }

    public string ReceivedText { get; init; } = "";

    public string DispositionName { get; init; } = "";

    public DateTimeOffset ReceivedAt => Instants.Parse(ReceivedText);

    public MailDisposition Disposition => StoredName.Parse<MailDisposition>(DispositionName);

    /// <summary>The number as people read it.</summary>
    public string NumberText => Number.ToString("000000", CultureInfo.InvariantCulture);

    /// <summary>What the answers to its files say in place of a path: none lies in the replies folder.</summary>
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
