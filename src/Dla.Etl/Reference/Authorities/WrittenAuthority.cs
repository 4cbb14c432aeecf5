using System.Text.RegularExpressions;
using Dla.Etl.Normalising;
using Dla.Etl.Values;

namespace Dla.Etl.Reference.Authorities;

/// <summary>What a text says of an authority: its code, or its kind and name, with the district and province that stand in the same cell.</summary>
/// <param name="Text">The whole text, cleaned.</param>
public sealed partial record WrittenAuthority(string Text)
{
    // Longest first. Dots and spaces may lack; but ทน, ทม and ทต are syllables of names too (อบต.ทมนางาม is one), so these need a dot or a space.
    private static readonly (Regex Prefix, AuthorityType Type)[] Prefixes =
    [
        (ProvincialName(), AuthorityType.ProvincialOrganization), (SubdistrictName(), AuthorityType.SubdistrictOrganization),
        (CityName(), AuthorityType.CityMunicipality), (TownName(), AuthorityType.TownMunicipality), (MunicipalityName(), AuthorityType.SubdistrictMunicipality),
        (ProvincialShort(), AuthorityType.ProvincialOrganization), (SubdistrictShort(), AuthorityType.SubdistrictOrganization),
        (SpecialName(), AuthorityType.Special),
        (CityShort(), AuthorityType.CityMunicipality), (TownShort(), AuthorityType.TownMunicipality), (MunicipalityShort(), AuthorityType.SubdistrictMunicipality),
    ];

    /// <summary>Eight or seven digits at the head of the text, or behind the name (in brackets, or as its last word); or null.</summary>
    public AuthorityCode? Code { get; private init; }

    /// <summary>Another code of the text that is not the same; null when there is none.</summary>
    public AuthorityCode? SecondCode { get; private init; }

    /// <summary>The kind, when the text begins with one.</summary>
    public AuthorityType? Type { get; private init; }

    /// <summary>The name without kind, district and province; empty when the code stands alone.</summary>
    public string Name { get; private init; } = "";

    /// <summary>The district that stands behind the name, without อำเภอ; null when none does.</summary>
    public string? District { get; private init; }

    /// <summary>The province that stands behind the name, as written; null when none does.</summary>
    public string? Province { get; private init; }

    /// <summary>The leniencies of reading.</summary>
    public IReadOnlyList<Tolerance> Tolerances { get; private init; } = [];

    /// <summary>Reads a text such as <c>ทต.หนองบัว อ.เมือง</c>, <c>เทศบาลตำบลหนองบัว</c>, <c>05560301</c>, <c>05560301 ทต.บ้านใหม่</c> or <c>ทต.บ้านใหม่ (05560301)</c>. It never fails: what is not there is null.</summary>
    public static WrittenAuthority Parse(string text)
    {
        var clean = ThaiText.Clean(text);
        var (first, second, rest) = Codes(clean.Value);
        var (type, length) = Prefixes.Select(one => (one.Type, Match: one.Prefix.Match(rest))).Where(one => one.Match.Success)
            .Select(one => ((AuthorityType?)one.Type, one.Match.Length)).FirstOrDefault();
        var parts = Parts().Match(type == AuthorityType.Special ? rest[length..].Trim(' ', '(', ')') : rest[length..].Trim());
        return new WrittenAuthority(clean.Value)
        {
            Code = first ?? second, SecondCode = first is null || first == second ? null : second, Type = type, Name = parts.Groups["name"].Value, District = Given(parts.Groups["district"]), Province = Given(parts.Groups["province"]),
            Tolerances = clean.Tolerances,
        };
    }

    // The code before the name, the one behind it, and what is left.
    private static (AuthorityCode? First, AuthorityCode? Second, string Left) Codes(string text)
    {
        var (first, rest) = Without(CodeAtHead(), text);
        var (second, last) = Without(CodeBehind(), rest);
        return (first, second, last);
    }

    private static (AuthorityCode? Code, string Left) Without(Regex where, string text) =>
        where.Match(ThaiDigits.ToArabic(text)) is { Success: true } found && AuthorityCode.Parse(found.Groups["code"].Value) is { Succeeded: true, Value: var code }
            ? (code, text.Remove(found.Index, found.Length))
            : (null, text);

    /// <summary>A district as a cell of its own says it, without อำเภอ or อ.; null when it is blank.</summary>
    public static string? DistrictOf(string text) => DistrictWord().Replace(ThaiText.Clean(text).Value, "") is { Length: > 0 } district ? district : null;

    private static string? Given(Group group) => group.Success && group.Value.Trim() is { Length: > 0 } text ? text : null;

    [GeneratedRegex("^(รหัส ?(อปท ?\\.? ?)?:? ?)?(?<code>[0-9]{7,8})(?![0-9])[ :,\\-–—]*")]
    private static partial Regex CodeAtHead();

    [GeneratedRegex(" ?[(\\[] ?(รหัส ?(อปท ?\\.? ?)?:? ?)?(?<code>[0-9]{7,8}) ?[)\\]]|[ :,]+[\\-–— ]*(รหัส ?(อปท ?\\.? ?)?:? ?)?(?<code>[0-9]{7,8})$")]
    private static partial Regex CodeBehind();

    [GeneratedRegex("^(?<name>[^(]*?)(?:[ (,]+(?:ตำบล|ต ?\\.) ?[^ (),]+)?(?:(?:[ (,]*(?:กิ่ง ?)?อำเภอ|[ (,]+(?:กิ่ง ?)?อ ?\\.) ?(?<district>[^(),]+?))?(?:(?:[ (,]*จังหวัด|[ (,]+จ ?\\.) ?(?<province>[^(),]+?))?[ ),]*$")]
    private static partial Regex Parts();

    [GeneratedRegex("^(กิ่ง ?)?(อำเภอ|อ ?\\.) ?")]
    private static partial Regex DistrictWord();

    [GeneratedRegex("^องค์การบริหารส่วนจังหวัด ?")]
    private static partial Regex ProvincialName();

    [GeneratedRegex("^องค์การบริหารส่วนตำบล ?")]
    private static partial Regex SubdistrictName();

    [GeneratedRegex("^เทศบาลนคร ?")]
    private static partial Regex CityName();

    [GeneratedRegex("^เทศบาลเมือง ?")]
    private static partial Regex TownName();

    [GeneratedRegex("^เทศบาลตำบล ?")]
    private static partial Regex MunicipalityName();

    [GeneratedRegex("^อ ?\\.? ?บ ?\\.? ?จ ?\\.? ?")]
    private static partial Regex ProvincialShort();

    [GeneratedRegex("^อ ?\\.? ?บ ?\\.? ?ต ?\\.? ?")]
    private static partial Regex SubdistrictShort();

    [GeneratedRegex("^((องค์กรปกครองส่วน)?ท้องถิ่น|อปท ?\\.? ?)รูปแบบพิเศษ ?")]
    private static partial Regex SpecialName();

    [GeneratedRegex("^ท ?\\.? ?น ?(\\. ?| )")]
    private static partial Regex CityShort();

    [GeneratedRegex("^ท ?\\.? ?ม ?(\\. ?| )")]
    private static partial Regex TownShort();

    [GeneratedRegex("^ท ?\\.? ?ต ?(\\. ?| )")]
    private static partial Regex MunicipalityShort();
}
