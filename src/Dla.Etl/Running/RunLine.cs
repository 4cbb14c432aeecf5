using System.Data.Common;
using Dla.Etl.Coordination;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>The line of a run in the log, written when the first thing is done under it: work that polls leaves no line for nothing.</summary>
internal sealed class RunLine(Station station, WorkOrder order, Lease lease)
{
    private string? _id;

    /// <summary>Its id; from now on there is such a line. Not to be asked for the first time inside the writer's lane.</summary>
    public string Id => _id ??= Open();

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
        catch (Exception second) when (second is DbException or LeaseLostException or InvalidOperationException)
        {
            // The line stays open; whoever takes the lease next closes it as interrupted. Or it is closed: the server had committed that when the line to it broke.
        }
    }

    // The definitions are kept before anything is done with them.
    private string Open()
    {
        var id = station.Warehouse.Write(Begin);
        order.RunOpened(id);
        new DefinitionShelf(station.Warehouse, station.Workplace).Keep(id);
        return id;
    }

    private string Begin(WriteLane lane)
    {
        lease.Check(lane);
        var node = station.Leases.Node;
        var id = RunLog.Begin(lane, order.Command, station.Workplace.ProgramVersion, new RunOwner(node.Name, node.StartedBy, lease.Name, lease.Token));
        if (order.ByHand is { } what)
            Audit.Write(lane, new AuditEntry(AuditAction.RunStartedByHand, order.Command, what) { RunId = id });
        return id;
    }
}
