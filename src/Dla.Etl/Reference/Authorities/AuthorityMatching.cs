using System.Collections.Frozen;
using Dla.Etl.Normalising;
using Dla.Etl.Reference.Districts;
using Dla.Etl.Values;

namespace Dla.Etl.Reference.Authorities;

/// <summary>
/// Finds authorities in one edition of the registry: by code, or by province, kind, name and district. Texts are compared folded, never by likeness, and
/// a name alone is never enough. Without a district kind and name must be the only ones of the province (79 of the 7,849 keys are not; DOMAIN §2.3).
/// </summary>
public sealed class AuthorityMatching
{
    private readonly FrozenDictionary<(ProvinceCode, AuthorityType, string), LocalAuthority[]> _named;
    private readonly ILookup<(ProvinceCode, string), LocalAuthority> _byName;
    private readonly ILookup<(AuthorityType, string), LocalAuthority> _anywhere;
    private readonly ILookup<(ProvinceCode, AuthorityType, string), FormerAuthority> _former;
    private readonly ILookup<string, LocalAuthority> _special;

    /// <summary>Prepares an edition; made once for many questions.</summary>
    /// <param name="registry">The edition.</param>
    /// <param name="districts">The districts of the same day, for what there is to say of a district that none is; null when no list was imported.</param>
    public AuthorityMatching(AuthorityRegistry registry, DistrictRegistry? districts = null)
    {
        ArgumentNullException.ThrowIfNull(registry);
        (Registry, Districts) = (registry, districts);
        _named = registry.All.GroupBy(Key).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        _byName = registry.All.ToLookup(one => (one.Province, ThaiText.Fold(one.Name)));
        _anywhere = registry.All.ToLookup(one => (one.Type, ThaiText.Fold(one.Name)));
        _former = registry.Former.ToLookup(former => Key(former.Was));
        _special = registry.All.Where(one => one.Type == AuthorityType.Special).ToLookup(one => ThaiText.Fold(one.Name), StringComparer.Ordinal);
    }

    /// <summary>The edition.</summary>
    public AuthorityRegistry Registry { get; }

    /// <summary>The districts of the same day; null when no list was imported.</summary>
    public DistrictRegistry? Districts { get; }

    /// <summary>Looks for the authority that a text of a province's return names.</summary>
    /// <param name="text">The cell: a code, or kind and name, with the district behind it or not.</param>
    /// <param name="district">The cell of the district, or null when the form has none or it is blank.</param>
    /// <param name="province">The province of the return.</param>
    /// <param name="beside">The code that a column of its own has, or null when the form has none or it is blank.</param>
    public AuthorityMatch Find(string text, string? district, ProvinceCode province, AuthorityCode? beside = null)
    {
        var written = WrittenAuthority.Parse(text);
        var asked = district is null ? null : WrittenAuthority.DistrictOf(district);
        AuthorityCode[] codes = [.. new[] { written.Code, written.SecondCode, beside }.OfType<AuthorityCode>().Distinct()];
        if (codes.Length > 1)
            return new AuthorityMatch(AuthorityOutcome.Contradiction, written) { CodesDiffer = true, Candidates = [.. codes.Select(Registry.Find).OfType<LocalAuthority>()] };
        if (codes is [var code])
            return ByCode(written, code, asked, province);
        return written.Type is null && _special.Contains(ThaiText.Fold(written.Name))
            ? ByName(written, AuthorityType.Special, asked, province)
            : written.Type is { } type ? ByName(written, type, asked, province) : new AuthorityMatch(AuthorityOutcome.NoType, written) { Candidates = SameName(written, province) };
    }

    private AuthorityMatch ByCode(WrittenAuthority written, AuthorityCode code, string? district, ProvinceCode province)
    {
        if (Registry.Find(code) is not { } authority)
            return Registry.Former.LastOrDefault(former => former.Was.Code == code) is { } former
                ? new AuthorityMatch(AuthorityOutcome.Former, written) { Former = former }
                : new AuthorityMatch(AuthorityOutcome.Unknown, written);
        if (authority.Province != province)
            return new AuthorityMatch(AuthorityOutcome.OtherProvince, written) { Candidates = [authority] };
        var named = written.Name.Length == 0 || (ThaiText.Fold(written.Name) == ThaiText.Fold(authority.Name) && (written.Type is null || written.Type == authority.Type))
            || ThaiText.Fold(written.Name) == ThaiText.Fold(authority.FullName);
        return named && (written.District is null || IsIn(authority, written.District))
            ? new AuthorityMatch(AuthorityOutcome.Found, written) { Authority = authority, DistrictDiffers = district is not null && !IsIn(authority, district) }
            : new AuthorityMatch(AuthorityOutcome.Contradiction, written) { Candidates = [authority], Named = written.Type is { } type ? ByName(written, type, district, province) : null };
    }

    private AuthorityMatch ByName(WrittenAuthority written, AuthorityType type, string? district, ProvinceCode province)
    {
        if (written.Province is { } stated && ProvinceNames.ParseWithAbbreviations(stated) is { Succeeded: true, Value: var other } && other.Code != province)
            return Elsewhere(written, type, one => one.Province == other.Code);
        if (district is not null && written.District is not null && DistrictNames.Key(district, province) != DistrictNames.Key(written.District, province))
            return new AuthorityMatch(AuthorityOutcome.Contradiction, written);
        var named = _named.GetValueOrDefault((province, type, ThaiText.Fold(written.Name))) ?? [];
        var wanted = (written.District ?? district) is { } where ? [.. named.Where(one => IsIn(one, where))] : named;
        return wanted.Length switch
        {
            // A province has one; the district of its seat decides nothing.
            0 when type == AuthorityType.ProvincialOrganization && named.Length == 1 => new AuthorityMatch(AuthorityOutcome.Found, written) { Authority = named[0], DistrictDiffers = true },
            1 => new AuthorityMatch(AuthorityOutcome.Found, written) { Authority = wanted[0] },
            > 1 => new AuthorityMatch(AuthorityOutcome.Ambiguous, written) { Candidates = wanted },
            _ => Gone(written, type, written.District ?? district, province)
                ?? (SameName(written, province) is { Count: > 0 } like
                    ? new AuthorityMatch(AuthorityOutcome.Unknown, written) { Candidates = like }
                    : Elsewhere(written, type, one => one.Province != province)),
        };
    }

    private AuthorityMatch? Gone(WrittenAuthority written, AuthorityType type, string? district, ProvinceCode province)
    {
        var former = _former[(province, type, ThaiText.Fold(written.Name))].Where(one => district is null || IsIn(one.Was, district)).ToList();
        return former.Count == 0 ? null : new AuthorityMatch(AuthorityOutcome.Former, written) { Former = former.MaxBy(one => one.LastIn) };
    }

    private AuthorityMatch Elsewhere(WrittenAuthority written, AuthorityType type, Func<LocalAuthority, bool> where)
    {
        LocalAuthority[] others = [.. _anywhere[(type, ThaiText.Fold(written.Name))].Where(where).Where(one => written.District is null || IsIn(one, written.District))];
        return others.Length > 0 ? new AuthorityMatch(AuthorityOutcome.OtherProvince, written) { Candidates = others } : new AuthorityMatch(AuthorityOutcome.Unknown, written);
    }

    private IReadOnlyList<LocalAuthority> SameName(WrittenAuthority written, ProvinceCode province) => [.. _byName[(province, ThaiText.Fold(written.Name))]];

    private static bool IsIn(LocalAuthority authority, string district) => DistrictNames.Key(authority.District, authority.Province) == DistrictNames.Key(district, authority.Province);

    private static (ProvinceCode, AuthorityType, string) Key(LocalAuthority authority) => (authority.Province, authority.Type, ThaiText.Fold(authority.Name));
}
