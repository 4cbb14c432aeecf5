using System.Globalization;

namespace Dla.Etl.Normalising;

/// <summary>Prints dates for people, in the Buddhist era. The year number is converted only here: adding 543 years to a date would spoil 29 February (DOMAIN §6.4).</summary>
public static class ThaiDates
{
    private const int BuddhistEraAhead = 543;

    // UTC+7 without daylight saving since 1920; a fixed offset needs no time zone data on the machine (DOMAIN §8).
    private static readonly TimeSpan Bangkok = TimeSpan.FromHours(7);

    /// <summary><c>31 พฤษภาคม 2564</c>, with Thai digits on request.</summary>
    public static string Long(DateOnly day, bool thaiDigits = false) =>
        Digits(string.Create(CultureInfo.InvariantCulture, $"{day.Day} {ThaiMonths.Name(day.Month)} {BuddhistYear(day)}"), thaiDigits);

    /// <summary><c>31 พ.ค. 64</c>, with Thai digits on request.</summary>
    public static string Short(DateOnly day, bool thaiDigits = false) =>
        Digits(string.Create(CultureInfo.InvariantCulture, $"{day.Day} {ThaiMonths.Abbreviation(day.Month)} {BuddhistYear(day) % 100:00}"), thaiDigits);

    /// <summary><c>31 พฤษภาคม 2564 เวลา 09.05 น.</c> by the clock of Bangkok.</summary>
    public static string LongWithTime(DateTimeOffset moment, bool thaiDigits = false) => WithTime(Long(DayInBangkok(moment)), moment, thaiDigits);

    /// <summary><c>31 พ.ค. 64 เวลา 09.05 น.</c> by the clock of Bangkok.</summary>
    public static string ShortWithTime(DateTimeOffset moment, bool thaiDigits = false) => WithTime(Short(DayInBangkok(moment)), moment, thaiDigits);

    /// <summary>The calendar day of a moment in Bangkok, which is not always the day in UTC.</summary>
    public static DateOnly DayInBangkok(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Bangkok).DateTime);

    /// <summary>The year of a day in the Buddhist era.</summary>
    public static int BuddhistYear(DateOnly day) => day.Year + BuddhistEraAhead;

    private static string WithTime(string day, DateTimeOffset moment, bool thaiDigits) =>
        Digits(day + moment.ToOffset(Bangkok).ToString(" 'เวลา' HH'.'mm 'น.'", CultureInfo.InvariantCulture), thaiDigits);

    private static string Digits(string text, bool thai) => thai ? ThaiDigits.ToThai(text) : text;
}
