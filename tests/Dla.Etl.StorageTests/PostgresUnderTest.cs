using Dapper;
using Npgsql;

namespace Dla.Etl.StorageTests;

/// <summary>PostgreSQL, in a schema of its own on the server that <c>DLA_TEST_POSTGRES</c> names; without the variable every test of it is skipped.</summary>
public sealed class PostgresUnderTest : StorageUnderTest
{
    private readonly string _schema = $"dla_test_{Guid.NewGuid():N}";
    private readonly string _server = Server();

    /// <inheritdoc/>
    public override string ConnectionString => new NpgsqlConnectionStringBuilder(_server) { SearchPath = _schema }.ConnectionString;

    /// <summary>The schema of this warehouse.</summary>
    public string Schema => _schema;

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
    protected override void Remove()
    {
        using var connection = Connect();
        connection.Execute($"DROP SCHEMA IF EXISTS {_schema} CASCADE");
    }
}
