using Dapper;
using Dla.Etl.Installing;
using Dla.Etl.Intake;
using Dla.Etl.Running;
using Dla.Etl.Warehouse;
using Npgsql;

namespace Dla.Etl.EndToEnd.Nodes;

/// <summary>Folders and one warehouse that several nodes share; each node has connections of its own, as another process would.</summary>
public sealed class SharedInbox : IDisposable
{
    private readonly Place _place = new();
    private readonly string _schema = $"dla_test_{Guid.NewGuid():N}";
    private readonly string? _server;
    private readonly List<(Station Station, Database Warehouse)> _nodes = [];

    private SharedInbox(string? server) => _server = server;

    /// <summary>The folder of everything.</summary>
    public string Workspace => _place["workspace"];

    /// <summary>On an engine; skipped when this machine does not run it.</summary>
    public static SharedInbox On(string engine)
    {
        var server = Environment.GetEnvironmentVariable("DLA_TEST_POSTGRES");
        Skip.If(engine == "postgres" && string.IsNullOrEmpty(server), "PostgreSQL is not tested here: DLA_TEST_POSTGRES is not set.");
        return new(engine == "postgres" ? server : null);
    }

    /// <summary>One more node, which takes files at first sight.</summary>
    public Station Node(string name)
    {
        var settings = Settings.Load(null);
        var installation = new Installation(
            settings with
            {
                Folders = new FolderSettings { Workspace = Workspace, Database = _server is null ? "" : ConnectionString },
                Intake = new IntakeSettings { SteadyInterval = TimeSpan.Zero },
                Jobs = settings.Jobs with { Node = name },
            },
            null, TimeProvider.System);
        installation.Prepare();
        var warehouse = installation.Warehouse();
        var station = installation.Station(warehouse, installation.Workplace());
        _nodes.Add((station, warehouse));
        return station;
    }

    /// <summary>Rows of the warehouse.</summary>
    public IReadOnlyList<T> Query<T>(string sql)
    {
        using var connection = _nodes[0].Warehouse.Read();
        return connection.Query<T>(sql).AsList();
    }

    /// <summary>Which file became which version.</summary>
    public IReadOnlyList<string> Versions() => [.. Query<string>(
        "SELECT v.form || ' ' || v.fiscal_year || ' ' || v.unit || ' v' || v.version || ' ' || f.drop_path FROM return_version v JOIN received_file f ON f.id = v.received_file_id")
        .Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        foreach (var (station, warehouse) in _nodes)
        {
            station.Leases.DisposeAsync().AsTask().GetAwaiter().GetResult();
            warehouse.Dispose();
        }

        _place.Dispose();
        if (_server is null)
            return;
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server) { Pooling = false }.ConnectionString);
        connection.Open();
        connection.Execute($"DROP SCHEMA IF EXISTS {_schema} CASCADE");
    }

    private string ConnectionString => new NpgsqlConnectionStringBuilder(_server) { SearchPath = _schema }.ConnectionString;
}
