using Dla.Etl.ProofTests.Judging;
using Dla.Etl.ProofTests.Machines;
using Dla.Etl.ProofTests.Senders;
using Xunit.Abstractions;

namespace Dla.Etl.ProofTests;

/// <summary>The same on SQLite: one host that is killed and started again at random, and beside it <c>dla-etl run</c> by hand.</summary>
public sealed class OneHostTests(ITestOutputHelper output)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(Diary.IsLong ? 10 : 4);

    [Fact]
    public async Task On_sqlite_killed_again_and_again_it_loads_every_file_exactly_once()
    {
        var diary = new Diary(output);
        using var plant = new Plant(null, 1, diary);
        var sent = new Mailbag(diary.Choices(4), Diary.IsLong ? 40 : 8).Fill(Diary.IsLong ? 500 : 50);
        var plan = Planned.Of(diary.Choices(5), Diary.IsLong ? 20 : 5, 1, shared: false);
        diary.Note($"{sent.Count} files; {string.Join(", ", plan)}");
        try
        {
            var (host, whole) = (plant.Hosts[0], new Whole(plant));
            host.Start();
            await Patiently.UntilAsync(() => Task.FromResult(plant.HasWarehouse), s_patience, () => "the host makes no warehouse");
            await Task.WhenAll(
                new Postman(plant.Workspace, diary.Choices(6)).DeliverAsync(sent, TimeSpan.FromSeconds(Diary.IsLong ? 90 : 10)),
                new Disturber(plant, () => whole.Part(sent.Count), diary).DisturbAsync(plan),
                ByHandAsync(plant, diary));
            await Patiently.UntilAsync(() => Task.FromResult(whole.IsDone(sent.Count)), s_patience, () => $"it is never done: {whole.Progress()}\n{string.Join('\n', host.Said.TakeLast(20))}");
            diary.Note($"all is done: {whole.Progress()}");
            await host.IsReadyAsync();
            host.Stop().ShouldBe(0, "it ends in good order");
            await Task.Delay(Plant.LeftoverAge);
            plant.Run("dla-etl-jobs", "run", "housekeep").Exit.ShouldBe(0);
            whole.Judge(sent);
            Books.Of(plant).ShouldBe(await Undisturbed.ReplayAsync(plant, diary));
            diary.Note("judged: whole, and the same as undisturbed");
        }
        catch
        {
            plant.Hosts[0].KeepLog(diary);
            throw;
        }
    }

    // Somebody at the desk does not wait for the host; every other run of his is killed as well.
    private static async Task ByHandAsync(Plant plant, Diary diary)
    {
        var random = diary.Choices(7);
        for (var turn = 0; turn < (Diary.IsLong ? 8 : 3); turn++)
        {
            using var run = new HostProcess("dla-etl", plant.Variables("by-hand"), "run", "--workspace", plant.Workspace);
            if (turn % 2 == 0)
            {
                await Task.Delay(TimeSpan.FromSeconds(1 + (4 * random.NextDouble())));
                run.Kill();
                diary.Note("a run by hand was killed");
                continue;
            }

            await Patiently.UntilAsync(() => Task.FromResult(run.HasEnded), s_patience, () => "the run by hand does not end");
            run.Ended().ShouldBe(0, string.Join('\n', run.Said));
            diary.Note($"a run by hand ended: {(run.Said.Count > 0 ? run.Said[^1] : "")}");
        }
    }
}
