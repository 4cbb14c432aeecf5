using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Dapper;
using Dla.Etl.Values;

namespace Dla.Etl.Warehouse;

/// <summary>A numbered step of the schema: <c>Migrations/0001-foundation.sql</c>, or where the engines must differ one file each, <c>.sqlite.sql</c> and <c>.postgres.sql</c>.</summary>
internal sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>Hash of the text with plain line ends.</summary>
    public string Sha256 { get; } = ContentHash.Of(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))).Hex;
}

/// <summary>Brings a database up to the schema of this program, and refuses one that it cannot understand.</summary>
internal static class Schema
{
    private const string Folder = "Dla.Etl.Warehouse.Migrations.";

    private const string CreateTable = """
        CREATE TABLE schema_migration (
          number INTEGER NOT NULL PRIMARY KEY,
          name TEXT NOT NULL,
          sha256 TEXT NOT NULL,
          applied_at TEXT NOT NULL
        )
        """;

    private static readonly string[] Dialects = ["sqlite", "postgres"];

    private static readonly ConcurrentDictionary<string, IReadOnlyList<Migration>> Read = new(StringComparer.Ordinal);

    /// <summary>The migrations that the program carries for an engine, in order.</summary>
    /// <exception cref="InvalidOperationException">A number comes twice, or has a file for one engine only: a mistake of the program.</exception>
    public static IReadOnlyList<Migration> Known(string dialect) => Read.GetOrAdd(dialect, ReadResources);

    /// <summary>Applies what is missing, in one transaction that holds the write lock; a second opener waits and finds it done.</summary>
    /// <exception cref="SchemaException">The database is newer than the program, or a migration that was applied has another text.</exception>
    public static void BringUpToDate(Database database, IReadOnlyList<Migration> known)
    {
        using (var connection = database.Read())
            if (Missing(database.Engine, connection, known).Count == 0)
                return;
        database.Write(lane => Apply(lane, database.Engine, known));
    }

    /// <summary>What is applied already; empty before the first.</summary>
    public static IReadOnlyList<AppliedMigration> Applied(Engine engine, DbConnection connection) => engine.HasTable(connection, "schema_migration")
        ? connection.Query<AppliedMigration>("SELECT number, name, sha256 FROM schema_migration ORDER BY number").AsList()
        : [];

    /// <summary>The migrations still to apply.</summary>
    public static IReadOnlyList<Migration> Missing(Engine engine, DbConnection connection, IReadOnlyList<Migration> known)
    {
        var applied = Applied(engine, connection);
        foreach (var step in applied)
            Compare(step, known.FirstOrDefault(migration => migration.Number == step.Number), engine.Place);
        var numbers = applied.Select(step => step.Number).ToHashSet();
        var missing = known.Where(migration => !numbers.Contains(migration.Number)).ToList();
        if (missing.Count > 0 && numbers.Count > 0 && missing[0].Number < numbers.Max())
            throw new SchemaException($"{engine.Place} ขาดการปรับโครงสร้างครั้งที่ {missing[0].Number} แต่มีครั้งหลังจากนั้น กรุณากู้จากสำเนาสำรอง · lacks migration {missing[0].Number} but has a later one. Restore it from a backup.");
        return missing;
    }

    /// <summary>Applies what is missing, inside the lane.</summary>
    public static void Apply(WriteLane lane, Engine engine, IReadOnlyList<Migration> known)
    {
        if (!engine.HasTable(lane.Connection, "schema_migration"))
            lane.Execute(CreateTable);
        foreach (var migration in Missing(engine, lane.Connection, known))
        {
            lane.Execute(migration.Sql);
            lane.Execute(
                "INSERT INTO schema_migration (number, name, sha256, applied_at) VALUES (@Number, @Name, @Sha256, @now)",
                new { migration.Number, migration.Name, migration.Sha256, now = lane.Now });
        }

        engine.Settle(lane);
    }

    private static void Compare(AppliedMigration applied, Migration? known, string path)
    {
        if (known is null)
            throw new SchemaException(
                $"{path} ถูกสร้างหรือปรับโครงสร้างโดยโปรแกรมรุ่นใหม่กว่า กรุณาปรับรุ่นโปรแกรมของเครื่องนี้ · was made by a newer program: it has migration {applied.Number} ({applied.Name}), which this one does not know. Update the program.");
        if (known.Sha256 != applied.Sha256)
            throw new SchemaException(
                $"{path} ถูกปรับโครงสร้างครั้งที่ {applied.Number} ด้วยข้อความอื่น กรุณาใช้โปรแกรมรุ่นที่สร้างคลังข้อมูลนี้ · had migration {applied.Number} ({applied.Name}) applied with another text (SHA-256 {applied.Sha256}, here {known.Sha256}). "
                + "Use the program that made it.");
    }

    private static IReadOnlyList<Migration> ReadResources(string dialect)
    {
        var files = typeof(Schema).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^".sql".Length])
            .ToList();
        return ForEngine(dialect, files, file => SqlText.Beside(typeof(Schema), $"Migrations.{file}"));
    }

    /// <summary>The migrations of an engine among files named <c>0002-name</c>, <c>0002-name.sqlite</c> and <c>0002-name.postgres</c>.</summary>
    internal static IReadOnlyList<Migration> ForEngine(string dialect, IReadOnlyCollection<string> files, Func<string, string> text)
    {
        foreach (var numbered in files.GroupBy(file => file[..4], StringComparer.Ordinal))
            if (numbered.Count() > 1 && !numbered.Order(StringComparer.Ordinal).SequenceEqual(
                    Dialects.Select(each => $"{Plain(numbered.First())}.{each}").Order(StringComparer.Ordinal), StringComparer.Ordinal)
                || (numbered.Count() == 1 && numbered.Single() != Plain(numbered.Single())))
                throw new InvalidOperationException($"Migration {numbered.Key} needs one file, or one for each engine: {string.Join(", ", numbered)}.");
        return
        [
            .. files.Where(file => file == Plain(file) || file.EndsWith($".{dialect}", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(file => new Migration(int.Parse(file.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture), Plain(file), text(file))),
        ];
    }

    private static string Plain(string file) => file.Split('.')[0];
}

/// <summary>A row of <c>schema_migration</c>.</summary>
internal sealed record AppliedMigration
{
    public int Number { get; init; }

    public string Name { get; init; } = "";

    public string Sha256 { get; init; } = "";
}
