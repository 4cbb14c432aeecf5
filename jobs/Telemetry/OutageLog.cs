using Dla.Etl.Jobs.Hosting;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Jobs.Telemetry;

/// <summary>
/// Keeps a lost database from filling the log: each thing is said once in an outage and without where in the program it was met. The scheduler, which
/// would repeat it with a stack trace at every try, is silent then; <see cref="DatabaseWatching"/> says when the database goes and when it is back.
/// </summary>
/// <param name="inner">Where everything else goes as it is.</param>
/// <param name="outage">What was said already.</param>
internal sealed class OutageLog(ILoggerProvider inner, Outage outage) : ILoggerProvider, ISupportExternalScope
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Filtered(inner.CreateLogger(categoryName), categoryName, outage);

    /// <inheritdoc/>
    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => (inner as ISupportExternalScope)?.SetScopeProvider(scopeProvider);

    /// <inheritdoc/>
    public void Dispose() => inner.Dispose();

    private sealed class Filtered(ILogger inner, string category, Outage outage) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is null || !Database.IsLost(exception))
                inner.Log(logLevel, eventId, state, exception, formatter);
            else if (category.StartsWith("Quartz", StringComparison.Ordinal))
                outage.Begin();
            else if (outage.Begin(category, formatter(state, exception)))
                inner.Log(logLevel, eventId, state, null, (said, _) => $"{formatter(said, exception)} ({exception.GetBaseException().Message})");
        }
    }
}
