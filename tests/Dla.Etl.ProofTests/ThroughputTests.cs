using System.Globalization;
using Dla.Etl.ProofTests.Judging;
using Dla.Etl.ProofTests.Machines;
using Dla.Etl.ProofTests.Senders;
using Xunit.Abstractions;

namespace Dla.Etl.ProofTests;

/// <summary>How many files the hosts take, decide and answer when nobody disturbs them; part of the long form.</summary>
public sealed class ThroughputTests(ITestOutputHelper output)
{
    [SkippableTheory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Left_alone_the_hosts_take_so_many_files_a_second(int hosts)
    {
        Skip.IfNot(Diary.IsLong, "Throughput is measured in the long form, DLA_TEST_LONG=1.");
        var diary = new Diary(output);
        using var server = new Server();
        using var plant = new Plant(server, hosts, diary);
        var sent = new Mailbag(diary.Choices(9), 40).Fill(500).DistinctBy(file => file.DropPath).ToList();
        foreach (var host in plant.Hosts)
            host.Start();
        foreach (var host in plant.Hosts)
            await host.IsReadyAsync();
        var since = diary.Elapsed;
        await new Postman(plant.Workspace, diary.Choices(10)).DeliverAsync([.. sent.Select(file => file with { InPieces = false })], TimeSpan.Zero);
        var whole = new Whole(plant);
        await Patiently.UntilAsync(() => Task.FromResult(whole.IsDone(sent.Count)), TimeSpan.FromMinutes(10), whole.Progress);
        var seconds = (diary.Elapsed - since).TotalSeconds;
        var decide = plant.Query<double>("SELECT extract(epoch FROM max(decided_at)::timestamptz - min(decided_at)::timestamptz)::float8 FROM outcome").Single();
        diary.Note(string.Create(
            CultureInfo.InvariantCulture, $"{hosts} hosts, {sent.Count} files: {sent.Count / seconds:0.0} a second from drop to answer and report ({seconds:0} s), decided at {sent.Count / decide:0.0} a second"));
        foreach (var host in plant.Hosts)
            host.Stop().ShouldBe(0);
    }
}
