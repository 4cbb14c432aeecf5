using System.Data.Common;
using Dapper;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Intake;
using Dla.Etl.Reporting;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Writes the reports that are due: something about their form was decided since they were last written, something they are made of changed (template, report.yaml, a query, the form), or the workbook is gone.</summary>
internal sealed class ReportRound(Database warehouse, Workplace workplace)
{
    public WrittenReports WriteDue(string runId, Progress progress)
    {
        var startedAt = warehouse.Clock.GetUtcNow();
        var written = new List<string>();
        var problems = new List<IntakeProblem>();
        var due = Due();
        for (var index = 0; index < due.Count; index++)
        {
            var (report, year, sequence, at) = due[index];
            progress(index, due.Count, report.Title);
            var step = Write(runId, report, new ReportRequest(report.Id, year, sequence, at) { Notice = workplace.Notice });
            problems.AddRange(step.Findings.Select(finding => new IntakeProblem(workplace.Folders.Reports, finding)));
            if (step.Artefact is { } path)
                written.Add(path);
        }

        warehouse.Write(lane => RunLog.Step(lane, runId, new RunStep("report", startedAt, due.Count, written.Count, due.Count - written.Count)));
        return new WrittenReports(written, problems);
    }

    private Step<string> Write(string runId, ReportDefinition report, ReportRequest request)
    {
        var path = Path.Combine(workplace.Folders.Reports, FileNames.OnDisk("", ReportWriter.FileNameOf(report, request.Year)));
        using var workbook = new MemoryStream();
        var step = new ReportWriter(workplace.Reports, workplace.Forms, warehouse).Write(request, workbook);
        if (step.Artefact is not { } written)
            return new Step<string>(null, step.Findings);
        try
        {
            DurableFiles.Write(path, Path.Combine(workplace.Folders.Reports, $"{FileNames.OwnPrefix}{runId}.part"), file => file.Write(workbook.ToArray()));
        }
        catch (Exception trouble) when (DiskTrouble.Is(trouble))
        {
            return new Step<string>(null, [new Finding(ReportFindings.NotWritten) { Subject = path, Found = DiskTrouble.Cause(trouble) }]);
        }

        warehouse.Write(lane => RunLog.Reported(lane, runId, new ReportWritten(
            report.Id, request.Year, request.Sequence, written.Content, written.Template, written.Definition, ReportSources.HashOf(written.Sources), Path.GetFileName(path))));
        return new Step<string>(path, step.Findings);
    }

    private List<DueReport> Due()
    {
        using var connection = warehouse.Read();
        var sequence = CommitSequence.Last(connection);
        if (sequence == 0)
            return [];
        var at = CommitSequence.CommittedAt(connection, sequence);
        return
        [
            .. from report in workplace.Reports.All
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
            || last.Sources != ReportSources.HashOf(ReportSources.Of(report, report.Templates[year], workplace.Forms.Get(report.Form, year))).Hex
            || !File.Exists(Path.Combine(workplace.Folders.Reports, last.FileName));
    }

    private sealed record DueReport(ReportDefinition Report, FiscalYear Year, long Sequence, DateTimeOffset At);

    private sealed record LastWritten
    {
        public long Sequence { get; init; }

        public string Sources { get; init; } = "";

        public string FileName { get; init; } = "";
    }
}

/// <summary>What became of the reports that were due.</summary>
internal sealed record WrittenReports(IReadOnlyList<string> Written, IReadOnlyList<IntakeProblem> Problems);
