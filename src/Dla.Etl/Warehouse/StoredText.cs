using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Dla.Etl.Warehouse;

/// <summary>Text from outside in a shape that both engines keep: PostgreSQL refuses NUL and half a surrogate pair.</summary>
public static class StoredText
{
    /// <summary>The text with NUL shown as <c>␀</c> and a lone surrogate as U+FFFD; the same text when it has neither.</summary>
    /// <remarks>The bytes as received lie in the archive; <c>raw_row</c> keeps NUL too, escaped by its JSON.</remarks>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text)
    {
        var whole = WithoutLoneSurrogates(text);
        return whole is null || !whole.Contains('\0', StringComparison.Ordinal) ? whole : whole.Replace('\0', '\u2400');
    }

    /// <summary>The text with a lone surrogate as U+FFFD.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    internal static string? WithoutLoneSurrogates(string? text)
    {
        if (text is null || !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return text;
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune.ToString());
        return whole.ToString();
    }
}
