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

    /// <summary>True when <see cref="Exact"/> is satang, so that several can be told as one sum.</summary>
    public bool IsMoney { get; init; }
}
