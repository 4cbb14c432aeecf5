using Dapper;
using Npgsql;

namespace Dla.Etl.StorageTests;

/// <summary>PostgreSQL on the server that <c>DLA_TEST_POSTGRES</c> names: a schema of its own, or once it is prepared a database of its own; without the variable every test of it is skipped.</summary>
public sealed class PostgresUnderTest : StorageUnderTest
{
    private readonly string _name = $"dla_test_{Guid.NewGuid():N}";
    private readonly string _server = Server();
    private bool _isCopy;

    /// <inheritdoc/>
    public override string ConnectionString => _isCopy
        ? PreparedPostgres.ConnectionString(_name)
        : new NpgsqlConnectionStringBuilder(_server) { SearchPath = _name }.ConnectionString;

    /// <summary>The connection string of the server, as somebody who may do everything there.</summary>
    public static string Server()
    {
        var server = Environment.GetEnvironmentVariable("DLA_TEST_POSTGRES");
        Skip.If(string.IsNullOrEmpty(server), "PostgreSQL is not tested here: DLA_TEST_POSTGRES is not set.");
        return server!;
    }

    /// <summary>A connection of somebody else to the server.</summary>
    public static NpgsqlConnection Connect(string? connectionString = null)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString ?? Server()) { Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    /// <inheritdoc/>
    public override void Prepare()
    {
        PreparedPostgres.CopyTo(_name);
        _isCopy = true;
    }

    /// <inheritdoc/>
    protected override void Remove()
    {
        using var connection = Connect();
        connection.Execute(_isCopy ? $"DROP DATABASE IF EXISTS {_name} WITH (FORCE)" : $"DROP SCHEMA IF EXISTS {_name} CASCADE");
    }
}
