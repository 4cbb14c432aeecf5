namespace Dla.Etl.Cli;

/// <summary>What the program tells a script. The help of each command names those it uses.</summary>
public static class ExitCode
{
    /// <summary>Done; for <c>check</c>: clean, or warnings only.</summary>
    public const int Ok = 0;

    /// <summary>Findings of ERROR severity, or a health check that failed.</summary>
    public const int Findings = 1;

    /// <summary>A file that cannot be read or is none of our forms.</summary>
    public const int Unreadable = 2;

    /// <summary><c>verify</c>: the evidence sheet is missing or was altered.</summary>
    public const int NoManifest = 3;

    /// <summary><c>verify</c>: the report of another warehouse.</summary>
    public const int OtherWarehouse = 4;

    /// <summary><c>verify</c>: the definitions of then are not in the archive, or damaged there.</summary>
    public const int NoDefinitions = 5;

    /// <summary><c>verify</c>: the report cannot be made again as it was.</summary>
    public const int CannotMakeAgain = 6;

    /// <summary>Wrong usage (EX_USAGE of BSD sysexits.h).</summary>
    public const int Usage = 64;

    /// <summary>Stopped with Ctrl+C: 128 and the number of SIGINT, as shells have it.</summary>
    public const int Stopped = 130;

    /// <summary>The program itself broke (EX_SOFTWARE of BSD sysexits.h).</summary>
    public const int Crash = 70;
}
