using System.Collections.Frozen;
using Dla.Etl.Values;

namespace Dla.Etl.Reference.Authorities;

/// <summary>The local authorities of the country on one day: one edition of the department's registry.</summary>
public sealed class AuthorityRegistry
{
    private readonly FrozenDictionary<AuthorityCode, LocalAuthority> _byCode;
    private readonly ILookup<ProvinceCode, LocalAuthority> _byProvince;

    /// <summary>An edition.</summary>
    /// <param name="effective">The day it holds for.</param>
    /// <param name="authorities">All authorities, in any order.</param>
    /// <exception cref="ArgumentException">Two have one code.</exception>
    public AuthorityRegistry(DateOnly effective, IEnumerable<LocalAuthority> authorities)
    {
        All = [.. authorities.OrderBy(authority => authority.Code)];
        Effective = effective;
        _byCode = All.ToFrozenDictionary(authority => authority.Code);
        _byProvince = All.ToLookup(authority => authority.Province);
    }

    /// <summary>The day that the edition holds for, and from which on until the next.</summary>
    public DateOnly Effective { get; }

    /// <summary>All authorities, by code.</summary>
    public IReadOnlyList<LocalAuthority> All { get; }

    /// <summary>Number of the edition in the warehouse; 0 for one that is in no warehouse.</summary>
    public long Edition { get; init; }

    /// <summary>True when the day that was asked for lies before the first edition, so that a later one stands in for it. Callers must say so.</summary>
    public bool IsLaterThanAsked { get; init; }

    /// <summary>What earlier editions have otherwise, by code and day.</summary>
    public IReadOnlyList<FormerAuthority> Former { get; init; } = [];

    /// <summary>The authority with a code; null when the edition has none.</summary>
    public LocalAuthority? Find(AuthorityCode code) => _byCode.GetValueOrDefault(code);

    /// <summary>The same edition with the authorities of one province alone.</summary>
    public AuthorityRegistry In(ProvinceCode province) => new(Effective, _byProvince[province])
    {
        Edition = Edition, IsLaterThanAsked = IsLaterThanAsked, Former = [.. Former.Where(former => former.Was.Province == province)],
    };

    /// <summary>The authorities of a province, by code.</summary>
    public IReadOnlyList<LocalAuthority> Of(ProvinceCode province) => [.. _byProvince[province]];
}
