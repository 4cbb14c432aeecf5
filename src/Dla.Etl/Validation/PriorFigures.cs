using Dla.Etl.Definitions;
using Dla.Etl.Values;

namespace Dla.Etl.Validation;

/// <summary>Where a figure stands in a form.</summary>
/// <param name="Group">Code of the group.</param>
/// <param name="Item">Code of the listed item, or the key of an open row.</param>
/// <param name="Field">Code of the field.</param>
public readonly record struct FigureKey(string Group, string Item, string Field);

/// <summary>A figure of an earlier year.</summary>
/// <param name="Amount">In the integer scale of its field.</param>
/// <param name="UnitOfMeasure">Canonical unit, empty when none was given.</param>
public readonly record struct PriorFigure(long Amount, string UnitOfMeasure);

/// <summary>The figures that stand for the same unit and form in the year before; a figure that was missing then is not among them.</summary>
public sealed record PriorFigures(FiscalYear Year, IReadOnlyDictionary<FigureKey, PriorFigure> Figures);

/// <summary>What checks may know beyond the return itself.</summary>
/// <param name="PreviousYear">Figures of the year before, or null when nothing stands for that year.</param>
public sealed record ValidationContext(PriorFigures? PreviousYear)
{
    /// <summary>Nothing is known: no history.</summary>
    public static ValidationContext Empty { get; } = new((PriorFigures?)null);

    /// <summary>The definitions, for rules that ask the department's dated rules; null when none are at hand, which such a rule tells.</summary>
    public DefinitionFiles? Definitions { get; init; }
}
