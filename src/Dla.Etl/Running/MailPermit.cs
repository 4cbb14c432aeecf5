using Dla.Etl.Coordination;
using Dla.Etl.Intake.Mails;

namespace Dla.Etl.Running;

/// <summary>The word of an operator: lets in a message that is held, or files in it for another unit than the sender's. The next run decides on them.</summary>
/// <param name="station">The node.</param>
public sealed class MailPermit(Station station)
{
    /// <summary>Lets a message in.</summary>
    /// <param name="number">เลขรับอีเมล.</param>
    /// <param name="units">Codes of units that it may be for besides those of its sender.</param>
    /// <param name="reason">Why, for the audit.</param>
    /// <param name="order">How.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>What came of it, and how many files were registered; with who has the mailbox when it was left to him.</returns>
    /// <exception cref="LeaseLostException">Another node has taken over.</exception>
    public async Task<(MailAllowed Allowed, int Files, LeaseHolder? Busy)> AllowAsync(
        long number, IReadOnlyList<string> units, string reason, WorkOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        var place = station.Workplace;
        var came = (Allowed: MailAllowed.Unknown, Files: 0);
        var result = await LeasedWork.DoAsync(
            station, order, LeaseNames.Mailbox,
            turn =>
            {
                var release = new MailRelease(station.Warehouse, place.Archive, new MailMatter(station.Warehouse, place.Mail)) { Guard = turn.Lease.Check };
                came = release.Allow(number, units, reason, place.Addresses, () => turn.Run.Id, turn.Cancellation);
                return Task.FromResult(new RunResult { Received = came.Files });
            },
            cancellation).ConfigureAwait(false);
        return (came.Allowed, came.Files, result.LeftTo.Count > 0 ? result.LeftTo[0] : null);
    }
}
