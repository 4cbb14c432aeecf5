namespace Dla.Etl.Definitions;

/// <summary>A check of the form's YAML: one of the fixed kinds, or a class found by its name.</summary>
public sealed record CheckDefinition
{
    /// <summary>Kind, for example <c>required</c>, <c>unit_matches</c>, <c>class</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Group it looks at, or null for the whole return.</summary>
    public string? Group { get; init; }

    /// <summary>Field it looks at, or null.</summary>
    public string? Field { get; init; }

    /// <summary>Severity instead of the catalogue's, or null.</summary>
    public Findings.Severity? Severity { get; init; }

    /// <summary>Other settings of the kind, by name, as text.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
