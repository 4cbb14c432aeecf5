using System.Data.Common;
using Dapper;
using Dla.Etl.Warehouse;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dla.Etl.Coordination;

/// <summary>Leases: of each name one holder at a time over all processes and nodes on the same warehouse. A process has one of these.</summary>
/// <remarks>
/// On PostgreSQL a lease is a row that runs out by the database's clock unless it is renewed. On SQLite it is a locked file in the archive.
/// On both the token grows with every holder; <see cref="Lease.Check"/> refuses the work of one who held it earlier.
/// </remarks>
public sealed class Leases : IAsyncDisposable
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(200);

    private readonly Database _database;
    private readonly string _archive;
    private readonly TimeProvider _time;
    private readonly ILogger _log;

    /// <param name="database">The warehouse.</param>
    /// <param name="node">Who takes them.</param>
    /// <param name="archive">The archive folder, where the locked files lie on SQLite.</param>
    /// <param name="length">How long a holder that is killed keeps the others waiting.</param>
    /// <param name="log">Hears of renewals that failed.</param>
    /// <param name="time">Measures waiting and renewing; the system's by default, never that of the demo.</param>
    public Leases(Database database, NodeIdentity node, string archive, TimeSpan length, ILogger? log = null, TimeProvider? time = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, TimeSpan.Zero);
        (_database, Node, _archive, Length) = (database, node, archive, length);
        (_log, _time) = (log ?? NullLogger.Instance, time ?? TimeProvider.System);
        Renewal = new Renewal(database, length, _time, _log);
    }

    /// <summary>Who takes them.</summary>
    public NodeIdentity Node { get; }

    /// <summary>How long a lease is.</summary>
    public TimeSpan Length { get; }

    /// <summary>Whether several nodes can share the work (PostgreSQL).</summary>
    public bool AreShared => _database.IsShared;

    internal Renewal Renewal { get; }

    /// <summary>Takes a lease when nobody has it. Runs that an earlier holder of it left open are closed as failed.</summary>
    /// <returns>Null while another has it.</returns>
    public Lease? TryTake(string name)
    {
        if (AreShared)
            return TryTakeRow(name);
        var file = LockFile.TryTake(_archive, name);
        try
        {
            return file is null ? null : new Lease(this, name, _database.Change(lane => TakeRow(lane, name))!.Value, file, null);
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    /// <summary>Takes a lease as soon as nobody has it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="wait">How long to wait at most; zero for one try.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Null when another had it all the time.</returns>
    public async Task<Lease?> TakeAsync(string name, TimeSpan wait, CancellationToken cancellation)
    {
        var since = _time.GetTimestamp();
        for (;;)
        {
            cancellation.ThrowIfCancellationRequested();
            if (TryTake(name) is { } lease)
                return lease;
            if (_time.GetElapsedTime(since) >= wait)
                return null;
            await Task.Delay(s_look, _time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Who took a lease last; null when nobody ever did.</summary>
    public LeaseHolder? HolderOf(string name)
    {
        using var connection = _database.Read();
        return HolderOf(connection, name);
    }

    /// <inheritdoc cref="HolderOf(string)"/>
    public static LeaseHolder? HolderOf(DbConnection connection, string name) =>
        connection.QuerySingleOrDefault<(string Node, string Since)?>("SELECT node, taken_at FROM lease WHERE name = @name", new { name }) is { } row
            ? new(name, row.Node, Instants.Parse(row.Since))
            : null;

    /// <summary>Closes as failed the runs of holders that are gone for good: each lease with an open run is taken, if it can be, and given back.</summary>
    public async Task CloseAbandonedRunsAsync()
    {
        IReadOnlyList<string> names;
        using (var connection = _database.Read())
            names = connection.Query<string>("SELECT DISTINCT lease FROM run WHERE ended_at IS NULL AND lease IS NOT NULL ORDER BY lease").AsList();
        foreach (var name in names)
            if (TryTake(name) is { } lease)
                await lease.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Stops renewing; what is still held runs out.</summary>
    public ValueTask DisposeAsync() => Renewal.DisposeAsync();

    internal void GiveBack(Lease lease, Hold hold)
    {
        Renewal.Remove(hold);
        hold.Dispose();
        try
        {
            _database.Change(lane => lane.Execute("UPDATE lease SET expires_at = NULL WHERE name = @Name AND token = @Token", new { lease.Name, lease.Token }));
        }
        catch (DbException trouble)
        {
            _log.LogWarning(trouble, "Lease {Lease} could not be given back; it runs out by itself.", lease.Name);
        }
    }

    internal Hold HoldFor(long askedAt, Func<WriteLane, bool> renew)
    {
        var hold = new Hold(Length, _time, askedAt, renew);
        Renewal.Add(hold);
        return hold;
    }

    internal long Timestamp() => _time.GetTimestamp();

    private Lease? TryTakeRow(string name)
    {
        var askedAt = Timestamp();
        return _database.Change(lane => TakeRow(lane, name)) is { } token
            ? new Lease(this, name, token, null, HoldFor(askedAt, lane => Renew(lane, name, token)))
            : null;
    }

    private long? TakeRow(WriteLane lane, string name)
    {
        var (now, shared) = (EngineClock.Now(lane.Connection), EngineClock.IsShared(lane.Connection));
        var until = shared ? EngineClock.Now(lane.Connection, "@length") : "NULL";
        var token = lane.Scalar<long?>(
            $"""
            INSERT INTO lease (name, node, instance, token, taken_at, length_ms, expires_at)
            VALUES (@name, @node, @instance, 1, {now}, @length, {until})
            ON CONFLICT (name) DO UPDATE SET node = excluded.node, instance = excluded.instance, token = lease.token + 1,
              taken_at = excluded.taken_at, length_ms = excluded.length_ms, expires_at = excluded.expires_at
            WHERE {EngineClock.IsFree(lane.Connection, "lease")}
            RETURNING token
            """,
            new { name, node = Node.Name, instance = Node.Instance, now = lane.Now, length = (long)Length.TotalMilliseconds });
        if (token is { } ours)
            RunLog.CloseInterrupted(lane, name, ours);
        return token;
    }

    private bool Renew(WriteLane lane, string name, long token) => lane.Execute(
        $"UPDATE lease SET expires_at = {EngineClock.Now(lane.Connection, "@length")} WHERE name = @name AND token = @token AND expires_at IS NOT NULL",
        new { name, token, length = (long)Length.TotalMilliseconds }) == 1;
}
