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

    /// <summary>Where the figures come from.</summary>
    public required PlanOrigins Origins { get; init; }

    /// <summary>Of the input of a report; the sheets of one report share it.</summary>
    public static PlanAccounts Of(MeasureInput input) => input.Once("plan_accounts", () => Compute(input));

    private static PlanAccounts Compute(MeasureInput input)
    {
        var (report, before) = (MonthlyReport.Of(input), input.Period.Month is null ? null : input.Period.Before);
        return new PlanAccounts
        {
            Report = report,
            Standing = PlanStanding.Of(input.Rows<PlanRow>("rows"), input.Rows<PlanRow>("rows_before"), report.Registry, input.ByRegion),
            MonthBefore = before,
            Origins = new PlanOrigins(input.Form.Id, input.Period, before),
        };
    }
}
