using System.Data.Common;
using Dapper;
using Dla.Etl.Coordination;
using Dla.Etl.Definitions;
using Dla.Etl.Intake;
using Dla.Etl.Reporting;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>What a back-fill did.</summary>
/// <param name="Sequence">As of which commit; 0 when nothing was known at the instant.</param>
/// <param name="Written">Reports written now, full paths.</param>
/// <param name="Before">Reports that an earlier back-fill for the same instant wrote and that still lie there.</param>
/// <param name="Problems">Reports that may not leave or could not be written.</param>
public sealed record BackFilled(long Sequence, IReadOnlyList<string> Written, IReadOnlyList<string> Before, IReadOnlyList<IntakeProblem> Problems);

/// <summary>
/// Writes afterwards what a run that was missed would have written: the reports that were due at an instant, as known then, with the definitions of
/// then, beside the current ones. It takes no file, answers nobody, and leaves the current reports as they are.
/// </summary>
/// <param name="station">The node, with the definitions of today.</param>
public sealed class BackFill(Station station)
{
    /// <summary>Runs.</summary>
    /// <param name="order">How: under the lease of the reports.</param>
    /// <param name="instant">For when; not in the future.</param>
    /// <param name="cancellation">Stops between reports; the same command goes on from there.</param>
    /// <returns>What it did; null while another node writes reports.</returns>
    /// <exception cref="Installing.UsageException">The definitions of then cannot be used.</exception>
    public async Task<BackFilled?> RunAsync(WorkOrder order, DateTimeOffset instant, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        BackFilled? filled = null;
        await LeasedWork.DoAsync(station, order with { ByHand = "จัดทำรายงานย้อนหลัง" }, LeaseNames.Report, turn =>
        {
            filled = Fill(turn, instant);
            return Task.FromResult(RunResult.Nothing);
        }, cancellation).ConfigureAwait(false);
        return filled;
    }

    private BackFilled Fill(LeasedWork.Turn turn, DateTimeOffset instant)
    {
        var sequence = SequenceAt(instant);
        if (sequence == 0)
            return new BackFilled(0, [], [], []);
        var then = station.Workplace.InForceAt(station.Warehouse, instant);
        var (due, before) = Due(then, instant, sequence);
        return due.Count == 0 ? new BackFilled(sequence, [], before, []) : Write(turn, then, instant, due, before);
    }

    private BackFilled Write(LeasedWork.Turn turn, Workplace then, DateTimeOffset instant, List<DueThen> due, List<string> before)
    {
        var startedAt = station.Warehouse.Clock.GetUtcNow();
        var (written, problems, run) = (new List<string>(), new List<IntakeProblem>(), turn.Run.Id);
        foreach (var (report, request) in due)
        {
            turn.Cancellation.ThrowIfCancellationRequested();
            var step = new ReportFile(station.Warehouse, then) { Guard = turn.Lease.Check }.Write(run, report, request, instant);
            problems.AddRange(step.Findings.Select(finding => new IntakeProblem(then.Folders.Reports, finding)));
            if (step.Artefact is { } path)
                written.Add(path);
        }

        station.Warehouse.Write(lane => RunLog.Step(lane, run, new RunStep("report", startedAt, due.Count, written.Count, due.Count - written.Count)));
        return new BackFilled(due[0].Request.Sequence, written, before, problems);
    }

    private long SequenceAt(DateTimeOffset instant)
    {
        using var connection = station.Warehouse.Read();
        return CommitSequence.AsOf(connection, instant);
    }

    private (List<DueThen> Due, List<string> Before) Due(Workplace then, DateTimeOffset instant, long sequence)
    {
        using var connection = station.Warehouse.Read();
        var at = CommitSequence.CommittedAt(connection, sequence);
        var (due, before) = (new List<DueThen>(), new List<string>());
        var changes = new ReportChanges(connection, then);
        foreach (var report in then.Reports.All)
            foreach (var period in ReportChanges.Periods(then, report))
                foreach (var unit in changes.UnitsOf(report, period, sequence).Where(unit => changes.WasDue(report, period, unit, instant, sequence)))
                    if (WrittenAfterwards(connection, report, period, unit, instant) is { } path)
                        before.Add(path);
                    else
                        due.Add(new DueThen(report, new ReportRequest(report.Id, period, sequence, at) { Unit = unit, Notice = then.Notice }));
        return (due, before);
    }

    private string? WrittenAfterwards(DbConnection connection, ReportDefinition report, Period period, UnitCode? unit, DateTimeOffset instant)
    {
        var name = connection.QueryFirstOrDefault<string>(
            "SELECT file_name FROM report_written WHERE report = @report AND fiscal_year = @year AND coalesce(unit, '') = @unit AND back_filled_for = @instant ORDER BY written_at DESC LIMIT 1",
            new { report = report.Id, year = period.Number, unit = unit?.ToString() ?? "", instant = Instants.Text(instant) });
        return name is not null && Path.Combine(station.Workplace.Folders.Reports, name) is var path && File.Exists(path) ? path : null;
    }

    private sealed record DueThen(ReportDefinition Report, ReportRequest Request);
}
