using System.Data.Common;
using Dapper;

namespace Dla.Etl.Warehouse;

/// <summary>One thing that <c>doctor</c> looked at.</summary>
/// <param name="Name">What it is, for example <c>versions and facts</c>.</param>
/// <param name="Complaints">What is wrong; empty when all is well.</param>
/// <param name="Detail">What was seen, for people.</param>
public sealed record CheckedThing(string Name, IReadOnlyList<string> Complaints, string Detail)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool IsWell => Complaints.Count == 0;
}

/// <summary>Looks whether the warehouse is whole and its counts agree. It reads, and mends nothing.</summary>
public static class WarehouseCheck
{
    private const string MigrationsName = "migrations";

    /// <summary>All checks, in order; only the first ones while migrations are not applied, or are not those of this program.</summary>
    public static IReadOnlyList<CheckedThing> Run(Database database)
    {
        ArgumentNullException.ThrowIfNull(database);
        using var connection = database.Read();
        // One transaction: everything below looks at the same state, whatever is being written meanwhile.
        using var snapshot = database.Engine.BeginRead(connection);
        CheckedThing[] first = [new("database", database.Engine.Complaints(connection), database.Engine.Describe(connection)), Migrations(connection, database)];
        if (!IsUpToDate(first))
            return first;
        return
        [
            .. first,
            Files(connection),
            Consistency(connection, "sequences", "check-sequences", "committed"),
            Consistency(connection, "versions and facts", "check-versions", "versions"),
            Consistency(connection, "outcomes and versions", "check-outcomes", "outcomes"),
            Consistency(connection, "stored calculations", "check-traces", "calculations"),
            Consolidated(connection),
        ];
    }

    /// <summary>True when the checks found all tables as this program knows them.</summary>
    public static bool IsUpToDate(IEnumerable<CheckedThing> things) => things.All(thing => thing.Name != MigrationsName || thing.IsWell);

    private static CheckedThing Migrations(DbConnection connection, Database database)
    {
        var applied = Schema.Applied(database.Engine, connection);
        var detail = $"{applied.Count} applied";
        try
        {
            var missing = Schema.Missing(database.Engine, connection, Schema.Known(database.Engine.Dialect));
            return new(MigrationsName, [.. missing.Select(NotApplied)], detail);
        }
        catch (SchemaException error)
        {
            return new(MigrationsName, [error.Message], detail);
        }
    }

    private static string NotApplied(Migration missing) =>
        $"ยังไม่ได้ปรับโครงสร้างตาม {missing.Name} การทำงานรอบถัดไป (dla-etl run) จะปรับให้เอง · migration {missing.Number} is not applied: the next run applies it";

    // A file has one outcome (the table sees to that) or is pending; so the verdicts and the pending files add up to the files.
    private static CheckedThing Files(DbConnection connection)
    {
        var received = connection.ExecuteScalar<long>("SELECT count(*) FROM received_file");
        var verdicts = connection.Query<(string Verdict, long Files)>(
            "SELECT verdict, count(*) FROM outcome GROUP BY verdict ORDER BY verdict").AsList();
        var pending = connection.ExecuteScalar<long>(
            "SELECT count(*) FROM received_file r WHERE NOT EXISTS (SELECT 1 FROM outcome o WHERE o.received_file_id = r.id)");
        var counted = verdicts.Sum(verdict => verdict.Files) + pending;
        string[] complaints = counted == received ? [] : [$"{received} files received, but {counted} decided or pending"];
        var parts = verdicts.Select(verdict => $"{verdict.Files} {verdict.Verdict}").Append($"{pending} pending");
        return new("received files", complaints, $"{received} received: {string.Join(", ", parts)}");
    }

    // The text gives one line for everything looked at: a complaint, or null when it is well.
    private static CheckedThing Consistency(DbConnection connection, string name, string sql, string noun)
    {
        var lines = connection.Query<string?>(SqlText.Beside(typeof(WarehouseCheck), sql)).AsList();
        return new(name, [.. lines.OfType<string>()], $"{lines.Count} {noun}");
    }

    private static CheckedThing Consolidated(DbConnection connection)
    {
        var periods = connection.Query<(string Form, int Year, long Sequence)>(
            "SELECT form, fiscal_year, sequence FROM consolidated_period ORDER BY form, fiscal_year").AsList();
        var complaints = periods
            .Where(period => Differs(connection, "consolidated_unit", FiguresAsOf.UnitSql, period)
                || Differs(connection, "consolidated_item", FiguresAsOf.ItemSql, period))
            .Select(period => $"the consolidated figures of {period.Form} {period.Year} are not those of sequence {period.Sequence}; mend them with: dla-etl run --rebuild");
        return new("consolidated figures", [.. complaints], $"{periods.Count} forms and years");
    }

    private static bool Differs(DbConnection connection, string table, string figures, (string Form, int Year, long Sequence) period)
    {
        var stored = $"SELECT * FROM {table} WHERE form = @form AND fiscal_year = @year";
        var asked = $"SELECT * FROM ({figures}) asked";
        return connection.ExecuteScalar<long>(
            $"""
            SELECT (SELECT count(*) FROM ({stored} EXCEPT {asked}) more) + (SELECT count(*) FROM ({asked} EXCEPT {stored}) less)
            """,
            new { form = period.Form, year = period.Year, sequence = period.Sequence, since = 0L }) > 0;
    }
}
