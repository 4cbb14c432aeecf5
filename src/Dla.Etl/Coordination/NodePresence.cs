using System.Data.Common;
using Dla.Etl.Installing;
using Dla.Etl.Normalising;
using Dla.Etl.Warehouse;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dla.Etl.Coordination;

/// <summary>A node while it works: it alone has its name, and it is heard of three times in the length of a lease.</summary>
public sealed class NodePresence : IAsyncDisposable
{
    private readonly Database _database;
    private readonly Leases _leases;
    private readonly Lease _name;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _beating;

    private NodePresence(Database database, Leases leases, Lease name, ILogger log, TimeProvider time)
    {
        (_database, _leases, _name, _log) = (database, leases, name, log);
        _beating = Task.Run(() => BeatAsync(time));
    }

    /// <summary>Cancelled when the name is no longer ours; the host must stop then.</summary>
    public CancellationToken Lost => _name.Lost;

    /// <summary>Enters the node. One that was killed has the name for one length of a lease, so this waits as long.</summary>
    /// <param name="database">The warehouse.</param>
    /// <param name="leases">Of this process.</param>
    /// <param name="programVersion">Version of the program.</param>
    /// <param name="log">Hears of heartbeats that failed.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="UsageException">Another host of this name works.</exception>
    public static async Task<NodePresence> EnterAsync(
        Database database, Leases leases, string programVersion, ILogger? log, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(leases);
        var name = LeaseNames.Node(leases.Node.Name);
        var lease = await leases.TakeAsync(name, leases.Length + (leases.Length / 3), cancellation).ConfigureAwait(false)
            ?? throw new UsageException(Refusal(leases.Node.Name, leases.HolderOf(name)));
        try
        {
            database.Change(lane => Nodes.Enter(lane, leases.Node, programVersion));
            return new NodePresence(database, leases, lease, log ?? NullLogger.Instance, TimeProvider.System);
        }
        catch
        {
            // Kept, it would be renewed for ever: the next try of this very process would take it for another host of the same name.
            await lease.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Leaves in good order: the name is free at once.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _beating.ConfigureAwait(false);
        Try("leave", () => _database.Change(lane => Nodes.Leave(lane, _leases.Node)));
        await _name.DisposeAsync().ConfigureAwait(false);
        _stop.Dispose();
    }

    private static string Refusal(string node, LeaseHolder? holder)
    {
        var since = holder is null ? "" : $" ตั้งแต่ {ThaiDates.LongWithTime(holder.Since)}";
        return $"มีเครื่องอื่นใช้ชื่อ “{node}” ทำงานอยู่แล้ว{since} กรุณาตั้ง Jobs:Node ของเครื่องนี้เป็นชื่ออื่น หรือหยุดเครื่องนั้นก่อน"
            + $" · another host named '{node}' is at work{(holder is null ? "" : $" since {Instants.Text(holder.Since)}")}; give this one another Jobs:Node";
    }

    private async Task BeatAsync(TimeProvider time)
    {
        using var tick = new PeriodicTimer(_leases.Length / 3, time);
        try
        {
            while (await tick.WaitForNextTickAsync(_stop.Token).ConfigureAwait(false))
                Try("heartbeat", () => _database.Change(lane => Nodes.Beat(lane, _leases.Node)));
        }
        catch (OperationCanceledException)
        {
            // The node leaves.
        }
    }

    // Being seen is not worth failing for: the lease of the name decides whether the node may go on.
    private void Try(string what, Action work)
    {
        try
        {
            work();
        }
        catch (Exception trouble) when (trouble is DbException or IOException or TimeoutException)
        {
            _log.LogWarning(trouble, "The {What} of node {Node} could not be noted.", what, _leases.Node.Name);
        }
    }
}
