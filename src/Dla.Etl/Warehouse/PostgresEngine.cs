using System.Data;
using System.Data.Common;
using System.Globalization;
using Dapper;
using Npgsql;
using Polly;
using Polly.Retry;

namespace Dla.Etl.Warehouse;

/// <summary>Everything that only PostgreSQL understands: roles and schemas, the lane as an advisory lock, its catalogue, COPY.</summary>
internal sealed class PostgresEngine : Engine
{
    // Only opening is ever repeated, when nothing has been done yet: 0.2, 0.4, 0.8 and 1.6 seconds bridge a restart of the server.
    private static readonly ResiliencePipeline Opening = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 4,
            Delay = TimeSpan.FromSeconds(0.2),
            BackoffType = DelayBackoffType.Exponential,
            ShouldHandle = new PredicateBuilder().Handle<NpgsqlException>(error => PostgresTrouble.MayPass(error)),
        })
        .Build();

    private readonly PostgresSettings _settings;
    private readonly NpgsqlDataSource _reading;
    private readonly NpgsqlDataSource _writing;
    private readonly CopyColumns _columns = new();

    public PostgresEngine(PostgresSettings settings)
    {
        _settings = settings;
        _reading = Pool(settings.For(readOnly: true));
        _writing = Pool(settings.For(readOnly: false));
    }

    /// <inheritdoc/>
    public override string Dialect => "postgres";

    /// <inheritdoc/>
    public override string Place => _settings.Place;

    /// <inheritdoc/>
    public override bool WritesBesideTheLane => true;

    /// <inheritdoc/>
    public override bool Exists()
    {
        using var connection = Connect(readOnly: true);
        return HasTable(connection, "schema_migration");
    }

    /// <inheritdoc/>
    public override void Create()
    {
        using var connection = Connect(readOnly: false);
        RequireThai(connection);
        if (Find(connection) is null)
            MakeSchema(connection);
        RequireOurs(connection);
    }

    /// <inheritdoc/>
    public override void Look()
    {
        using var connection = Connect(readOnly: true);
        RequireThai(connection);
        RequireOurs(connection);
    }

    private void RequireThai(DbConnection connection)
    {
        if (connection.ExecuteScalar<string>("SHOW server_encoding") is var encoding and not "UTF8")
            throw new SchemaException($"{Place}: ฐานข้อมูลเข้ารหัสแบบ {encoding} ซึ่งเก็บภาษาไทยไม่ได้ครบ กรุณาสร้างฐานข้อมูลแบบ UTF8 · the database is encoded in {encoding}. Make one with ENCODING 'UTF8': nothing else holds Thai.");
    }

    private void RequireOurs(DbConnection connection)
    {
        if (Find(connection) is not { MayUse: true })
            throw new SchemaException($"{Place}: ผู้ใช้นี้ไม่มีสิทธิ์ใช้ schema กรุณาให้ผู้ดูแลฐานข้อมูลสั่งคำสั่งต่อไปนี้ · the role may not use the schema. Let the administrator run: GRANT USAGE, CREATE ON SCHEMA {_settings.Schema} TO {_settings.User}");
        if (Find(connection) is { IsForeign: true })
            throw new SchemaException($"{Place}: schema นี้มีตารางของระบบอื่น กรุณาตั้ง Search Path เป็น schema อื่น · the schema holds the tables of something else. Set Search Path to another schema.");
    }

    /// <inheritdoc/>
    public override DbConnection Connect(bool readOnly)
    {
        try
        {
            return Opening.Execute(() => Open(readOnly ? _reading : _writing));
        }
        catch (NpgsqlException error)
        {
            throw new ConnectionException($"{Place}: {PostgresTrouble.Words(error)}", error);
        }
    }

    /// <summary>READ COMMITTED, so that every statement after the lock sees what the one who had the lane before has committed.</summary>
    /// <exception cref="ConnectionException">Another program has kept the lane for longer than a transaction may last.</exception>
    public override DbTransaction BeginLane(DbConnection connection)
    {
        var transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
        try
        {
            connection.Execute("SELECT pg_advisory_xact_lock(@key)", new { key = _settings.LaneKey }, transaction);
            return transaction;
        }
        catch (NpgsqlException error)
        {
            transaction.Dispose();
            throw new ConnectionException($"{Place}: {PostgresTrouble.Words(error)}", error);
        }
    }

    /// <inheritdoc/>
    public override DbTransaction BeginChange(DbConnection connection) => connection.BeginTransaction(IsolationLevel.ReadCommitted);

    /// <inheritdoc/>
    public override DbTransaction BeginRead(DbConnection connection) => connection.BeginTransaction(IsolationLevel.RepeatableRead);

    /// <inheritdoc/>
    public override bool HasTable(DbConnection connection, string table) => connection.ExecuteScalar<bool>(
        """
        SELECT EXISTS (
          SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname = @schema AND c.relname = @table AND c.relkind = 'r')
        """,
        new { schema = _settings.Schema, table });

    /// <summary>Gives every text column the order of its bytes: indexes outlive an upgrade of the system's Thai collation, and ORDER BY is the same on every server.</summary>
    public override void Settle(WriteLane lane)
    {
        foreach (var statement in lane.Rows<string>(SqlText.Beside(typeof(PostgresEngine), "settle-collation"), new { schema = _settings.Schema }))
            lane.Execute(statement);
    }

    /// <summary>A table's own references are looked at when its COPY ends, and the tables come in the order of their references.</summary>
    public override void PrepareRestore(WriteLane lane) => lane.Execute("SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0");

    /// <inheritdoc/>
    public override void PrepareErasing(WriteLane lane)
    {
    }

    /// <summary>Frees the rows as they were; the server's own log and its backups are the administrator's.</summary>
    public override void FinishErasing(IReadOnlyCollection<string> tables)
    {
        if (tables.Count == 0)
            return;
        using var connection = Connect(readOnly: false);
        connection.Execute($"VACUUM {string.Join(", ", tables.Select(table => $"\"{table}\""))}");
    }

    /// <inheritdoc/>
    public override BulkInsert Into(WriteLane lane, string table, string[] columns) =>
        new CopyInsert(lane, table, columns, _columns.TypesOf(lane, _settings.Schema, table, columns));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Complaints(DbConnection connection) =>
        connection.Query<string>(SqlText.Beside(typeof(PostgresEngine), "check-postgres"), new { schema = _settings.Schema }).AsList();

    /// <summary>Vacuums the small tables whose rows change all the time, and renews the statistics of all tables of the schema; the server's autovacuum does the rest.</summary>
    public override void Upkeep(DbConnection connection)
    {
        var busy = new[] { "lease", "claim", "node", "sighting", "counter" };
        foreach (var table in connection.Query<string>(
            "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables WHERE schemaname = @schema AND tableowner = current_user ORDER BY 1",
            new { schema = _settings.Schema }).AsList())
            connection.Execute($"{(busy.Any(name => table.EndsWith('.' + name, StringComparison.Ordinal)) ? "VACUUM (ANALYZE)" : "ANALYZE")} {table}");
    }

    /// <inheritdoc/>
    public override string Describe(DbConnection connection) =>
        string.Create(CultureInfo.InvariantCulture, $"{Place}, version {connection.ExecuteScalar<string>("SHOW server_version")}");

    /// <inheritdoc/>
    public override void Dispose()
    {
        _reading.Dispose();
        _writing.Dispose();
    }

    // A connection from the pool may have died with its server; only asking tells. One that has takes the others of its pool along.
    // Only types that every client knows are used here; asking the server for the list of all its types cost each pool of each command 28 ms (measured).
    private static NpgsqlDataSource Pool(string connectionString) =>
        new NpgsqlDataSourceBuilder(connectionString).ConfigureTypeLoading(types => types.EnableTypeLoading(false)).Build();

    private static NpgsqlConnection Open(NpgsqlDataSource pool)
    {
        var connection = pool.OpenConnection();
        try
        {
            connection.Execute("SELECT 1");
            return connection;
        }
        catch
        {
            connection.Dispose();
            pool.Clear();
            throw;
        }
    }

    private void MakeSchema(DbConnection connection)
    {
        using var transaction = BeginLane(connection);
        try
        {
            // The lane may have been with another node that made it meanwhile. The name was checked letter by letter.
            if (Find(connection) is null)
                connection.Execute($"CREATE SCHEMA {_settings.Schema}", transaction: transaction);
            transaction.Commit();
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new SchemaException(
                $"{Place}: ยังไม่มี schema นี้ และผู้ใช้นี้ไม่มีสิทธิ์สร้าง กรุณาให้ผู้ดูแลฐานข้อมูลสั่งคำสั่งต่อไปนี้ · there is no such schema and the role may not make it. Let the administrator run: CREATE SCHEMA {_settings.Schema} AUTHORIZATION {_settings.User}", error);
        }
    }

    private FoundSchema? Find(DbConnection connection) => connection.QuerySingleOrDefault<FoundSchema>(
        """
        SELECT has_schema_privilege(n.oid, 'USAGE') AND has_schema_privilege(n.oid, 'CREATE') AS MayUse,
          EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = n.oid AND c.relkind IN ('r', 'p', 'v', 'm', 'f'))
            AND NOT EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = n.oid AND c.relname = 'schema_migration') AS IsForeign
        FROM pg_namespace n WHERE n.nspname = @schema
        """,
        new { schema = _settings.Schema });

    private sealed record FoundSchema
    {
        public bool MayUse { get; init; }

        public bool IsForeign { get; init; }
    }
}
