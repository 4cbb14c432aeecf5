namespace Dla.Etl.Tests.Intake;

/// <summary>A reception in a process of its own.</summary>
internal static class Probe
{
    public const string Program = "Dla.Etl.IntakeProbe.dll";

    public static (int Code, string Output) Run(string workspace, string? killAt = null) =>
        Run([Host, Path.Combine(AppContext.BaseDirectory, Program), workspace, .. killAt is null ? Array.Empty<string>() : [killAt]]);

    /// <summary>Runs a command that runs the probe, as another user.</summary>
    public static (int Code, string Output) Run(IReadOnlyList<string> command)
    {
        var (code, output, error) = Shell.Try(command[0], [.. command.Skip(1)]);
        error.ShouldBeEmpty();
        return (code, output.ReplaceLineEndings("\n").Trim());
    }

    public static string Host => Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";
}
