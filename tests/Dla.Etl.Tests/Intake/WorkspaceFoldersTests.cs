using Dla.Etl.Intake;
using Dla.Etl.Reference;

namespace Dla.Etl.Tests.Intake;

public sealed class WorkspaceFoldersTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("dla-etl-folders-").FullName;

    private WorkspaceFolders Folders => WorkspaceFolders.Under(_root);

    [Fact]
    public void The_usual_layout_lies_in_one_folder() => Folders.ShouldBe(new WorkspaceFolders(
        Path.Combine(_root, "drop"), Path.Combine(_root, "received"), Path.Combine(_root, "replies"), Path.Combine(_root, "archive"),
        Path.Combine(_root, "reports"), Path.Combine(_root, "outbox"), Path.Combine(_root, "warehouse.db")));

    [Fact]
    public void First_use_makes_every_folder_and_a_second_harms_nothing()
    {
        string[] provinces = [.. Provinces.All.Select(province => province.FolderName)];

        Folders.Prepare(provinces).ShouldBeEmpty();
        File.WriteAllText(Path.Combine(Folders.Drop, "56-พะเยา", "a.xlsx"), "a");
        Folders.Prepare(provinces).ShouldBeEmpty();

        Directory.EnumerateDirectories(_root).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe(["archive", "drop", "outbox", "received", "replies", "reports"]);
        Directory.EnumerateDirectories(Folders.Drop).Count().ShouldBe(76);
        File.ReadAllText(Path.Combine(Folders.Drop, "56-พะเยา", "a.xlsx")).ShouldBe("a");
    }

    [Fact]
    public void Only_the_archive_and_the_database_must_lie_on_this_machine()
    {
        var findings = Folders.CheckPlaces(isOnShare: _ => true);

        findings.Select(finding => (finding.Kind.Id, finding.Found, finding.Subject)).ShouldBe(
            [("INT-015", "Archive", Folders.Archive), ("INT-015", "Database", Folders.Database)]);
        Folders.CheckPlaces(isOnShare: path => path != Folders.Archive && path != Folders.Database).ShouldBeEmpty();
    }

    [Fact]
    public void With_the_database_on_a_server_the_archive_may_lie_on_a_share_and_nothing_is_made_for_the_database()
    {
        var folders = Folders with { Database = "Host=db.example;Username=dla;Database=dla" };
        folders.CheckPlaces(isOnShare: _ => true).ShouldBeEmpty();
        folders.Prepare([]).ShouldBeEmpty();
        Directory.EnumerateFileSystemEntries(_root).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe(["archive", "drop", "outbox", "received", "replies", "reports"]);
        (folders with { Archive = folders.Received }).CheckPlaces(isOnShare: _ => false).Count.ShouldBe(1, "folders still must not be the same");
    }

    [Theory]
    [InlineData(@"\\server\share\archive", true, "a share by its name")]
    [InlineData("/", false, "the disk of this machine")]
    [InlineData("/not/made/yet", false, "the nearest folder above decides")]
    public void A_share_is_told_from_a_disk(string path, bool expected, string reason) =>
        NetworkShares.IsOnShare(path).ShouldBe(expected, reason);

    public static TheoryData<string, string, string[], string> Layouts => new()
    {
        { "received", "drop/received", ["Received<Drop"], "would be taken from as a subfolder" },
        { "received", "drop", ["Drop<Received"], "the same folder is said once" },
        { "received", "drop-received", [], "begins like it, but lies beside it" },
        { "received", "drop/../received", [], "the way there does not matter" },
        { "database", "drop/warehouse.db", ["Database<Drop"], "would be taken as a return" },
        { "database", "archive/warehouse.db", [], "untidy, but harmless" },
        { "replies", "received", ["Received<Replies"], "two kinds of files in one folder" },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Folders_that_would_feed_each_other_are_refused(string which, string path, string[] expected, string reason)
    {
        string full = Path.Combine(_root, path);
        WorkspaceFolders folders = which switch
        {
            "received" => Folders with { Received = full },
            "replies" => Folders with { Replies = full },
            _ => Folders with { Database = full },
        };

        var findings = folders.Prepare([]);

        findings.Select(finding => $"{finding.Found}<{finding.Expected}").ShouldBe(expected, reason);
        Directory.Exists(folders.Archive).ShouldBe(expected.Length == 0, "nothing is made in a wrong layout");
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_said()
    {
        File.WriteAllText(Path.Combine(_root, "replies"), "a file in the way");

        var finding = Folders.Prepare([]).Single();

        finding.Kind.Id.ShouldBe("INT-017");
        finding.Subject.ShouldBe(Folders.Replies);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
