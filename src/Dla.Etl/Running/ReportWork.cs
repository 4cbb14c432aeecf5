using Dla.Etl.Coordination;
using Dla.Etl.Definitions;
using Dla.Etl.Intake;
using Dla.Etl.Reporting;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Writes the reports that are due: something about their form was decided since they were last written (of a province's own, about the province), something they are made of changed (template, report.yaml, a query, the form), or the workbook is gone. One node at a time.</summary>
/// <param name="station">The node.</param>
public sealed class ReportWork(Station station)
{
    private readonly Database _warehouse = station.Warehouse;
    private readonly Workplace _workplace = station.Workplace;

    /// <summary>Reports.</summary>
    /// <param name="order">How.</param>
    /// <param name="cancellation">Stops between reports; the next run goes on from there.</param>
    /// <exception cref="LeaseLostException">Another node has taken over.</exception>
    public Task<RunResult> RunAsync(WorkOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        return LeasedWork.DoAsync(station, order, LeaseNames.Report, turn => Task.FromResult(WriteDue(turn, order)), cancellation);
    }

    private RunResult WriteDue(LeasedWork.Turn turn, WorkOrder order)
    {
        var startedAt = _warehouse.Clock.GetUtcNow();
        var written = new List<string>();
        var problems = new List<IntakeProblem>();
        var due = Due();
        var file = new ReportFile(_warehouse, _workplace) { Guard = turn.Lease.Check };
        for (var index = 0; index < due.Count; index++)
        {
            turn.Cancellation.ThrowIfCancellationRequested();
            var (report, request) = due[index];
            order.Progress(index, due.Count, report.Title);
            var step = file.Write(turn.Run.Id, report, request);
            problems.AddRange(step.Findings.Select(finding => new IntakeProblem(Path.Combine(_workplace.Folders.Reports, ReportFile.NameOf(report, request.Period, request.Unit, null)), finding)));
            if (step.Artefact is { } path)
                written.Add(path);
        }

        if (turn.Run.IdIfOpen is { } run)
            _warehouse.Write(lane => RunLog.Step(lane, run, new RunStep("report", startedAt, due.Count, written.Count, due.Count - written.Count)));
        return new RunResult { Reports = written, Problems = problems };
    }

    private List<DueReport> Due()
    {
        using var connection = _warehouse.Read();
        var sequence = CommitSequence.Last(connection);
        if (sequence == 0)
            return [];
        var (at, changes) = (CommitSequence.CommittedAt(connection, sequence), new ReportChanges(connection, _workplace));
        return
        [
            .. from report in _workplace.Reports.All
               from period in ReportChanges.Periods(_workplace, report)
               from unit in changes.UnitsOf(report, period, sequence)
               where changes.IsDue(report, period, unit, sequence)
               select new DueReport(report, new ReportRequest(report.Id, period, sequence, at) { Unit = unit, Notice = _workplace.Notice }),
        ];
    }

    private sealed record DueReport(ReportDefinition Report, ReportRequest Request);
}
