using System.Collections.Frozen;
using Dla.Etl.Normalising;

namespace Dla.Etl.Reference.Authorities;

/// <summary>What kind of local authority. The registry says so for each; the code does not (DOMAIN §2.3).</summary>
public enum AuthorityType
{
    // The order is that of the first two digits of the codes, 01–06.

    /// <summary>A special administration; เมืองพัทยา is the only one that the department keeps in its registry.</summary>
    Special,

    /// <summary>องค์การบริหารส่วนจังหวัด.</summary>
    ProvincialOrganization,

    /// <summary>เทศบาลนคร.</summary>
    CityMunicipality,

    /// <summary>เทศบาลเมือง.</summary>
    TownMunicipality,

    /// <summary>เทศบาลตำบล.</summary>
    SubdistrictMunicipality,

    /// <summary>องค์การบริหารส่วนตำบล.</summary>
    SubdistrictOrganization,
}

/// <summary>Names of the types.</summary>
public static class AuthorityTypes
{
    private static readonly FrozenDictionary<string, AuthorityType> ByName = Enum.GetValues<AuthorityType>()
        .SelectMany(type => new[] { type.NameThai(), type.Abbreviation() }.Concat(type == AuthorityType.Special ? ["ท้องถิ่นรูปแบบพิเศษ", "องค์กรปกครองส่วนท้องถิ่นรูปแบบพิเศษ"] : []).Select(name => (Key: ThaiText.Fold(name), type)))
        .DistinctBy(pair => pair.Key).ToFrozenDictionary(pair => pair.Key, pair => pair.type, StringComparer.Ordinal);

    /// <summary>The whole Thai name: เทศบาลตำบล.</summary>
    public static string NameThai(this AuthorityType type) => type switch
    {
        AuthorityType.Special => "อปท. รูปแบบพิเศษ",
        AuthorityType.ProvincialOrganization => "องค์การบริหารส่วนจังหวัด",
        AuthorityType.CityMunicipality => "เทศบาลนคร",
        AuthorityType.TownMunicipality => "เทศบาลเมือง",
        AuthorityType.SubdistrictMunicipality => "เทศบาลตำบล",
        AuthorityType.SubdistrictOrganization => "องค์การบริหารส่วนตำบล",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a type of local authority."),
    };

    /// <summary>The short name as documents write it: ทต. A special administration is พิเศษ.</summary>
    public static string Abbreviation(this AuthorityType type) => type switch
    {
        AuthorityType.Special => "พิเศษ",
        AuthorityType.ProvincialOrganization => "อบจ.",
        AuthorityType.CityMunicipality => "ทน.",
        AuthorityType.TownMunicipality => "ทม.",
        AuthorityType.SubdistrictMunicipality => "ทต.",
        AuthorityType.SubdistrictOrganization => "อบต.",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a type of local authority."),
    };

    /// <summary>The type of a text that is nothing but its name or short name, dots or none; null for any other text.</summary>
    public static AuthorityType? Find(string text) => ByName.TryGetValue(ThaiText.Fold(text), out var type) ? type : null;
}
