namespace Dla.Etl.Intake.Mails;

/// <summary>The instants between which a kill makes a difference, in order.</summary>
internal static class MailSteps
{
    public const string Begun = "noted as begun";
    public const string Archived = "message in the archive";
    public const string Read = "message taken apart";
    public const string Stored = "attachments in the archive";
    public const string Registered = "rows committed";
    public const string Moved = "message moved in the mailbox";
    public const string Marked = "move recorded";

    public static IReadOnlyList<string> All { get; } = [Begun, Archived, Read, Stored, Registered, Moved, Marked];
}
