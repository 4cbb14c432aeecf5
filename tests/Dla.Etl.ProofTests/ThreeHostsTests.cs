using Dla.Etl.ProofTests.Judging;
using Dla.Etl.ProofTests.Machines;
using Dla.Etl.ProofTests.Senders;
using Xunit.Abstractions;

namespace Dla.Etl.ProofTests;

/// <summary>Three hosts on one PostgreSQL are killed, frozen and cut off at random instants while files come: every file is loaded exactly once.</summary>
public sealed class ThreeHostsTests(ITestOutputHelper output)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(Diary.IsLong ? 10 : 4);

    [SkippableFact]
    public async Task On_postgres_killed_frozen_and_cut_off_they_load_every_file_exactly_once()
    {
        var diary = new Diary(output);
        using var server = new Server();
        using var plant = new Plant(server, 3, diary);
        var sent = new Mailbag(diary.Choices(1), Diary.IsLong ? 40 : 12).Fill(Diary.IsLong ? 500 : 90);
        var plan = Planned.Of(diary.Choices(2), Diary.IsLong ? 36 : 9, 3, shared: true);
        diary.Note($"{sent.Count} files; {string.Join(", ", plan)}");
        try
        {
            await WorkAsync(plant, sent, plan, diary);
            await StopAsync(plant, diary);
            new Whole(plant).Judge(sent);
            Books.Of(plant).ShouldBe(await Undisturbed.ReplayAsync(plant, diary));
            diary.Note("judged: whole, and the same as undisturbed");
        }
        catch
        {
            foreach (var host in plant.Hosts)
                host.KeepLog(diary);
            throw;
        }
    }

    private static async Task WorkAsync(Plant plant, IReadOnlyList<Delivery> sent, IReadOnlyList<Planned> plan, Diary diary)
    {
        foreach (var host in plant.Hosts)
            host.Start();
        await Patiently.UntilAsync(() => Task.FromResult(plant.HasWarehouse), s_patience, () => "no host makes the warehouse");
        var whole = new Whole(plant);
        var disturber = new Disturber(plant, () => whole.Part(sent.Count), diary);
        var post = new Postman(plant.Workspace, diary.Choices(3)).DeliverAsync(sent, TimeSpan.FromSeconds(Diary.IsLong ? 110 : 18));
        await Task.WhenAll(post, disturber.DisturbAsync(plan));
        diary.Note($"all is sent and quiet: {whole.Progress()}");
        await Patiently.UntilAsync(() => Task.FromResult(whole.IsDone(sent.Count)), s_patience, () => $"it is never done: {whole.Progress()}");
        diary.Note($"all is done: {whole.Progress()}; {string.Join(", ", disturber.Done.Select(done => $"{done.Key} {done.Value}"))}");
    }

    // All are well again, and end in good order; then comes the next night.
    private static async Task StopAsync(Plant plant, Diary diary)
    {
        foreach (var host in plant.Hosts)
            await host.IsReadyAsync();
        foreach (var host in plant.Hosts)
            host.Stop().ShouldBe(0, "it ends in good order");
        var refused = plant.Hosts.Sum(host => host.Said.Count(line => line.Contains("LeaseLost", StringComparison.Ordinal)));
        diary.Note($"all hosts have stopped; {refused} times one was told that another had taken over");
        await Task.Delay(Plant.LeftoverAge);
        plant.Run("dla-etl-jobs", "run", "housekeep").Exit.ShouldBe(0);
    }
}
