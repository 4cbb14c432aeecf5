namespace Dla.Etl.Findings;

/// <summary>Something to say about a received file: which cell, what was found, what was expected and what to do.</summary>
public sealed record Finding
{
    /// <summary>A finding of a kind at a place.</summary>
    public Finding(FindingKind kind, Place place = default)
    {
        ArgumentNullException.ThrowIfNull(kind);
        Kind = kind;
        Place = place;
        Severity = kind.Severity;
    }

    /// <summary>The row of the catalogue.</summary>
    public FindingKind Kind { get; }

    /// <summary>Where in the file.</summary>
    public Place Place { get; }

    /// <summary>As the catalogue says, or as the form's YAML says instead.</summary>
    public Severity Severity { get; init; }

    /// <summary>What it is about, for example the name of the sub-activity; empty when the place says enough.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What the file has there, as the sender wrote it.</summary>
    public string Found { get; init; } = "";

    /// <summary>What should be there.</summary>
    public string Expected { get; init; } = "";

    /// <summary>The Thai sentence with its slots filled.</summary>
    public string Message => Fill(Kind.Message);

    /// <summary>The Thai advice with its slots filled.</summary>
    public string WhatToDo => Fill(Kind.WhatToDo);

    private string Fill(string template) => template
        .Replace("{subject}", Subject, StringComparison.Ordinal)
        .Replace("{found}", Found, StringComparison.Ordinal)
        .Replace("{expected}", Expected, StringComparison.Ordinal)
        .Replace("{cell}", Place.Cell?.ToString() ?? "", StringComparison.Ordinal);
}
