using Dla.Etl.Warehouse;

namespace Dla.Etl.Coordination;

/// <summary>A received file while this process alone may decide on it.</summary>
public sealed class Claim : IAsyncDisposable
{
    private readonly Claims _claims;
    private readonly Hold? _hold;
    private bool _settled;

    internal Claim(Claims claims, string file, long receipt, long token, Hold? hold) =>
        (_claims, ReceivedFileId, ReceiptNumber, Token, _hold) = (claims, file, receipt, token, hold);

    /// <summary>The file.</summary>
    public string ReceivedFileId { get; }

    /// <summary>Its receipt number (เลขรับ).</summary>
    public long ReceiptNumber { get; }

    /// <summary>The fencing token: higher than that of everybody who had the file before.</summary>
    public long Token { get; }

    /// <summary>Cancelled when the claim ran out because the database could not be reached, or when another has the file.</summary>
    public CancellationToken Lost => _hold?.Lost ?? CancellationToken.None;

    /// <summary>Ends the claim inside the transaction that decides on the file; that transaction fails when the file is no longer ours.</summary>
    /// <exception cref="LeaseLostException">Another took over; the transaction must be undone.</exception>
    public void Settle(WriteLane lane)
    {
        ArgumentNullException.ThrowIfNull(lane);
        if (lane.Execute("DELETE FROM claim WHERE received_file_id = @ReceivedFileId AND token = @Token", new { ReceivedFileId, Token }) != 1)
            throw new LeaseLostException($"The claim on receipt {ReceiptNumber}");
    }

    /// <summary>Says that the transaction with <see cref="Settle"/> was committed; there is nothing to give back any more.</summary>
    public void Settled()
    {
        _settled = true;
        Drop();
    }

    /// <summary>Notes that the program broke on the file, and lets go of it.</summary>
    /// <returns>True when it was given up: nobody takes it any more until an operator says so.</returns>
    public bool Failed(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        _settled = true;
        Drop();
        return _claims.NoteFailure(this, error);
    }

    /// <summary>Gives the file back to whoever comes next, if it was not decided. Giving it back again does nothing.</summary>
    public ValueTask DisposeAsync()
    {
        if (!_settled)
        {
            _settled = true;
            Drop();
            _claims.GiveBack(this);
        }

        return ValueTask.CompletedTask;
    }

    private void Drop()
    {
        if (_hold is not null)
            _claims.Drop(_hold);
    }
}
