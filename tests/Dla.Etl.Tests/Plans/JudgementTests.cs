using Dla.Etl.Measures.ActionPlan;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Plans;

/// <summary>What counts as late, on both edges of a quarter.</summary>
public sealed class JudgementTests
{
    public static TheoryData<string, string, string?, string, Standing, string> Cases => new()
    {
        { "within| | | ", "in_progress", "2020-11-01", "2563-12", Standing.LateToFinish, "the first quarter is over on its last day, 31 December" },
        { "within| | | ", "in_progress", "2020-11-01", "2563-11", Standing.OnPlan, "a month before its end" },
        { "within| | | ", "finished", "2020-11-01", "2564-01", Standing.Finished, "finished is never late" },
        { "within| | | ", "cancelled", null, "2564-01", Standing.Cancelled, "nor is what was cancelled" },
        { " |within|within| ", "in_progress", "2021-03-31", "2564-04", Standing.OnPlan, "it began on the last day of the first planned quarter" },
        { " |within|within| ", "in_progress", "2021-04-01", "2564-04", Standing.LateToStart, "a day later" },
        { " |within|within| ", "not_started", null, "2564-02", Standing.OnPlan, "the quarter in which it is to begin is not over" },
        { " |within|within| ", "not_started", null, "2564-03", Standing.LateToStart, "it is, and it has not begun" },
        { " |within|within| ", "not_started", null, "2564-06", Standing.LateToFinish, "all of its quarters are over" },
        { "from| | | ", "in_progress", "2020-10-05", "2564-09", Standing.OnPlan, "its end is unknown, so that it is never too late to finish" },
        { "from| | | ", "not_started", null, "2563-12", Standing.LateToStart, "but its beginning is known" },
        { " | |to| ", "in_progress", "2021-05-01", "2564-05", Standing.OnPlan, "its beginning is unknown" },
        { " | |to| ", "in_progress", "2021-05-01", "2564-06", Standing.LateToFinish, "its end is known" },
        { " | | | ", "not_started", null, "2564-09", Standing.Unjudged, "the plan does not say when" },
        { "dash|dash|dash|dash", "not_started", null, "2564-09", Standing.Unjudged, "nor does it with hyphens" },
        { "within| | | ", "in_progress", null, "2563-10", Standing.OnPlan, "in the first month of the year nothing is over" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_project_is_judged_by_its_quarters(string quarters, string state, string? started, string month, Standing expected, string because)
    {
        var marks = quarters.Split('|').Select(mark => mark.Trim().Length == 0 ? null : mark.Trim()).ToList();
        var plan = new PlanProject { Quarter1 = marks[0], Quarter2 = marks[1], Quarter3 = marks[2], Quarter4 = marks[3] };
        var told = new ProgressRow { State = state, Started = started is null ? null : DateOnly.Parse(started, System.Globalization.CultureInfo.InvariantCulture).DayNumber };
        var period = Period.Parse(month).Value;
        Judgement.Of(plan, told, period).ShouldBe(expected, because);
    }

    [Fact]
    public void Of_what_nobody_tells_nothing_is_judged() =>
        Judgement.Of(new PlanProject { Quarter1 = "within" }, null, Period.Parse("2564-09").Value).ShouldBe(Standing.NotReported);
}
