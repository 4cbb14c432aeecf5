using System.Text;
using Dla.Etl.Definitions;
using Dla.Etl.Measures;
using Dla.Etl.Values;

namespace Dla.Etl.Reporting;

/// <summary>The definitions that a report is made of.</summary>
internal static class ReportSources
{
    /// <summary>Template, report.yaml, form.yaml and the queries, each with its bytes and hash.</summary>
    public static IReadOnlyList<ReportSource> Of(ReportDefinition report, ReportTemplate template, FormDefinition form) =>
    [
        new("แม่แบบรายงาน", $"reports/{report.Id}/{template.FileName}", template.Content, template.Hash),
        new("ข้อกำหนดรายงาน", $"reports/{report.Id}/report.yaml", report.Content, report.Hash),
        .. report.Queries.Values.DistinctBy(query => query.FileName).OrderBy(query => query.FileName, StringComparer.Ordinal)
            .Select(query => new ReportSource("คำสั่งสืบค้น", $"reports/{report.Id}/{query.FileName}", Encoding.UTF8.GetBytes(query.Sql), query.Hash)),
        new("ข้อกำหนดแบบรายงาน", $"forms/{form.Id}/{Path.GetFileName(form.Path)}", form.Content, form.Hash),
    ];

    /// <summary>One hash over the names and hashes of them all: the same only when every one is the same.</summary>
    public static ContentHash HashOf(IEnumerable<ReportSource> sources) =>
        ContentHash.Of(Encoding.UTF8.GetBytes(string.Concat(sources.Select(source => $"{source.Name}\n{source.Hash.Hex}\n"))));
}
