namespace Dla.Etl.Jobs.Commands;

/// <summary>What the program tells a script or a supervisor; the same numbers as those of <c>dla-etl</c>.</summary>
public static class ExitCode
{
    /// <summary>Done, or stopped in good order.</summary>
    public const int Ok = 0;

    /// <summary>Wrong usage, or something that an operator must change first (EX_USAGE of BSD sysexits.h).</summary>
    public const int Usage = 64;

    /// <summary>The program itself broke (EX_SOFTWARE of BSD sysexits.h).</summary>
    public const int Crash = 70;
}
