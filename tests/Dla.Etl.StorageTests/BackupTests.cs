using Dapper;
using Dla.Etl.Keeping;
using Dla.Etl.Warehouse;

namespace Dla.Etl.StorageTests;

/// <summary>A backup is restored and compared, within an engine and across.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly DirectoryInfo _backups = Directory.CreateTempSubdirectory("dla-backups-");

    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    /// <summary>From each engine to each.</summary>
    public static IEnumerable<object[]> Ways => from object[] source in StorageUnderTest.Engines from object[] target in StorageUnderTest.Engines select new[] { source[0], target[0] };

    [SkippableTheory]
    [MemberData(nameof(Ways))]
    public async Task What_is_restored_is_what_was_backed_up(string from, string to)
    {
        await using var office = new KeptOffice(from).Filled();
        var backup = await office.BackUpAsync(_backups.FullName);
        backup.Complaints.ShouldBeEmpty();
        await using var other = new KeptOffice(to);

        var restored = other.Restore().Run(_backups.FullName, null, CancellationToken.None);

        restored.Checks.Where(check => !check.IsWell).ShouldBeEmpty();
        restored.Sequence.ShouldBe(backup.Manifest.Sequence);
        var (before, after) = (office.Rows(), other.Rows());
        after.Keys.ShouldBe(before.Keys, ignoreOrder: true);
        foreach (var table in before.Keys.Except(ChangedByRestoring))
            after[table].ShouldBe(before[table], table);
        // The text of the tables is the same on both engines, byte by byte.
        var again = await other.BackUpAsync(Path.Combine(_backups.FullName, "again"));
        HashesOf(again).ShouldBe(HashesOf(backup));
        other.Desk.Load("น่าน", Given.Return(55, 1)).Sequence.ShouldBe(backup.Manifest.Sequence + 1, "the counters go on where they were");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Two_backups_of_one_state_are_byte_equal_and_the_second_copies_nothing_again(string engine)
    {
        await using var office = new KeptOffice(engine).Filled();
        var first = await office.BackUpAsync(_backups.FullName);
        first.Copied.ShouldBe((int)first.Manifest.Archive.Rows);
        first.Copied.ShouldBeGreaterThan(3);

        var second = await office.BackUpAsync(_backups.FullName);

        second.Name.ShouldNotBe(first.Name);
        second.Copied.ShouldBe(0);
        second.Manifest.Content.ShouldBe(first.Manifest.Content);
        foreach (var file in Directory.EnumerateFiles(first.Path).Where(file => !OfTheMoment.Contains(Path.GetFileName(file))))
            File.ReadAllBytes(file).ShouldBe(File.ReadAllBytes(Path.Combine(second.Path, Path.GetFileName(file))), file);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Every_table_of_the_engine_is_in_the_backup(string engine)
    {
        await using var office = new KeptOffice(engine).Filled();
        using var connection = office.Desk.Database.Read();
        // Asked in another way than the program asks.
        var tables = connection.Query<string>(engine == "sqlite"
            ? "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE TABLE%' AND name NOT LIKE 'sqlite%'"
            : "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'");
        var saved = (await office.BackUpAsync(_backups.FullName)).Manifest.Tables;
        saved.Select(table => table.Name).Append("schema_migration").ShouldBe(tables, ignoreOrder: true);
        foreach (var table in saved)
            table.Rows.ShouldBe(connection.ExecuteScalar<long>($"SELECT count(*) FROM {table.Name}"), table.Name);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_backup_taken_while_returns_are_loaded_is_of_one_instant(string engine)
    {
        await using var office = new KeptOffice(engine).Filled();
        var before = office.Desk.Count("fact");
        var backup = office.Backup();
        var loaded = 0;
        // Between every two tables another return is loaded: its rows would be in some tables and not in others.
        backup.AtStep = _ => office.Load($"ระหว่างสำรอง {++loaded}", 10 + loaded, loaded);
        var taken = await backup.TakeAsync(_backups.FullName, "test", false, TimeSpan.Zero, CancellationToken.None);

        loaded.ShouldBeGreaterThan(10);
        taken.Manifest.Tables.Single(table => table.Name == "fact").Rows.ShouldBe(before);
        await using var other = new KeptOffice(engine);
        other.Restore().Run(_backups.FullName, null, CancellationToken.None).Checks.ShouldAllBe(check => check.IsWell);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task Only_an_empty_warehouse_and_archive_are_filled(string engine)
    {
        await using var office = new KeptOffice(engine).Filled();
        await office.BackUpAsync(_backups.FullName);
        await using var used = new KeptOffice(engine);
        used.Desk.RunId.ShouldNotBeEmpty("a run was opened: something happened here");
        var before = used.Rows();
        Refused(used).ShouldContain("ว่างเท่านั้น");
        used.Rows().ShouldBe(before);

        await using var other = new KeptOffice(engine);
        File.WriteAllText(Path.Combine(other.Folders.Archive, "ของเดิม"), "x");
        Refused(other).ShouldContain("ของเดิม");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public async Task A_restore_that_was_stopped_anywhere_goes_on(string engine)
    {
        await using var office = new KeptOffice(engine).Filled();
        await office.BackUpAsync(_backups.FullName);
        await using var other = new KeptOffice(engine);
        foreach (var step in (string[])["files", "run", "fact"])
        {
            var restore = other.Restore();
            restore.AtStep = at => { if (at == step) throw new OperationCanceledException(step); };
            Should.Throw<OperationCanceledException>(() => restore.Run(_backups.FullName, null, CancellationToken.None));
        }

        other.Restore().Run(_backups.FullName, null, CancellationToken.None).Checks.ShouldAllBe(check => check.IsWell);
        other.Rows()["fact"].ShouldBe(office.Rows()["fact"]);
    }

    [Fact]
    public async Task A_backup_of_an_older_schema_is_restored_and_brought_up()
    {
        await using var office = new KeptOffice("sqlite").Filled();
        var taken = await office.BackUpAsync(_backups.FullName);
        AsTheFirstMigrationHadIt(taken);
        await using var other = new KeptOffice("sqlite");

        var restored = other.Restore().Run(_backups.FullName, null, CancellationToken.None);

        restored.Migrated.ShouldContain("0004-retention");
        restored.Checks.ShouldAllBe(check => check.IsWell);
        other.Rows()["fact"].ShouldBe(office.Rows()["fact"]);
    }

    [Fact]
    public async Task What_is_damaged_incomplete_or_newer_is_refused_and_nothing_restored()
    {
        await using var office = new KeptOffice("sqlite").Filled();
        await using var other = new KeptOffice("sqlite");
        (string Reason, Action<BackupResult> Spoil, string Said)[] cases =
        [
            ("a byte of a table changed", taken => Flip(Path.Combine(taken.Path, "fact.jsonl.gz")), "fact.jsonl.gz"),
            ("a table is gone", taken => File.Delete(Path.Combine(taken.Path, "finding.jsonl.gz")), "finding.jsonl.gz"),
            ("a byte of an archived file changed", _ => Flip(AnyFile()), "SHA-256"),
            ("an archived file is gone", _ => File.Delete(AnyFile()), "หายไป"),
            ("a byte of the manifest changed", taken => Flip(Path.Combine(taken.Path, "manifest.json")), "manifest.json"),
            ("killed before the manifest", taken => File.Delete(Path.Combine(taken.Path, "manifest.json")), "ไม่เสร็จ"),
            ("a migration that this program does not know", taken => Rewrite(taken, manifest => manifest with
                { ProgramVersion = "9.9", Migrations = [.. manifest.Migrations, new BackupMigration(9999, "9999-later", "")] }), "9.9"),
            ("a layout of a later program", taken => Rewrite(taken, manifest => manifest with { Format = 2 }), "รุ่นใหม่กว่า"),
            ("a migration with another text", taken => Rewrite(taken, manifest => manifest with
                { Migrations = [manifest.Migrations[0] with { Sha256 = "0" }, .. manifest.Migrations.Skip(1)] }), "0001-foundation"),
            ("a table left out", taken => Rewrite(taken, manifest => manifest with { Tables = [.. manifest.Tables.Skip(1)] }), "ตาราง"),
        ];
        foreach (var (reason, spoil, said) in cases)
        {
            Directory.Delete(_backups.FullName, recursive: true);
            var taken = await office.BackUpAsync(_backups.FullName);
            spoil(taken);
            Should.Throw<KeepingException>(() => other.Restore().Run(_backups.FullName, taken.Name, CancellationToken.None), reason)
                .Message.ShouldContain(said, Case.Sensitive, reason);
        }

        Directory.Delete(_backups.FullName, recursive: true);
        await office.BackUpAsync(_backups.FullName);
        other.Restore().Run(_backups.FullName, null, CancellationToken.None).Checks.ShouldAllBe(check => check.IsWell);
    }

    [Fact]
    public async Task A_killed_backup_leaves_the_earlier_ones_and_the_next_clears_it_away()
    {
        await using var office = new KeptOffice("sqlite").Filled();
        var first = await office.BackUpAsync(_backups.FullName);
        office.Load("น่าน", 55, 1);
        foreach (var step in (string[])["fact", "tables", "files"])
        {
            var killed = office.Backup();
            killed.AtStep = at => { if (at == step) throw new OperationCanceledException(step); };
            await Should.ThrowAsync<OperationCanceledException>(() => killed.TakeAsync(_backups.FullName, "test", false, TimeSpan.Zero, CancellationToken.None));
        }

        await using var other = new KeptOffice("sqlite");
        other.Restore().Run(_backups.FullName, null, CancellationToken.None).Snapshot.ShouldBe(first.Name, "the last whole one");

        office.Storage.Clock.Now += TimeSpan.FromDays(1);
        var last = await office.BackUpAsync(_backups.FullName);
        Directory.EnumerateDirectories(Path.Combine(_backups.FullName, "snapshots")).Select(Path.GetFileName).ShouldBe([first.Name, last.Name], ignoreOrder: true);
    }

    [Fact]
    public async Task The_last_ones_are_kept_and_the_files_of_dropped_ones_go_with_them()
    {
        await using var office = new KeptOffice("sqlite").Filled();
        var gone = await office.BackUpAsync(_backups.FullName, keep: 2);
        var only = Path.Combine(_backups.FullName, "files", "ab", "ab" + new string('0', 62));
        Directory.CreateDirectory(Path.GetDirectoryName(only)!);
        File.WriteAllText(only, "bytes of a backup that was dropped");
        File.WriteAllText(Path.Combine(_backups.FullName, "files", "อ่านก่อน.txt"), "somebody's note");

        office.Storage.Clock.Now += TimeSpan.FromDays(1);
        (await office.BackUpAsync(_backups.FullName, keep: 2)).Dropped.ShouldBeEmpty();
        office.Storage.Clock.Now += TimeSpan.FromDays(1);
        (await office.BackUpAsync(_backups.FullName, keep: 2)).Dropped.ShouldBe([gone.Name]);

        File.Exists(only).ShouldBeFalse();
        File.Exists(Path.Combine(_backups.FullName, "files", "อ่านก่อน.txt")).ShouldBeTrue("not ours");
        await using var other = new KeptOffice("sqlite");
        other.Restore().Run(_backups.FullName, null, CancellationToken.None).Checks.ShouldAllBe(check => check.IsWell);
    }

    [Fact]
    public async Task A_file_that_the_archive_lost_is_said_and_the_rest_is_saved()
    {
        await using var office = new KeptOffice("sqlite").Filled();
        File.Delete(office.Archive.PathOf(Values.ContentHash.Of("เชียงราย"u8)));
        var taken = await office.BackUpAsync(_backups.FullName);
        taken.Complaints.ShouldHaveSingleItem().ShouldContain("เชียงราย.xlsx");
        taken.Manifest.Missing.ShouldHaveSingleItem();
        await using var other = new KeptOffice("sqlite");
        other.Restore().Run(_backups.FullName, null, CancellationToken.None).Checks
            .Single(check => !check.IsWell).Complaints.ShouldHaveSingleItem().ShouldContain("เชียงราย.xlsx");
    }

    [Fact]
    public async Task A_folder_of_the_programs_own_is_no_place_for_backups()
    {
        await using var office = new KeptOffice("sqlite").Filled();
        foreach (var folder in (string[])[office.Folders.Drop, Path.Combine(office.Folders.Drop, "สำรอง"), office.Folders.Archive])
            (await Should.ThrowAsync<KeepingException>(() => office.BackUpAsync(folder), folder)).Message.ShouldContain("ทับ");
    }

    public void Dispose() => _backups.Delete(recursive: true);

    // The backup's own lease, and the manifest that names the hash of its table.
    private static readonly string[] OfTheMoment = ["lease.jsonl.gz", "manifest.json"];

    // The act of restoring is written down in the restored warehouse.
    private static readonly string[] ChangedByRestoring = ["audit", "counter", "lease"];

    private static IEnumerable<(string, string)> HashesOf(BackupResult taken) => taken.Manifest.Tables.Append(taken.Manifest.Archive)
        .Where(table => !ChangedByRestoring.Contains(table.Name)).Select(table => (table.Name, table.Sha256)).Order();

    // The tables and columns of a program that knew the first migration only, and the counters that it had.
    private static void AsTheFirstMigrationHadIt(BackupResult taken)
    {
        using var old = new SqliteUnderTest();
        using var database = Database.OpenAsItIs(old.ConnectionString, old.Clock);
        database.Write(lane => Schema.Apply(lane, database.Engine, [Schema.Known("sqlite")[0]]));
        using var connection = database.Read();
        var tables = TableCatalogue.Of(connection, null).Select(table => Shortened(taken.Path, table)).ToList();
        Rewrite(taken, manifest => manifest with { Migrations = [manifest.Migrations[0]], Tables = tables });
    }

    private static BackupTable Shortened(string place, TableShape table)
    {
        var file = $"{table.Name}.jsonl.gz";
        string[] columns = [.. table.Columns.Select(column => column.Name)];
        var lines = TableText.Read(Path.Combine(place, file)).ToList();
        int[] kept = [.. columns.Select(name => lines[0].EnumerateArray().ToList().FindIndex(column => column.GetString() == name))];
        var rows = lines.Skip(1).Where(row => table.Name != "counter" || row[0].GetString() is "commit" or "receipt")
            .Select(row => kept.Select((from, to) => TableText.Value(row[from], table.Columns[to].Kind)).ToArray());
        using var output = File.Create(Path.Combine(place, file));
        var (count, hash) = TableText.Write(output, columns, rows);
        return new BackupTable(table.Name, file, count, hash.Hex);
    }

    private static void Rewrite(BackupResult taken, Func<BackupManifest, BackupManifest> change) =>
        File.WriteAllBytes(Path.Combine(taken.Path, "manifest.json"), change(taken.Manifest).Sealed());

    private static void Flip(string path)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
    }

    private string AnyFile() => Directory.EnumerateFiles(Path.Combine(_backups.FullName, "files"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();

    private string Refused(KeptOffice office) =>
        Should.Throw<KeepingException>(() => office.Restore().Run(_backups.FullName, null, CancellationToken.None)).Message;
}
