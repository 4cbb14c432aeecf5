using System.Globalization;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.ActionPlan;

/// <summary>Some rows of the plan counted and added up, with where that comes from.</summary>
/// <param name="What">What they are, for the words of an origin: งบอำนวยการ (กรม) ประเด็นยุทธศาสตร์ที่ 1.</param>
/// <param name="Counted">What a row is called: โครงการ or รายการ.</param>
/// <param name="Rows">The rows in the order of the plan.</param>
public sealed record PlanRows(string What, string Counted, IReadOnlyList<PlanProject> Rows)
{
    /// <summary>Their money.</summary>
    public Baht Money => new(Rows.Sum(row => row.Budget ?? 0));

    /// <summary>How many, as a cell.</summary>
    public CellContent Count => CellContent.Number(Rows.Count).From(CountOrigin);

    /// <summary>Their money in baht, as a cell.</summary>
    public CellContent Sum => CellContent.Number(Money.Satang / 100m).From(SumOrigin);

    /// <summary>The rows that were counted.</summary>
    public CellOrigin CountOrigin => new ComputedOf(
        string.Create(CultureInfo.InvariantCulture, $"นับแถวในแผนของ{What} ได้ {Rows.Count} {Counted}"), [.. Rows.Select(row => row.BudgetOrigin)]);

    /// <summary>The budgets that were added up.</summary>
    public CellOrigin SumOrigin => new ComputedOf($"ผลรวมงบประมาณในแผนของ{What}", [.. Rows.Where(row => row.Budget is not null).Select(row => row.BudgetOrigin)]) { IsSum = true };

    /// <summary>Labels of the closed lists of the form, which a report prints instead of codes.</summary>
    internal static string Label(MeasureInput input, string field, string code) => input.Forms.Find("action-plan", input.Form.Year)?.Group("project") is { } group
        && group.Fields[group.IndexOf(field)].Codes?.All.FirstOrDefault(one => one.Code == code) is { } found ? found.Label : code;
}
