using System.Globalization;
using Dla.Etl.Normalising;
using Dla.Etl.Tracing;
using Dla.Etl.Values;
using CellContent = Dla.Etl.Reporting.CellContent;

namespace Dla.Etl.Measures.ActionPlan;

/// <summary>The cells that several sheets of the progress print of a project.</summary>
internal static class ProgressCells
{
    private static readonly string[] Quarters = ["1", "2", "3", "4"];

    public static CellContent Office(MeasureInput input, TrackedProject one) => one.Plan.Office.Length == 0
        ? CellContent.Missing.From(one.Plan.Line("office"))
        : CellContent.Text(PlanRows.Label(input, "office", one.Plan.Office)).From(one.Plan.Line("office"));

    public static CellContent State(MeasureInput input, TrackedProject one)
    {
        if (one.Told is not { } told)
            return CellContent.Text("ยังไม่รายงาน");
        var group = input.Form.Group("project");
        return CellContent.Text(group.Fields[group.IndexOf("state")].Codes!.All.FirstOrDefault(code => code.Code == told.State)?.Label ?? told.State).From(told.Line("state"));
    }

    public static CellContent Day(TrackedProject one, DateOnly? day, string field) => day is { } known && one.Told is { } told
        ? CellContent.Text(ThaiDates.Short(known)).From(told.Line(field))
        : CellContent.Nothing;

    public static CellContent Disbursed(TrackedProject one) => one.Told is { Disbursed: { } satang } told
        ? CellContent.Number(satang / 100m).From(told.Line("disbursed"))
        : CellContent.Missing;

    /// <summary>Recomputed; nothing where the plan gives no money.</summary>
    public static CellContent Percent(TrackedProject one) => one.Told is { Disbursed: { } satang } told && one.Plan.Budget is > 0 and var budget
        ? PercentOf(satang, budget, told.Line("disbursed"), one.Plan.BudgetOrigin)
        : CellContent.Nothing;

    /// <summary>The percentage that a part makes of a whole, two decimals, halves away from zero; <c>…</c> of nothing.</summary>
    public static CellContent PercentOf(long part, long of, CellOrigin partOrigin, CellOrigin ofOrigin) => of <= 0
        ? CellContent.Missing
        : CellContent.Number(decimal.Round((decimal)part * 100 / of, 2, MidpointRounding.AwayFromZero)).From(new ComputedOf(
            string.Create(CultureInfo.InvariantCulture, $"ร้อยละเบิกจ่าย = เบิกจ่าย {part / 100m:#,##0.00} ÷ งบประมาณ {of / 100m:#,##0.00} × 100"), [partOrigin, ofOrigin]));

    /// <summary>Result of target in the unit, as it was told.</summary>
    public static CellContent Output(TrackedProject one) => one.Told is { Target: not null } or { Result: not null }
        ? CellContent.Text($"{Amount(one.Told.Result)}/{Amount(one.Told.Target)} {one.Told.Unit}".TrimEnd()).From(one.Told.Line("result"))
        : CellContent.Nothing;

    /// <summary>The planned quarters in words: ไตรมาส 1–2, ไตรมาส 1, 3.</summary>
    public static string Planned(PlanProject plan)
    {
        var quarters = plan.Quarters;
        var within = Enumerable.Range(0, 4).Where(quarter => quarters.Columns[quarter]).ToList();
        if (within.Count == 0)
            return "แผนไม่ระบุไตรมาส";
        var words = within.Count > 1 && within[^1] - within[0] == within.Count - 1 ? $"{Quarters[within[0]]}–{Quarters[within[^1]]}" : string.Join(", ", within.Select(quarter => Quarters[quarter]));
        return $"ไตรมาส {words}{(quarters.HasOpenEnd ? " (ไม่ทราบสิ้นสุด)" : quarters.HasOpenBeginning ? " (ไม่ทราบเริ่ม)" : "")}";
    }

    /// <summary>How it stands, in words.</summary>
    public static string Words(TrackedProject one, Period period) => one.Standing switch
    {
        Standing.LateToFinish => $"เลยไตรมาส {Quarters[one.Plan.Quarters.Last]} ตามแผนแล้วยังไม่แล้วเสร็จ{(one.Told!.State == "not_started" ? " และยังไม่เริ่ม" : "")}",
        Standing.LateToStart => one.Told!.StartedOn is null ? $"เลยไตรมาส {Quarters[one.Plan.Quarters.First]} ตามแผนแล้วยังไม่เริ่ม" : $"เริ่มช้ากว่าไตรมาส {Quarters[one.Plan.Quarters.First]} ตามแผน",
        Standing.Finished => one.Plan.Quarters.First >= 0 && !one.Plan.Quarters.HasOpenBeginning && Judgement.BeganLate(one.Told!, Judgement.EndOf(period.Year, one.Plan.Quarters.First), period)
            ? "แล้วเสร็จ (เริ่มช้ากว่าแผน)" : "แล้วเสร็จ",
        Standing.Cancelled => "ยกเลิก",
        Standing.Unjudged => "แผนไม่ระบุไตรมาส",
        Standing.NotReported => "ยังไม่รายงาน",
        _ => "ตามแผน",
    };

    private static string Amount(long? amount) => amount is { } known ? new Quantity(known).ToDecimal().ToString("#,##0.####", CultureInfo.InvariantCulture) : "…";
}
