using Dla.Etl.Reference;
using Dla.Etl.Values;

namespace Dla.Etl.Warehouse;

/// <summary>Which return: a form, a year and a unit. Its versions form one chain.</summary>
/// <param name="Form">Form id.</param>
/// <param name="Year">Fiscal year of the figures.</param>
/// <param name="Unit">Who files it.</param>
public sealed record ReturnKey(string Form, FiscalYear Year, UnitCode Unit)
{
    /// <summary>As the audit and messages name it: <c>unit-cost-quantity 2564 56-พะเยา</c>.</summary>
    public override string ToString() => $"{Form} {Year} {(Units.TryGet(Unit, out var unit) ? unit.FolderName : Unit.ToString())}";

    internal object Parameters => new { form = Form, year = Year.BuddhistEra, unit = Unit.ToString() };
}
