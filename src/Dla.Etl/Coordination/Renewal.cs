using System.Collections.Concurrent;
using System.Data.Common;
using Dla.Etl.Warehouse;
using Microsoft.Extensions.Logging;

namespace Dla.Etl.Coordination;

/// <summary>Renews everything that this process holds: one timer, three times in the length of a lease.</summary>
internal sealed class Renewal(Database database, TimeSpan length, TimeProvider time, ILogger log) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Hold, bool> _holds = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _starting = new();
    private Task? _loop;

    /// <summary>Renews this from now on.</summary>
    public void Add(Hold hold)
    {
        _holds[hold] = true;
        lock (_starting)
            _loop ??= Task.Run(LoopAsync);
    }

    /// <summary>Renews this no more.</summary>
    public void Remove(Hold hold) => _holds.TryRemove(hold, out _);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        if (_loop is not null)
            await _loop.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task LoopAsync()
    {
        using var tick = new PeriodicTimer(length / 3, time);
        try
        {
            while (await tick.WaitForNextTickAsync(_stop.Token).ConfigureAwait(false))
                foreach (var hold in _holds.Keys)
                    await RenewAsync(hold).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The process lets go of everything.
        }
    }

    private async Task RenewAsync(Hold hold)
    {
        try
        {
            await hold.RenewAsync(database).ConfigureAwait(false);
        }
        catch (Exception trouble) when (trouble is DbException or IOException or TimeoutException)
        {
            // Tried again by the next tick; when that goes on too long the hold counts itself lost.
            log.LogWarning(trouble, "A lease could not be renewed: the database did not answer.");
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            log.LogError(broken, "A lease could not be renewed; it is given up.");
            await hold.LoseAsync().ConfigureAwait(false);
        }
    }
}
