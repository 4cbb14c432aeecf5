using Dapper;
using Npgsql;

namespace Dla.Etl.StorageTests;

/// <summary>A database of its own on the test server, with a role that may do nothing but connect; both are dropped at the end.</summary>
public sealed class OwnDatabase : IDisposable
{
    /// <summary>The role's password: what no message may ever show.</summary>
    public const string Password = "secret-word-4711";

    private readonly string _server = PostgresUnderTest.Server();

    /// <summary>Makes the two.</summary>
    /// <param name="options">Options of CREATE DATABASE, for example an encoding.</param>
    public OwnDatabase(string options = "")
    {
        using var connection = PostgresUnderTest.Connect();
        connection.Execute($"CREATE DATABASE {Name} TEMPLATE template0 {options}");
        connection.Execute($"CREATE ROLE {Role} LOGIN PASSWORD '{Password}' NOSUPERUSER NOCREATEDB NOCREATEROLE");
        connection.Execute($"REVOKE ALL ON DATABASE {Name} FROM PUBLIC; GRANT CONNECT ON DATABASE {Name} TO {Role}");
        Administer("REVOKE ALL ON SCHEMA public FROM PUBLIC");
    }

    /// <summary>Its name.</summary>
    public string Name { get; } = $"dla_test_{Guid.NewGuid():N}";

    /// <summary>The role, also called after the database.</summary>
    public string Role => $"{Name}_r";

    /// <summary>The connection string of the role, without a schema.</summary>
    public string ConnectionString => With(_ => { });

    /// <summary>The connection string of the role with something else.</summary>
    public string With(Action<NpgsqlConnectionStringBuilder> change)
    {
        var own = new NpgsqlConnectionStringBuilder(_server) { Database = Name, Username = Role, Password = Password };
        change(own);
        return own.ConnectionString;
    }

    /// <summary>Runs a statement as the administrator, in this database.</summary>
    public void Administer(string sql)
    {
        using var connection = PostgresUnderTest.Connect(AsAdministrator());
        connection.Execute(sql);
    }

    /// <summary>Asks as the administrator, in this database.</summary>
    public T Ask<T>(string sql)
    {
        using var connection = PostgresUnderTest.Connect(AsAdministrator());
        return connection.ExecuteScalar<T>(sql)!;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        using var connection = PostgresUnderTest.Connect();
        connection.Execute($"DROP DATABASE {Name} WITH (FORCE)");
        connection.Execute($"DROP ROLE {Role}");
    }

    private string AsAdministrator() => new NpgsqlConnectionStringBuilder(_server) { Database = Name }.ConnectionString;
}
