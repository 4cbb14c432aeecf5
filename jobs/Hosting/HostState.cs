using Dla.Etl.Jobs.Scheduling;
using Dla.Etl.Running;

namespace Dla.Etl.Jobs.Hosting;

/// <summary>How the host stands: for the jobs, the health checks and the end of the process.</summary>
internal sealed class HostState
{
    private const string Starting = "กำลังเริ่มทำงาน · starting";

    private volatile Station? _station;
    private volatile IJobScheduler? _scheduler;
    private volatile string? _trouble = Starting;

    /// <summary>What the jobs work with; null until the warehouse is there.</summary>
    public Station? Station => _station;

    /// <summary>What fires the jobs; null while it does not.</summary>
    public IJobScheduler? Scheduler => _scheduler;

    /// <summary>Why the host does not work, for people; null while it does.</summary>
    public string? Trouble => _trouble;

    /// <summary>True before anything was found wrong or right: what is looked at may not have been made yet.</summary>
    public bool IsStarting => _station is null && _trouble == Starting;

    /// <summary>What the process ends with.</summary>
    public int Exit { get; private set; }

    /// <summary>The warehouse is there; the jobs may be made.</summary>
    public void Opened(Station station) => _station = station;

    /// <summary>The jobs are being fired.</summary>
    public void Began(IJobScheduler scheduler) => (_scheduler, _trouble) = (scheduler, null);

    /// <summary>They are not, or no more.</summary>
    public void Waits(string trouble) => (_trouble, _scheduler) = (trouble, null);

    /// <summary>The warehouse is closed.</summary>
    public void Closed() => _station = null;

    /// <summary>The process is to end with this code.</summary>
    public void Ends(int exit, string why) => (Exit, _trouble) = (exit, why);
}
