using Dla.Etl.Definitions;
using Dla.Etl.Samples;
using Dla.Etl.Samples.Offices;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Samples;

/// <summary>The two seasons tell the story that testdata/README.md says they tell.</summary>
public sealed class SeasonTests
{
    private static readonly Lazy<Dictionary<int, IReadOnlyList<Arrival>>> Seasons = new(() => Season.All.ToDictionary(season => season.Year, Deliveries.Of));

    public static TheoryData<int> Years => [2563, 2564];

    [Fact]
    public void Seventy_six_offices_are_in_the_table_in_order_of_their_codes() =>
        OfficeTable.All.Select(office => office.Code).ShouldBe(SampleProvince.All.Select(province => province.Code));

    [Theory]
    [MemberData(nameof(Years))]
    public void Labels_ratios_and_known_units_are_those_of_the_form(int year)
    {
        var form = FormCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "templates")).Get("unit-cost-quantity", FiscalYear.FromBuddhistEra(year));
        Items(form, "sub_activity").ShouldBe(Circular.SubActivities.Select(item => (item.Number, item.Label, item.Ratio, item.UnitKnown ? item.Unit : null)));
        Items(form, "sub_output").ShouldBe(Circular.SubOutputs.Select(item => (item.Number, item.Label, item.Ratio, (string?)item.Unit)));
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Three_are_missing_and_two_are_rejected_in_the_end(int year)
    {
        var last = Arrivals(year).Where(arrival => arrival.Outcome != Outcome.Duplicate).GroupBy(arrival => arrival.Province).Select(of => of.Last()).ToList();
        last.Count.ShouldBe(73);
        last.Count(arrival => arrival.Outcome == Outcome.Rejected).ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void One_is_corrected_one_is_changed_and_one_comes_twice_with_the_same_bytes(int year)
    {
        var again = Arrivals(year).GroupBy(arrival => arrival.Province).Where(of => of.Count() > 1).Select(of => of.ToList()).ToList();
        again.Select(of => (of[0].Outcome, of[1].Outcome)).ShouldBe(
            [(Outcome.Rejected, Outcome.Accepted), (Outcome.Accepted, Outcome.Supersedes), (Outcome.Accepted, Outcome.Duplicate)], ignoreOrder: true);
        foreach (var of in again)
            of[0].Content.AsSpan().SequenceEqual(of[1].Content).ShouldBe(of[1].Outcome == Outcome.Duplicate);
    }

    [Theory]
    [InlineData(2563, 5)]
    [InlineData(2564, 4)]
    public void Some_are_late(int year, int late) => Arrivals(year).Count(arrival => !arrival.OnTime).ShouldBe(late);

    [Fact]
    public void Figures_of_the_next_year_lie_within_thirty_percent_but_for_the_jumps()
    {
        foreach (var province in SampleProvince.All)
            foreach (var item in Circular.SubActivities)
                Compare(province, item.Number);
    }

    [Fact]
    public void The_jumps_are_more_than_three_times_or_less_than_a_third()
    {
        foreach (var (province, item) in Figures.JumpPercent.Keys)
        {
            var (before, after) = Both(SampleProvince.Of(province), item);
            (after > 3 * before || 3 * after < before).ShouldBeTrue($"{province} item {item}: {before} → {after}");
        }
    }

    [Fact]
    public void Drop_folder_and_name_are_never_the_same_for_two_files_on_the_way()
    {
        foreach (var day in Arrivals(2563).Concat(Arrivals(2564)).GroupBy(arrival => (arrival.Received.Date, arrival.Folder, arrival.DeliveredAs)))
            day.Count().ShouldBe(1, day.Key.DeliveredAs);
    }

    private static IEnumerable<(int, string, int?, string?)> Items(FormDefinition form, string group) => form.Group(group).Items.Select(item => (
        item.Number,
        item.Label,
        item.Ratio.IsKnown ? (int?)(item.Ratio.Value / Quantity.Scale) : null,
        item.Unit.IsKnown ? item.Unit.Value : null));

    private static void Compare(SampleProvince province, int item)
    {
        if (Figures.JumpPercent.ContainsKey((province.Code, item)))
            return;
        var (before, after) = Both(province, item);
        (after * 10).ShouldBeInRange(before * 7, before * 13, $"{province.Code} item {item}: {before} → {after}");
    }

    private static (long Before, long After) Both(SampleProvince province, int item) =>
        (Figures.SubActivity(2563, province, item), Figures.SubActivity(2564, province, item));

    private static IReadOnlyList<Arrival> Arrivals(int year) => Seasons.Value[year];
}
