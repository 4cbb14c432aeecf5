using System.Data.Common;

namespace Dla.Etl.Warehouse;

/// <summary>The database server cannot be reached, does not let us in, or keeps us waiting. The message is for the operator, Thai first, and holds no password.</summary>
public sealed class ConnectionException : DbException
{
    internal ConnectionException(string message, DbException inner)
        : base(message, inner) => IsTransient = inner.IsTransient;

    /// <summary>True when it may pass by itself: the server is down or full. False for a wrong password or name.</summary>
    public override bool IsTransient { get; }

    /// <inheritdoc/>
    public override string? SqlState => (InnerException as DbException)?.SqlState;
}
