using System.Globalization;
using Dapper;
using Dla.Etl.ProofTests.Machines;

namespace Dla.Etl.ProofTests;

/// <summary>What is done to the hosts while they work.</summary>
public enum Disturbance
{
    /// <summary>SIGKILL; the host is started again a little later.</summary>
    Kill,

    /// <summary>The line to the server is cut and refuses connections for a moment.</summary>
    Cut,

    /// <summary>The server ends every session.</summary>
    EndSessions,

    /// <summary>SIGSTOP for longer than a lease, then SIGCONT.</summary>
    Freeze,

    /// <summary>The disk of the archive is full for a while.</summary>
    FillDisk,
}

/// <summary>A disturbance of the plan.</summary>
/// <param name="At">When: at this part of the whole work, 0 the beginning and 1 the end.</param>
/// <param name="After">How long after that.</param>
/// <param name="What">What.</param>
/// <param name="Host">Which host, counted from 0; for those that concern one.</param>
/// <param name="For">How long it lasts.</param>
public sealed record Planned(double At, TimeSpan After, Disturbance What, int Host, TimeSpan For)
{
    /// <summary>A plan: every disturbance comes, the disk fills once.</summary>
    public static IReadOnlyList<Planned> Of(Random random, int count, int hosts, bool shared)
    {
        var usual = shared
            ? new[] { Disturbance.Kill, Disturbance.Kill, Disturbance.Kill, Disturbance.Cut, Disturbance.EndSessions, Disturbance.Freeze }
            : [Disturbance.Kill];
        var plan = Enumerable.Range(0, count).Select(number => number < usual.Length ? usual[number] : usual[random.Next(usual.Length)]).ToList();
        if (shared)
            plan[count / 2] = Disturbance.FillDisk;
        var order = plan.Index().OrderBy(item => item.Item == Disturbance.FillDisk ? 0.5 : random.NextDouble()).Select(item => item.Item).ToList();
        return [.. order.Select((what, number) => new Planned(
            (double)number / count, Seconds(random, 0, 0.8), what, random.Next(hosts), what switch
            {
                Disturbance.Kill => Seconds(random, 0, 2),
                Disturbance.Cut => Seconds(random, 0.2, 1.5),
                Disturbance.Freeze => Plant.Lease + Seconds(random, 1, 4),
                Disturbance.FillDisk => Seconds(random, 3, 5),
                _ => TimeSpan.Zero,
            }))];
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{What}{(What is Disturbance.Kill or Disturbance.Freeze ? $" n{Host + 1}" : "")}{(For > TimeSpan.Zero ? $" for {For.TotalSeconds:0.0} s" : "")}");

    private static TimeSpan Seconds(Random random, double least, double most) => TimeSpan.FromSeconds(least + (random.NextDouble() * (most - least)));
}

/// <summary>Carries out a plan, spread over the work so that a slow machine is disturbed in the midst of it as a quick one is.</summary>
/// <param name="plant">Whom it disturbs.</param>
/// <param name="part">How much of the work is done, 0 to 1.</param>
/// <param name="diary">Where it says so.</param>
public sealed class Disturber(Plant plant, Func<double> part, Diary diary)
{
    // When nothing goes on, the disturbance itself may be in the way.
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan s_longestForBusy = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(50);

    private readonly List<Task> _pending = [];
    private int _aimed;

    /// <summary>How often each was done.</summary>
    public Dictionary<Disturbance, int> Done { get; } = [];

    /// <summary>Disturbs; at the end all hosts are up again and nothing is in the way.</summary>
    public async Task DisturbAsync(IReadOnlyList<Planned> plan)
    {
        foreach (var planned in plan)
        {
            var since = diary.Elapsed;
            while (part() < planned.At && diary.Elapsed - since < s_longest)
                await Task.Delay(s_look);
            await Task.Delay(planned.After);
            await DoAsync(planned);
        }

        await Task.WhenAll(_pending);
    }

    private async Task DoAsync(Planned planned)
    {
        var host = plant.Hosts[planned.Host];
        if (planned.What is Disturbance.Kill or Disturbance.Freeze && plant.Server is not null && await BusyAsync(planned.What, host) is { } busy)
            host = busy;
        if (planned.What is Disturbance.Kill or Disturbance.Freeze && (!host.IsUp || host.IsFrozen)
            || planned.What == Disturbance.FillDisk && plant.Disk is null)
        {
            diary.Note($"{planned}: not now");
            return;
        }

        Done[planned.What] = Done.GetValueOrDefault(planned.What) + 1;
        diary.Note(string.Create(CultureInfo.InvariantCulture, $"{planned}{(host.Node == plant.Hosts[planned.Host].Node ? "" : $" (rather {host.Node})")}, at {part():P0} of the work"));
        await DoAsync(planned, host);
    }

    private async Task DoAsync(Planned planned, Host host)
    {
        switch (planned.What)
        {
            case Disturbance.Kill:
                host.Kill();
                _pending.Add(LaterAsync(planned.For, host.Start));
                break;
            case Disturbance.Freeze:
                host.Freeze();
                // The others are disturbed meanwhile.
                _pending.Add(LaterAsync(planned.For, host.Thaw));
                break;
            case Disturbance.Cut:
                plant.Server!.Line.Cut();
                await Task.Delay(planned.For);
                plant.Server.Line.Mend();
                break;
            case Disturbance.EndSessions:
                plant.Server!.EndSessions();
                break;
            case Disturbance.FillDisk:
                plant.Disk!.Fill();
                await Task.Delay(planned.For);
                plant.Disk.Free();
                break;
        }
    }

    // Instants drawn at random seldom fall where it hurts, so who is in the middle of a file is preferred: of taking it or of deciding on it.
    private async Task<Host?> BusyAsync(Disturbance what, Host planned)
    {
        if (_aimed++ % 3 == 2)
            return null;
        var sql = what == Disturbance.Kill && _aimed % 3 == 1
            ? """
              SELECT node FROM lease WHERE name = 'intake' AND expires_at IS NOT NULL
                AND EXISTS (SELECT 1 FROM received_file r WHERE NOT EXISTS (SELECT 1 FROM received_move m WHERE m.received_file_id = r.id))
              """
            : $"SELECT node FROM claim WHERE expires_at IS NOT NULL AND node = '{planned.Node}'";
        using var watcher = plant.Server!.Connect();
        for (var since = diary.Elapsed; diary.Elapsed - since < s_longestForBusy; await Task.Delay(1))
            if ((await watcher.QueryAsync<string>(sql)).FirstOrDefault() is { } node)
                return plant.Hosts.FirstOrDefault(host => host.Node == node);
        return null;
    }

    private static async Task LaterAsync(TimeSpan wait, Action what)
    {
        await Task.Delay(wait);
        what();
    }
}
