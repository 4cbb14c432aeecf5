using Dapper;
using Dla.Etl.TestServers;
using Npgsql;

namespace Dla.Etl.ProofTests.Machines;

/// <summary>A database of its own on the server that <c>DLA_TEST_POSTGRES</c> names, dropped at the end; the hosts reach it over a line that can be cut.</summary>
public sealed class Server : IDisposable
{
    private readonly NpgsqlConnectionStringBuilder _server;
    private readonly string _database = $"dla_proof_{Guid.NewGuid():N}";

    /// <summary>Makes it; skips the test where there is no server.</summary>
    public Server()
    {
        var given = Environment.GetEnvironmentVariable("DLA_TEST_POSTGRES");
        Skip.If(string.IsNullOrEmpty(given), "PostgreSQL is not tested here: DLA_TEST_POSTGRES is not set.");
        _server = new(given) { Pooling = false };
        Execute(_server.ConnectionString, $"CREATE DATABASE {_database} TEMPLATE template0 ENCODING 'UTF8'");
        Line = new CuttableLine(_server.ConnectionString);
    }

    /// <summary>The line that the hosts use.</summary>
    public CuttableLine Line { get; }

    /// <summary>The connection string of the hosts. A session whose process froze inside a transaction is ended after five seconds instead of a minute.</summary>
    public string OverTheLine => new NpgsqlConnectionStringBuilder(_server.ConnectionString)
    {
        Database = _database, Host = "127.0.0.1", Port = Line.Port, Pooling = true, Password = null, Options = "-c idle_in_transaction_session_timeout=5000",
    }.ConnectionString;

    /// <summary>The password, which goes by another variable.</summary>
    public string Password => _server.Password ?? "";

    /// <summary>The connection string of who watches; no cut touches it.</summary>
    public string Direct => new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Database = _database, ApplicationName = "watcher" }.ConnectionString;

    /// <summary>Ends every session but those of the watcher, as a server that is shut down does.</summary>
    /// <returns>How many.</returns>
    public int EndSessions()
    {
        using var connection = Connect(Direct);
        return connection.Query<bool>(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name <> 'watcher' AND pid <> pg_backend_pid()").Count(ended => ended);
    }

    /// <summary>The rows of a query.</summary>
    public IReadOnlyList<T> Query<T>(string sql)
    {
        using var connection = Connect($"{Direct};Search Path=dla_etl");
        return connection.Query<T>(sql).AsList();
    }

    /// <summary>A connection of the watcher, to lock something.</summary>
    public NpgsqlConnection Connect() => Connect($"{Direct};Search Path=dla_etl");

    /// <inheritdoc/>
    public void Dispose()
    {
        Line.Dispose();
        Execute(_server.ConnectionString, $"DROP DATABASE {_database} WITH (FORCE)");
    }

    private static NpgsqlConnection Connect(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        return connection;
    }

    private static void Execute(string connectionString, string sql)
    {
        using var connection = Connect(connectionString);
        connection.Execute(sql);
    }
}
