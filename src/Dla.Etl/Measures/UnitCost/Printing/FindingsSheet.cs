using Dla.Etl.Reporting;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>What there is to know with the tables: partial quantities, missing unit costs, credits, made-up ratios.</summary>
internal static class FindingsSheet
{
    private static readonly MeasuredColumn[] Columns = ["number", "kind", "finding_year", "text", "what_to_do"];

    /// <summary>The sheet ข้อสังเกต. Rows: item, note, message.</summary>
    [Measure("unit_cost_findings")]
    public static MeasureResult Of(MeasureInput input)
    {
        var accounts = UnitCostAccounts.Of(input);
        if (accounts.Now is null)
            return AccountValues.Result(accounts, null);
        var rows = accounts.Findings.Select((one, index) => new MeasuredRow("item",
        [
            CellContent.Number(index + 1), CellContent.Text(one.Finding.Kind.Id), CellContent.Text(one.Year.ToString()), CellContent.Text(one.Finding.Message), CellContent.Text(one.Finding.WhatToDo),
        ])).ToList();
        if (rows.Count == 0)
            rows.Add(Footnotes.Across("message", Columns.Length, "ไม่มีข้อสังเกต"));
        return AccountValues.Result(accounts, new MeasuredTable(Columns, rows));
    }
}
