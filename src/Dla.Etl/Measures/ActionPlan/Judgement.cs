using Dla.Etl.Values;

namespace Dla.Etl.Measures.ActionPlan;

/// <summary>How a project stands to the quarters of the plan on the last day of a month.</summary>
public enum Standing
{
    /// <summary>Neither late nor finished.</summary>
    OnPlan,

    /// <summary>The last planned quarter is over and it is not finished.</summary>
    LateToFinish,

    /// <summary>It began after the first planned quarter, or that quarter is over and it has not begun.</summary>
    LateToStart,

    /// <summary>Finished, whenever it began.</summary>
    Finished,

    /// <summary>Cancelled.</summary>
    Cancelled,

    /// <summary>The plan does not say when it is to be done.</summary>
    Unjudged,

    /// <summary>Nothing was told of it.</summary>
    NotReported,
}

/// <summary>Judges a project: what counts as late is said here and on the sheets, nowhere else.</summary>
public static class Judgement
{
    /// <summary>The definition as the sheets print it.</summary>
    public const string Definition =
        "ล่าช้า คือ สิ้นไตรมาสสุดท้ายตามแผนแล้วแต่ยังไม่แล้วเสร็จ หรือเริ่มหลังสิ้นไตรมาสแรกตามแผน (หรือสิ้นไตรมาสแรกแล้วยังไม่เริ่ม)  นับ ณ วันสิ้นเดือนที่รายงาน  โครงการที่แล้วเสร็จหรือยกเลิกแล้วไม่นับ  โครงการที่แผนไม่ระบุไตรมาสตัดสินไม่ได้";

    /// <summary>True for both kinds of late.</summary>
    public static bool IsLate(this Standing standing) => standing is Standing.LateToFinish or Standing.LateToStart;

    /// <summary>The last day of a quarter, counted from 0, of a fiscal year.</summary>
    public static DateOnly EndOf(FiscalYear year, int quarter) => year.Start.AddMonths(3 * (quarter + 1)).AddDays(-1);

    /// <summary>How a project stands at the end of a period.</summary>
    /// <param name="plan">The project in the plan.</param>
    /// <param name="told">What was told of it, or null.</param>
    /// <param name="period">The month.</param>
    public static Standing Of(PlanProject plan, ProgressRow? told, Period period)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (told is null)
            return Standing.NotReported;
        if (told.State is "cancelled" or "finished")
            return told.State == "finished" ? Standing.Finished : Standing.Cancelled;
        var quarters = plan.Quarters;
        if (quarters.First < 0)
            return Standing.Unjudged;
        if (!quarters.HasOpenEnd && EndOf(period.Year, quarters.Last) <= period.LastDay)
            return Standing.LateToFinish;
        return !quarters.HasOpenBeginning && BeganLate(told, EndOf(period.Year, quarters.First), period) ? Standing.LateToStart : Standing.OnPlan;
    }

    /// <summary>True when it began after a day, or has not begun though that day is over.</summary>
    internal static bool BeganLate(ProgressRow told, DateOnly by, Period period) =>
        told.StartedOn is { } started ? started > by : told.State == "not_started" && by <= period.LastDay;
}
