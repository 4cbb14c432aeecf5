using System.Data.Common;
using Dapper;

namespace Dla.Etl.Warehouse;

/// <summary>The number of every commit that changes what is known; "as of" means one of these.</summary>
/// <remarks>
/// The counter's row stays locked until the transaction ends, so the order of the numbers is the order of the commits, a number shows only with
/// its commit, and a commit undone gives its number back: no gaps, no duplicates.
/// </remarks>
public static class CommitSequence
{
    /// <summary>Takes the next number and writes its line in the log.</summary>
    /// <param name="lane">The writer's lane.</param>
    /// <param name="runId">The run that commits, or null.</param>
    /// <param name="what">What it does in a few words, for example <c>load unit-cost-quantity 2563 56</c>.</param>
    /// <returns>1 for the first.</returns>
    public static long Next(WriteLane lane, string? runId, string what)
    {
        ArgumentNullException.ThrowIfNull(lane);
        var sequence = Counter.Next(lane, "commit");
        var before = lane.Scalar<string>("SELECT committed_at FROM commit_log WHERE sequence = @before", new { before = sequence - 1 });
        var now = lane.Now;
        lane.Execute(
            "INSERT INTO commit_log (sequence, committed_at, run_id, what) VALUES (@sequence, @at, @runId, @what)",
            new { sequence, at = string.CompareOrdinal(before, now) > 0 ? before : now, runId, what = StoredText.Of(what) });
        return sequence;
    }

    /// <summary>The last sequence committed; 0 when there is none.</summary>
    public static long Last(DbConnection connection) => connection.ExecuteScalar<long>("SELECT coalesce(max(sequence), 0) FROM commit_log");

    /// <summary>The sequence that held at an instant: the last one committed up to and including it; 0 before the first.</summary>
    public static long AsOf(DbConnection connection, DateTimeOffset instant) => connection.ExecuteScalar<long>(
        "SELECT coalesce(max(sequence), 0) FROM commit_log WHERE committed_at <= @instant", new { instant = Instants.Text(instant) });

    /// <summary>When a sequence was committed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such sequence.</exception>
    public static DateTimeOffset CommittedAt(DbConnection connection, long sequence) =>
        connection.ExecuteScalar<string>("SELECT committed_at FROM commit_log WHERE sequence = @sequence", new { sequence }) is { } text
            ? Instants.Parse(text)
            : throw new ArgumentOutOfRangeException(nameof(sequence), sequence, "No commit has this sequence.");
}

/// <summary>Numbers of receipts (เลขรับ): one for each file taken, in the order taken, without gaps.</summary>
public static class ReceiptNumbers
{
    /// <summary>Takes the next number; 1 for the first.</summary>
    public static long Next(WriteLane lane)
    {
        ArgumentNullException.ThrowIfNull(lane);
        return Counter.Next(lane, "receipt");
    }
}

/// <summary>A row of <c>counter</c>, locked from the moment it is raised to the end of the transaction.</summary>
internal static class Counter
{
    public static long Next(WriteLane lane, string name) =>
        lane.Scalar<long?>("UPDATE counter SET last = last + 1 WHERE name = @name RETURNING last", new { name })
        ?? throw new InvalidOperationException($"The warehouse has no counter '{name}'.");
}
