using System.Globalization;

namespace Dla.Etl.Warehouse;

/// <summary>Instants as the warehouse stores them: UTC text of fixed width, which sorts as time on every engine.</summary>
public static class Instants
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>The stored text, for example <c>2021-05-31T16:59:59.0000000Z</c>; common era whatever the culture.</summary>
    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The instant of a stored text.</summary>
    /// <exception cref="FormatException">Not a text that <see cref="Text"/> makes.</exception>
    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
