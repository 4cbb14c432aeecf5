using Dla.Etl.Coordination;
using Dla.Etl.Normalising;

namespace Dla.Etl.Keeping;

/// <summary>Leases under which backups and removals keep out of each other's way: what a backup is about to copy must not be removed.</summary>
internal static class KeepingLease
{
    /// <summary>Takes a lease.</summary>
    /// <exception cref="KeepingException">Another had it all the time.</exception>
    public static async Task<Lease> TakeAsync(Leases leases, string name, TimeSpan wait, CancellationToken cancellation) =>
        await leases.TakeAsync(name, wait, cancellation).ConfigureAwait(false) ?? throw new KeepingException(Busy(leases, name));

    /// <summary>What to say when another has it.</summary>
    public static string Busy(Leases leases, string name)
    {
        var holder = leases.HolderOf(name);
        var who = holder is null ? "" : $" ({holder.Node} ตั้งแต่ {ThaiDates.LongWithTime(holder.Since)})";
        return $"งาน {name} กำลังทำอยู่{who} กรุณาลองใหม่ภายหลัง · {name} is at work{(holder is null ? "" : $" on {holder.Node}")}; try again later";
    }
}
