using System.Globalization;

namespace Dla.Etl.Values;

/// <summary>The two-digit province code of the Department of Provincial Administration (equal to the suffix of ISO 3166-2:TH), 10–96.</summary>
/// <remarks>That a code exists is known by <c>Reference.Provinces</c>; this type only keeps its form. Source: DOMAIN §2.1.</remarks>
public readonly record struct ProvinceCode : IComparable<ProvinceCode>
{
    private ProvinceCode(int number) => Number = number;

    /// <summary>The code as a number.</summary>
    public int Number { get; }

    /// <summary>A code by its number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside 10–96.</exception>
    public static ProvinceCode From(int number) =>
        number is >= 10 and <= 96 ? new(number) : throw new ArgumentOutOfRangeException(nameof(number), number, "A province code lies between 10 and 96.");

    /// <summary>Reads two Arabic digits, 10–96; whether the code exists is another question.</summary>
    public static Parsed<ProvinceCode> Parse(string? text) =>
        text is { Length: 2 } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 10 and <= 96
            ? Parsed<ProvinceCode>.Ok(new ProvinceCode(number))
            : Parsed<ProvinceCode>.Failed($"“{text}” ไม่ใช่รหัสจังหวัดสองหลัก");

    /// <summary>Two digits.</summary>
    public override string ToString() => Number.ToString("00", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public int CompareTo(ProvinceCode other) => Number.CompareTo(other.Number);

    public static bool operator <(ProvinceCode left, ProvinceCode right) => left.CompareTo(right) < 0;
    public static bool operator >(ProvinceCode left, ProvinceCode right) => left.CompareTo(right) > 0;
    public static bool operator <=(ProvinceCode left, ProvinceCode right) => left.CompareTo(right) <= 0;
    public static bool operator >=(ProvinceCode left, ProvinceCode right) => left.CompareTo(right) >= 0;
}
