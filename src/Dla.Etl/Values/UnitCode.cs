using System.Diagnostics.CodeAnalysis;

namespace Dla.Etl.Values;

/// <summary>The code of a unit that files returns: <c>00</c> the department itself, two digits a province's office.</summary>
/// <remarks>Source of the province codes: DOMAIN §2.1. No province has 00, and the code sorts before theirs, as the folder of the department does.</remarks>
public readonly record struct UnitCode : IComparable<UnitCode>
{
    private readonly ProvinceCode? _province;

    private UnitCode(ProvinceCode? province) => _province = province;

    /// <summary>The department itself (ส่วนกลาง).</summary>
    public static UnitCode Department => default;

    /// <summary>The province whose office it is; null for the department.</summary>
    public ProvinceCode? Province => _province;

    /// <summary>The office of a province.</summary>
    public static UnitCode Of(ProvinceCode province) => new(province);

    /// <summary>Reads two Arabic digits, 00 or 10–96; whether a province has the code is another question.</summary>
    public static Parsed<UnitCode> Parse(string? text)
    {
        if (text == "00")
            return Parsed<UnitCode>.Ok(Department);
        var province = ProvinceCode.Parse(text);
        return province.Succeeded ? Parsed<UnitCode>.Ok(new UnitCode(province.Value)) : Parsed<UnitCode>.Failed($"“{text}” ไม่ใช่รหัสหน่วยสองหลัก");
    }

    /// <summary>Two digits.</summary>
    public override string ToString() => _province?.ToString() ?? "00";

    /// <inheritdoc/>
    public int CompareTo(UnitCode other) => string.CompareOrdinal(ToString(), other.ToString());

    /// <summary>As <see cref="Of"/>.</summary>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Of is the named one.")]
    public static implicit operator UnitCode(ProvinceCode province) => new(province);

    public static bool operator <(UnitCode left, UnitCode right) => left.CompareTo(right) < 0;
    public static bool operator >(UnitCode left, UnitCode right) => left.CompareTo(right) > 0;
    public static bool operator <=(UnitCode left, UnitCode right) => left.CompareTo(right) <= 0;
    public static bool operator >=(UnitCode left, UnitCode right) => left.CompareTo(right) >= 0;
}
