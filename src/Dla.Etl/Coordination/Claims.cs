using System.Data.Common;
using System.Globalization;
using Dapper;
using Dla.Etl.Warehouse;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dla.Etl.Coordination;

/// <summary>Shares the received files out among those who decide on them, the lowest receipt first.</summary>
/// <remarks>
/// Files are examined in parallel and decided in the order of their receipt numbers: whoever is ahead waits until the lower ones are decided
/// or given up. On SQLite only the holder of the lease <c>decide</c> may ask, so nobody else can have a file.
/// </remarks>
/// <param name="database">The warehouse.</param>
/// <param name="leases">Whose node, length and renewal the claims share.</param>
/// <param name="log">Hears of claims that could not be given back.</param>
public sealed class Claims(Database database, Leases leases, ILogger? log = null)
{
    /// <summary>So often the program may break on a file before it is given up.</summary>
    public const int MostAttempts = 3;

    /// <summary>So often a file may be taken by a process that is never heard of again before it counts as the cause.</summary>
    /// <remarks>More than attempts, for a process may be killed for reasons of its own.</remarks>
    public const int MostTakes = 10;

    private const int LongestError = 2000;

    private readonly ILogger _log = log ?? NullLogger.Instance;

    /// <summary>Takes the lowest file that nobody has.</summary>
    /// <returns>Null when there is none: all are decided, given up, or in other hands.</returns>
    public Claim? TryTake()
    {
        var askedAt = leases.Timestamp();
        return database.Change(Take) is { } taken
            ? new Claim(this, taken.File, taken.Receipt, taken.Token, taken.Shared ? leases.HoldFor(askedAt, lane => Renew(lane, taken)) : null)
            : null;
    }

    /// <summary>Whether the files before this one are out of the way.</summary>
    public Turn TurnOf(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        using var connection = database.Read();
        var lower = connection.Query<int>(
            $"""
            SELECT CASE WHEN {EngineClock.IsFree(connection, "claim")} THEN 1 ELSE 0 END
            FROM claim WHERE receipt_number < @ReceiptNumber AND given_up_at IS NULL
            """,
            new { claim.ReceiptNumber }).AsList();
        return lower.Count == 0 ? Turn.Ours : lower.Contains(1) ? Turn.LowerIsFree : Turn.Wait;
    }

    internal bool NoteFailure(Claim claim, Exception error) => database.Change(lane => lane.Scalar<string>(
        """
        UPDATE claim SET expires_at = NULL, takes = 0, attempts = attempts + 1, last_error = @error, failed_at = @now,
          given_up_at = CASE WHEN attempts + 1 >= @most THEN @now END
        WHERE received_file_id = @ReceivedFileId AND token = @Token
        RETURNING given_up_at
        """,
        new { claim.ReceivedFileId, claim.Token, error = Shortened(error), now = lane.Now, most = MostAttempts })) is not null;

    internal void GiveBack(Claim claim)
    {
        try
        {
            database.Change(lane => lane.Execute(
                "UPDATE claim SET expires_at = NULL, takes = takes - 1 WHERE received_file_id = @ReceivedFileId AND token = @Token",
                new { claim.ReceivedFileId, claim.Token }));
        }
        catch (DbException trouble)
        {
            _log.LogWarning(trouble, "The claim on receipt {Receipt} could not be given back; it runs out by itself.", claim.ReceiptNumber);
        }
    }

    internal void Drop(Hold hold)
    {
        leases.Renewal.Remove(hold);
        hold.Dispose();
    }

    private Taken? Take(WriteLane lane)
    {
        var free = EngineClock.IsFree(lane.Connection, "claim");
        Enqueue(lane);
        GiveUpKillers(lane, free);
        var shared = EngineClock.IsShared(lane.Connection);
        var file = lane.Scalar<string>(
            $"""
            SELECT received_file_id FROM claim WHERE given_up_at IS NULL AND {free}
            ORDER BY receipt_number LIMIT 1 {(shared ? "FOR UPDATE SKIP LOCKED" : "")}
            """);
        if (file is null)
            return null;
        var (receipt, token) = lane.Row<(long, long)>(
            $"""
            UPDATE claim SET node = @node, instance = @instance, token = token + 1, takes = takes + 1, length_ms = @length,
              expires_at = {(shared ? EngineClock.Now(lane.Connection, "@length") : "NULL")}
            WHERE received_file_id = @file
            RETURNING receipt_number, token
            """,
            new { file, node = leases.Node.Name, instance = leases.Node.Instance, length = (long)leases.Length.TotalMilliseconds });
        return new Taken(file, receipt, token, shared);
    }

    // A file has its row from the moment somebody looks for work; the row is locked, so two nodes never get the same.
    private static void Enqueue(WriteLane lane) => lane.Execute(
        """
        INSERT INTO claim (received_file_id, receipt_number, token, length_ms, takes, attempts)
        SELECT r.id, r.receipt_number, 0, 0, 0, 0 FROM received_file r
        WHERE NOT EXISTS (SELECT 1 FROM outcome o WHERE o.received_file_id = r.id)
          AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.received_file_id = r.id)
        ORDER BY r.receipt_number
        -- Without a target: two nodes that do this at the same instant may meet at either of the two unique keys.
        ON CONFLICT DO NOTHING
        """);

    private static void GiveUpKillers(WriteLane lane, string free) => lane.Execute(
        $"UPDATE claim SET given_up_at = @now, failed_at = @now, last_error = @error WHERE given_up_at IS NULL AND takes >= @most AND {free}",
        new
        {
            now = lane.Now, most = MostTakes,
            error = string.Create(CultureInfo.InvariantCulture, $"{MostTakes} processes that had this file ended without a word: killed, out of memory, or the stack ran over."),
        });

    private bool Renew(WriteLane lane, Taken taken) => lane.Execute(
        $"UPDATE claim SET expires_at = {EngineClock.Now(lane.Connection, "@length")} WHERE received_file_id = @File AND token = @Token AND expires_at IS NOT NULL",
        new { taken.File, taken.Token, length = (long)leases.Length.TotalMilliseconds }) == 1;

    internal static string Shortened(Exception error)
    {
        var text = StoredText.Of(error.ToString());
        return text.Length <= LongestError ? text : StoredText.Of(text[..LongestError]);
    }

    private sealed record Taken(string File, long Receipt, long Token, bool Shared);
}

/// <summary>Whether a file may be decided now.</summary>
public enum Turn
{
    /// <summary>All lower receipts are decided or given up.</summary>
    Ours,

    /// <summary>A lower one is in other hands.</summary>
    Wait,

    /// <summary>A lower one is in nobody's hands: it must be taken first.</summary>
    LowerIsFree,
}
