using Dla.Etl.Intake;
using ReceivedFile = Dla.Etl.Intake.ReceivedFile;

namespace Dla.Etl.Tests.Intake;

public sealed class ReceptionTests : IDisposable
{
    private readonly IntakeWorkspace _workspace = new();

    [Fact]
    public void A_file_is_archived_registered_and_moved()
    {
        DateTimeOffset seen = _workspace.Clock.Now;
        string original = _workspace.Put("56-พะเยา/ปริมาณ.xlsx", "ข้อมูล");
        FileStamp stamp = FileStamp.Of(original)!.Value;

        var (received, problems) = _workspace.RunOnce();

        problems.ShouldBeEmpty();
        ReceivedFile file = received.Single();
        file.ShouldBe(new ReceivedFile(
            file.Id, 1, file.Hash, "ปริมาณ.xlsx", "56-พะเยา", "56-พะเยา/ปริมาณ.xlsx", stamp.Size, stamp.ModifiedAt, seen, seen + IntakeWorkspace.Interval));
        file.Hash.Hex.ShouldBe(IntakeWorkspace.HashOfText("ข้อมูล"));
        IntakeWorkspace.FilesUnder(_workspace.Folders.Received).ShouldBe(["56-พะเยา/000001 ปริมาณ.xlsx"]);
        FileStamp.Of(Path.Combine(_workspace.Folders.Received, "56-พะเยา/000001 ปริมาณ.xlsx")).ShouldBe(stamp);
        _workspace.ShouldBeWhole();
    }

    [Fact]
    public void What_was_stored_is_read_back_until_it_is_decided()
    {
        _workspace.Put("a.xlsx", "a");
        _workspace.Put("b.xlsx", "b");
        var received = _workspace.RunOnce().Received;

        using var connection = _workspace.Database.Read();
        ReceivedFile.WithoutOutcome(connection).ShouldBe(received);
        ReceivedFile.WithoutMove(connection).ShouldBeEmpty();
    }

    [Fact]
    public void Sent_again_is_received_again()
    {
        foreach (string content in new[] { "A", "B", "A" })
        {
            _workspace.Put("56-พะเยา/ปริมาณ.xlsx", content);
            _workspace.RunOnce().Received.Count.ShouldBe(1);
        }

        _workspace.Rows().Select(row => (row.Receipt, row.Hash)).ShouldBe(
        [
            ("000001", IntakeWorkspace.HashOfText("A")), ("000002", IntakeWorkspace.HashOfText("B")), ("000003", IntakeWorkspace.HashOfText("A")),
        ]);
        _workspace.ShouldBeWhole();
    }

    [Fact]
    public void A_run_with_nothing_new_takes_nothing()
    {
        _workspace.Put("a.xlsx", "a");
        _workspace.RunOnce();

        _workspace.RunOnce().Received.ShouldBeEmpty();

        _workspace.Rows().Count.ShouldBe(1);
    }

    public static TheoryData<string, string> StrangeNames => new()
    {
        { new string('ก', 83) + ".csv", "253 bytes, as long as a disk allows for Thai" },
        { new string('a', 251) + ".csv", "255 bytes" },
        { "two\nlines.csv", "a newline" },
        { "-rf.csv", "a leading dash" },
        { "--help", "looks like an option" },
        { "trailing. ", "trailing dot and space" },
        { "CON.xlsx", "a device of Windows" },
        { "a\\b:c.csv", "separators of Windows" },
        { "'; DROP TABLE received_file; --.csv", "somebody tries" },
        { "$(reboot).csv", "somebody tries" },
        { "(2) a.csv", "looks like a copy of ours" },
    };

    [SkippableTheory]
    [MemberData(nameof(StrangeNames))]
    public void The_name_as_delivered_is_kept_in_the_row_and_a_safe_one_on_disk(string name, string reason)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Windows has no such names");
        _workspace.Put(name, "x");
        _workspace.Put(Path.Combine("56-พะเยา", name), "y");

        _workspace.RunOnce().Problems.ShouldBeEmpty(reason);

        _workspace.Rows().ShouldAllBe(row => row.Name == name);
        _workspace.Rows().Count.ShouldBe(2);
        _workspace.ShouldBeWhole();
        string tidy = FileNames.OnDisk("000001 ", name)["000001".Length..];
        IntakeWorkspace.FilesUnder(_workspace.Folders.Received).ShouldAllBe(path => path.EndsWith(tidy, StringComparison.Ordinal));
    }

    [Fact]
    public void A_strange_subfolder_keeps_its_files_apart()
    {
        _workspace.Put("line\nbreak/a.csv", "a");

        _workspace.RunOnce();

        _workspace.Rows().Single().Folder.ShouldBe("line\nbreak");
        IntakeWorkspace.FilesUnder(_workspace.Folders.Received).ShouldBe(["line_break/000001 a.csv"]);
        _workspace.ShouldBeWhole();
    }

    [SkippableFact]
    public void Drop_and_received_may_lie_on_different_disks()
    {
        using IntakeWorkspace apart = Apart();
        string original = apart.Put("56-พะเยา/ปริมาณ.xlsx", "ข้อมูล");
        FileStamp stamp = FileStamp.Of(original)!.Value;

        apart.RunOnce().Problems.ShouldBeEmpty();

        apart.ShouldBeWhole();
        FileStamp.Of(Path.Combine(apart.Folders.Received, "56-พะเยา/000001 ปริมาณ.xlsx")).ShouldBe(stamp, "the time comes along");
    }

    [Fact]
    public void A_drop_folder_that_is_away_does_not_pass_for_one_that_was_emptied()
    {
        _workspace.Put("a.xlsx", "a");
        _workspace.RunKilledAt(ReceptionSteps.Registered).ShouldBeTrue();
        Directory.Move(_workspace.Folders.Drop, _workspace.Folders.Drop + "-away");

        IntakeWorkspace.Ids(_workspace.Reception.Recover()).ShouldBe(["INT-006"]);

        Directory.Move(_workspace.Folders.Drop + "-away", _workspace.Folders.Drop);
        _workspace.RunOnce().Problems.ShouldBeEmpty();
        _workspace.Rows().Count.ShouldBe(1);
        _workspace.ShouldBeWhole();
    }

    [Fact]
    public void A_received_folder_in_trouble_is_said_and_mended_by_the_next_run_without_a_second_receipt()
    {
        _workspace.Put("56-พะเยา/a.xlsx", "a");
        _workspace.Put("b.xlsx", "b");
        string inTheWay = Path.Combine(_workspace.Folders.Received, "56-พะเยา");
        File.WriteAllText(inTheWay, "a file where the folder should be");

        for (int run = 1; run <= 3; run++)
        {
            var (_, problems) = _workspace.RunOnce();
            IntakeWorkspace.Ids(problems).ShouldBe(["INT-006"], $"run {run}");
            problems.Single().Finding.Message.ShouldStartWith("รับไฟล์ “56-พะเยา/a.xlsx” เข้าระบบแล้ว (เลขรับ 000001) แต่ย้ายต้นฉบับไปโฟลเดอร์ไฟล์ที่รับแล้วไม่ได้ เพราะ");
            _workspace.Rows().Count.ShouldBe(2, "the other file went through, and this one is not taken again");
        }

        File.Delete(inTheWay);
        _workspace.RunOnce().Problems.ShouldBeEmpty();
        _workspace.Rows().Count.ShouldBe(2);
        _workspace.ShouldBeWhole();
    }

    [Fact]
    public void What_replaces_a_file_that_could_not_be_moved_is_seen_when_it_comes()
    {
        _workspace.Put("56-พะเยา/a.xlsx", "first");
        string inTheWay = Path.Combine(_workspace.Folders.Received, "56-พะเยา");
        File.WriteAllText(inTheWay, "");
        _workspace.RunOnce();
        _workspace.RunOnce();
        _workspace.Clock.Advance(TimeSpan.FromDays(3));
        DateTimeOffset replaced = _workspace.Clock.Now;
        _workspace.Put("56-พะเยา/a.xlsx", "second");
        File.Delete(inTheWay);

        var (received, problems) = _workspace.RunOnce();

        received.Single().FirstSeenAt.ShouldBe(replaced, "the first one's early sighting must not make the second one early");
        IntakeWorkspace.Ids(problems).ShouldBe(["INT-018"]);
        _workspace.Rows().Count.ShouldBe(2);
        _workspace.ShouldBeWhole();
    }

    [SkippableTheory]
    [InlineData("", new[] { "first" }, "he only looked")]
    [InlineData(" and more", new[] { "first", "first and more" }, "what he wrote is a delivery of its own")]
    public void A_writer_who_comes_after_the_look_is_waited_for(string written, string[] expected, string reason)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs the leases of Linux");
        string original = _workspace.Put("a.xlsx", "first");
        Writer? writer = null;

        var (_, problems) = _workspace.RunOnce(step =>
        {
            if (step == ReceptionSteps.Registered) writer = new(original);
        });

        problems.Single().Finding.Message.ShouldEndWith("ไม่ได้ เพราะไฟล์เปิดค้างอยู่ในโปรแกรมอื่น");
        using (writer)
            if (written.Length > 0) writer!.Write(written);
        _workspace.RunOnce();
        _workspace.Rows().Select(row => row.Hash).ShouldBe(expected.Select(IntakeWorkspace.HashOfText), reason);
        _workspace.ShouldBeWhole();
    }

    [Fact]
    public void A_file_put_back_beside_a_newer_one_keeps_both()
    {
        string original = _workspace.Put("a.xlsx", "first");
        _workspace.RunOnce(step =>
        {
            // Between the archive and the move the office saves twice: first over the file, then, once that is set aside, a new one.
            if (step == ReceptionSteps.Registered) _workspace.Put("a.xlsx", "2nd!!");
            if (step == ReceptionSteps.Claimed) _workspace.Put("a.xlsx", "third");
        });
        IntakeWorkspace.FilesUnder(_workspace.Folders.Drop).ShouldBe(["(2) a.xlsx", "a.xlsx"]);
        File.ReadAllText(original).ShouldBe("third");

        _workspace.RunOnce();

        _workspace.Rows().Select(row => row.Hash).Order().ShouldBe(
            new[] { "first", "2nd!!", "third" }.Select(IntakeWorkspace.HashOfText).Order());
        _workspace.ShouldBeWhole();
    }

    /// <summary>A workspace whose received folder lies on another file system.</summary>
    internal static IntakeWorkspace Apart()
    {
        Skip.IfNot(Directory.Exists("/dev/shm"), "this machine has no second file system at hand");
        IntakeWorkspace apart = new(receivedElsewhere: "/dev/shm");
        string probe = apart.Put(".probe", "");
        bool same = DurableFiles.TryRename(probe, Path.Combine(apart.Folders.Received, ".probe"));
        if (same) apart.Dispose();
        Skip.If(same, "temporary files and /dev/shm lie on one file system here");
        File.Delete(probe);
        return apart;
    }

    public void Dispose() => _workspace.Dispose();
}
