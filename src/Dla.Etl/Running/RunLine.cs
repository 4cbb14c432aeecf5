using System.Data.Common;
using Dla.Etl.Coordination;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>The line of a run in the log, written when the first thing is done under it: work that polls leaves no line for nothing.</summary>
internal sealed class RunLine(Station station, string command, Lease lease, Action<string>? opened = null)
{
    private string? _id;

    /// <summary>Its id; from now on there is such a line.</summary>
    public string Id => _id ??= Begun();

    /// <summary>Its id; null while nothing was done.</summary>
    public string? IdIfOpen => _id;

    /// <summary>Ends it, when there is one.</summary>
    public void End(RunStatus status)
    {
        if (_id is not null)
            station.Warehouse.Write(lane =>
            {
                lease.Check(lane);
                RunLog.End(lane, _id, status);
            });
    }

    /// <summary>Ends it after the work broke off: that error is the one to be told, not that the log could not be written either.</summary>
    public void EndAfterError(RunStatus status)
    {
        try
        {
            End(status);
        }
        catch (Exception second) when (second is DbException or LeaseLostException)
        {
            // The line stays open; whoever takes the lease next closes it as interrupted.
        }
    }

    private string Begun()
    {
        var node = station.Leases.Node;
        var id = station.Warehouse.Write(lane =>
        {
            lease.Check(lane);
            return RunLog.Begin(lane, command, station.Workplace.ProgramVersion, new RunOwner(node.Name, node.StartedBy, lease.Name, lease.Token));
        });
        opened?.Invoke(id);
        return id;
    }
}
