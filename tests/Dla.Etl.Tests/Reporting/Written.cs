using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Reporting;
using Dla.Etl.Tests.Definitions;
using Dla.Etl.Values;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Tests.Reporting;

/// <summary>Writes the real report from the fixed figures, with the real template or a spoilt one.</summary>
internal static class Written
{
    public static ReportDefinition Report { get; } = ReportCatalogue.Load(Templates.Folder).Get("unit-cost-quantities");

    public static ReportTemplate Template { get; } = Report.Templates[FiscalYear.FromBuddhistEra(2563)];

    /// <summary>The report as it comes out of the repository.</summary>
    public static byte[] Fixed { get; } = Of(Report, Template).Bytes!;

    public static (byte[]? Bytes, IReadOnlyList<Finding> Findings, WrittenReport? Report) Of(ReportDefinition report, ReportTemplate template)
    {
        var form = Templates.Form();
        using var output = new MemoryStream();
        var request = new ReportRequest(report.Id, form.Year, 412, FixedFigures.AsOf);
        var step = ReportWriter.Write(report, template, request, FixedFigures.Input(form, ReportSources.Of(report, template, Templates.Forms, form.Year)), output);
        return (step.Artefact is null ? null : output.ToArray(), step.Findings, step.Artefact);
    }

    /// <summary>The template after an edit, as staff would make one in Excel.</summary>
    public static ReportTemplate Edited(Action<XSSFWorkbook> edit) => new("edited.xlsx", Edit(Template.Content.ToArray(), edit));

    /// <summary>The written report after an edit that no program of ours makes.</summary>
    public static byte[] Tampered(Action<XSSFWorkbook> edit) => Edit(Fixed, edit);

    public static XSSFWorkbook Open(byte[] bytes) => NpoiCulture.Invariant(() => new XSSFWorkbook(new MemoryStream(bytes)));

    public static byte[] Edit(byte[] bytes, Action<XSSFWorkbook> edit) => NpoiCulture.Invariant(() =>
    {
        var book = new XSSFWorkbook(new MemoryStream(bytes));
        edit(book);
        using var saved = new MemoryStream();
        book.Write(saved);
        return saved.ToArray();
    });
}
