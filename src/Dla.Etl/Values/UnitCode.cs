using System.Diagnostics.CodeAnalysis;

namespace Dla.Etl.Values;

/// <summary>The code of a unit that files returns: <c>00</c> the department itself, two digits a province's office, eight a local authority.</summary>
/// <remarks>
/// Source of the province codes: DOMAIN §2.1, of those of authorities §2.3. No province has 00. Codes sort by province: the department, then each office
/// with its authorities after it, as folders lie.
/// </remarks>
public readonly record struct UnitCode : IComparable<UnitCode>
{
    private readonly ProvinceCode? _province;
    private readonly AuthorityCode? _authority;

    private UnitCode(ProvinceCode? province, AuthorityCode? authority = null) => (_province, _authority) = (province, authority);

    /// <summary>The department itself (ส่วนกลาง).</summary>
    public static UnitCode Department => default;

    /// <summary>The province whose office it is, or in which the authority lies; null for the department.</summary>
    public ProvinceCode? Province => _province;

    /// <summary>The local authority; null for the department and an office.</summary>
    public AuthorityCode? Authority => _authority;

    /// <summary>Who looks after it: of an authority the office of its province, of everybody else itself.</summary>
    public UnitCode Office => new(_province);

    /// <summary>The office of a province.</summary>
    public static UnitCode Of(ProvinceCode province) => new(province);

    /// <summary>A local authority.</summary>
    public static UnitCode Of(AuthorityCode authority) => new(authority.Province, authority);

    /// <summary>Reads two Arabic digits, 00 or 10–96, or the eight of a local authority; whether anybody has the code is another question.</summary>
    public static Parsed<UnitCode> Parse(string? text)
    {
        if (text == "00")
            return Parsed<UnitCode>.Ok(Department);
        if (ProvinceCode.Parse(text) is { Succeeded: true, Value: var province })
            return Parsed<UnitCode>.Ok(new UnitCode(province));
        return AuthorityCode.Parse(text) is { Succeeded: true, Value: var authority } && authority.ToString() == text
            ? Parsed<UnitCode>.Ok(Of(authority))
            : Parsed<UnitCode>.Failed($"“{text}” ไม่ใช่รหัสหน่วยสองหลักหรือรหัส อปท. แปดหลัก");
    }

    /// <summary>Two digits, or eight.</summary>
    public override string ToString() => _authority?.ToString() ?? _province?.ToString() ?? "00";

    /// <inheritdoc/>
    public int CompareTo(UnitCode other) => string.CompareOrdinal(SortKey, other.SortKey);

    private string SortKey => _authority is { } authority ? $"{_province}{authority}" : _province?.ToString() ?? "00";

    /// <summary>As <see cref="Of(ProvinceCode)"/>.</summary>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Of is the named one.")]
    public static implicit operator UnitCode(ProvinceCode province) => new(province);

    public static bool operator <(UnitCode left, UnitCode right) => left.CompareTo(right) < 0;
    public static bool operator >(UnitCode left, UnitCode right) => left.CompareTo(right) > 0;
    public static bool operator <=(UnitCode left, UnitCode right) => left.CompareTo(right) <= 0;
    public static bool operator >=(UnitCode left, UnitCode right) => left.CompareTo(right) >= 0;
}
