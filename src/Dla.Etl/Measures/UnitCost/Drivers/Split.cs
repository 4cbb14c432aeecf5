using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Drivers;

/// <summary>A weight of a receiver in a split.</summary>
/// <param name="To">Code of the receiver.</param>
/// <param name="Weight">Not negative, or why it is not known.</param>
public sealed record SplitPart(string To, Declared<Rational> Weight);

/// <summary>How a cost is divided among its receivers: a driver's figures or ratios, with the document that says so.</summary>
/// <param name="Key">Where it stands in the driver file: <c>support[2].shares</c>.</param>
/// <param name="Basis">What the weights are, in Thai: <c>จำนวนบุคลากร (คน)</c>, <c>อัตราส่วน (ร้อยละ)</c>.</param>
/// <param name="Source">The document or record that gives them.</param>
/// <param name="Parts">The receivers, each once, or why none is known; empty when the file gives none.</param>
public sealed record Split(string Key, string Basis, string Source, Declared<IReadOnlyList<SplitPart>> Parts)
{
    /// <summary>What is not known of it: the receiver, or "" for the whole split, with the reason. Empty when it can be used.</summary>
    public IReadOnlyList<(string To, string Reason)> Unknown => !Parts.IsKnown
        ? [("", Parts.UnknownBecause!)]
        : [.. Parts.Value.Where(part => !part.Weight.IsKnown).Select(part => (part.To, part.Weight.UnknownBecause!))];

    /// <summary>The sum of the weights; 0 without receivers.</summary>
    /// <exception cref="InvalidOperationException">Something is not known.</exception>
    public Rational Whole => Rational.Sum(Parts.Value.Select(part => part.Weight.Value));

    /// <summary>The share of each receiver that gets anything, in the order of the file; they make 1.</summary>
    /// <exception cref="InvalidOperationException">Something is not known.</exception>
    public IEnumerable<(string To, Rational Share)> Shares()
    {
        var whole = Whole;
        return Parts.Value.Where(part => part.Weight.Value.Sign > 0).Select(part => (part.To, part.Weight.Value / whole));
    }
}
