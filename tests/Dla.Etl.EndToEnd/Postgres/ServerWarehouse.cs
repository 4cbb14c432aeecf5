using Dapper;
using Dla.Etl.Warehouse;
using Npgsql;

namespace Dla.Etl.EndToEnd.Postgres;

/// <summary>A schema of its own on the server that <c>DLA_TEST_POSTGRES</c> names, as an operator sets it: the connection string in one variable, the password in another.</summary>
public sealed class ServerWarehouse : IDisposable
{
    private readonly string _schema = $"dla_e2e_{Guid.NewGuid():N}";
    private readonly NpgsqlConnectionStringBuilder _server;

    /// <summary>Skips the test where there is no server.</summary>
    public ServerWarehouse()
    {
        var server = Environment.GetEnvironmentVariable("DLA_TEST_POSTGRES");
        Skip.If(string.IsNullOrEmpty(server), "PostgreSQL is not tested here: DLA_TEST_POSTGRES is not set.");
        _server = new(server) { SearchPath = _schema };
    }

    /// <summary>The password, which must never be seen.</summary>
    public string Password => _server.Password!;

    /// <summary>The variables of the program.</summary>
    public IReadOnlyDictionary<string, string> Variables => With(_ => { });

    /// <summary>The variables of the program with another way to the server.</summary>
    public IReadOnlyDictionary<string, string> With(Action<NpgsqlConnectionStringBuilder> change)
    {
        var own = new NpgsqlConnectionStringBuilder(_server.ConnectionString);
        change(own);
        var password = own.Password!;
        own.Password = null;
        return new Dictionary<string, string>(Eager.Variables) { ["DLA_Folders__Database"] = own.ConnectionString, ["PGPASSWORD"] = password };
    }

    /// <summary>The rows of a query.</summary>
    public IReadOnlyList<T> Query<T>(string sql)
    {
        using var connection = Connect();
        return connection.Query<T>(sql).AsList();
    }

    /// <summary>Changes rows behind the program's back.</summary>
    public void Tamper(string sql)
    {
        using var connection = Connect();
        connection.Execute(sql);
    }

    /// <summary>True when the program has made its schema.</summary>
    public bool Exists => Database.Exists(_server.ConnectionString);

    /// <summary>Ends every session of the program, as a server that is shut down does.</summary>
    public void Cut() => Tamper(
        $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = '{ApplicationName}'");

    /// <summary>How the sessions of this test are called.</summary>
    public string ApplicationName => _schema;

    /// <inheritdoc/>
    public void Dispose() => Tamper($"DROP SCHEMA IF EXISTS {_schema} CASCADE");

    private NpgsqlConnection Connect()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }
}
