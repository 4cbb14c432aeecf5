using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Measures;
using Dla.Etl.Reference;
using Dla.Etl.Tracing;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Reporting;

/// <summary>Measures as of a sequence, a filled template, a hash, a look at the gate: a workbook that may leave, or the findings why there is none.</summary>
/// <param name="reports">The reports that there are.</param>
/// <param name="forms">The forms that there are.</param>
/// <param name="database">The warehouse.</param>
public sealed class ReportWriter(ReportCatalogue reports, FormCatalogue forms, Database database)
{
    /// <summary>Writes a report into a stream; nothing is written when there is a finding.</summary>
    /// <exception cref="KeyNotFoundException">No such report, or its form is not defined for the year.</exception>
    public Step<WrittenReport> Write(ReportRequest request, Stream output)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(output);
        var report = reports.Get(request.Report);
        if (!report.Templates.TryGetValue(request.Period.Year, out var template))
            return new(null, [NoTemplate(report, request.Period.Year)]);
        using var connection = database.Read();
        var data = new ReportData(report, forms, connection, request);
        return Write(report, template, request, data.Input(template), output);
    }

    /// <summary>Writes a report from measures' input that is at hand; the warehouse is not asked.</summary>
    internal static Step<WrittenReport> Write(
        ReportDefinition report, ReportTemplate template, ReportRequest request, MeasureInput input, Stream output)
    {
        var measures = report.Sheets.Select(sheet => MeasureCatalogue.Get(sheet.Measure)(input with { Settings = sheet.Settings })).ToList();
        var said = measures.SelectMany(measure => measure.Findings).Distinct().ToList();
        if (said.Exists(finding => finding.Severity >= Severity.Error))
            return new(null, said);
        using var filled = new FilledStream();
        var traces = new List<SheetTrace>();
        var findings = ReportFilling.Fill(report, template, ReportValues.Of(report, request, input), measures, filled, traces);
        if (findings.Count > 0)
            return new(null, findings);
        var written = WrittenWorkbook.Read(filled.Again());
        var hash = ReportContent.HashOf(written, report.ManifestSheets);
        using var sealedReport = new MemoryStream();
        var title = input.Unit is { } unit ? $"{report.Title} {unit.Called}" : report.Title;
        WorkbookPackage.Seal(filled.Again(), sealedReport, title, request.AsOf, (ReportFilling.HashToBe, hash.Hex), TemplateCharts.Of(template.Content));
        sealedReport.Position = 0;
        // Sealing changes no cell but the one of the hash, so the cells are not read a second time.
        findings = ReportGate.Inspect(written.InFrameOf(sealedReport), report);
        if (findings.Count > 0)
            return new(null, findings);
        sealedReport.Position = 0;
        sealedReport.CopyTo(output);
        return new(new WrittenReport(request, FileNameOf(report, request.Period, request.Unit), hash, template.Hash, report.Hash, input.Sources,
            input.Status.Count(status => status.Version is not null), input.Provinces.Count)
        {
            Trace = ReportTrace.Of(title, traces, measures.SelectMany(measure => measure.Calculations)),
        }, []);
    }

    /// <summary>The name that report.yaml gives the workbook of a period, of a unit where it is of one.</summary>
    public static string FileNameOf(ReportDefinition report, Period period, UnitCode? unit)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.FileName.Replace("{fiscal_year}", period.Year.ToString(), StringComparison.Ordinal).Replace("{period}", period.ToString(), StringComparison.Ordinal)
            .Replace("{unit}", unit?.ToString(), StringComparison.Ordinal).Replace("{unit_name}", unit is { } code ? Units.Get(code).Name : null, StringComparison.Ordinal);
    }

    private static Finding NoTemplate(ReportDefinition report, FiscalYear year) => new(ReportFindings.NoTemplateForYear)
    {
        Subject = report.Title,
        Found = year.ToString(),
        Expected = string.Join(", ", report.Templates.Keys.Order()),
    };

    // NPOI closes the stream that it writes to; the bytes are wanted twice afterwards.
    private sealed class FilledStream : MemoryStream
    {
        public MemoryStream Again() => new(ToArray());
    }
}
