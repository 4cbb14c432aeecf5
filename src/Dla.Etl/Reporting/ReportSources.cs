using System.Text;
using Dla.Etl.Definitions;
using Dla.Etl.Measures;
using Dla.Etl.Values;

namespace Dla.Etl.Reporting;

/// <summary>The definitions that a report is made of.</summary>
internal static class ReportSources
{
    /// <summary>Template, report.yaml, the queries, the forms of every year they look at and the rules, each with its bytes and hash.</summary>
    /// <exception cref="KeyNotFoundException">The report's own form is not defined for the year.</exception>
    public static IReadOnlyList<ReportSource> Of(ReportDefinition report, ReportTemplate template, FormCatalogue forms, Period period) =>
    [
        new("แม่แบบรายงาน", $"reports/{report.Id}/{template.FileName}", template.Content, template.Hash),
        new("ข้อกำหนดรายงาน", $"reports/{report.Id}/report.yaml", report.Content, report.Hash),
        .. report.Queries.Values.DistinctBy(query => query.FileName).OrderBy(query => query.FileName, StringComparer.Ordinal)
            .Select(query => new ReportSource("คำสั่งสืบค้น", $"reports/{report.Id}/{query.FileName}", Encoding.UTF8.GetBytes(query.Sql), query.Hash)),
        .. FormsOf(report, forms, period).Select(form => new ReportSource("ข้อกำหนดแบบรายงาน", $"forms/{form.Id}/{Path.GetFileName(form.Path)}", form.Content, form.Hash)),
        .. report.Rules.SelectMany(rule => RulesOf(rule, forms.Definitions, period.Year)).Select(rule => new ReportSource("หลักเกณฑ์", rule.Path, rule.Content, rule.Hash)),
    ];

    // The file of a year that has none is no source: what the report cannot say without it, its measure says.
    private static IEnumerable<DefinitionFile> RulesOf(string rule, DefinitionFiles definitions, FiscalYear year) => rule.EndsWith(".yaml", StringComparison.Ordinal)
        ? definitions.Find($"{DefinitionFiles.RulesRoom}/{rule.Replace("{fiscal_year}", year.ToString(), StringComparison.Ordinal)}") is { } file ? [file] : []
        : definitions.FilesIn($"{DefinitionFiles.RulesRoom}/{rule}");

    // Last year's form need not exist: then there is nothing to compare with.
    private static IEnumerable<FormDefinition> FormsOf(ReportDefinition report, FormCatalogue forms, Period period) => report.Reads(forms, period)
        .Select(read => forms.Find(read.Form, read.Period)).OfType<FormDefinition>().Prepend(forms.Get(report.Form, period)).DistinctBy(form => (form.Id, form.Year));

    /// <summary>One hash over the names and hashes of them all: the same only when every one is the same.</summary>
    public static ContentHash HashOf(IEnumerable<ReportSource> sources) =>
        ContentHash.Of(Encoding.UTF8.GetBytes(string.Concat(sources.Select(source => $"{source.Name}\n{source.Hash.Hex}\n"))));
}
