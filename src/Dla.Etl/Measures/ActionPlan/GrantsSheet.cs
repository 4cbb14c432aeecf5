using System.Globalization;
using Dla.Etl.Reporting;

namespace Dla.Etl.Measures.ActionPlan;

/// <summary>The grants of the plan by the office that is responsible for them, in the order of the plan.</summary>
public static class GrantsSheet
{
    private static readonly MeasuredColumn[] Columns = ["number", "item", "target", "budget"];

    /// <summary>The table of the sheet เงินอุดหนุน of the list in the setting <c>fund</c>, numbered as the plan goes, and <c>conclusion</c>.</summary>
    [Measure("plan_grants")]
    public static MeasureResult Of(MeasureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (PlanAccount.Of(input) is not { } account)
            return new MeasureResult(new MeasuredTable(Columns, [])) { Values = Line("") };
        var list = account.List(input.Setting("fund"));
        return new MeasureResult(new MeasuredTable(Columns, [.. Rows(input, list)])) { Values = Line(ReconciliationSheet.Conclusion(list)) };
    }

    private static Dictionary<string, CellContent> Line(string text) => new(StringComparer.Ordinal) { ["conclusion"] = CellContent.Text(text) };

    private static IEnumerable<MeasuredRow> Rows(MeasureInput input, PlanListAccount list)
    {
        var numbered = list.Total.Rows.Rows.Select((row, index) => (Row: row, Number: index + 1)).ToList();
        foreach (var office in numbered.GroupBy(one => one.Row.Office, StringComparer.Ordinal))
        {
            var name = office.Key.Length == 0 ? "แผนไม่ระบุหน่วยงาน" : PlanRows.Label(input, "office", office.Key);
            yield return new MeasuredRow("office", [CellContent.Text(name), CellContent.Nothing, CellContent.Nothing, CellContent.Nothing]);
            foreach (var (row, number) in office)
                yield return new MeasuredRow("item",
                    [CellContent.Number(number), CellContent.Text(row.Project), CellContent.Text(row.Target).From(row.Line("target")), ProjectsSheet.BudgetOf(row)]);
            yield return Sum("subtotal", $"รวม {name}", new PlanRows($"{list.Name} {name}", list.Counted, [.. office.Select(one => one.Row)]));
        }

        yield return Sum("total", "รวมทั้งสิ้น", list.Total.Rows);
    }

    private static MeasuredRow Sum(string kind, string label, PlanRows rows) => new(kind,
        [CellContent.Nothing, CellContent.Text($"{label} {rows.Rows.Count.ToString(CultureInfo.InvariantCulture)} {rows.Counted}"), CellContent.Nothing, rows.Sum]);
}
