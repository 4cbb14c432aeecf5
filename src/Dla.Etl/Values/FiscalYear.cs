using System.Globalization;

namespace Dla.Etl.Values;

/// <summary>A Thai government fiscal year, named by the Buddhist-era year in which it ends.</summary>
/// <remarks>FY 2568 runs 2024-10-01 to 2025-09-30. Accepted range 2540–2640; outside it reading fails. Source: DOMAIN §6.4.</remarks>
public readonly record struct FiscalYear : IComparable<FiscalYear>
{
    /// <summary>First and last year that the program accepts.</summary>
    public const int First = 2540, Last = 2640;

    private FiscalYear(int buddhistEra) => BuddhistEra = buddhistEra;

    /// <summary>The Buddhist-era number, for example 2563.</summary>
    public int BuddhistEra { get; }

    /// <summary>1 October of the common-era year before.</summary>
    public DateOnly Start => new(BuddhistEra - 544, 10, 1);

    /// <summary>30 September.</summary>
    public DateOnly End => new(BuddhistEra - 543, 9, 30);

    /// <summary>The year before.</summary>
    public FiscalYear Previous => FromBuddhistEra(BuddhistEra - 1);

    /// <summary>A year by its Buddhist-era number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside 2540–2640.</exception>
    public static FiscalYear FromBuddhistEra(int year) =>
        year is >= First and <= Last
            ? new FiscalYear(year)
            : throw new ArgumentOutOfRangeException(nameof(year), year, $"A fiscal year lies between {First} and {Last}.");

    /// <summary>Reads four Arabic digits of the Buddhist era, nothing else; text of returns goes through <c>FiscalYearText</c>.</summary>
    public static Parsed<FiscalYear> Parse(string? text) =>
        text is { Length: 4 } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= First and <= Last
            ? Parsed<FiscalYear>.Ok(new FiscalYear(year))
            : Parsed<FiscalYear>.Failed($"“{text}” ไม่ใช่ปีงบประมาณ พ.ศ. {First}–{Last}");

    /// <summary>The fiscal year in which a day falls: from October on it is the next one.</summary>
    public static FiscalYear Of(DateOnly day) => FromBuddhistEra(day.Year + 543 + (day.Month >= 10 ? 1 : 0));

    /// <summary>The Buddhist-era number in Arabic digits.</summary>
    public override string ToString() => BuddhistEra.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public int CompareTo(FiscalYear other) => BuddhistEra.CompareTo(other.BuddhistEra);

    public static bool operator <(FiscalYear left, FiscalYear right) => left.CompareTo(right) < 0;
    public static bool operator >(FiscalYear left, FiscalYear right) => left.CompareTo(right) > 0;
    public static bool operator <=(FiscalYear left, FiscalYear right) => left.CompareTo(right) <= 0;
    public static bool operator >=(FiscalYear left, FiscalYear right) => left.CompareTo(right) >= 0;
}
