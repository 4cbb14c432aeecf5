using Dla.Etl.Findings;

namespace Dla.Etl.Recognition;

/// <summary>What one source says about the year or the province.</summary>
/// <param name="Value">What it says.</param>
/// <param name="Source">The source as an answer calls it, for example ชื่อไฟล์ “…”.</param>
/// <param name="Place">The cell, when it stands in the form.</param>
/// <param name="InForm">True when the form itself says so.</param>
/// <param name="Sheet">Position of the sheet that says so, or −1.</param>
internal sealed record Statement<T>(T Value, string Source, Place Place, bool InForm, int Sheet)
{
    /// <summary>How the sentence goes on after the source: a name says, a code is.</summary>
    public string Verb { get; init; } = "ระบุ";

    /// <summary>The sentence for a contradiction.</summary>
    public string Says => $"{Source} {Verb} {Value}";
}
