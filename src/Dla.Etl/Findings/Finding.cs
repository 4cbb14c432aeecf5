using System.Text.RegularExpressions;

namespace Dla.Etl.Findings;

/// <summary>Something to say about a received file: which cell, what was found, what was expected and what to do.</summary>
public sealed partial record Finding
{
    private string? _toldMessage, _toldWhatToDo;

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

    /// <summary>Why, as a Thai phrase that fits after เพราะ; empty when the message says enough.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The Thai sentence with its slots filled, on one line whatever the sender wrote.</summary>
    public string Message => _toldMessage ?? Fill(Kind.Message);

    /// <summary>The Thai advice with its slots filled, on one line.</summary>
    public string WhatToDo => _toldWhatToDo ?? Fill(Kind.WhatToDo);

    /// <summary>A finding as it was told before: sentence and advice stay word for word, whatever the catalogue says today.</summary>
    public static Finding Told(FindingKind kind, Place place, string message, string whatToDo)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(whatToDo);
        return new Finding(kind, place) { _toldMessage = message, _toldWhatToDo = whatToDo };
    }

    /// <summary>Slots are filled in one pass, so that a cell whose content looks like a slot stays as it is.</summary>
    private string Fill(string template) => Slot().Replace(template, slot => Printable.Slot(slot.Value switch
    {
        "{subject}" => Subject,
        "{found}" => Found,
        "{expected}" => Expected,
        "{reason}" => Reason,
        _ => Place.Cell?.ToString() ?? "",
    }));

    [GeneratedRegex(@"\{(subject|found|expected|reason|cell)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Slot();
}
