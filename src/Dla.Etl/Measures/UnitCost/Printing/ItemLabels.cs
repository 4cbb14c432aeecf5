using Dla.Etl.Definitions;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>Names of items, long and short, as the form of the year gives them.</summary>
internal sealed class ItemLabels(UnitCostAccounts accounts, FormCatalogue forms)
{
    private readonly Dictionary<string, string> _short = forms.Years(UnitCostAccounts.QuantityForm).Contains(accounts.Year)
        ? forms.Get(UnitCostAccounts.QuantityForm, accounts.Year).Groups.SelectMany(group => group.Items).ToDictionary(item => item.Code, item => item.ShortLabel, StringComparer.Ordinal)
        : [];

    /// <summary>The whole name.</summary>
    public string Name(string code) => accounts.Now!.Names.GetValueOrDefault(code, code);

    /// <summary>The short name where there is one.</summary>
    public string Short(string code) => _short.GetValueOrDefault(code) ?? Name(code);
}
