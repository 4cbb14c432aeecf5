namespace Dla.Etl.Tests.Intake;

public sealed class WaitingTests : IDisposable
{
    private readonly IntakeWorkspace _workspace = new()
    {
        Settings = new() { SteadyInterval = TimeSpan.FromSeconds(10), PollInterval = TimeSpan.FromSeconds(2), LongestWait = TimeSpan.FromSeconds(60) },
    };

    [Fact]
    public async Task An_empty_drop_folder_is_not_waited_for()
    {
        (await _workspace.Drop.WaitUntilSteadyAsync()).Ready.ShouldBeEmpty();

        _workspace.Clock.Waits.ShouldBe(0);
    }

    [Fact]
    public async Task A_file_is_waited_for_until_it_stands_still()
    {
        _workspace.Put("a.xlsx", "a");

        var scan = await _workspace.Drop.WaitUntilSteadyAsync();

        scan.Ready.Single().DropPath.ShouldBe("a.xlsx");
        scan.Problems.ShouldBeEmpty();
        _workspace.Clock.Waits.ShouldBe(5, "ten seconds in looks of two");
    }

    [Fact]
    public async Task A_file_that_grows_for_a_while_is_waited_for()
    {
        _workspace.Put("a.xlsx", "");
        _workspace.Clock.WhileWaiting = () =>
        {
            if (_workspace.Clock.Waits <= 7) _workspace.Put("a.xlsx", new byte[_workspace.Clock.Waits]);
        };

        var scan = await _workspace.Drop.WaitUntilSteadyAsync();

        scan.Ready.Single().Stamp.Size.ShouldBe(7);
        _workspace.Clock.Waits.ShouldBe(12, "seven looks of growing and ten seconds more");
    }

    [Fact]
    public async Task Waiting_has_an_end_and_the_rest_is_taken()
    {
        _workspace.Put("done.xlsx", "done");
        _workspace.Put("endless.xlsx", "");
        _workspace.Clock.WhileWaiting = () => _workspace.Put("endless.xlsx", new byte[_workspace.Clock.Waits]);

        var scan = await _workspace.Drop.WaitUntilSteadyAsync();

        scan.Ready.Single().DropPath.ShouldBe("done.xlsx");
        scan.Problems.Single().Finding.Message.ShouldBe(
            "ไฟล์ “endless.xlsx” ยังถูกเขียนหรือเปิดค้างอยู่จนสิ้นเวลารอ 60 วินาที จึงยังไม่รับในรอบนี้");
        _workspace.Clock.Waits.ShouldBe(30);
    }

    [Fact]
    public async Task Waiting_can_be_cancelled()
    {
        using CancellationTokenSource cancel = new();
        _workspace.Put("a.xlsx", "a");
        _workspace.Clock.WhileWaiting = cancel.Cancel;

        await Should.ThrowAsync<OperationCanceledException>(() => _workspace.Drop.WaitUntilSteadyAsync(cancel.Token));
    }

    public void Dispose() => _workspace.Dispose();
}
