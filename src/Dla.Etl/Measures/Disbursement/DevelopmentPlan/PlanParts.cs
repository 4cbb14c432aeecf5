using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;

namespace Dla.Etl.Measures.Disbursement.DevelopmentPlan;

/// <summary>What changed since the month before, of the authorities that stated figures in both months and of no other: who reports for the first time has not moved by all that it has.</summary>
/// <param name="Before">Their figures then.</param>
/// <param name="Now">Their figures now.</param>
/// <param name="Authorities">How many they are.</param>
public sealed record PlanMovement(PlanFigures Before, PlanFigures Now, int Authorities)
{
    /// <summary>Now less before.</summary>
    public PlanFigures Change => Now - Before;
}

/// <summary>How a place stands, be it one authority or the country.</summary>
/// <param name="Now">Its figures; null when nobody there stated any.</param>
/// <param name="Moved">What changed; null when nobody there stated figures in both months.</param>
/// <param name="Coverage">How many of its authorities have reported.</param>
public sealed record PlanPart(PlanFigures? Now, PlanMovement? Moved, Coverage Coverage)
{
    /// <summary>Of one authority.</summary>
    /// <param name="now">Its figures; null when it stated none.</param>
    /// <param name="before">Those of the month before.</param>
    /// <param name="reported">True when rows of it stand.</param>
    public static PlanPart Of(PlanFigures? now, PlanFigures? before, bool reported) =>
        new(now, now is not null && before is not null ? new PlanMovement(before, now, 1) : null, new Coverage(reported ? 1 : 0, 1));

    /// <summary>Many together.</summary>
    public static PlanPart Together(IReadOnlyCollection<PlanPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var moved = parts.Select(part => part.Moved).OfType<PlanMovement>().ToList();
        return new(
            PlanFigures.Of(parts.Select(part => part.Now).OfType<PlanFigures>()),
            moved.Count == 0 ? null : new PlanMovement(PlanFigures.Of(moved.Select(one => one.Before))!, PlanFigures.Of(moved.Select(one => one.Now))!, moved.Sum(one => one.Authorities)),
            parts.Aggregate(default(Coverage), (sum, part) => sum + part.Coverage));
    }
}

/// <summary>How one local authority stands.</summary>
/// <param name="Authority">As the registry edition has it.</param>
/// <param name="Part">Its figures.</param>
/// <param name="SaysNothing">True when it says that there is nothing to report; without that and without figures it left a step out.</param>
/// <param name="Rank">By money disbursed of the budget within its province; null without a percentage.</param>
public sealed record AuthorityPlan(LocalAuthority Authority, PlanPart Part, bool SaysNothing, int? Rank)
{
    /// <summary>True when rows of it stand, be it that there is nothing to report.</summary>
    public bool Reported => Part.Coverage.Missing == 0;
}

/// <summary>How the authorities of one province stand together.</summary>
/// <param name="Province">The province.</param>
/// <param name="Part">Their figures.</param>
/// <param name="Rank">By money disbursed of the budget among the provinces; null without a percentage.</param>
/// <param name="Authorities">Its authorities, by district and name.</param>
public sealed record ProvincePlan(Province Province, PlanPart Part, int? Rank, IReadOnlyList<AuthorityPlan> Authorities);

/// <summary>How the provinces of one region stand together.</summary>
/// <param name="Region">The region.</param>
/// <param name="Part">Their figures.</param>
/// <param name="Provinces">Its provinces, in the order given.</param>
public sealed record RegionPlan(Region Region, PlanPart Part, IReadOnlyList<ProvincePlan> Provinces);
