using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace Dla.Etl.Warehouse;

/// <summary>What a connection string of PostgreSQL means to this program: where, as whom, in which schema, with which limits.</summary>
internal sealed partial class PostgresSettings
{
    private const string DefaultSchema = "dla_etl";

    // A frozen process must not keep the lane for ever: the server ends its transaction after Idle, and who waits gets its turn before Lock is over.
    // A statement under way (a COPY whose sender froze) is ended after Statement; the client waits longer than that, so that the server's word comes first.
    private const int IdleMilliseconds = 60_000;
    private const int LockMilliseconds = 120_000;
    private const int StatementMilliseconds = 600_000;
    private const int CommandSeconds = 660;

    // Two pools a process (reading, writing), while a server allows 100 connections unless it was told otherwise.
    private const int PoolSize = 20;

    private readonly NpgsqlConnectionStringBuilder _given;

    private PostgresSettings(NpgsqlConnectionStringBuilder given, string schema)
    {
        _given = given;
        Schema = schema;
        LaneKey = BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"dla-etl lane {schema}")));
    }

    /// <summary>The schema that holds everything of ours.</summary>
    public string Schema { get; }

    /// <summary>Key of the advisory lock that is the writer's lane; the same on every node, another one for another schema.</summary>
    public long LaneKey { get; }

    /// <summary>The role.</summary>
    public string? User => _given.Username;

    /// <summary>The database.</summary>
    public string? Database => _given.Database;

    /// <summary>Server, database, role and schema; never the password.</summary>
    public string Place => $"PostgreSQL {_given.Host}:{_given.Port}, database {_given.Database ?? _given.Username}, role {_given.Username}, schema {Schema}";

    /// <summary>True when a setting is meant for PostgreSQL.</summary>
    public static bool IsMeantBy(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase)
            || text.Split(';').Any(part => part.Split('=') is [var key, _, ..] && key.Trim().ToUpperInvariant() is "HOST" or "SERVER");
    }

    /// <summary>Reads a connection string.</summary>
    /// <exception cref="ArgumentException">Not one that Npgsql understands, or without a role, or with a schema of an odd name. The text is not shown: it may hold a password.</exception>
    public static PostgresSettings Of(string text, string node)
    {
        var given = Parse(text);
        if (string.IsNullOrEmpty(given.Username))
            throw new ArgumentException("The connection string of PostgreSQL names no role: add Username=….", nameof(text));
        var schema = given.SearchPath ?? DefaultSchema;
        if (!SchemaName().IsMatch(schema) || schema.StartsWith("pg_", StringComparison.Ordinal))
            throw new ArgumentException("Search Path must name one schema in small letters, digits and underscores, not beginning with pg_.", nameof(text));
        given.SearchPath = schema;
        given.ApplicationName ??= $"dla-etl {node}";
        if (!given.ContainsKey("Command Timeout"))
            given.CommandTimeout = CommandSeconds;
        if (!given.ContainsKey("Maximum Pool Size"))
            given.MaxPoolSize = PoolSize;
        // Notices when a server or a line between has gone without a word; the server does the same for us.
        (given.TcpKeepAlive, given.TcpKeepAliveTime, given.TcpKeepAliveInterval) = (true, 30, 10);
        (given.IncludeErrorDetail, given.PersistSecurityInfo, given.Enlist) = (false, false, false);
        return new(given, schema);
    }

    /// <summary>The connection string of one of the two pools.</summary>
    public string For(bool readOnly)
    {
        // The later one wins, so what the installation sets itself stands over ours; a commit is on the disk before it returns, whatever the server's default.
        var options =
            $"-c idle_in_transaction_session_timeout={IdleMilliseconds} -c lock_timeout={LockMilliseconds} -c statement_timeout={StatementMilliseconds} "
            + $"-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 {_given.Options} "
            + $"-c synchronous_commit=on -c default_transaction_read_only={(readOnly ? "on" : "off")}";
        return new NpgsqlConnectionStringBuilder(_given.ConnectionString) { Options = options }.ConnectionString;
    }

    private static NpgsqlConnectionStringBuilder Parse(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal) && text.StartsWith("postgres", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException("Write the connection to PostgreSQL as Host=…;Port=5432;Database=…;Username=…, not as a URL.", nameof(text));
        try
        {
            return new(text);
        }
        catch (Exception error) when (error is ArgumentException or FormatException or KeyNotFoundException)
        {
            // Nothing of it is shown: a password with a semicolon in it would be taken for a keyword and named.
            throw new ArgumentException(
                "Not a connection string of PostgreSQL: look at its keywords (Host, Port, Database, Username, Search Path, SSL Mode, Passfile), and put a value with ; or = in double quotes.",
                nameof(text));
        }
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$")]
    private static partial Regex SchemaName();
}
