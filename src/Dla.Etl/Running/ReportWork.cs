using System.Data.Common;
using Dapper;
using Dla.Etl.Coordination;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Intake;
using Dla.Etl.Reporting;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Writes the reports that are due: something about their form was decided since they were last written, something they are made of changed (template, report.yaml, a query, the form), or the workbook is gone. One node at a time.</summary>
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
        if (due.Count > 0)
            new DefinitionShelf(_warehouse, _workplace).Keep();
        for (var index = 0; index < due.Count; index++)
        {
            turn.Cancellation.ThrowIfCancellationRequested();
            var (report, year, sequence, at) = due[index];
            order.Progress(index, due.Count, report.Title);
            var step = Write(turn, report, new ReportRequest(report.Id, year, sequence, at) { Notice = _workplace.Notice });
            problems.AddRange(step.Findings.Select(finding => new IntakeProblem(_workplace.Folders.Reports, finding)));
            if (step.Artefact is { } path)
                written.Add(path);
        }

        if (due.Count > 0 || turn.Run.IdIfOpen is not null)
            _warehouse.Write(lane => RunLog.Step(lane, turn.Run.Id, new RunStep("report", startedAt, due.Count, written.Count, due.Count - written.Count)));
        return new RunResult { Reports = written, Problems = problems };
    }

    private Step<string> Write(LeasedWork.Turn turn, ReportDefinition report, ReportRequest request)
    {
        var path = Path.Combine(_workplace.Folders.Reports, FileNames.OnDisk("", ReportWriter.FileNameOf(report, request.Year)));
        var part = Path.Combine(_workplace.Folders.Reports, $"{FileNames.OwnPrefix}{turn.Run.Id}.part");
        using var workbook = new MemoryStream();
        var step = new ReportWriter(_workplace.Reports, _workplace.Forms, _warehouse).Write(request, workbook);
        if (step.Artefact is not { } written)
            return new Step<string>(null, step.Findings);
        var row = new ReportWritten(
            report.Id, request.Year, request.Sequence, written.Content, written.Template, written.Definition, ReportSources.HashOf(written.Sources), Path.GetFileName(path));
        try
        {
            DurableFiles.WritePart(part, file => file.Write(workbook.ToArray()));
            Publish(turn, row, part, path);
            DurableFiles.FlushFolder(_workplace.Folders.Reports);
        }
        catch (Exception trouble) when (DiskTrouble.Is(trouble))
        {
            return new Step<string>(null, [new Finding(ReportFindings.NotWritten) { Subject = path, Found = DiskTrouble.Cause(trouble) }]);
        }

        return new Step<string>(path, step.Findings);
    }

    // The one rename inside the lane: while the checked lease is locked nobody else can write this report, so a node that was thought dead never lays an
    // old workbook over a newer one. A kill between rename and commit leaves the report due; the next run writes it again.
    private void Publish(LeasedWork.Turn turn, ReportWritten row, string part, string path) => _warehouse.Write(lane =>
    {
        turn.Lease.Check(lane);
        RunLog.Reported(lane, turn.Run.Id, row);
        File.Move(part, path, overwrite: true);
    });

    private List<DueReport> Due()
    {
        using var connection = _warehouse.Read();
        var sequence = CommitSequence.Last(connection);
        if (sequence == 0)
            return [];
        var at = CommitSequence.CommittedAt(connection, sequence);
        return
        [
            .. from report in _workplace.Reports.All
               from year in report.Templates.Keys.Order()
               where IsDue(connection, report, year)
               select new DueReport(report, year, sequence, at),
        ];
    }

    // A year is compared with the one before, so what is decided about either makes the report due.
    private bool IsDue(DbConnection connection, ReportDefinition report, FiscalYear year)
    {
        var decided = connection.ExecuteScalar<long>(
            "SELECT coalesce(max(sequence), 0) FROM outcome WHERE form = @form AND fiscal_year = @year",
            new { form = report.Form, year = year.BuddhistEra });
        var before = connection.ExecuteScalar<long>(
            "SELECT coalesce(max(sequence), 0) FROM outcome WHERE form = @form AND fiscal_year = @year",
            new { form = report.Form, year = year.BuddhistEra - 1 });
        if (decided == 0)
            return false;
        var last = connection.QueryFirstOrDefault<LastWritten>(
            """
            SELECT as_of_sequence AS Sequence, sources_hash AS Sources, file_name AS FileName
            FROM report_written WHERE report = @report AND fiscal_year = @year ORDER BY as_of_sequence DESC, written_at DESC LIMIT 1
            """,
            new { report = report.Id, year = year.BuddhistEra });
        return last is null
            || last.Sequence < Math.Max(decided, before)
            || last.Sources != ReportSources.HashOf(ReportSources.Of(report, report.Templates[year], _workplace.Forms.Get(report.Form, year))).Hex
            || !File.Exists(Path.Combine(_workplace.Folders.Reports, last.FileName));
    }

    private sealed record DueReport(ReportDefinition Report, FiscalYear Year, long Sequence, DateTimeOffset At);

    private sealed record LastWritten
    {
        public long Sequence { get; init; }

        public string Sources { get; init; } = "";

        public string FileName { get; init; } = "";
    }
}
