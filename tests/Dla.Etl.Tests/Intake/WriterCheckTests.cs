using Dla.Etl.Intake;

namespace Dla.Etl.Tests.Intake;

public sealed class WriterCheckTests : IDisposable
{
    private readonly IntakeWorkspace _workspace = new() { Settings = new() { SteadyInterval = TimeSpan.Zero, LongestWait = TimeSpan.FromSeconds(4) } };

    [SkippableFact]
    public void A_file_open_for_writing_elsewhere_is_left_until_it_is_closed()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs the leases of Linux");
        string file = _workspace.Put("a.xlsx", "half");
        using (new Writer(file))
        {
            var scan = _workspace.Drop.Scan();
            scan.Ready.ShouldBeEmpty("it stands still, but somebody has it open for writing");
            scan.Settling.ShouldBe(["a.xlsx"]);
        }

        _workspace.Drop.Scan().Ready.Single().DropPath.ShouldBe("a.xlsx");
    }

    [SkippableFact]
    public async Task A_file_open_to_the_end_of_the_wait_is_said()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs the leases of Linux");
        using Writer writer = new(_workspace.Put("a.xlsx", "half"));

        var scan = await _workspace.Drop.WaitUntilSteadyAsync();

        scan.Ready.ShouldBeEmpty();
        IntakeWorkspace.Ids(scan.Problems).ShouldBe(["INT-013"]);
    }

    [Fact]
    public void Readers_do_not_keep_a_file_from_being_taken()
    {
        string file = _workspace.Put("a.xlsx", "a");
        using FileStream reader = new(file, FileMode.Open, FileAccess.Read, FileShare.Read);

        WriterCheck.Look(file).ShouldBe(FileState.Quiet);
    }

    [Fact]
    public void A_file_that_went_away_is_gone() => WriterCheck.Look(_workspace.InDrop("gone.xlsx")).ShouldBe(FileState.Gone);

    [SkippableFact]
    public void A_writer_who_comes_while_we_look_does_not_end_the_program()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs the leases of Linux");
        string file = _workspace.Put("a.xlsx", "a");
        using var writers = Shell.Start("sh", ["-c", "i=0; while [ $i -lt 3000 ]; do echo x >> \"$1\"; i=$((i+1)); done; echo done", "sh", file]);
        Task<string> written = writers.StandardOutput.ReadToEndAsync();
        HashSet<FileState> seen = [];

        while (!written.IsCompleted) seen.Add(WriterCheck.Look(file));

        written.Result.ShouldBe("done\n");
        seen.ShouldBeSubsetOf([FileState.Quiet, FileState.BeingWritten]);
        WriterCheck.Look(file).ShouldBe(FileState.Quiet);
    }

    public void Dispose() => _workspace.Dispose();
}
