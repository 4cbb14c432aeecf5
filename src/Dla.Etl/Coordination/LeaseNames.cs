namespace Dla.Etl.Coordination;

/// <summary>The leases there are.</summary>
public static class LeaseNames
{
    /// <summary>The whole main job, <c>dla-etl run</c>.</summary>
    public const string Run = "run";

    /// <summary>Looks at the drop folder and takes files.</summary>
    public const string Intake = "intake";

    /// <summary>Decides on files. On SQLite one at a time has it; on PostgreSQL each node has one of its own, and files are claimed one by one.</summary>
    public const string Decide = "decide";

    /// <summary>Writes answers.</summary>
    public const string Answer = "answer";

    /// <summary>Reads the mailbox.</summary>
    public const string Mailbox = "mailbox";

    /// <summary>Sends what lies in the outbox.</summary>
    public const string Send = "send";

    /// <summary>Decides which reports, reminders and notices are due.</summary>
    public const string Notify = "notify";

    /// <summary>Refreshes the consolidated figures.</summary>
    public const string Consolidate = "consolidate";

    /// <summary>Writes reports.</summary>
    public const string Report = "report";

    /// <summary>Clears up.</summary>
    public const string Housekeep = "housekeep";

    /// <summary>The lease of a node's name.</summary>
    public static string Node(string name) => $"node/{name}";

    /// <summary>The lease under which one node decides, where several do at once.</summary>
    public static string DecideOn(string node) => $"{Decide}/{node}";
}
