using Dapper;
using Dla.Etl.Findings;
using Dla.Etl.Installing;
using Dla.Etl.Intake;
using Dla.Etl.Normalising;
using Dla.Etl.Running;

namespace Dla.Etl.Cli.Demo;

/// <summary>What the demo did.</summary>
internal sealed record DemoTotals(int Received, int Mails, IReadOnlyDictionary<Verdict, int> Verdicts);

/// <summary>Drops the samples at their times and runs the main job when a week is over.</summary>
internal sealed class DemoReplay(Station station, DemoClock clock, DemoMailbox mailbox)
{
    private readonly DemoRegistry _registry = new(station);
    private readonly Dictionary<Verdict, int> _verdicts = [];
    private int _received, _mails;

    public async Task<DemoTotals> RunAsync(IReadOnlyList<DemoArrival> arrivals, Action<int, int, string> progress, CancellationToken cancellation)
    {
        var remaining = arrivals.Where(arrival => !IsReceived(arrival)).ToList();
        for (var index = 0; index < remaining.Count; index++)
        {
            Drop(remaining[index]);
            progress(index + 1, remaining.Count, ThaiDates.Short(ThaiDates.DayInBangkok(remaining[index].ReceivedAt)));
            if (index + 1 == remaining.Count || Week(remaining[index + 1]) != Week(remaining[index]))
                await MainRunAsync(EndOfWeek(remaining[index]), cancellation).ConfigureAwait(false);
        }

        return new DemoTotals(_received, _mails, _verdicts);
    }

    // What an earlier demo, or one that was interrupted, already took is not dropped again.
    private bool IsReceived(DemoArrival arrival)
    {
        using var connection = station.Warehouse.Read();
        if (arrival.Mail is not null)
            return connection.ExecuteScalar<long>("SELECT count(*) FROM received_mail WHERE received_at = @at", new { at = Warehouse.Instants.Text(arrival.ReceivedAt) }) > 0;
        return ReceivedFile.IsKnown(connection, arrival.DropPath.Replace(Path.DirectorySeparatorChar, '/'), arrival.ReceivedAt);
    }

    private void Drop(DemoArrival arrival)
    {
        clock.MoveTo(arrival.ReceivedAt);
        _registry.ImportBy(arrival.ReceivedAt);
        if (arrival.Mail is { } mail)
        {
            var file = Path.Combine(arrival.Samples, arrival.File);
            mailbox.Deliver(mail.IsMessage ? File.ReadAllBytes(file) : mail.Compose(file, arrival.DeliverAs, arrival.ReceivedAt), arrival.ReceivedAt);
            return;
        }

        var target = Path.Combine(station.Workplace.Folders.Drop, arrival.DropPath);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(Path.Combine(arrival.Samples, arrival.File), target, overwrite: true);
        new DropFolder(station.Workplace.Folders.Drop, station.Warehouse, station.Workplace.Intake, clock).Scan();
    }

    private async Task MainRunAsync(DateTimeOffset at, CancellationToken cancellation)
    {
        clock.MoveTo(at);
        var result = await new MainRun(station).RunAsync(new WorkOrder("demo"), cancellation).ConfigureAwait(false);
        if (result.LeftTo.Count > 0)
            throw new UsageException("มีการทำงานอีกรอบหนึ่งใช้พื้นที่ทำงานนี้อยู่ · another run has this workspace");
        await MorningAsync(cancellation).ConfigureAwait(false);
        _received += result.Received;
        _mails += result.Mails;
        foreach (var (verdict, count) in result.Verdicts)
            _verdicts[verdict] = _verdicts.GetValueOrDefault(verdict) + count;
    }

    // Reminders leave in the morning.
    private async Task MorningAsync(CancellationToken cancellation)
    {
        clock.MoveTo(clock.GetUtcNow().AddHours(6.5));
        var order = new WorkOrder("demo");
        await new NotifyWork(station).RunAsync(order, cancellation).ConfigureAwait(false);
        await new SendWork(station).RunAsync(order, cancellation).ConfigureAwait(false);
    }

    private static int Week(DemoArrival arrival) => ThaiDates.DayInBangkok(arrival.ReceivedAt).DayNumber / 7;

    private static DateTimeOffset EndOfWeek(DemoArrival arrival) =>
        new(DateOnly.FromDayNumber((Week(arrival) + 1) * 7).ToDateTime(new TimeOnly(1, 0)), TimeSpan.FromHours(7));
}
