using Dapper;
using Dla.Etl.Validation;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

/// <summary>A database with an open run, to drop files on.</summary>
internal sealed class Desk
{
    private static readonly string[] Tables =
    [
        "commit_log", "run", "run_step", "received_file", "return_version", "outcome", "raw_row", "fact", "finding", "answer",
        "consolidated_unit", "consolidated_item", "consolidated_period",
    ];

    public Desk(StorageUnderTest storage)
    {
        Database = storage.Open();
        RunId = Given.Run(Database);
    }

    public Database Database { get; }

    public string RunId { get; }

    public Outcome Load(string content, ValidatedReturn validated, DateTimeOffset? seen = null) =>
        LoadFile(Given.File(Database, RunId, content, seen), validated);

    public Outcome LoadFile(string file, ValidatedReturn validated) =>
        Database.Write(lane => ReturnLoading.Load(lane, RunId, file, Given.Workbook(["แบบทดสอบ"]), validated));

    public Outcome Refuse(string file, RefusedFile refused) => Database.Write(lane => ReturnLoading.Refuse(lane, RunId, file, refused));

    /// <summary>The quantity of the first activity of 2563 as of a sequence.</summary>
    public long? Amount(int unit, long sequence)
    {
        using var reader = Database.Read();
        return FiguresAsOf.OfUnit(reader, Given.FormId, Given.Year(2563), sequence, Given.Unit(unit))
            .SingleOrDefault(figure => figure.ItemCode == "A1")?.Amount;
    }

    public long Count(string table)
    {
        using var reader = Database.Read();
        return reader.ExecuteScalar<long>($"SELECT count(*) FROM {table}");
    }

    /// <summary>Rows of every table, and the counter.</summary>
    public IReadOnlyList<(string, long)> Counts()
    {
        using var reader = Database.Read();
        return
        [
            .. Tables.Select(table => (table, reader.ExecuteScalar<long>($"SELECT count(*) FROM {table}"))),
            ("counter", reader.ExecuteScalar<long>("SELECT last FROM counter WHERE name = 'commit'")),
        ];
    }
}
