using System.Data.Common;
using Dapper;
using Dla.Etl.Coordination;
using Dla.Etl.Definitions;
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
        var file = new ReportFile(_warehouse, _workplace) { Guard = turn.Lease.Check };
        for (var index = 0; index < due.Count; index++)
        {
            turn.Cancellation.ThrowIfCancellationRequested();
            var (report, period, sequence, at) = due[index];
            order.Progress(index, due.Count, report.Title);
            var step = file.Write(turn.Run.Id, report, new ReportRequest(report.Id, period, sequence, at) { Notice = _workplace.Notice });
            problems.AddRange(step.Findings.Select(finding => new IntakeProblem(Path.Combine(_workplace.Folders.Reports, ReportFile.NameOf(report, period, null)), finding)));
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
        var at = CommitSequence.CommittedAt(connection, sequence);
        return
        [
            .. from report in _workplace.Reports.All
               from period in Periods(_workplace, report)
               where IsDue(connection, _workplace, report, period, long.MaxValue)
               select new DueReport(report, period, sequence, at),
        ];
    }

    /// <summary>The periods for which a report may be made: the years that it has a template for, or their months.</summary>
    internal static IEnumerable<Period> Periods(Workplace workplace, ReportDefinition report) =>
        report.Templates.Keys.Order().SelectMany(year => workplace.Forms.PeriodsOf(report.Form, year));

    /// <summary>Whether a report is due to be written, as far as what was decided up to a sequence goes.</summary>
    // What is decided about any return that it looks at makes it due again.
    internal static bool IsDue(DbConnection connection, Workplace workplace, ReportDefinition report, Period period, long sequence)
    {
        if (!HasMatter(connection, report, period, sequence))
            return false;
        var last = LastWritten.Of(connection, report.Id, period, DateTimeOffset.MaxValue);
        return last is null
            || last.Sequence < LastChange(connection, workplace.Forms, report, period, sequence)
            || last.Sources != ReportSources.HashOf(ReportSources.Of(report, report.Templates[period.Year], workplace.Forms, period)).Hex
            || !File.Exists(Path.Combine(workplace.Folders.Reports, last.FileName));
    }

    /// <summary>Whether there was anything to report up to a sequence: a decision on a return of the report's own form and year, or one that stands where it needs that.</summary>
    internal static bool HasMatter(DbConnection connection, ReportDefinition report, Period period, long sequence) => report.NeedsStandingReturn
        ? connection.ExecuteScalar<long>(
            "SELECT count(*) FROM return_version WHERE form = @form AND fiscal_year = @year AND sequence <= @sequence",
            new { form = report.Form, year = period.Number, sequence }) > 0
        : Changed(connection, report.Form, period.Number, sequence) > 0;

    /// <summary>The last commit up to a sequence that says something of any return that a report looks at.</summary>
    internal static long LastChange(DbConnection connection, FormCatalogue forms, ReportDefinition report, Period period, long sequence) => Math.Max(
        report.Reads(forms, period).Max(read => Changed(connection, read.Form, read.Period.Number, sequence)),
        forms.Find(report.Form, period) is { FiledBy: FilingUnit.Authority } ? RegistryChanged(connection, sequence) : 0);

    // Who has not reported, and of how many that is, is told by the registry.
    private static long RegistryChanged(DbConnection connection, long sequence) =>
        connection.ExecuteScalar<long>("SELECT coalesce(max(sequence), 0) FROM authority_edition WHERE sequence <= @sequence", new { sequence });

    /// <summary>The last commit up to a sequence that says something of a form and year: a file was decided on, or somebody went back to an earlier version.</summary>
    private static long Changed(DbConnection connection, string form, int year, long sequence) => connection.ExecuteScalar<long>(
        """
        SELECT coalesce(max(sequence), 0) FROM (
          SELECT sequence FROM outcome WHERE form = @form AND fiscal_year = @year
          UNION ALL SELECT sequence FROM return_version WHERE form = @form AND fiscal_year = @year) changed
        WHERE sequence <= @sequence
        """,
        new { form, year, sequence });

    private sealed record DueReport(ReportDefinition Report, Period Period, long Sequence, DateTimeOffset At);
}

/// <summary>The current report as it was last written; back-filled ones do not count.</summary>
internal sealed record LastWritten
{
    public long Sequence { get; init; }

    public string Sources { get; init; } = "";

    public string FileName { get; init; } = "";

    public string Content { get; init; } = "";

    /// <summary>The last one written up to an instant; null when there was none.</summary>
    public static LastWritten? Of(DbConnection connection, string report, Period period, DateTimeOffset upTo) => connection.QueryFirstOrDefault<LastWritten>(
        """
        SELECT as_of_sequence AS Sequence, sources_hash AS Sources, file_name AS FileName, content_hash AS Content
        FROM report_written
        WHERE report = @report AND fiscal_year = @year AND back_filled_for IS NULL AND written_at <= @upTo
        ORDER BY as_of_sequence DESC, written_at DESC LIMIT 1
        """,
        new { report, year = period.Number, upTo = Instants.Text(upTo) });
}
