using Dla.Etl.Findings;
using Dla.Etl.Values;

namespace Dla.Etl.Warehouse;

/// <summary>How a unit's return stands.</summary>
public enum Standing
{
    /// <summary>Nothing has come that is known to be its return.</summary>
    Missing,

    /// <summary>Something came, nothing passed.</summary>
    Rejected,

    /// <summary>A return stands; the first that passed came by the deadline.</summary>
    OnTime,

    /// <summary>A return stands; the first that passed came after the deadline.</summary>
    Late,
}

/// <summary>How the return of a unit stood as of a sequence.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Standing">A version that passed stands even when a later file was rejected. On time or late is the first version's: a later correction does not make an office late.</param>
/// <param name="Version">The standing version with its own dates; null when none stands.</param>
/// <param name="FirstReceivedAt">When the first version that passed was received; null when none did.</param>
/// <param name="Last">The last file decided on, whatever came of it; null when nothing came.</param>
/// <param name="Rejections">How many of its files were rejected.</param>
public sealed record UnitStatus(
    UnitCode Unit, Standing Standing, StandingVersion? Version, DateTimeOffset? FirstReceivedAt, LastFile? Last, int Rejections)
{
    /// <summary>The same, with on time or late judged by this deadline: the form's deadline may have been put off since the return was loaded.</summary>
    /// <param name="deadline">The last day, in Bangkok.</param>
    public UnitStatus JudgedBy(DateOnly deadline) => FirstReceivedAt is not { } first
        ? this
        : this with { Standing = Deadlines.Judge(deadline, first) == Timeliness.OnTime ? Standing.OnTime : Standing.Late };

    internal static UnitStatus Of(UnitCode unit, UnitStatusRow? row)
    {
        if (row is null)
            return new(unit, Standing.Missing, null, null, null, 0);
        var last = new LastFile(StoredName.Parse<Verdict>(row.LastVerdict), Instants.Parse(row.LastReceivedAt), row.LastReceipt);
        if (row.VersionId is null)
            return new(unit, Standing.Rejected, null, null, last, row.Rejections);
        var version = new StandingVersion(
            row.VersionId, row.Version, Instants.Parse(row.ReceivedAt), StoredName.Parse<Timeliness>(row.Timeliness))
        {
            StandsSince = Instants.Parse(row.StandsSince), RevertsVersion = row.RevertsVersion,
        };
        var standing = StoredName.Parse<Timeliness>(row.FirstTimeliness) == Timeliness.OnTime ? Standing.OnTime : Standing.Late;
        return new(unit, standing, version, Instants.Parse(row.FirstReceivedAt), last, row.Rejections);
    }
}

/// <summary>The version that stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">1 for the first that passed.</param>
/// <param name="ReceivedAt">When its file was first seen.</param>
/// <param name="Timeliness">Whether this very version came by the deadline.</param>
public sealed record StandingVersion(string Id, int Number, DateTimeOffset ReceivedAt, Timeliness Timeliness)
{
    /// <summary>Since when it stands.</summary>
    public DateTimeOffset StandsSince { get; init; }

    /// <summary>The version that the department went back to, whose file and facts this one has; null for one that an office sent.</summary>
    public int? RevertsVersion { get; init; }
}

/// <summary>A file and what became of it.</summary>
public sealed record LastFile(Verdict Verdict, DateTimeOffset ReceivedAt, long ReceiptNumber);

/// <summary>A line of <c>unit-status.sql</c>.</summary>
internal sealed record UnitStatusRow
{
    public string Unit { get; init; } = "";

    public int Rejections { get; init; }

    public string LastVerdict { get; init; } = "";

    public string LastReceivedAt { get; init; } = "";

    public long LastReceipt { get; init; }

    public string? VersionId { get; init; }

    public int Version { get; init; }

    public string ReceivedAt { get; init; } = "";

    public string Timeliness { get; init; } = "";

    public string StandsSince { get; init; } = "";

    public int? RevertsVersion { get; init; }

    public string FirstReceivedAt { get; init; } = "";

    public string FirstTimeliness { get; init; } = "";
}
