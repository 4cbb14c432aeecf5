namespace Dla.Etl.Running;

/// <summary>Says how far a run is: done, of how many, with what.</summary>
public delegate void Progress(int done, int of, string what);

/// <summary>How a piece of work is to be done.</summary>
/// <param name="Command">How it was started, for the log of runs: the name of the job.</param>
public sealed record WorkOrder(string Command)
{
    /// <summary>How long to wait while another has the lease of this work. Zero, the default, leaves it to him.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>Asks to end after the file in hand, which is finished; the cancellation of the work itself breaks off in the middle of it.</summary>
    public CancellationToken Leave { get; init; }

    /// <summary>Called with the id of the run as soon as there is one, so that logs can name it.</summary>
    public Action<string> RunOpened { get; init; } = _ => { };

    /// <summary>Called between files.</summary>
    public Progress Progress { get; init; } = (_, _, _) => { };

    /// <summary>True when the run is logged even if there is nothing to do: for work that is done once a night.</summary>
    public bool AlwaysLogged { get; init; }

    /// <summary>What a person started, in plain Thai, for the audit; null for the schedule's own.</summary>
    public string? ByHand { get; init; }

    /// <summary>Makes the consolidated figures anew from all standing versions instead of refreshing what changed.</summary>
    public bool Rebuild { get; init; }

    /// <summary>The run of which this work is a part; null for a run of its own.</summary>
    internal RunLine? PartOf { get; init; }
}
