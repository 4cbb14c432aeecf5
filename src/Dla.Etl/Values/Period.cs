using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Dla.Etl.Values;

/// <summary>What a return is for: a fiscal year, or one month of it.</summary>
/// <remarks>
/// <see cref="Number"/> is what the warehouse stores in its columns <c>fiscal_year</c>: 2564 is that whole fiscal year, 256605 the month of May B.E. 2566.
/// Months carry their calendar year, so that they sort as time: ตุลาคม 2565 (256510) is the first month of fiscal year 2566.
/// </remarks>
public readonly record struct Period : IComparable<Period>
{
    private Period(FiscalYear year, int? month) => (Year, Month) = (year, month);

    /// <summary>The fiscal year.</summary>
    public FiscalYear Year { get; }

    /// <summary>The calendar month, 1–12; null for a whole year.</summary>
    public int? Month { get; }

    /// <summary>The year in Buddhist era, or for a month calendar year and month.</summary>
    public int Number => Month is { } month ? ((LastDay.Year + 543) * 100) + month : Year.BuddhistEra;

    /// <summary>First day.</summary>
    public DateOnly FirstDay => Month is { } month ? new DateOnly(Year.BuddhistEra - 543 - (month >= 10 ? 1 : 0), month, 1) : Year.Start;

    /// <summary>Last day.</summary>
    public DateOnly LastDay => Month is null ? Year.End : FirstDay.AddMonths(1).AddDays(-1);

    /// <summary>For a year the year before, for a month the month before in the same fiscal year; null for October, with which figures that add up over a fiscal year begin anew.</summary>
    public Period? Before => Month switch
    {
        null => Year.BuddhistEra == FiscalYear.First ? null : new Period(Year.Previous, null),
        10 => null,
        1 => new Period(Year, 12),
        { } month => new Period(Year, month - 1),
    };

    /// <summary>The same year, or the same month, so many fiscal years away.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the years that the program accepts.</exception>
    public Period AddYears(int years) => new(FiscalYear.FromBuddhistEra(Year.BuddhistEra + years), Month);

    /// <summary>A month by any of its days.</summary>
    public static Period MonthOf(DateOnly day) => new(FiscalYear.Of(day), day.Month);

    /// <summary>A month of a fiscal year.</summary>
    /// <param name="year">The fiscal year.</param>
    /// <param name="month">The calendar month, 1–12.</param>
    public static Period MonthOf(FiscalYear year, int month) => month is >= 1 and <= 12
        ? new Period(year, month)
        : throw new ArgumentOutOfRangeException(nameof(month), month, "A month lies between 1 and 12.");

    /// <summary>The twelve months of a fiscal year, ตุลาคม first.</summary>
    public static IReadOnlyList<Period> MonthsOf(FiscalYear year) => [.. Enumerable.Range(0, 12).Select(index => MonthOf(year.Start.AddMonths(index)))];

    /// <summary>The period with a number of the warehouse.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No period has it.</exception>
    public static Period FromNumber(int number)
    {
        if (number <= FiscalYear.Last)
            return FiscalYear.FromBuddhistEra(number);
        var (year, month) = (number / 100, number % 100);
        return MonthOf(FiscalYear.FromBuddhistEra(year + (month >= 10 ? 1 : 0)), month);
    }

    /// <summary>Reads <c>2564</c>, or for a month <c>2566-05</c>: calendar year of the Buddhist era and month.</summary>
    public static Parsed<Period> Parse(string? text)
    {
        if (FiscalYear.Parse(text) is { Succeeded: true } year)
            return Parsed<Period>.Ok(year.Value);
        return text is { Length: 7 } && text[4] == '-'
            && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var calendar)
            && int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12
            && FiscalYear.Parse((calendar + (month >= 10 ? 1 : 0)).ToString(CultureInfo.InvariantCulture)) is { Succeeded: true } of
            ? Parsed<Period>.Ok(new Period(of.Value, month))
            : Parsed<Period>.Failed($"“{text}” ไม่ใช่ปีงบประมาณ พ.ศ. เช่น 2564 หรือเดือน เช่น 2566-05 (พฤษภาคม 2566)");
    }

    /// <summary>As <see cref="Parse"/> reads it: <c>2564</c>, <c>2566-05</c>.</summary>
    public override string ToString() => Month is { } month
        ? string.Create(CultureInfo.InvariantCulture, $"{LastDay.Year + 543}-{month:00}")
        : Year.ToString();

    /// <inheritdoc/>
    public int CompareTo(Period other) => Number.CompareTo(other.Number);

    /// <summary>The whole fiscal year.</summary>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "A fiscal year is a period.")]
    public static implicit operator Period(FiscalYear year) => new(year, null);

    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;
}
