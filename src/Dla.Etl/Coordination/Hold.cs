using Dla.Etl.Warehouse;

namespace Dla.Etl.Coordination;

/// <summary>Something held for a time that must be renewed: a lease or a claim. It counts itself lost when it was not renewed in that time.</summary>
internal sealed class Hold : IDisposable
{
    private readonly CancellationTokenSource _lost;
    private readonly TimeSpan _length;
    private readonly TimeProvider _time;
    private readonly Func<WriteLane, bool> _renew;

    /// <param name="length">How long it is held without being renewed.</param>
    /// <param name="time">Measures that length; never the clock of the demo.</param>
    /// <param name="askedAt">Timestamp of that clock before it was asked for: the database's clock began to count later.</param>
    /// <param name="renew">Renews it in a transaction; false when another has it.</param>
    public Hold(TimeSpan length, TimeProvider time, long askedAt, Func<WriteLane, bool> renew)
    {
        (_length, _time, _renew) = (length, time, renew);
        _lost = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        Lost = _lost.Token;
        RunOutAfter(askedAt);
    }

    /// <summary>Cancelled when it is no longer ours.</summary>
    public CancellationToken Lost { get; }

    /// <summary>Renews it once.</summary>
    /// <exception cref="System.Data.Common.DbException">The database did not answer; it may be tried again until the time runs out.</exception>
    public async Task RenewAsync(Database database)
    {
        var askedAt = _time.GetTimestamp();
        if (database.Change(lane => _renew(lane)))
            RunOutAfter(askedAt);
        else
            await LoseAsync().ConfigureAwait(false);
    }

    /// <summary>Counts it lost.</summary>
    public async Task LoseAsync()
    {
        try
        {
            await _lost.CancelAsync().ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            // It was given back while it was being renewed.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lost.Dispose();

    private void RunOutAfter(long askedAt)
    {
        var left = _length - _time.GetElapsedTime(askedAt);
        try
        {
            _lost.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }
        catch (ObjectDisposedException)
        {
            // The same.
        }
    }
}
