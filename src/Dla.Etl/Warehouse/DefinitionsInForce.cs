using System.Data.Common;
using Dapper;
using Dla.Etl.Definitions;

namespace Dla.Etl.Warehouse;

/// <summary>Which definition files a run worked with, and so which were in force at an instant.</summary>
public static class DefinitionsInForce
{
    /// <summary>Records the set that a run works with; its files are in the archive and in <c>definition</c> already. Recording it again changes nothing.</summary>
    public static void Record(WriteLane lane, string runId, DefinitionFiles files)
    {
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(files);
        foreach (var file in files.All)
            lane.Execute(
                "INSERT INTO definition_set (id, path, sha256) VALUES (@Id, @Path, @hash) ON CONFLICT (id, path) DO NOTHING",
                new { files.Id, file.Path, hash = file.Hash.Hex });
        if (lane.Scalar<long>("SELECT count(*) FROM run_definition WHERE run_id = @runId AND definition_set = @Id", new { runId, files.Id }) > 0)
            return;
        var before = lane.Scalar<string>("SELECT max(in_force_at) FROM run_definition");
        lane.Execute(
            "INSERT INTO run_definition (number, run_id, definition_set, in_force_at) VALUES (@number, @runId, @Id, @at)",
            new { number = Counter.Next(lane, "run_definition"), runId, files.Id, at = string.CompareOrdinal(before, lane.Now) > 0 ? before : lane.Now });
    }

    /// <summary>The set of the last run; null before the first.</summary>
    public static string? Last(DbConnection connection) =>
        connection.ExecuteScalar<string?>("SELECT definition_set FROM run_definition ORDER BY number DESC LIMIT 1");

    /// <summary>The set that was in force at an instant: that of the last run begun up to and including it; null before the first.</summary>
    public static string? At(DbConnection connection, DateTimeOffset instant) => connection.ExecuteScalar<string?>(
        "SELECT definition_set FROM run_definition WHERE in_force_at <= @instant ORDER BY number DESC LIMIT 1", new { instant = Instants.Text(instant) });

    /// <summary>The files of a set: path to SHA-256.</summary>
    public static IReadOnlyDictionary<string, string> Hashes(DbConnection connection, string set) => connection
        .Query<(string Path, string Hash)>("SELECT path, sha256 FROM definition_set WHERE id = @set", new { set })
        .ToDictionary(file => file.Path, file => file.Hash, StringComparer.Ordinal);
}
