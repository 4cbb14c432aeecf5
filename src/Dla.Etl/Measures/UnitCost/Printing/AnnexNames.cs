using Dla.Etl.Measures.UnitCost.Tables;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>The annexes give codes; a reader wants the name behind them.</summary>
internal sealed class AnnexNames(UnitCostAccounts accounts, UnitCostTable table)
{
    private static readonly string[] Coded = ["centre", "from", "to"];

    private readonly bool _isAnnex = !int.TryParse(table.Code, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _);
    private readonly Dictionary<string, string> _centres =
        accounts.Now!.Allocated.Drivers.Centres.Value.ToDictionary(centre => centre.Code, centre => centre.Name, StringComparer.Ordinal);

    /// <summary>The text of a cell, with the name behind a code.</summary>
    public string Of(string column, string text)
    {
        if (!_isAnnex || !Coded.Contains(column))
            return text;
        var name = _centres.GetValueOrDefault(text) ?? accounts.Now!.Names.GetValueOrDefault(text);
        return name is null || name == text ? text : $"{text} {name}";
    }
}
