using System.Collections.Frozen;
using Dla.Etl.Definitions;

namespace Dla.Etl.Normalising;

/// <summary>The unit of measure that a figure is kept under.</summary>
public static class FigureUnit
{
    private static readonly FrozenSet<string> Canonical = UnitsOfMeasure.All.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// The form's own unit, as the form prints it, when the form knows it; else what the unit column says; else what stands in the quantity cell; else the empty
    /// text, under which a figure is added to no figure that has a unit (issue 2 item 9). Money is counted in nothing but money.
    /// </summary>
    /// <param name="row">The row.</param>
    /// <param name="field">Position of the figure in <see cref="NormalisedRow.Fields"/>.</param>
    public static string Of(NormalisedRow row, int field)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Group.Fields[field].Type == FieldType.Baht)
            return "";
        return row.Item is { Unit.IsKnown: true } item ? item.Unit.Value : Column(row) ?? InCell(row, field) ?? "";
    }

    /// <summary>The unit that the unit column of the row gives, or null.</summary>
    public static string? Column(NormalisedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var at = row.Group.IndexOf(FieldRole.UnitOfMeasure);
        return at >= 0 && row.Fields[at].State == FieldState.Value ? row.Fields[at].Text : null;
    }

    /// <summary>The unit that the figure's own cell gives (<c>7,850 แห่ง</c>), or null.</summary>
    public static string? InCell(NormalisedRow row, int field)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Fields[field].Text;
    }

    /// <summary>True for a unit in its canonical spelling, which most cells have and which needs no folding.</summary>
    internal static bool IsCanonical(string unit) => Canonical.Contains(unit);

    /// <summary>The form's unit in its canonical spelling, to compare with what a sender wrote, or null when the form does not know it.</summary>
    public static string? OfForm(ItemDefinition item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (!item.Unit.IsKnown)
            return null;
        if (IsCanonical(item.Unit.Value))
            return item.Unit.Value;
        var canonical = UnitsOfMeasure.Parse(item.Unit.Value);
        return canonical.Succeeded ? canonical.Value : item.Unit.Value;
    }
}
