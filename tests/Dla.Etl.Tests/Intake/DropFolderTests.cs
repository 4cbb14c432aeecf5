using Dla.Etl.Intake;

namespace Dla.Etl.Tests.Intake;

public sealed class DropFolderTests : IDisposable
{
    private static readonly TimeSpan s_tick = TimeSpan.FromTicks(1);

    private readonly IntakeWorkspace _workspace = new();

    private DropScan Scan() => _workspace.Drop.Scan();

    private DropScan ScanAfter(TimeSpan wait)
    {
        _workspace.Clock.Advance(wait);
        return Scan();
    }

    private static string[] Paths(IEnumerable<ReadyFile> files) => [.. files.Select(file => file.DropPath)];

    [Fact]
    public void A_file_is_taken_when_it_has_stood_still_for_the_interval()
    {
        _workspace.Put("a.xlsx", "a");
        Scan().Settling.ShouldBe(["a.xlsx"]);

        ScanAfter(IntakeWorkspace.Interval - s_tick).Settling.ShouldBe(["a.xlsx"], "an instant short of the interval");

        ScanAfter(s_tick).Ready.Single().DropPath.ShouldBe("a.xlsx");
    }

    [Fact]
    public void An_interval_of_zero_takes_at_first_sight()
    {
        _workspace.Settings = new() { SteadyInterval = TimeSpan.Zero };
        _workspace.Put("a.xlsx", "a");

        Paths(Scan().Ready).ShouldBe(["a.xlsx"]);
    }

    [Theory]
    [InlineData("ab", "another size")]
    [InlineData("b", "the same size, another time")]
    public void A_change_begins_the_interval_anew_and_keeps_the_time_first_seen(string later, string reason)
    {
        DateTimeOffset firstSeen = _workspace.Clock.Now;
        _workspace.Put("a.xlsx", "a");
        Scan();
        _workspace.Put("a.xlsx", later);

        ScanAfter(IntakeWorkspace.Interval).Ready.ShouldBeEmpty(reason);

        ScanAfter(IntakeWorkspace.Interval).Ready.Single().FirstSeenAt.ShouldBe(firstSeen);
    }

    [Fact]
    public void A_file_that_went_away_is_forgotten()
    {
        string file = _workspace.Put("a.xlsx", "a");
        Scan();
        File.Delete(file);
        ScanAfter(IntakeWorkspace.Interval).Settling.ShouldBeEmpty();
        _workspace.Put("a.xlsx", "a");
        DateTimeOffset seenAgain = _workspace.Clock.Now;

        Scan().Settling.ShouldBe(["a.xlsx"], "it has not stood still since it came back");

        ScanAfter(IntakeWorkspace.Interval).Ready.Single().FirstSeenAt.ShouldBe(seenAgain);
    }

    [Fact]
    public void A_clock_set_back_does_not_keep_a_file_waiting_for_it_to_catch_up()
    {
        _workspace.Put("a.xlsx", "a");
        Scan();
        ScanAfter(-TimeSpan.FromHours(1)).Settling.ShouldBe(["a.xlsx"]);

        Paths(ScanAfter(IntakeWorkspace.Interval).Ready).ShouldBe(["a.xlsx"]);
    }

    [Fact]
    public void Only_deliveries_are_seen()
    {
        foreach (string name in new[] { "top.xlsx", "56-พะเยา/in.csv", ".hidden", "~$top.xlsx", ".dla-etl-1", "Thumbs.db", "56-พะเยา/.~lock.in.csv#", ".git/config" })
            _workspace.Put(name, name);
        Scan();

        var scan = ScanAfter(IntakeWorkspace.Interval);

        Paths(scan.Ready).ShouldBe(["top.xlsx", "56-พะเยา/in.csv"], "in the order of their times");
        scan.Problems.ShouldBeEmpty();
        scan.Settling.ShouldBeEmpty();
        scan.Ready[1].ShouldBe(new ReadyFile(
            "56-พะเยา/in.csv", "56-พะเยา", "in.csv", _workspace.InDrop("56-พะเยา/in.csv"), FileStamp.Of(_workspace.InDrop("56-พะเยา/in.csv"))!.Value,
            scan.Ready[1].FirstSeenAt));
    }

    [Fact]
    public void Files_come_in_the_order_first_seen()
    {
        _workspace.Put("b.xlsx", "b");
        Scan();
        _workspace.Clock.Advance(s_tick);
        _workspace.Put("a.xlsx", "a");
        Scan();

        Paths(ScanAfter(IntakeWorkspace.Interval).Ready).ShouldBe(["b.xlsx", "a.xlsx"]);
    }

    [Fact]
    public void What_lies_too_deep_or_leads_away_is_said()
    {
        _workspace.Put("56-พะเยา/เก่า/a.xlsx", "a");
        File.CreateSymbolicLink(_workspace.InDrop("out.csv"), _workspace.Folders.Database);
        File.CreateSymbolicLink(_workspace.InDrop("dangling.csv"), _workspace.InDrop("nowhere"));
        Directory.CreateSymbolicLink(_workspace.InDrop("77-นอก"), _workspace.Folders.Archive);

        var scan = Scan();

        scan.Ready.ShouldBeEmpty();
        scan.Settling.ShouldBeEmpty();
        scan.Problems.Select(problem => (problem.Finding.Kind.Id, problem.Path)).Order().ShouldBe(
            [("INT-008", "77-นอก"), ("INT-008", "dangling.csv"), ("INT-008", "out.csv"), ("INT-009", "56-พะเยา/เก่า")]);
    }

    [Fact]
    public void A_file_of_the_largest_size_is_taken_and_one_byte_more_is_said()
    {
        _workspace.Settings = new() { SteadyInterval = TimeSpan.Zero, MaximumFileBytes = 1000 };
        _workspace.Put("fits.xlsx", new byte[1000]);
        _workspace.Put("large.xlsx", new byte[1001]);

        var scan = Scan();

        Paths(scan.Ready).ShouldBe(["fits.xlsx"]);
        scan.Problems.Single().Finding.Message.ShouldBe(
            "ไฟล์ “large.xlsx” มีขนาด 1,001 ไบต์ เกินกำหนด 1,000 ไบต์ จึงไม่รับเข้าระบบ ไฟล์ยังอยู่ที่เดิม");
        File.Exists(_workspace.InDrop("large.xlsx")).ShouldBeTrue();
    }

    [Fact]
    public void A_missing_drop_folder_is_said_and_nothing_is_forgotten()
    {
        _workspace.Put("a.xlsx", "a");
        DateTimeOffset firstSeen = _workspace.Clock.Now;
        Scan();
        Directory.Move(_workspace.Folders.Drop, _workspace.Folders.Drop + "-away");

        ScanAfter(IntakeWorkspace.Interval).Problems.Single().Finding.Kind.Id.ShouldBe("INT-003");

        Directory.Move(_workspace.Folders.Drop + "-away", _workspace.Folders.Drop);
        Scan().Ready.Single().FirstSeenAt.ShouldBe(firstSeen, "a share that was away for a while does not make a return late");
    }

    [SkippableFact]
    public void A_pipe_is_said_and_nobody_waits_at_it()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "named pipes in folders are a thing of Linux");
        Shell.Run($"mkfifo '{_workspace.InDrop("pipe.csv")}'");
        _workspace.Settings = new() { SteadyInterval = TimeSpan.Zero };

        Scan().Problems.Single().Finding.Kind.Id.ShouldBe("INT-011");
    }

    [SkippableFact]
    public void A_name_that_is_no_UTF8_is_said_and_the_rest_goes_on()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "names on Windows are UTF-16");
        Shell.Run($"cd '{_workspace.Folders.Drop}' && printf x > \"$(printf 'bad\\377.csv')\" && mkdir \"$(printf 'dir\\377')\"");
        _workspace.Settings = new() { SteadyInterval = TimeSpan.Zero };
        _workspace.Put("good.csv", "x");

        var scan = Scan();

        // .NET could not remove them either.
        Shell.Run($"rm -r '{_workspace.Folders.Drop}'/bad* '{_workspace.Folders.Drop}'/dir*");
        Paths(scan.Ready).ShouldBe(["good.csv"]);
        scan.Problems.Select(problem => problem.Finding.Message).Order(StringComparer.Ordinal).ShouldBe(
        [
            "ชื่อ “bad\uFFFD.csv” ในโฟลเดอร์รับไฟล์มีรหัสอักขระที่ไม่ใช่ UTF-8 ระบบจึงเปิดไฟล์หรือโฟลเดอร์นี้ไม่ได้ และยังไม่ได้รับเข้าระบบ",
            "ชื่อ “dir\uFFFD” ในโฟลเดอร์รับไฟล์มีรหัสอักขระที่ไม่ใช่ UTF-8 ระบบจึงเปิดไฟล์หรือโฟลเดอร์นี้ไม่ได้ และยังไม่ได้รับเข้าระบบ",
        ]);
    }

    [Fact]
    public void A_name_that_really_has_the_replacement_character_is_an_ordinary_name()
    {
        _workspace.Settings = new() { SteadyInterval = TimeSpan.Zero };
        _workspace.Put("odd\uFFFD.csv", "x");

        Paths(Scan().Ready).ShouldBe(["odd\uFFFD.csv"]);
    }

    public void Dispose() => _workspace.Dispose();
}
