using Dla.Etl.Warehouse;

namespace Dla.Etl.Coordination;

/// <summary>A lease while it is ours; giving it back lets the next one in at once.</summary>
public sealed class Lease : IAsyncDisposable
{
    private readonly Leases _leases;
    private readonly LockFile? _file;
    private readonly Hold? _hold;
    private bool _given;

    internal Lease(Leases leases, string name, long token, LockFile? file, Hold? hold) =>
        (_leases, Name, Token, _file, _hold) = (leases, name, token, file, hold);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The fencing token: higher than that of everybody who had it before.</summary>
    public long Token { get; }

    /// <summary>Cancelled when it ran out because the database could not be reached, or when another has it. Never cancelled on SQLite: its locked file cannot be lost.</summary>
    public CancellationToken Lost => _hold?.Lost ?? CancellationToken.None;

    /// <summary>Makes sure, inside a transaction, that it is still ours; nobody can take it before that transaction ends.</summary>
    /// <exception cref="LeaseLostException">It is not; the transaction must be undone.</exception>
    public void Check(WriteLane lane)
    {
        ArgumentNullException.ThrowIfNull(lane);
        var token = lane.Scalar<long?>($"SELECT token FROM lease WHERE name = @Name {EngineClock.Locked(lane.Connection)}", new { Name });
        if (token != Token)
            throw new LeaseLostException($"Lease {Name}");
    }

    /// <summary>Gives it back. Giving it back again does nothing.</summary>
    public ValueTask DisposeAsync()
    {
        if (_given)
            return ValueTask.CompletedTask;
        _given = true;
        if (_hold is not null)
            _leases.GiveBack(this, _hold);
        _file?.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>Who has a lease, for people.</summary>
/// <param name="Name">The lease.</param>
/// <param name="Node">The node that has it.</param>
/// <param name="Since">When it was taken.</param>
public sealed record LeaseHolder(string Name, string Node, DateTimeOffset Since);
