using Dla.Etl.Values;

namespace Dla.Etl.Reference;

/// <summary>
/// Who stands above whom, by codes as the address book writes them: two digits a province (00 the department), four a district, eight a local authority,
/// whose third to sixth digit are those of its district. Seven digits are eight that lost the leading zero. Source of the layout: DOMAIN §2.3.
/// </summary>
public static class UnitLevels
{
    /// <summary>The code as it is compared: an authority's with eight digits. Null when it is no code of a unit.</summary>
    public static string? Written(string? code) => code switch
    {
        { Length: 2 } => UnitCode.Parse(code).Succeeded ? code : null,
        { Length: 4 } when code.All(char.IsAsciiDigit) => ProvinceCode.Parse(code[..2]).Succeeded ? code : null,
        { Length: 7 or 8 } when code.All(char.IsAsciiDigit) => AuthorityCode.Parse(code) is { Succeeded: true, Value: var authority } ? authority.ToString() : null,
        _ => null,
    };

    /// <summary>Two digits: the province of a unit, or 00.</summary>
    /// <exception cref="ArgumentException">No code of a unit.</exception>
    public static string ProvinceOf(string code) => Known(code) is { Length: 8 } authority ? authority[2..4] : Known(code)[..2];

    /// <summary>Four digits: the district of a district or an authority; null for what stands above one.</summary>
    /// <exception cref="ArgumentException">No code of a unit.</exception>
    public static string? DistrictOf(string code) => Known(code) switch
    {
        { Length: 8 } authority => authority[2..6],
        { Length: 4 } district => district,
        _ => null,
    };

    /// <summary>True when a unit is this one or stands below it.</summary>
    /// <exception cref="ArgumentException">One is no code of a unit.</exception>
    public static bool Covers(string above, string unit) => Known(above) switch
    {
        { Length: 8 } authority => authority == Known(unit),
        { Length: 4 } district => district == DistrictOf(unit),
        var province => province == ProvinceOf(unit),
    };

    private static string Known(string code) => Written(code) ?? throw new ArgumentException($"“{code}” is no code of a unit.", nameof(code));
}
