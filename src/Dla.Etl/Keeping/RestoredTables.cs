using System.Text.Json;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Keeping;

/// <summary>Fills the tables of an empty warehouse from a backup whose hashes were checked, in one transaction.</summary>
internal sealed class RestoredTables(string place, BackupManifest manifest, Engine engine)
{
    // A row in one of these means that something happened here which a restore would wipe out. The others hold what migrations put there, or what running processes say of themselves.
    private static readonly string[] Evidence = ["run", "commit_log", "received_file", "definition", "audit"];

    /// <summary>Called after each table; a test stops the program there.</summary>
    public Action<string>? AtStep { get; init; }

    /// <summary>Why a warehouse cannot be filled from a backup; null when it can.</summary>
    public static string? Obstacle(WriteLane lane, BackupManifest manifest, Engine engine)
    {
        var applied = Schema.Applied(engine, lane.Connection);
        if (applied.Count == 0)
            return null;
        foreach (var table in TableCatalogue.Of(lane.Connection, lane.Transaction).Where(table => Evidence.Contains(table.Name, StringComparer.Ordinal)))
            if (lane.Scalar<long>($"SELECT count(*) FROM \"{table.Name}\"") > 0)
                return $"มีข้อมูลอยู่แล้ว (ตาราง {table.Name}) · it is not empty";
        var level = manifest.Migrations.Max(migration => migration.Number);
        return applied.Max(step => step.Number) > level
            ? "โปรแกรมได้สร้างตารางรุ่นใหม่ไว้แล้ว สำเนานี้เก่ากว่า กรุณาใช้ไฟล์หรือ schema ที่ยังไม่เคยเปิด · the backup is of an older schema and this warehouse has the newer tables already; give a file or schema that was never opened"
            : null;
    }

    /// <summary>The mark of the archive in the backup; null when the backup has none.</summary>
    public string? MarkOfArchive()
    {
        if (manifest.Tables.FirstOrDefault(table => table.Name == "archive_mark") is not { Rows: > 0 } saved)
            return null;
        var lines = TableText.Read(Path.Combine(place, saved.File)).ToList();
        return lines[1][lines[0].EnumerateArray().ToList().FindIndex(column => column.GetString() == "id")].GetString();
    }

    /// <summary>The mark of the archive that a warehouse knows; null when none.</summary>
    public static string? MarkOfArchive(WriteLane lane, Engine engine) =>
        engine.HasTable(lane.Connection, "archive_mark") ? lane.Scalar<string>("SELECT id FROM archive_mark") : null;

    /// <summary>Makes the tables as they were, fills them, and applies the migrations that came after.</summary>
    /// <returns>The migrations that came after.</returns>
    /// <exception cref="JsonException">A row does not fit its table.</exception>
    public IReadOnlyList<string> Load(WriteLane lane, CancellationToken cancellation)
    {
        var level = manifest.Migrations.Max(migration => migration.Number);
        var known = Schema.Known(engine.Dialect);
        Schema.Apply(lane, engine, [.. known.Where(step => step.Number <= level)]);
        var tables = TableCatalogue.Of(lane.Connection, lane.Transaction);
        engine.PrepareRestore(lane);
        foreach (var table in tables.Reverse())
            Clear(lane, table);
        foreach (var table in tables)
        {
            cancellation.ThrowIfCancellationRequested();
            Fill(lane, table);
            AtStep?.Invoke(table.Name);
        }

        string[] later = [.. known.Where(step => step.Number > level).Select(step => step.Name)];
        Schema.Apply(lane, engine, known);
        // Whoever had them, the backup itself among them, worked on the old warehouse. The tokens stay: they only ever grow.
        lane.Execute("UPDATE lease SET expires_at = NULL");
        lane.Execute("UPDATE claim SET expires_at = NULL");
        lane.Execute("UPDATE node SET left_at = @Now WHERE left_at IS NULL", new { lane.Now });
        return later;
    }

    // Only what migrations put there, and what running processes say of themselves; an empty table may refuse even that.
    private static void Clear(WriteLane lane, TableShape table)
    {
        if (lane.Scalar<long>($"SELECT count(*) FROM \"{table.Name}\"") > 0)
            lane.Execute($"DELETE FROM \"{table.Name}\"");
    }

    private void Fill(WriteLane lane, TableShape table)
    {
        var saved = manifest.Tables.FirstOrDefault(file => file.Name == table.Name)
            ?? throw new KeepingException($"สำเนาสำรองไม่มีตาราง {table.Name} · the backup has no table {table.Name}");
        using var lines = TableText.Read(Path.Combine(place, saved.File)).GetEnumerator();
        if (!lines.MoveNext())
            throw new InvalidDataException($"{saved.File} has no line of column names.");
        ColumnShape[] columns = [.. lines.Current.EnumerateArray().Select(name => Column(table, name.GetString()!))];
        using var rows = lane.Into(table.Name, [.. columns.Select(column => column.Name)]);
        var values = new object?[columns.Length];
        while (lines.MoveNext())
        {
            for (var index = 0; index < columns.Length; index++)
                values[index] = TableText.Value(lines.Current[index], columns[index].Kind);
            rows.Add(values);
        }

        rows.Complete();
        if (rows.Count != saved.Rows)
            throw new InvalidDataException($"{saved.File} has {rows.Count} rows, the manifest says {saved.Rows}.");
    }

    private static ColumnShape Column(TableShape table, string name) => table.Columns.FirstOrDefault(column => column.Name == name)
        ?? throw new InvalidDataException($"Table {table.Name} has no column {name}.");
}
