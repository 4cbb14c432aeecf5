namespace Dla.Etl.Jobs.Work;

/// <summary>The jobs, as the schedule, the command line and the log of runs name them.</summary>
public static class JobNames
{
    /// <summary>Takes what lies in the mailbox.</summary>
    public const string Mailbox = "mailbox";

    /// <summary>Takes what lies in the drop folder.</summary>
    public const string Intake = "intake";

    /// <summary>Decides on received files.</summary>
    public const string Process = "process";

    /// <summary>Makes the consolidated figures.</summary>
    public const string Consolidate = "consolidate";

    /// <summary>Fills the reports that are due.</summary>
    public const string Report = "report";

    /// <summary>Writes the answers that are owed.</summary>
    public const string Distribute = "distribute";

    /// <summary>Decides which reports, notices of missing reports and reminders leave.</summary>
    public const string Notify = "notify";

    /// <summary>Sends what waits in the outbox.</summary>
    public const string Send = "send";

    /// <summary>Clears up and looks for what is stuck.</summary>
    public const string Housekeep = "housekeep";

    /// <summary>All of them, in the order in which a file goes through them.</summary>
    public static IReadOnlyList<string> All { get; } = [Mailbox, Intake, Process, Distribute, Consolidate, Report, Notify, Send, Housekeep];
}
