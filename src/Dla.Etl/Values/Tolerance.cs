namespace Dla.Etl.Values;

/// <summary>A leniency in reading that has a name, so that its use can be reported and never passes in silence (STYLE 3.7).</summary>
/// <param name="Code">Stable code, for example <c>thai_digits</c>; the form's YAML names tolerances by it.</param>
/// <param name="Thai">What was done, in Thai, for the INFO finding.</param>
public sealed record Tolerance(string Code, string Thai);
