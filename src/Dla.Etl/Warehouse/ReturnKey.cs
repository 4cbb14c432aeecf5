using Dla.Etl.Reference;
using Dla.Etl.Values;

namespace Dla.Etl.Warehouse;

/// <summary>Which return: a form, a period and a unit. Its versions form one chain.</summary>
/// <param name="Form">Form id.</param>
/// <param name="Period">The year or month of the figures.</param>
/// <param name="Unit">Who files it.</param>
public sealed record ReturnKey(string Form, Period Period, UnitCode Unit)
{
    /// <summary>As the audit and messages name it: <c>unit-cost-quantity 2564 56-พะเยา</c>.</summary>
    public override string ToString() => $"{Form} {Period} {(Units.TryGet(Unit, out var unit) ? unit.Label : Unit.ToString())}";

    internal object Parameters => new { form = Form, year = Period.Number, unit = Unit.ToString() };
}
