using Dla.Etl.Findings;

namespace Dla.Etl.Distribution.Marking;

/// <summary>The colour of each severity, on wrong cells and on the findings sheet alike: pale, so that the figures under it and a print in black stay readable.</summary>
public static class MarkColours
{
    /// <summary>The fill as six hexadecimal digits of red, green and blue.</summary>
    public static string Fill(Severity severity) => severity switch
    {
        Severity.Fatal or Severity.Error => "FFC7CE",
        Severity.Warning => "FFEB9C",
        _ => "DDEBF7",
    };
}
