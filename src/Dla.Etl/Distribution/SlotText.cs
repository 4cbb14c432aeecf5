using System.Text.RegularExpressions;

namespace Dla.Etl.Distribution;

/// <summary>Wording with <c>{slot}</c>s, as the files under <c>templates/mail</c> have it.</summary>
internal static partial class SlotText
{
    /// <summary>The text with its slots filled.</summary>
    /// <exception cref="KeyNotFoundException">A slot has no value; the loaders look for that.</exception>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) => Slot().Replace(text, slot => values[slot.Groups[1].Value]);

    /// <summary>The first slot of a text that is none of these; null when all are known.</summary>
    public static string? FirstUnknown(string text, IReadOnlySet<string> known) =>
        Slot().Matches(text).Select(slot => slot.Groups[1].Value).FirstOrDefault(slot => !known.Contains(slot));

    [GeneratedRegex(@"\{([a-z0-9_]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Slot();
}
