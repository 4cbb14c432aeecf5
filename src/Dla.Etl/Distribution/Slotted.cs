using Dla.Etl.Definitions;

namespace Dla.Etl.Distribution;

/// <summary>Reads wording whose <c>{slot}</c>s must all be known.</summary>
internal static class Slotted
{
    /// <summary>One text.</summary>
    /// <exception cref="DefinitionException">A slot is not known; names those that are.</exception>
    public static string Text(StrictMap map, string key, IReadOnlySet<string> known) => Checked(map, key, map.Text(key), known);

    /// <summary>A list of texts.</summary>
    /// <inheritdoc cref="Text"/>
    public static IReadOnlyList<string> Texts(StrictMap map, string key, IReadOnlySet<string> known) =>
        [.. map.Texts(key).Select(text => Checked(map, key, text, known))];

    private static string Checked(StrictMap map, string key, string text, IReadOnlySet<string> known) => SlotText.FirstUnknown(text, known) is { } unknown
        ? throw map.Error(key, $"nothing fills {{{unknown}}}; there are {string.Join(", ", known.Order(StringComparer.Ordinal))}")
        : text;
}
