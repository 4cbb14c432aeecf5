using Dla.Etl.Coordination;

namespace Dla.Etl.Running;

/// <summary>The main job, once: take what lies in the mailbox and in the drop folder, decide, answer, consolidate, report, decide what mail leaves, and send. It also finishes what a killed run left.</summary>
/// <remarks>It works beside the jobs of any host: each step has the lease of that work, and is left to whoever has it for too long.</remarks>
/// <param name="station">The node.</param>
public sealed class MainRun(Station station)
{
    /// <summary>Runs.</summary>
    /// <param name="order">How; the wait holds for each step.</param>
    /// <param name="cancellation">Stops between files; the next run goes on from there.</param>
    /// <returns>What happened; only <see cref="RunResult.LeftTo"/> when another run was at work all the time.</returns>
    /// <exception cref="AggregateException">The program broke on some files; all the others were dealt with.</exception>
    /// <exception cref="LeaseLostException">Another node has taken over; it does the rest.</exception>
    public Task<RunResult> RunAsync(WorkOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        var logged = order with { AlwaysLogged = true, ByHand = order.Rebuild ? "รวมตัวเลขใหม่ทั้งหมด" : "หนึ่งรอบ" };
        return LeasedWork.DoAsync(station, logged, LeaseNames.Run, turn => StepsAsync(turn, order), cancellation);
    }

    // The order is the whole of it: each step starts from what the warehouse holds, so a kill between two of them costs nothing.
    private async Task<RunResult> StepsAsync(LeasedWork.Turn turn, WorkOrder order)
    {
        var step = order with { PartOf = turn.Run };
        await station.Leases.CloseAbandonedRunsAsync().ConfigureAwait(false);
        var result = await new MailboxWork(station).RunAsync(step, turn.Cancellation).ConfigureAwait(false);
        result = result.And(await new IntakeWork(station).RunAsync(step, turn.Cancellation).ConfigureAwait(false));
        result = result.And(await new DecideWork(station).RunAsync(step, turn.Cancellation).ConfigureAwait(false));
        result = result.And(await new AnswerWork(station).RunAsync(step, turn.Cancellation).ConfigureAwait(false));
        result = result.And(await new MailAnswerWork(station).RunAsync(step, turn.Cancellation).ConfigureAwait(false));
        result = result.And(await new ConsolidateWork(station).RunAsync(step, turn.Cancellation).ConfigureAwait(false));
        result = result.And(await new ReportWork(station).RunAsync(step, turn.Cancellation).ConfigureAwait(false));
        result = result.And(await new NotifyWork(station).RunAsync(step, turn.Cancellation).ConfigureAwait(false));
        result = result.And(await new SendWork(station).RunAsync(step, turn.Cancellation).ConfigureAwait(false));
        return result.OrThrow();
    }
}
