using System.Data.Common;
using System.Diagnostics.Metrics;
using Dla.Etl.Coordination;
using Dla.Etl.Installing;
using Dla.Etl.Jobs.Hosting;

namespace Dla.Etl.Jobs.Telemetry;

/// <summary>What is asked of the warehouse whenever metrics are collected: how many files are stuck, and how long the oldest one has been waiting.</summary>
internal sealed class Gauges : IHostedService, IDisposable
{
    private readonly Meter _meter = new(JobTelemetry.Name);
    private readonly HostState _state;
    private readonly Settings _settings;
    private readonly TimeProvider _clock;

    public Gauges(HostState state, Settings settings, TimeProvider clock)
    {
        (_state, _settings, _clock) = (state, settings, clock);
        _meter.CreateObservableGauge("dla.files.stuck", Stuck, "{file}", "Files that somebody should look at, by where they are");
        _meter.CreateObservableGauge("dla.files.lag", Lag, "s", "How long the oldest file that is not decided has been waiting");
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<long>> Stuck()
    {
        var stuck = Asked(connection => StuckFiles.Of(connection, _settings.Jobs.StuckAfter, _clock.GetUtcNow()));
        return stuck is null ? [] : Enum.GetValues<StuckWhere>().Select(where => new Measurement<long>(
            stuck.Count(file => file.Where == where), new KeyValuePair<string, object?>("where", where.ToString())));
    }

    private IEnumerable<Measurement<double>> Lag()
    {
        var since = Asked(connection => WaitingFiles.OldestSince(connection) is { } oldest ? oldest : _clock.GetUtcNow());
        return since == default ? [] : [new Measurement<double>(Math.Max(0, (_clock.GetUtcNow() - since).TotalSeconds))];
    }

    // Nothing is said while the warehouse does not answer: the gap in the curve is the truth.
    private T? Asked<T>(Func<DbConnection, T> ask)
    {
        if (_state.Station is not { } station)
            return default;
        try
        {
            using var connection = station.Warehouse.Read();
            return ask(connection);
        }
        catch (Exception gone) when (gone is DbException or ObjectDisposedException)
        {
            return default;
        }
    }
}
