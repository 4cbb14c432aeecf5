namespace Dla.Etl.EndToEnd;

/// <summary>Settings for tests: a file is taken at first sight.</summary>
public static class Eager
{
    /// <summary>As variables.</summary>
    public static IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string> { ["DLA_Intake__SteadyInterval"] = "00:00:00" };
}
