using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;
using Dla.Etl.Samples.Offices;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Cases;

/// <summary>Every return of the two seasons, whatever its shape, gives the very figures that the generator put into it.</summary>
public sealed class SeasonPipelineTests
{
    private static readonly Pipeline Pipeline = new(
        new WorkbookReader(new ReadingLimits(), TimeProvider.System),
        new FormRecogniser(FormCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "templates"))),
        _ => null);

    [Theory]
    [InlineData(2563)]
    [InlineData(2564)]
    public void Good_returns_pass_with_their_figures_and_spoilt_ones_do_not(int year)
    {
        foreach (var arrival in Deliveries.Of(Season.All.Single(season => season.Year == year)).DistinctBy(arrival => arrival.File))
        {
            var examined = Pipeline.Examine(
                ExpectedCase.TestData("samples/unit-cost-quantity/" + arrival.File), new Delivery(arrival.DeliveredAs, arrival.Folder is "" ? null : arrival.Folder), default);
            var told = $"{arrival.File}: {string.Join(" | ", examined.Findings.Select(finding => $"{finding.Kind.Id} {finding.Message}"))}";
            (examined.Return is { Passed: true }).ShouldBe(arrival.Outcome != Outcome.Rejected, told);
            if (arrival.Outcome == Outcome.Accepted)
                Figures(examined).ShouldBe(Sent(arrival), ignoreOrder: true, told);
            if (arrival.Outcome != Outcome.Rejected)
                examined.Findings.ShouldAllBe(finding => finding.Severity == Severity.Info, told);
        }
    }

    private static IEnumerable<(int, long, string?)> Sent(Arrival arrival) => OfficeTable.Of(arrival.Province).Return(arrival.Year)
        .SubActivities.Select(line => (line.Number, line.Quantity!.Value * Quantity.Scale, (string?)line.Unit));

    private static IEnumerable<(int, long, string?)> Figures(Examined examined) =>
        from row in examined.Return!.Return.Rows
        where row.Group.Code == "sub_activity"
        select (row.Item!.Number, row.Fields[row.Group.IndexOf(FieldRole.Figure)].Amount, row.Fields[row.Group.IndexOf(FieldRole.UnitOfMeasure)].Text);
}
