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

/// <summary>The figures that stand for the same unit and form in another period: last year, or the nearest earlier or later month of the same fiscal year; a figure that was missing then is not among them.</summary>
/// <param name="Period">That period; where authorities reported for several months, the one of these that is nearest to the return.</param>
/// <param name="Figures">Figures by their place in the form.</param>
public sealed record PriorFigures(Period Period, IReadOnlyDictionary<FigureKey, PriorFigure> Figures)
{
    /// <summary>Texts and codes of the same returns; of a monthly form only.</summary>
    public IReadOnlyDictionary<FigureKey, string> Texts { get; init; } = new Dictionary<FigureKey, string>();

    /// <summary>The month of rows of authorities that reported for another month than <see cref="Period"/>, by the key of the row.</summary>
    public IReadOnlyDictionary<string, Period> OtherMonths { get; init; } = new Dictionary<string, Period>();

    /// <summary>The period of a row.</summary>
    /// <param name="item">Its key.</param>
    public Period PeriodOf(string item) => OtherMonths.TryGetValue(item, out var month) ? month : Period;
}

/// <summary>What checks may know beyond the return itself.</summary>
/// <param name="Before">Figures of the period before, or null when nothing stands for it.</param>
public sealed record ValidationContext(PriorFigures? Before)
{
    /// <summary>Nothing is known: no history.</summary>
    public static ValidationContext Empty { get; } = new((PriorFigures?)null);

    /// <summary>Figures of the next later month of the same fiscal year that stands already, where a month is filed or corrected after it; null when none does, and for annual forms.</summary>
    public PriorFigures? After { get; init; }

    /// <summary>Figures of the same month of the fiscal year before; null when none stand, and for annual forms.</summary>
    public Func<PriorFigures?> LastYear { get; init; } = () => null;

    /// <summary>What stands of another form of the same unit: the return of the same period, of an annual form that of the fiscal year; null when nothing stands.</summary>
    public Func<string, PriorFigures?> Standing { get; init; } = _ => null;

    /// <summary>Names of the local authorities that the return is silent about and whose rows in earlier returns of the same unit and period go on counting.</summary>
    public IReadOnlyList<string> KeptFromEarlier { get; init; } = [];

    /// <summary>The definitions, for rules that ask the department's dated rules; null when none are at hand, which such a rule tells.</summary>
    public DefinitionFiles? Definitions { get; init; }
}
