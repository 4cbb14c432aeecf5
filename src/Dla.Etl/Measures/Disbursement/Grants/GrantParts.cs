using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;

namespace Dla.Etl.Measures.Disbursement.Grants;

/// <summary>How one local authority stands.</summary>
/// <param name="Authority">As the registry edition has it.</param>
/// <param name="Reported">True when rows of it stand, be it that there is nothing to report.</param>
/// <param name="Sum">Its money; null when it has not reported, says that there is nothing, or states no complete row.</param>
/// <param name="Rank">By percentage within its province; null without a percentage.</param>
/// <param name="CountryRank">The same over the country.</param>
public sealed record AuthorityPart(LocalAuthority Authority, bool Reported, GrantSum? Sum, int? Rank, int? CountryRank);

/// <summary>How the authorities of one province stand together.</summary>
/// <param name="Province">The province.</param>
/// <param name="Sum">Their money; null when none of them stated any.</param>
/// <param name="Coverage">How many of its authorities have reported.</param>
/// <param name="Rank">By percentage among the provinces; null without one.</param>
/// <param name="Authorities">Its authorities, by district and name.</param>
public sealed record ProvincePart(Province Province, GrantSum? Sum, Coverage Coverage, int? Rank, IReadOnlyList<AuthorityPart> Authorities);

/// <summary>How one grant stands over the country.</summary>
/// <param name="Item">Its code.</param>
/// <param name="Sum">Its money; null when nobody stated any.</param>
/// <param name="Authorities">How many authorities stated it.</param>
public sealed record ItemPart(string Item, GrantSum? Sum, int Authorities);
