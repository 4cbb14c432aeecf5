using Dla.Etl.Values;

namespace Dla.Etl.Tracing;

/// <summary>A line of the tree that explains a figure, with what stands below it. What is below is told only when somebody asks.</summary>
/// <param name="Text">In Thai.</param>
/// <param name="Weight">How much it contributes, by which the larger parts are told first; null where the parts keep their order.</param>
public sealed record Explained(string Text, Rational? Weight = null)
{
    /// <summary>What stands below.</summary>
    public IEnumerable<Explained> Below { get; init; } = [];

    /// <summary>What it tells: two lines with the same key tell the same below, so the second refers to the first. Null when it is told wherever it comes.</summary>
    public object? Key { get; init; }

    /// <summary>The cell of a received file, where the line is one.</summary>
    public SourceFact? Source { get; init; }

    /// <summary>The exact value in satang, units of measure or per cent; null where the line has none.</summary>
    public Rational? Exact { get; init; }

    /// <summary>Unit of measure of <see cref="Exact"/>; empty for money and plain numbers.</summary>
    public string UnitOfMeasure { get; init; } = "";

    /// <summary>True when <see cref="Exact"/> is satang.</summary>
    public bool IsMoney { get; init; }

    /// <summary>True for an amount of money that can be told with others as one sum; a unit cost cannot.</summary>
    public bool AddsUp { get; init; }
}
