using Dla.Etl.Intake;

namespace Dla.Etl.Tests.Intake;

public sealed class KillTests
{
    /// <summary>What people do to the file while no run is there, and whether that is a new delivery.</summary>
    public enum Meanwhile
    {
        Nothing,
        Touched,
        Replaced,
        ReplacedByAsLong,
        Deleted,
    }

    public static TheoryData<string, Meanwhile, bool> Kills()
    {
        TheoryData<string, Meanwhile, bool> rows = [];
        foreach (string step in ReceptionSteps.All)
            foreach (Meanwhile meanwhile in Enum.GetValues<Meanwhile>())
                foreach (bool apart in new[] { false, true })
                    if (apart || step != ReceptionSteps.Carried) rows.Add(step, meanwhile, apart);
        return rows;
    }

    [SkippableTheory]
    [MemberData(nameof(Kills))]
    public void Killed_at_any_step_nothing_is_lost_and_nothing_taken_twice(string step, Meanwhile meanwhile, bool apart)
    {
        using IntakeWorkspace workspace = apart ? ReceptionTests.Apart() : new();
        workspace.Put("56-พะเยา/ปริมาณ.xlsx", "first");
        workspace.Put("b.xlsx", "other");

        workspace.RunKilledAt(step).ShouldBeTrue();
        bool registered = workspace.Rows().Count == 1;
        bool gone = !File.Exists(workspace.InDrop("56-พะเยา/ปริมาณ.xlsx"));
        Act(workspace, meanwhile, gone);
        workspace.RunOnce();

        string[] first = meanwhile switch
        {
            Meanwhile.Nothing => ["first"],
            // The same bytes in the same place before the original was set aside are the same delivery; afterwards they are a new one.
            Meanwhile.Touched => registered && gone ? ["first", "first"] : ["first"],
            Meanwhile.Deleted => registered ? ["first"] : [],
            Meanwhile.Replaced => registered ? ["first", "second, longer"] : ["second, longer"],
            _ => registered ? ["first", "2nd!!"] : ["2nd!!"],
        };
        workspace.Rows().Select(row => row.Hash).Order().ShouldBe(first.Append("other").Select(IntakeWorkspace.HashOfText).Order());
        workspace.Rows().Select(row => row.Receipt).ShouldBeUnique();
        workspace.ShouldBeWhole();
        workspace.RunOnce().Received.ShouldBeEmpty("a further run has nothing to do");
        workspace.ShouldBeWhole();
    }

    [Fact]
    public void Killed_again_and_again_it_still_ends_well()
    {
        using IntakeWorkspace workspace = new();
        workspace.Put("56-พะเยา/ปริมาณ.xlsx", "first");
        foreach (string step in ReceptionSteps.All) workspace.RunKilledAt(step);
        foreach (string step in ReceptionSteps.All) workspace.RunKilledAt(step);

        workspace.RunOnce();

        workspace.Rows().Count.ShouldBe(1);
        workspace.ShouldBeWhole();
    }

    public static TheoryData<string> RealKills() => [.. ReceptionSteps.All.Where(step => step != ReceptionSteps.Carried)];

    [SkippableTheory]
    [MemberData(nameof(RealKills))]
    public void Killed_by_the_kernel_nothing_is_lost_and_nothing_taken_twice(string step)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "SIGKILL is a thing of Linux");
        using IntakeWorkspace workspace = new();
        workspace.Put("56-พะเยา/ปริมาณ.xlsx", "first");

        Probe.Run(workspace.Root, step).Code.ShouldBe(128 + 9, "it must really have been killed");
        Probe.Run(workspace.Root).ShouldBe((0, ""));

        workspace.Rows().Single().Hash.ShouldBe(IntakeWorkspace.HashOfText("first"));
        workspace.ShouldBeWhole();
    }

    private static void Act(IntakeWorkspace workspace, Meanwhile meanwhile, bool gone)
    {
        const string Path = "56-พะเยา/ปริมาณ.xlsx";
        if (meanwhile is Meanwhile.Touched) workspace.Put(Path, "first");
        if (meanwhile is Meanwhile.Replaced) workspace.Put(Path, "second, longer");
        if (meanwhile is Meanwhile.ReplacedByAsLong) workspace.Put(Path, "2nd!!");
        if (meanwhile is Meanwhile.Deleted && !gone) File.Delete(workspace.InDrop(Path));
    }
}
