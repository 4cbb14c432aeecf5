using Dla.Etl.Measures.Disbursement.DevelopmentPlan;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.Disbursement.Printing;

/// <summary>Everything the sheets of <c>development-plan</c> print, computed once for a report.</summary>
internal sealed record PlanAccounts
{
    /// <summary>Registry edition and provinces.</summary>
    public required MonthlyReport Report { get; init; }

    /// <summary>The figures.</summary>
    public required PlanStanding Standing { get; init; }

    /// <summary>The month before; null in October, with which the fiscal year begins.</summary>
    public required Period? MonthBefore { get; init; }

    /// <summary>True when rows of the month before stand.</summary>
    public required bool HasBefore { get; init; }

    /// <summary>Why nothing is told of what changed: there is no month before, nothing of it stands, or nobody stated figures in both.</summary>
    public string NoComparison => MonthBefore is { } before && HasBefore
        ? $"ไม่มี อปท. ใดรายงานตัวเลขทั้งเดือนนี้และเดือน{Normalising.ThaiPeriods.Name(before)} จึงไม่มีตัวเลขให้เปรียบเทียบ"
        : MonthlyReport.NoComparison(MonthBefore);

    /// <summary>Where the figures come from.</summary>
    public required PlanOrigins Origins { get; init; }

    /// <summary>Of the input of a report; the sheets of one report share it.</summary>
    public static PlanAccounts Of(MeasureInput input) => input.Once("plan_accounts", () => Compute(input));

    private static PlanAccounts Compute(MeasureInput input)
    {
        var (report, before) = (MonthlyReport.Of(input), input.Period.Month is null ? null : input.Period.Before);
        var rowsBefore = input.Rows<PlanRow>("rows_before");
        return new PlanAccounts
        {
            Report = report,
            Standing = PlanStanding.Of(input.Rows<PlanRow>("rows"), rowsBefore, report.Registry, input.ByRegion),
            MonthBefore = before,
            HasBefore = rowsBefore.Count > 0,
            Origins = new PlanOrigins(input.Form.Id, input.Period, before),
        };
    }
}
