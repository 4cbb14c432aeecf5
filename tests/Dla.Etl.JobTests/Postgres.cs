using Npgsql;

namespace Dla.Etl.JobTests;

/// <summary>A database of PostgreSQL for one test, dropped afterwards. The server is the one of <c>DLA_TEST_POSTGRES</c>; without it the test is reported as skipped.</summary>
public sealed class Postgres : IDisposable
{
    private readonly string _server;

    private Postgres(string server)
    {
        _server = server;
        Name = $"dla_jobs_{Guid.NewGuid():N}";
        Run(_server, $"CREATE DATABASE {Name}");
    }

    /// <summary>Name of the database.</summary>
    public string Name { get; }

    /// <summary>The warehouse in it.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(_server) { Database = Name }.ConnectionString;

    /// <summary>The server, as somebody who may do everything there.</summary>
    public string Server => _server;

    /// <summary>A fresh one, or the test is skipped.</summary>
    public static Postgres OrSkip()
    {
        var server = Environment.GetEnvironmentVariable("DLA_TEST_POSTGRES");
        Skip.If(string.IsNullOrEmpty(server), "DLA_TEST_POSTGRES is not set");
        return new Postgres(server!);
    }

    /// <summary>Runs a statement in it.</summary>
    public object? Run(string sql) => Run(ConnectionString, sql);

    /// <inheritdoc/>
    public void Dispose()
    {
        Run(_server, $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
        // A test that needs a role of its own gives it the name of its database.
        Run(_server, $"DROP ROLE IF EXISTS {Name}");
    }

    private static object? Run(string server, string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }
}
