namespace Dla.Etl.Values;

/// <summary>
/// The department's code of a local authority: eight digits <c>TTPPAANN</c>, type (01–06), province, district and running number. Kept as text.
/// </summary>
/// <remarks>
/// The type of an authority must never be told from its code: three of 7,849 codes are numbered under another type. The province is always that of
/// the code. Source: DOMAIN §2.3. <c>default</c> is no code and prints as eight zeros.
/// </remarks>
public readonly record struct AuthorityCode : IComparable<AuthorityCode>
{
    private const int Length = 8;
    private readonly string? _digits;

    private AuthorityCode(string digits) => _digits = digits;

    /// <summary>The province: third and fourth digit.</summary>
    public ProvinceCode Province => ProvinceCode.Parse(ToString()[2..4]).Value;

    /// <summary>The four digits of province and district; authorities of one district share them, but for mistakes of the registry.</summary>
    public string District => ToString()[2..6];

    /// <summary>Reads eight digits, or seven whose leading zero a spreadsheet took; Arabic or Thai digits, nothing else. Whether an authority has the code is another question.</summary>
    public static Parsed<AuthorityCode> Parse(string? text)
    {
        var digits = new string([.. (text ?? "").Select(letter => letter is >= '๐' and <= '๙' ? (char)(letter - '๐' + '0') : letter)]);
        if (digits.Length == Length - 1)
            digits = "0" + digits;
        return digits.Length == Length && digits.All(char.IsAsciiDigit) && digits[0] == '0' && digits[1] is >= '1' and <= '6' && ProvinceCode.Parse(digits[2..4]).Succeeded
            ? Parsed<AuthorityCode>.Ok(new AuthorityCode(digits))
            : Parsed<AuthorityCode>.Failed($"“{text}” ไม่ใช่รหัส อปท. 8 หลัก");
    }

    /// <summary>Eight Arabic digits.</summary>
    public override string ToString() => _digits ?? "00000000";

    /// <inheritdoc/>
    public int CompareTo(AuthorityCode other) => string.CompareOrdinal(ToString(), other.ToString());

    public static bool operator <(AuthorityCode left, AuthorityCode right) => left.CompareTo(right) < 0;
    public static bool operator >(AuthorityCode left, AuthorityCode right) => left.CompareTo(right) > 0;
    public static bool operator <=(AuthorityCode left, AuthorityCode right) => left.CompareTo(right) <= 0;
    public static bool operator >=(AuthorityCode left, AuthorityCode right) => left.CompareTo(right) >= 0;
}
