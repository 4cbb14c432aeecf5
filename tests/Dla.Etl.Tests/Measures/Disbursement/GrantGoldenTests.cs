using Dla.Etl.Findings.Kinds;
using Dla.Etl.Measures;
using Dla.Etl.Reporting;
using Dla.Etl.Tests.Definitions;
using Dla.Etl.Tests.Reporting;
using Dla.Etl.Tracing;

namespace Dla.Etl.Tests.Measures.Disbursement;

public sealed class GrantGoldenTests
{
    public static TheoryData<string> Reports => new() { "grant-disbursement", "grant-pipeline", "grant-follow-up", "grant-follow-up-province", "development-plan" };

    [Theory]
    [MemberData(nameof(Reports))]
    public void The_template_filled_with_the_hand_worked_month_is_the_expected_workbook(string report)
    {
        var path = TestData.PathOf("reports", report, HandWorkedMonth.Case, "expected.xlsx");
        var written = HandWorkedMonth.Written(report);
        if (TestData.Update)
            File.WriteAllBytes(path, written);
        var (expected, actual) = (WithoutHashes(File.ReadAllBytes(path)), WithoutHashes(written));
        expected.Except(actual).Take(10).ShouldBeEmpty("in the expected workbook only; DLA_UPDATE=1 rewrites it");
        actual.Except(expected).Take(10).ShouldBeEmpty("in the written workbook only; DLA_UPDATE=1 rewrites it");
        actual.Count.ShouldBe(expected.Count);
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Every_figure_of_a_table_says_where_it_comes_from(string report)
    {
        var input = HandWorkedMonth.Input(report, HandWorkedMonth.Registry);
        foreach (var sheet in HandWorkedMonth.Report(report).Sheets.Where(sheet => !sheet.IsManifest))
        {
            var result = MeasureCatalogue.Get(sheet.Measure)(input with { Settings = sheet.Settings });
            foreach (var (name, list) in result.Lists)
                list.Where(cell => cell.Kind == CellContentKind.Number).ShouldAllBe(cell => cell.Origin != null, $"{sheet.Name} {name}");
            if (result.Table is not { } table)
                continue;
            var names = table.Columns.SelectMany(column => Enumerable.Repeat(column.Name, column.Cells)).ToList();
            foreach (var row in table.Rows)
                for (var cell = 0; cell < row.Cells.Count; cell++)
                    if (row.Cells[cell].Kind is CellContentKind.Number or CellContentKind.Day && !IsLabel(sheet.Measure, names[cell]))
                        row.Cells[cell].Origin.ShouldNotBeNull($"{sheet.Name} {row.Kind} {names[cell]}");
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Origins_are_read_as_they_were_stored(string report)
    {
        var input = HandWorkedMonth.Input(report, HandWorkedMonth.Registry);
        var origins = HandWorkedMonth.Report(report).Sheets.Where(sheet => !sheet.IsManifest)
            .SelectMany(sheet => MeasureCatalogue.Get(sheet.Measure)(input with { Settings = sheet.Settings }).Table?.Rows ?? []).SelectMany(row => row.Cells).Select(cell => cell.Origin).OfType<CellOrigin>().ToList();
        origins.Count.ShouldBeGreaterThan(50);
        foreach (var origin in origins)
            OriginJson.Read(OriginJson.Of(origin)).ShouldBe(origin);
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Without_a_registry_there_is_no_denominator_and_no_report(string report)
    {
        var definition = HandWorkedMonth.Report(report);
        using var output = new MemoryStream();
        var step = ReportWriter.Write(
            definition, definition.Templates[HandWorkedMonth.May.Year], HandWorkedMonth.Request(report), HandWorkedMonth.Input(report, null), output);
        step.Artefact.ShouldBeNull();
        step.Findings.ShouldHaveSingleItem().Kind.ShouldBe(DisbursementFindings.NoRegistry);
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void The_mail_that_brings_it_knows_the_names_of_its_values_before_there_are_any(string report) =>
        ReportFacts.Names(HandWorkedMonth.Report(report), Templates.Forms).ShouldContain("registry_line");

    // Numbers of rows, the counts of the registry itself, and marks that no row of a return gives.
    private static bool IsLabel(string measure, string column) => column is "number" or "stage"
        || (column == "authorities" && measure is "grant_provinces" or "development_plan_provinces" or "follow_up_provinces" or "follow_up_districts");

    private static List<string> WithoutHashes(byte[] xlsx) =>
        [.. WorkbookFacts.Of(xlsx).Select(fact => System.Text.RegularExpressions.Regex.Replace(fact, "“[0-9a-f]{64}”", "“(hash)”"))];
}
