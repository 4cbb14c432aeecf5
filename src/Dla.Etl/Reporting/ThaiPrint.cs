using System.Globalization;

namespace Dla.Etl.Reporting;

/// <summary>Dates and digits as they are printed for people: the one edge of reporting where a culture other than the invariant one is asked.</summary>
public static class ThaiPrint
{
    private static readonly CultureInfo Thai = CultureInfo.GetCultureInfo("th-TH");

    // Thailand has no summer time (DOMAIN §8).
    private static readonly TimeSpan Bangkok = TimeSpan.FromHours(7);

    /// <summary>Order of names for people: leading vowels stand behind their consonant.</summary>
    public static StringComparer Names { get; } = StringComparer.Create(Thai, ignoreCase: false);

    /// <summary>The day in Bangkok of an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Bangkok).DateTime);

    /// <summary><c>31 พฤษภาคม 2564</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Thai);

    /// <summary><c>31 พ.ค. 2564</c>.</summary>
    public static string ShortDay(DateOnly day) => day.ToString("d MMM yyyy", Thai);

    /// <summary><c>31 พฤษภาคม 2564 เวลา 16.30 น.</c>, in Bangkok.</summary>
    public static string Instant(DateTimeOffset instant)
    {
        var local = instant.ToOffset(Bangkok);
        return $"{Day(DateOnly.FromDateTime(local.DateTime))} เวลา {local.ToString("HH.mm", CultureInfo.InvariantCulture)} น.";
    }

    /// <summary>The same text with Thai digits, for titles (DOMAIN §7).</summary>
    public static string Digits(string text) =>
        string.Create(text.Length, text, (span, from) =>
        {
            for (var index = 0; index < span.Length; index++)
                span[index] = char.IsAsciiDigit(from[index]) ? (char)(from[index] - '0' + '๐') : from[index];
        });
}
