namespace Dla.Etl.Intake;

/// <summary>The instants between which a kill makes a difference, in order.</summary>
internal static class ReceptionSteps
{
    public const string Copied = "copied to the archive's own folder";
    public const string Archived = "renamed into the archive";
    public const string Registered = "row committed";
    public const string Claimed = "original set aside in the drop folder";
    public const string Carried = "copied to the received folder";
    public const string Moved = "original moved";
    public const string Marked = "move recorded";

    public static IReadOnlyList<string> All { get; } = [Copied, Archived, Registered, Claimed, Carried, Moved, Marked];
}
