using System.Data.Common;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Jobs.Hosting;

/// <summary>Asks the database every few seconds whether it is there, and says when it goes and when it is back.</summary>
internal sealed class DatabaseWatching(Database warehouse, Outage outage, ILoggerFactory logs)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    private readonly ILogger _log = logs.CreateLogger<DatabaseWatching>();

    /// <summary>Watches until the host ends.</summary>
    public async Task UntilAsync(CancellationToken end)
    {
        using var tick = new PeriodicTimer(BetweenLooks);
        try
        {
            do
                await Task.Run(Look, end).ConfigureAwait(false);
            while (await tick.WaitForNextTickAsync(end).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The host ends.
        }
    }

    private void Look()
    {
        try
        {
            using (var connection = warehouse.Read())
            using (var question = connection.CreateCommand())
            {
                question.CommandText = "SELECT 1";
                question.ExecuteScalar();
            }

            if (outage.End())
                _log.LogInformation("The database is back; work goes on");
        }
        catch (Exception lost) when (Database.IsLost(lost))
        {
            outage.Announce(_log, lost);
        }
        catch (DbException trouble)
        {
            // Busy or refusing this question, not gone: who works with it says what it is.
            _log.LogDebug(trouble, "The database did not answer as it should");
        }
    }
}
