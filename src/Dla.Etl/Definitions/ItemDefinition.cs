using Dla.Etl.Values;

namespace Dla.Etl.Definitions;

/// <summary>A row that the form prints.</summary>
public sealed record ItemDefinition
{
    /// <summary>Code that never changes meaning, for example <c>SA07</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The number printed before the label.</summary>
    public required int Number { get; init; }

    /// <summary>Label as printed (scan errors mended).</summary>
    public required string Label { get; init; }

    /// <summary>A shorter label for reports.</summary>
    public required string ShortLabel { get; init; }

    /// <summary>Other spellings, the scan's own among them.</summary>
    public required IReadOnlyList<string> Synonyms { get; init; }

    /// <summary>Unit of measure, or why it is not known.</summary>
    public required Declared<string> Unit { get; init; }

    /// <summary>Ratio in ten-thousandths of a percent point, or why it is not known.</summary>
    public required Declared<long> Ratio { get; init; }

    /// <summary>Codes of the items of other groups above this one, by group code.</summary>
    public required IReadOnlyDictionary<string, string> Parents { get; init; }

    /// <summary>What the form itself prints in the figure's column, so that nobody fills it (<c>7,850 แห่ง</c>), or null where the sender writes.</summary>
    public string? Printed { get; init; }

    /// <summary>Code of a count in the province reference that the figure should equal (<c>local_authorities</c>), or null.</summary>
    public string? ReferenceCount { get; init; }
}
