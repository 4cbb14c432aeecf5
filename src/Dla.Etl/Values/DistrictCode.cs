namespace Dla.Etl.Values;

/// <summary>The four-digit code of a district (อำเภอ) of the Department of Provincial Administration: province and running number. Kept as text.</summary>
/// <remarks>Digits 3–6 of the code of an <see cref="AuthorityCode"/> are one, but for mistakes of the registry. <c>default</c> is no code and prints as four zeros.</remarks>
public readonly record struct DistrictCode : IComparable<DistrictCode>
{
    private const int Length = 4;
    private readonly string? _digits;

    private DistrictCode(string digits) => _digits = digits;

    /// <summary>The province: first two digits.</summary>
    public ProvinceCode Province => ProvinceCode.Parse(ToString()[..2]).Value;

    /// <summary>Reads four digits, Arabic or Thai, nothing else. Whether a district has the code is another question.</summary>
    public static Parsed<DistrictCode> Parse(string? text)
    {
        var digits = new string([.. (text ?? "").Select(letter => letter is >= '๐' and <= '๙' ? (char)(letter - '๐' + '0') : letter)]);
        return digits.Length == Length && digits.All(char.IsAsciiDigit) && ProvinceCode.Parse(digits[..2]).Succeeded
            ? Parsed<DistrictCode>.Ok(new DistrictCode(digits))
            : Parsed<DistrictCode>.Failed($"“{text}” ไม่ใช่รหัสอำเภอ 4 หลัก");
    }

    /// <summary>Four Arabic digits.</summary>
    public override string ToString() => _digits ?? "0000";

    /// <inheritdoc/>
    public int CompareTo(DistrictCode other) => string.CompareOrdinal(ToString(), other.ToString());

    public static bool operator <(DistrictCode left, DistrictCode right) => left.CompareTo(right) < 0;
    public static bool operator >(DistrictCode left, DistrictCode right) => left.CompareTo(right) > 0;
    public static bool operator <=(DistrictCode left, DistrictCode right) => left.CompareTo(right) <= 0;
    public static bool operator >=(DistrictCode left, DistrictCode right) => left.CompareTo(right) >= 0;
}
