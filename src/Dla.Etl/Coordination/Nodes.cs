using System.Data.Common;
using Dapper;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Coordination;

/// <summary>A node as it was last seen.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Host">The machine.</param>
/// <param name="Version">Of the program.</param>
/// <param name="StartedBy">Account of the operating system.</param>
/// <param name="StartedAt">When its process started.</param>
/// <param name="Heartbeat">When it was last heard of.</param>
/// <param name="State">What that means.</param>
public sealed record NodeSeen(
    string Name, string Host, string Version, string StartedBy, DateTimeOffset StartedAt, DateTimeOffset Heartbeat, NodeState State);

/// <summary>How a node stands.</summary>
public enum NodeState
{
    /// <summary>Heard of within two lengths of a lease.</summary>
    Working,

    /// <summary>It ended in good order.</summary>
    Left,

    /// <summary>It said nothing for too long: killed, hung, or cut off from the database.</summary>
    Silent,
}

/// <summary>The nodes that work, or worked, on this warehouse.</summary>
public static class Nodes
{
    /// <summary>All of them by name.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="now">Used on SQLite; on PostgreSQL the database's clock is asked.</param>
    /// <param name="leaseLength">How often a node is heard of depends on it.</param>
    public static IReadOnlyList<NodeSeen> All(DbConnection connection, DateTimeOffset now, TimeSpan leaseLength)
    {
        var rows = connection.Query<Row>(
            $"""
            SELECT name AS Name, host AS Host, version AS Version, started_by AS StartedBy, started_at AS StartedAt, heartbeat AS Heartbeat,
              left_at AS LeftAt, {EngineClock.Now(connection)} AS Now
            FROM node ORDER BY name
            """,
            new { now = Instants.Text(now) });
        return [.. rows.Select(row => row.Seen(leaseLength))];
    }

    /// <summary>Writes the line of a node that begins.</summary>
    internal static void Enter(WriteLane lane, NodeIdentity node, string version) => lane.Execute(
        $"""
        INSERT INTO node (name, instance, started_at, heartbeat, version, host, started_by)
        VALUES (@Name, @Instance, {EngineClock.Now(lane.Connection)}, {EngineClock.Now(lane.Connection)}, @version, @host, @by)
        ON CONFLICT (name) DO UPDATE SET instance = excluded.instance, started_at = excluded.started_at, heartbeat = excluded.heartbeat,
          left_at = NULL, version = excluded.version, host = excluded.host, started_by = excluded.started_by
        """,
        new { node.Name, node.Instance, now = lane.Now, version, host = StoredText.Of(Environment.MachineName), by = StoredText.Of(node.StartedBy) });

    /// <summary>Notes that a node lives.</summary>
    internal static void Beat(WriteLane lane, NodeIdentity node) => lane.Execute(
        $"UPDATE node SET heartbeat = {EngineClock.Now(lane.Connection)} WHERE name = @Name AND instance = @Instance",
        new { node.Name, node.Instance, now = lane.Now });

    /// <summary>Notes that a node ended in good order.</summary>
    internal static void Leave(WriteLane lane, NodeIdentity node) => lane.Execute(
        $"UPDATE node SET left_at = {EngineClock.Now(lane.Connection)} WHERE name = @Name AND instance = @Instance",
        new { node.Name, node.Instance, now = lane.Now });

    /// <summary>Forgets the nodes that nothing was heard of for so long; their leases keep their tokens.</summary>
    /// <returns>How many.</returns>
    internal static int Forget(WriteLane lane, TimeSpan age) => lane.Execute(
        "DELETE FROM node WHERE heartbeat < @before", new { before = Instants.Text(lane.Clock.GetUtcNow() - age) });

    private sealed record Row
    {
        public string Name { get; init; } = "";

        public string Host { get; init; } = "";

        public string Version { get; init; } = "";

        public string StartedBy { get; init; } = "";

        public string StartedAt { get; init; } = "";

        public string Heartbeat { get; init; } = "";

        public string? LeftAt { get; init; }

        public string Now { get; init; } = "";

        public NodeSeen Seen(TimeSpan leaseLength)
        {
            var heard = Instants.Parse(Heartbeat);
            var state = LeftAt is not null ? NodeState.Left
                : Instants.Parse(Now) - heard <= 2 * leaseLength ? NodeState.Working
                : NodeState.Silent;
            return new(Name, Host, Version, StartedBy, Instants.Parse(StartedAt), heard, state);
        }
    }
}
