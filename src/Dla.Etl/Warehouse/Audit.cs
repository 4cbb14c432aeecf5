using System.Data.Common;
using Dapper;

namespace Dla.Etl.Warehouse;

/// <summary>What was done.</summary>
public enum AuditAction
{
    /// <summary>The first return of a unit and year was loaded.</summary>
    VersionLoaded,

    /// <summary>A return was loaded that takes the place of the one that stood.</summary>
    VersionSuperseded,

    /// <summary>Somebody went back to an earlier version.</summary>
    VersionReverted,

    /// <summary>The consolidated figures were made anew.</summary>
    ConsolidationRebuilt,

    /// <summary>Forms, reports or wording are not those of the run before.</summary>
    DefinitionsChanged,

    /// <summary>A report was written.</summary>
    ReportWritten,

    /// <summary>A report was written as known at an earlier instant.</summary>
    ReportBackFilled,

    /// <summary>Somebody started a run by hand.</summary>
    RunStartedByHand,

    /// <summary>Somebody gave a file that had been given up another try.</summary>
    FileRetried,

    /// <summary>A message that was held, or files in it for another unit than the sender's, were let in.</summary>
    MailReleased,

    /// <summary>Somebody decided what becomes of a mail that was not sent, or perhaps was.</summary>
    MailSettled,

    /// <summary>What was kept long enough was removed.</summary>
    RetentionApplied,

    /// <summary>A person's address was removed; the entry tells the fact, never the address.</summary>
    AddressRemoved,

    /// <summary>Everything was restored from a backup.</summary>
    BackupRestored,

    /// <summary>An edition of the registry of local authorities was imported.</summary>
    RegistryImported,

    /// <summary>An edition of the list of districts was imported.</summary>
    DistrictsImported,
}

/// <summary>An act to write down.</summary>
/// <param name="Action">What was done.</param>
/// <param name="Subject">What it was done to, for example <c>unit-cost-quantity 2564 56-พะเยา</c>.</param>
/// <param name="Detail">The particulars in plain Thai.</param>
public sealed record AuditEntry(AuditAction Action, string Subject, string Detail)
{
    /// <summary>The reason that the person gave, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>The run, or null.</summary>
    public string? RunId { get; init; }

    /// <summary>The commit that the act made, or null.</summary>
    public long? Sequence { get; init; }
}

/// <summary>An act that was written down.</summary>
/// <param name="Number">1 for the first; without gaps, in the order of the commits.</param>
/// <param name="At">When.</param>
/// <param name="Actor">By whom and where.</param>
/// <param name="Entry">What.</param>
public sealed record AuditLine(long Number, DateTimeOffset At, Actor Actor, AuditEntry Entry);

/// <summary>Who did what and when. Nothing updates or deletes a line: the database itself refuses.</summary>
public static class Audit
{
    /// <summary>Writes an act down in the transaction of the act itself, so that neither is there without the other.</summary>
    public static void Write(WriteLane lane, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(entry);
        lane.Execute(
            """
            INSERT INTO audit (number, at, who, node, action, subject, detail, reason, run_id, sequence)
            VALUES (@number, @now, @who, @node, @action, @subject, @detail, @reason, @RunId, @Sequence)
            """,
            new
            {
                number = Counter.Next(lane, "audit"), now = lane.Now, who = StoredText.Of(lane.Actor.Who), node = StoredText.Of(lane.Actor.Node),
                action = StoredName.Of(entry.Action), subject = StoredText.Of(entry.Subject), detail = StoredText.Of(entry.Detail),
                reason = StoredText.Of(entry.Reason), entry.RunId, entry.Sequence,
            });
    }

    /// <summary>The last acts, oldest first.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="count">How many at most.</param>
    public static IReadOnlyList<AuditLine> Last(DbConnection connection, int count) =>
    [
        .. connection.Query<AuditRow>(
            """
            SELECT number AS Number, at AS At, who AS Who, node AS Node, action AS Action, subject AS Subject, detail AS Detail,
              reason AS Reason, run_id AS RunId, sequence AS Sequence
            FROM audit ORDER BY number DESC LIMIT @count
            """,
            new { count }).Reverse().Select(row => row.Line()),
    ];

    private sealed record AuditRow
    {
        public long Number { get; init; }

        public string At { get; init; } = "";

        public string Who { get; init; } = "";

        public string Node { get; init; } = "";

        public string Action { get; init; } = "";

        public string Subject { get; init; } = "";

        public string Detail { get; init; } = "";

        public string? Reason { get; init; }

        public string? RunId { get; init; }

        public long? Sequence { get; init; }

        public AuditLine Line() => new(
            Number, Instants.Parse(At), new Actor(Who, Node),
            new AuditEntry(StoredName.Parse<AuditAction>(Action), Subject, Detail) { Reason = Reason, RunId = RunId, Sequence = Sequence });
    }
}
