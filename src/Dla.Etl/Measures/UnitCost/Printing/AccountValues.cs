using Dla.Etl.Reporting;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>What every sheet of the accounts gives besides its table.</summary>
internal static class AccountValues
{
    /// <summary>A sheet's result: its own values, the banner of made-up figures, and the findings, of which errors hold the report back.</summary>
    public static MeasureResult Result(UnitCostAccounts accounts, MeasuredTable? table, params IEnumerable<(string Name, CellContent Value)> values) => new(accounts.Now is null ? null : table)
    {
        Values = values.Append(("banner", Banner(accounts))).ToDictionary(value => value.Item1, value => value.Item2, StringComparer.Ordinal),
        Findings = accounts.Errors,
    };

    private static CellContent Banner(UnitCostAccounts accounts) => accounts.MadeUp is { } words ? CellContent.Text(words) : CellContent.Nothing;
}
