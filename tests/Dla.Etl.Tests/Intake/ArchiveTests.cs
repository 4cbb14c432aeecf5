using System.Text;
using Dla.Etl.Intake;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Intake;

public sealed class ArchiveTests : IDisposable
{
    private readonly IntakeWorkspace _workspace = new();

    private Archive Archive => _workspace.Archive;

    public static TheoryData<int, string> Sizes => new()
    {
        { 0, "an empty file is a delivery as well" },
        { 1, "one byte" },
        { 128 * 1024, "exactly one block" },
        { 128 * 1024 + 1, "one block and a byte" },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_file_lies_under_its_hash(int size, string reason)
    {
        byte[] content = [.. Enumerable.Range(0, size).Select(i => (byte)(i % 251))];
        string file = _workspace.Put("a.xlsx", content);

        var stored = Archive.Store(file, "a.xlsx");

        stored.Findings.ShouldBeEmpty(reason);
        stored.Artefact.ShouldBe(new Archived(ContentHash.Of(content), size, WasThere: false));
        string hex = ContentHash.Of(content).Hex;
        IntakeWorkspace.FilesUnder(_workspace.Folders.Archive).ShouldBe([$"{hex[..2]}/{hex}"]);
        File.ReadAllBytes(Archive.PathOf(ContentHash.Of(content))).ShouldBe(content);
        File.Exists(file).ShouldBeTrue("archiving never touches the original");
    }

    [Fact]
    public void The_same_bytes_are_kept_once()
    {
        var first = Archive.Store(_workspace.Put("a.xlsx", "เดิม"), "a.xlsx");
        var second = Archive.Store(_workspace.Put("b.xlsx", "เดิม"), "b.xlsx");

        second.Artefact.ShouldBe(first.Artefact! with { WasThere = true });
        second.Findings.ShouldBeEmpty();
        IntakeWorkspace.FilesUnder(_workspace.Folders.Archive).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("dgmaged", "as long, another content")]
    [InlineData("dam", "cut off")]
    [InlineData("", "emptied")]
    public void Damaged_content_is_replaced_and_the_operator_hears_of_it(string damage, string reason)
    {
        string file = _workspace.Put("a.xlsx", "damaged");
        ContentHash hash = Archive.Store(file, "a.xlsx").Artefact!.Hash;
        File.WriteAllText(Archive.PathOf(hash), damage);

        var stored = Archive.Store(file, "a.xlsx");

        stored.Artefact!.WasThere.ShouldBeFalse(reason);
        stored.Findings.Single().Kind.Id.ShouldBe("INT-010");
        stored.Findings.Single().Message.ShouldBe(
            $"ไฟล์ในคลังที่มีเนื้อหาเดียวกับ “a.xlsx” ({hash}) ไม่ตรงกับรหัส SHA-256 ของตน ระบบแทนที่ด้วยไฟล์ที่เพิ่งได้รับซึ่งถูกต้องแล้ว");
        File.ReadAllText(Archive.PathOf(hash)).ShouldBe("damaged");
    }

    public static TheoryData<string, string, string> Changes => new()
    {
        { "grown", "abcdef", "grew" },
        { "shrunk", "a", "shrank" },
        { "same length", "xyz", "another content of the same length" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_file_that_changes_while_it_is_copied_is_left_for_the_next_look(string name, string later, string reason)
    {
        string file = _workspace.Put($"{name}.csv", "abc");
        Archive.AtStep = _ => _workspace.Put($"{name}.csv", later);

        var stored = Archive.Store(file, name);

        stored.Artefact.ShouldBeNull(reason);
        stored.Findings.Single().Kind.Id.ShouldBe("INT-012");
        IntakeWorkspace.FilesUnder(_workspace.Folders.Archive).ShouldBeEmpty("the half-true copy is gone");
    }

    [Fact]
    public void A_file_that_went_away_is_no_failure_of_the_archive() =>
        Archive.Store(_workspace.InDrop("gone.csv"), "gone.csv").Findings.Single().Kind.Id.ShouldBe("INT-012");

    [Fact]
    public void A_missing_archive_is_said_in_Thai()
    {
        string file = _workspace.Put("a.xlsx", "a");
        Directory.Delete(_workspace.Folders.Archive);

        var stored = Archive.Store(file, "a\n.xlsx");

        stored.Artefact.ShouldBeNull();
        stored.Findings.Single().Message.ShouldBe(
            "เก็บไฟล์ “a␊.xlsx” เข้าคลังไฟล์ไม่ได้ เพราะไม่พบไฟล์หรือโฟลเดอร์ ไฟล์ยังอยู่ที่เดิมและยังไม่ได้รับเข้าระบบ");
    }

    [Fact]
    public void Cancelling_stops_the_copy()
    {
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();

        Should.Throw<OperationCanceledException>(() => Archive.Store(_workspace.Put("a.xlsx", "a"), "a.xlsx", cancelled.Token));
    }

    [Fact]
    public void Leftovers_are_cleared_away_by_age()
    {
        string file = _workspace.Put("a.xlsx", "a");
        Archive.AtStep = _ => throw new KilledException();
        Should.Throw<KilledException>(() => Archive.Store(file, "a.xlsx"));
        string foreign = Path.Combine(_workspace.Folders.Archive, ".dla-etl-lock");
        File.WriteAllText(foreign, "");
        TimeSpan day = TimeSpan.FromDays(1);

        _workspace.Clock.Advance(day);
        Archive.ClearLeftovers(day);
        IntakeWorkspace.FilesUnder(_workspace.Folders.Archive).Count.ShouldBe(2, "a day old is not older than a day");

        _workspace.Clock.Advance(TimeSpan.FromSeconds(1));
        Archive.ClearLeftovers(day);
        IntakeWorkspace.FilesUnder(_workspace.Folders.Archive).ShouldBe([".dla-etl-lock"], "what has no date is none of its business");
    }

    [Fact]
    public void A_definition_lies_under_its_hash_and_opens()
    {
        byte[] yaml = Encoding.UTF8.GetBytes("form: unit-cost-quantity");

        ContentHash hash = Archive.StoreDefinition(yaml);

        Archive.StoreDefinition(yaml).ShouldBe(hash);
        using FileStream opened = Archive.Open(hash);
        using StreamReader text = new(opened);
        text.ReadToEnd().ShouldBe("form: unit-cost-quantity");
    }

    [Theory]
    [InlineData(10, 11, true, "below the limit")]
    [InlineData(10, 10, true, "at the limit")]
    [InlineData(10, 9, false, "a byte above it")]
    public async Task What_arrives_from_elsewhere_is_taken_up_to_a_limit(int size, long limit, bool taken, string reason)
    {
        byte[] content = [.. Enumerable.Range(0, size).Select(i => (byte)i)];

        var stored = await Archive.StoreAsync(target => target.WriteAsync(content).AsTask(), limit, "mail");

        (stored.Artefact == new Archived(ContentHash.Of(content), size, WasThere: false)).ShouldBe(taken, reason);
        stored.Findings.Select(finding => finding.Kind.Id).ShouldBe(taken ? [] : ["INT-007"]);
        IntakeWorkspace.FilesUnder(_workspace.Folders.Archive).Count.ShouldBe(taken ? 1 : 0, "nothing half-written stays");
    }

    [Fact]
    public async Task A_delivery_that_breaks_off_leaves_nothing_and_is_no_fault_of_the_archive()
    {
        await Should.ThrowAsync<TimeoutException>(() => Archive.StoreAsync(
            async target =>
            {
                await target.WriteAsync("half"u8.ToArray());
                throw new TimeoutException();
            },
            1000, "mail"));
        IntakeWorkspace.FilesUnder(_workspace.Folders.Archive).ShouldBeEmpty();
    }

    [Fact]
    public void What_was_never_archived_cannot_be_opened() =>
        Should.Throw<IOException>(() => Archive.Open(ContentHash.Of([1, 2, 3])));

    public void Dispose() => _workspace.Dispose();
}
