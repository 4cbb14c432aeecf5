using System.IO.Compression;
using Dla.Etl.Definitions;
using Dla.Etl.Reporting;
using Dla.Etl.Tests.Definitions;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Tests.Reporting;

public sealed class TemplateChartsTests
{
    public static TheoryData<string, string> Drawn => new()
    {
        { "development-plan", "two bar charts on a sheet" },
        { "action-plan-reconciliation", "the waterfall" },
        { "unit-cost-tables", "the spread" },
    };

    [Theory]
    [MemberData(nameof(Drawn))]
    public void A_filled_report_has_the_charts_of_its_template_to_the_byte(string report, string reason)
    {
        var template = ReportCatalogue.Load(Templates.Folder).Get(report).Templates.First().Value;
        using var filled = new MemoryStream();
        using var written = new MemoryStream(NpoiCulture.Invariant(() => PassedOn(template.Content.ToArray())));
        WorkbookPackage.Seal(written, filled, "title", DateTimeOffset.UnixEpoch, null, TemplateCharts.Of(template.Content));

        var charts = Charts(new MemoryStream(template.Content.ToArray()));
        charts.ShouldNotBeEmpty(reason);
        Charts(filled).ShouldBe(charts, reason);
        Charts(written).ShouldNotBe(charts, "when NPOI writes charts as it found them, this piece can go");
    }

    [Fact]
    public void A_chart_of_other_ranges_is_never_put_in_the_place_of_one()
    {
        var (plan, waterfall) = (Template("development-plan"), Template("action-plan-reconciliation"));
        using var target = new MemoryStream();
        Should.Throw<InvalidOperationException>(() =>
            WorkbookPackage.Seal(new MemoryStream(plan), target, "title", DateTimeOffset.UnixEpoch, null, TemplateCharts.Of(waterfall))).Message.ShouldContain("xl/charts/chart1.xml");
    }

    private static byte[] PassedOn(byte[] template)
    {
        using var written = new MemoryStream();
        new XSSFWorkbook(new MemoryStream(template)).Write(written);
        return written.ToArray();
    }

    private static byte[] Template(string report) => ReportCatalogue.Load(Templates.Folder).Get(report).Templates.First().Value.Content.ToArray();

    private static List<string> Charts(Stream package)
    {
        package.Position = 0;
        using var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        return [.. zip.Entries.Where(entry => entry.FullName.StartsWith("xl/charts/chart", StringComparison.Ordinal)).OrderBy(entry => entry.FullName, StringComparer.Ordinal)
            .Select(entry => $"{entry.FullName} {new StreamReader(entry.Open()).ReadToEnd()}")];
    }
}
