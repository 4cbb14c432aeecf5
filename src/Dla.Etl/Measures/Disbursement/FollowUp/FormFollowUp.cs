using Dla.Etl.Reference.Authorities;
using Dla.Etl.Reporting;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Measures.Disbursement.FollowUp;

/// <summary>Counts of states among authorities.</summary>
/// <param name="OnTime">Entered by the deadline, nothing to report among them.</param>
/// <param name="Late">Entered after it, nothing to report among them.</param>
/// <param name="Nothing">Of both: those that entered that there is nothing to report.</param>
/// <param name="Refused">Sent what did not pass.</param>
/// <param name="NotSent">Sent nothing.</param>
/// <param name="NotConcerned">Need not report.</param>
public readonly record struct FollowUpCounts(int OnTime, int Late, int Nothing, int Refused, int NotSent, int NotConcerned)
{
    /// <summary>Have entered, of those who have to.</summary>
    public Coverage Coverage => new(OnTime + Late, OnTime + Late + Refused + NotSent);

    /// <summary>Counts entries.</summary>
    public static FollowUpCounts Of(IEnumerable<FollowUpEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var counts = default(FollowUpCounts);
        foreach (var entry in entries)
            counts = counts with
            {
                OnTime = counts.OnTime + (entry is { HasEntered: true, IsOnTime: true } ? 1 : 0),
                Late = counts.Late + (entry is { HasEntered: true, IsOnTime: false } ? 1 : 0),
                Nothing = counts.Nothing + (entry.State == FollowUpState.Nothing ? 1 : 0),
                Refused = counts.Refused + (entry.State == FollowUpState.Refused ? 1 : 0),
                NotSent = counts.NotSent + (entry.State == FollowUpState.NotSent ? 1 : 0),
                NotConcerned = counts.NotConcerned + (entry.State == FollowUpState.NotConcerned ? 1 : 0),
            };
        return counts;
    }
}

/// <summary>Who has entered what in one form of one month. Computed of rows, a registry edition and a deadline, and of nothing else.</summary>
/// <param name="Form">Id of the form.</param>
/// <param name="Deadline">The last day on which an entry is on time.</param>
/// <param name="Entries">How each authority of the edition stands, by its code.</param>
public sealed record FormFollowUp(string Form, DateOnly Deadline, IReadOnlyDictionary<string, FollowUpEntry> Entries)
{
    /// <summary>Computes it.</summary>
    /// <param name="form">Id of the form.</param>
    /// <param name="deadline">The last day on which an entry is on time.</param>
    /// <param name="registry">The edition.</param>
    /// <param name="entered">What stands.</param>
    /// <param name="refused">Units whose last file was refused.</param>
    /// <param name="concerned">Codes of the authorities that have to report; null for all.</param>
    public static FormFollowUp Of(
        string form, DateOnly deadline, AuthorityRegistry registry, IEnumerable<EntryRow> entered, IEnumerable<RefusedRow> refused, IReadOnlySet<string>? concerned)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var standing = entered.ToDictionary(entry => entry.Authority, StringComparer.Ordinal);
        var failed = refused.ToDictionary(unit => unit.Unit, unit => DayOf(unit.ReceivedAt), StringComparer.Ordinal);
        return new FormFollowUp(form, deadline, registry.All.ToDictionary(
            authority => authority.Code.ToString(), authority => Entry(authority, deadline, standing, failed, concerned), StringComparer.Ordinal));
    }

    private static FollowUpEntry Entry(
        LocalAuthority authority, DateOnly deadline, Dictionary<string, EntryRow> standing, Dictionary<string, DateOnly> failed, IReadOnlySet<string>? concerned)
    {
        var code = authority.Code.ToString();
        if (standing.TryGetValue(code, out var entry))
        {
            var (day, byProvince) = (DayOf(entry.FirstReceivedAt), entry.Unit != code);
            var onTime = day <= deadline;
            return new(entry.Rows == entry.NothingRows ? FollowUpState.Nothing : onTime ? FollowUpState.OnTime : FollowUpState.Late, day, onTime, byProvince)
            {
                IsReplaced = entry.FirstReceivedAt != entry.ReceivedAt,
            };
        }

        if (failed.TryGetValue(code, out var own))
            return new(FollowUpState.Refused, own, false, false);
        if (concerned?.Contains(code) == false)
            return new(FollowUpState.NotConcerned, null, false, false);
        return failed.TryGetValue(authority.Province.ToString(), out var compiled) ? new(FollowUpState.Refused, compiled, false, true)
            : new(FollowUpState.NotSent, null, false, false);
    }

    private static DateOnly DayOf(string instant) => ThaiPrint.DayOf(Instants.Parse(instant));
}
