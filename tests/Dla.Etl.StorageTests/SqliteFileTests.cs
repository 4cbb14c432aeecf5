using System.Text.RegularExpressions;
using Dapper;
using Dla.Etl.Warehouse;
using Microsoft.Data.Sqlite;

namespace Dla.Etl.StorageTests;

/// <summary>What only SQLite has: a file, a native library, and network folders to stay away from.</summary>
public sealed partial class SqliteFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dla-etl-");

    private string File => Path.Combine(_folder.FullName, "new", "คลัง ข้อมูล.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Makes_the_folder_and_takes_a_path_or_a_connection_string()
    {
        using (var byPath = Database.Open(File, TimeProvider.System))
            byPath.Write(ReceiptNumbers.Next).ShouldBe(1);
        using var byString = Database.Open($"Data Source={File}", TimeProvider.System);
        byString.Write(ReceiptNumbers.Next).ShouldBe(2);
        byString.Place.ShouldBe(File);
    }

    [Fact]
    public void Keeps_a_commit_on_the_disk_before_it_returns()
    {
        using var database = Database.Open(File, TimeProvider.System);
        database.Write(lane =>
        {
            lane.Scalar<string>("PRAGMA journal_mode").ShouldBe("wal");
            lane.Scalar<long>("PRAGMA synchronous").ShouldBe(2);
            lane.Scalar<long>("PRAGMA foreign_keys").ShouldBe(1);
        });
    }

    [Theory]
    [InlineData(":memory:")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=x;Mode=Memory;Cache=Shared")]
    [InlineData("file:x.db?mode=memory")]
    [InlineData("Database=dla;Username=dla;Password=secret-word")]
    [InlineData("https://localhost/dla")]
    public void What_is_neither_a_file_nor_a_server_is_refused_and_no_secret_is_shown(string connection) =>
        Should.Throw<ArgumentException>(() => Database.Open(connection, TimeProvider.System)).ToString().ShouldNotContain("secret-word");

    [Fact]
    public void A_file_of_something_else_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, new string('ก', 5_000));
        var bytes = System.IO.File.ReadAllBytes(File);
        Should.Throw<SchemaException>(() => Database.Open(File, TimeProvider.System)).Message.ShouldContain(File);
        System.IO.File.ReadAllBytes(File).ShouldBe(bytes);
    }

    [Fact]
    public void An_SQLite_database_of_something_else_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        using (var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString()))
        {
            other.Open();
            other.Execute("CREATE TABLE recipe (name TEXT)");
        }

        var bytes = System.IO.File.ReadAllBytes(File);
        Should.Throw<SchemaException>(() => Database.Open(File, TimeProvider.System)).Message.ShouldContain("something else");
        System.IO.File.ReadAllBytes(File).ShouldBe(bytes);
    }

    [Fact]
    public void A_network_share_is_refused_before_anything_is_made() =>
        Should.Throw<IOException>(() => Database.Open(@"\\server\share\warehouse.db", TimeProvider.System)).Message.ShouldContain("local disk");

    [Theory]
    [InlineData(@"\\server\share\a.db", false, true)]
    [InlineData(@"\\server\share\a.db", true, true)]
    [InlineData("//server/share/a.db", true, true)]
    [InlineData("//srv/a.db", false, false)]
    [InlineData(@"C:\data\a.db", true, false)]
    [InlineData("/data/a.db", false, false)]
    public void Names_of_shares_are_known(string path, bool onWindows, bool share) => LocalDirectory.IsUncName(path, onWindows).ShouldBe(share);

    [Theory]
    [InlineData("nfs", true)]
    [InlineData("nfs4", true)]
    [InlineData("cifs", true)]
    [InlineData("smb3", true)]
    [InlineData("fuse.sshfs", true)]
    [InlineData("FUSE.RCLONE", true)]
    [InlineData("9p", true)]
    [InlineData("ext4", false)]
    [InlineData("xfs", false)]
    [InlineData("btrfs", false)]
    [InlineData("overlay", false)]
    [InlineData("tmpfs", false)]
    [InlineData("fuseblk", false)]
    [InlineData("fuse.lxcfs", false)]
    [InlineData("NTFS", false)]
    public void Network_file_systems_are_known_by_name(string format, bool network) => LocalDirectory.IsNetworkFormat(format).ShouldBe(network);

    [Fact]
    public void A_folder_in_place_of_the_file_is_named()
    {
        Directory.CreateDirectory(File);
        Should.Throw<IOException>(() => Database.Open(File, TimeProvider.System)).Message.ShouldContain(File);
    }

    [Fact]
    public void A_full_disk_while_loading_undoes_the_whole_load_and_the_next_one_succeeds()
    {
        using var database = Database.Open(File, TimeProvider.System);
        var run = Given.Run(database);
        var file = Given.File(database, run, "A");
        var big = Given.Workbook([.. Enumerable.Repeat(new[] { new string('ก', 10_000) }, 200)]);
        Should.Throw<SqliteException>(() => database.Write(lane =>
        {
            lane.Execute("PRAGMA max_page_count = 1");
            return ReturnLoading.Load(lane, run, file, big, Given.Return(56, 1));
        })).SqliteErrorCode.ShouldBe(SQLitePCL.raw.SQLITE_FULL);
        using (var reader = database.Read())
            CommitSequence.Last(reader).ShouldBe(0);
        database.Write(lane =>
        {
            lane.Execute("PRAGMA max_page_count = 1000000");
            return ReturnLoading.Load(lane, run, file, big, Given.Return(56, 1));
        }).Sequence.ShouldBe(1);
        database.Check().ShouldAllBe(thing => thing.IsWell);
    }

    [Fact]
    public void A_reference_that_leads_nowhere_and_a_damaged_page_are_noticed()
    {
        using var database = Database.Open(File, TimeProvider.System);
        Given.File(database, Given.Run(database), "A");
        using (var careless = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, ForeignKeys = false, Pooling = false }.ToString()))
        {
            careless.Open();
            careless.Execute("DELETE FROM run; PRAGMA writable_schema = ON; DELETE FROM sqlite_master WHERE name = 'received_file_sha256'");
        }

        database.Dispose();
        using var again = Database.Open(File, TimeProvider.System);
        var complaints = again.Check().Single(thing => thing.Name == "database").Complaints;
        complaints.ShouldContain("a row of received_file refers to a row of run that is not there");
        complaints.ShouldContain(line => line.Contains("never used", StringComparison.Ordinal));
    }

    [Fact]
    public void Says_which_library_it_runs_on()
    {
        using var database = Database.Open(File, TimeProvider.System);
        Library().IsMatch(SqliteLibrary.Describe()).ShouldBeTrue(SqliteLibrary.Describe());
        database.Describe().ShouldBe($"{SqliteLibrary.Describe()}, {File}");
        using var reader = database.Read();
        SqliteLibrary.Describe().ShouldEndWith(reader.ExecuteScalar<string>("SELECT sqlite_version()")!);
    }

    [GeneratedRegex("^(system libsqlite3[.a-z0-9]+|bundled e_sqlite3), SQLite 3[.][0-9]+[.][0-9]+$")]
    private static partial Regex Library();
}
