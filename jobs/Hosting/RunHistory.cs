using Dapper;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Jobs.Hosting;

/// <summary>What the log of runs says of the jobs.</summary>
internal static class RunHistory
{
    /// <summary>When a job last began; null when it never did. Only jobs that are always logged are remembered so.</summary>
    public static DateTimeOffset? LastStarted(Database warehouse, string job)
    {
        using var connection = warehouse.Read();
        return connection.ExecuteScalar<string>("SELECT max(started_at) FROM run WHERE command = @job", new { job }) is { } text ? Instants.Parse(text) : null;
    }
}
