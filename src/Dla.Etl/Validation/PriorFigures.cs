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

/// <summary>The figures that stand for the same unit and form in the period before: last year, or the last earlier month of the same fiscal year; a figure that was missing then is not among them.</summary>
/// <param name="Period">That period; where authorities last reported for several months, the latest of these.</param>
/// <param name="Figures">Figures by their place in the form.</param>
public sealed record PriorFigures(Period Period, IReadOnlyDictionary<FigureKey, PriorFigure> Figures)
{
    /// <summary>Texts and codes of the same returns; of a monthly form only.</summary>
    public IReadOnlyDictionary<FigureKey, string> Texts { get; init; } = new Dictionary<FigureKey, string>();
}

/// <summary>What checks may know beyond the return itself.</summary>
/// <param name="Before">Figures of the period before, or null when nothing stands for it.</param>
public sealed record ValidationContext(PriorFigures? Before)
{
    /// <summary>Nothing is known: no history.</summary>
    public static ValidationContext Empty { get; } = new((PriorFigures?)null);

    /// <summary>What stands of another form of the same unit: the return of the same period, of an annual form that of the fiscal year; null when nothing stands.</summary>
    public Func<string, PriorFigures?> Standing { get; init; } = _ => null;

    /// <summary>Names of the local authorities that the return is silent about and whose rows in earlier returns of the same unit and period go on counting.</summary>
    public IReadOnlyList<string> KeptFromEarlier { get; init; } = [];

    /// <summary>The definitions, for rules that ask the department's dated rules; null when none are at hand, which such a rule tells.</summary>
    public DefinitionFiles? Definitions { get; init; }
}
