using System.Globalization;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.ActionPlan;

/// <summary>From the published total over the difference of each strategy down to the rows that the plan has: the steps, and the bars of the chart.</summary>
public static class WaterfallSheet
{
    private const int Bars = 4; // what a bar stands on, a total, what is lacking, what is too much

    /// <summary>The lists of the sheet แผนภูมิ, each with as many places as the setting <c>slots</c> says: published, the strategies, the plan.</summary>
    /// <exception cref="InvalidOperationException">There are more steps than slots.</exception>
    [Measure("plan_waterfall")]
    public static MeasureResult Of(MeasureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var slots = int.Parse(input.Setting("slots"), CultureInfo.InvariantCulture);
        if (PlanAccount.Of(input) is not { } account)
            return new MeasureResult(null) { Values = Text(""), Lists = Lists([], slots) };
        var list = account.List(input.Setting("fund"));
        var steps = Steps(account, list).ToList();
        return steps.Count > slots
            ? throw new InvalidOperationException($"The waterfall has {steps.Count} steps and {slots} slots.")
            : new MeasureResult(null) { Values = Text(ReconciliationSheet.Conclusion(list)), Lists = Lists(steps, slots) };
    }

    private static Dictionary<string, CellContent> Text(string conclusion) => new(StringComparer.Ordinal) { ["conclusion"] = CellContent.Text(conclusion) };

    private static IEnumerable<Step> Steps(PlanAccount account, PlanListAccount list)
    {
        var published = list.Total.Cells(account.Published);
        yield return new Step("ยอดที่ประกาศ", "", list.Total.Projects, list.Total.Money, list.Total.Money, true, published[0].Origin, published[1].Origin);
        var left = list.Total.Money;
        foreach (var (code, part) in list.Strategies)
        {
            left = new Baht(left.Satang + part.MoneyDifference.Satang);
            var cells = part.Cells(account.Published);
            yield return new Step($"ยุทธศาสตร์ที่ {code}", part.Agrees ? "ตรง" : part.Words, part.ProjectDifference, part.MoneyDifference, left, false, cells[4].Origin, cells[5].Origin);
        }

        yield return new Step("แถวที่มีในแผน", "", list.Total.Rows.Rows.Count, list.Total.Rows.Money, list.Total.Rows.Money, true, list.Total.Rows.CountOrigin, list.Total.Rows.SumOrigin);
    }

    private static Dictionary<string, IReadOnlyList<CellContent>> Lists(IReadOnlyList<Step> steps, int slots) => new(StringComparer.Ordinal)
    {
        ["labels"] = Filled(steps, slots, step => [CellContent.Text(step.Label)]),
        ["projects"] = Filled(steps, slots, step => [CellContent.Number(step.Projects).From(step.ProjectsOrigin)]),
        ["amounts"] = Filled(steps, slots, step => [CellContent.Number(step.Money.Satang / 100m).From(step.MoneyOrigin)]),
        ["remaining"] = Filled(steps, slots, step => [CellContent.Number(step.After.Satang / 100m)]),
        ["chart_labels"] = Filled(steps, slots, step => [CellContent.Text(step.Words.Length == 0 ? step.Label : $"{step.Label} {step.Words}")]),
        ["chart_bars"] = Filled(steps, slots, Bar, Bars),
    };

    // In millions of baht, which the axis says. A difference hangs between what was left before it and after.
    private static CellContent[] Bar(Step step)
    {
        if (step.IsTotal)
            return [CellContent.Nothing, Millions(step.Money.Satang), CellContent.Nothing, CellContent.Nothing];
        var foot = Math.Min(step.After.Satang, step.After.Satang - step.Money.Satang);
        return step.Money.Satang switch
        {
            0 => [CellContent.Nothing, CellContent.Nothing, CellContent.Nothing, CellContent.Nothing],
            < 0 => [Millions(foot), CellContent.Nothing, Millions(-step.Money.Satang), CellContent.Nothing],
            _ => [Millions(foot), CellContent.Nothing, CellContent.Nothing, Millions(step.Money.Satang)],
        };
    }

    private static CellContent Millions(long satang) => CellContent.Number(satang / 100_000_000m);

    private static IReadOnlyList<CellContent> Filled(IReadOnlyList<Step> steps, int slots, Func<Step, IReadOnlyList<CellContent>> cells, int width = 1) =>
        [.. steps.SelectMany(cells), .. Enumerable.Repeat(CellContent.Nothing, (slots - steps.Count) * width)];

    private sealed record Step(string Label, string Words, int Projects, Baht Money, Baht After, bool IsTotal, CellOrigin? ProjectsOrigin, CellOrigin? MoneyOrigin);
}
