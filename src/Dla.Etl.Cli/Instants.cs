using System.Globalization;
using System.Text.RegularExpressions;

namespace Dla.Etl.Cli;

/// <summary>Instants on the command line: ISO 8601, common era; without an offset the clock of Bangkok (UTC+7, no summer time) is meant.</summary>
public static partial class Instants
{
    private static readonly string[] WithoutOffset =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd' 'HH:mm:ss", "yyyy-MM-dd' 'HH:mm"];

    /// <summary>Reads an instant. A bare date means the end of that day, so that "as of 31 May" includes 31 May.</summary>
    /// <returns>False for anything else, a Buddhist-era year (2400 and later) among it.</returns>
    public static bool TryRead(string text, out DateTimeOffset instant)
    {
        instant = default;
        var bangkok = TimeSpan.FromHours(7);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            instant = new DateTimeOffset(day.ToDateTime(TimeOnly.MaxValue), bangkok);
        else if (DateTime.TryParseExact(text, WithoutOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            instant = new DateTimeOffset(local, bangkok);
        else if (!Offset().IsMatch(text) || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out instant))
            return false;
        return instant.Year is >= 1900 and < 2400;
    }

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}
