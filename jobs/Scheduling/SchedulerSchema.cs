using Dla.Etl.Installing;
using Npgsql;

namespace Dla.Etl.Jobs.Scheduling;

/// <summary>The schema of a scheduler's tables on PostgreSQL.</summary>
internal static class SchedulerSchema
{
    /// <summary>Makes the schema where it is missing, and keeps every other host from doing the same until disposed of.</summary>
    /// <param name="store">Connection string of the database.</param>
    /// <param name="schema">Lower-case letters, digits and underscores.</param>
    /// <param name="cancellation">Stops waiting for the other host.</param>
    /// <exception cref="UsageException">The role may not make it.</exception>
    public static async Task<NpgsqlConnection> MakeAloneAsync(string store, string schema, CancellationToken cancellation)
    {
        // Not pooled: closing it gives the lock back for certain.
        var alone = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(store) { Pooling = false }.ConnectionString);
        await alone.OpenAsync(cancellation).ConfigureAwait(false);
        await AskAsync(alone, "SELECT pg_advisory_lock(hashtextextended($1, 0))", $"{schema} schema", cancellation).ConfigureAwait(false);
        try
        {
            // Looked for first: a role without the right to make schemas may well own this one.
            if (await AskAsync(alone, "SELECT to_regnamespace(quote_ident($1))::text", schema, cancellation).ConfigureAwait(false) is not string
                && await AskAsync(alone, "SELECT format('CREATE SCHEMA %I', $1)", schema, cancellation).ConfigureAwait(false) is string create)
                await AskAsync(alone, create, null, cancellation).ConfigureAwait(false);
            return alone;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            await alone.DisposeAsync().ConfigureAwait(false);
            throw new UsageException(
                $"บัญชีฐานข้อมูลสร้าง schema {schema} ไม่ได้ กรุณาให้ผู้ดูแลฐานข้อมูลสั่ง CREATE SCHEMA {schema} AUTHORIZATION ชื่อบัญชี · the role may not create the schema {schema}");
        }
    }

    private static async Task<object?> AskAsync(NpgsqlConnection connection, string sql, string? value, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        if (value is not null)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false);
    }
}
