using Dla.Etl.Jobs.Hosting;
using Dla.Etl.Jobs.Telemetry;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Dla.Etl.JobTests.Telemetry;

/// <summary>A lost database does not fill the log; everything else is said as it is.</summary>
public sealed class OutageLogTests : IDisposable
{
    private static readonly Exception Lost = new InvalidOperationException("somewhere", new NpgsqlException("gone", new IOException("line cut")));

    private readonly Outage _outage = new();
    private readonly Kept _kept = new();

    [Fact]
    public void A_lost_database_is_said_once_without_a_stack_trace()
    {
        var log = Of("Dla.Etl.Coordination.Leases");
        log.LogWarning(Lost, "A lease could not be renewed");
        log.LogWarning(Lost, "A lease could not be renewed");

        _kept.Lines.ShouldBe([("A lease could not be renewed (line cut)", false)]);
    }

    [Fact]
    public void The_scheduler_is_silent_about_a_lost_database_and_about_nothing_else()
    {
        var log = Of("Quartz.Core.ErrorLogger");
        log.LogError(Lost, "The store does not answer");
        log.LogError(new InvalidOperationException("a bug"), "The store is broken");

        _kept.Lines.ShouldBe([("The store is broken", true)]);
        _outage.End().ShouldBeTrue("what the scheduler met was an outage too");
    }

    [Fact]
    public void After_the_end_of_an_outage_the_next_one_is_said_again()
    {
        var log = Of("Dla.Etl.Coordination.Leases");
        log.LogWarning(Lost, "A lease could not be renewed");
        _outage.End().ShouldBeTrue();
        _outage.End().ShouldBeFalse("it is said once that the database is back");
        log.LogWarning(Lost, "A lease could not be renewed");

        _kept.Lines.Count.ShouldBe(2);
    }

    /// <inheritdoc/>
    public void Dispose() => _kept.Dispose();

    private ILogger Of(string category) => new OutageLog(_kept, _outage).CreateLogger(category);

    private sealed class Kept : ILoggerProvider, ILogger
    {
        public List<(string Message, bool WithException)> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add((formatter(state, exception), exception is not null));

        public void Dispose()
        {
        }
    }
}
