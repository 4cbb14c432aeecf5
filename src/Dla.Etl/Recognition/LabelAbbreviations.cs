using System.Text.RegularExpressions;
using Dla.Etl.Definitions;
using Dla.Etl.Normalising;

namespace Dla.Etl.Recognition;

/// <summary>The abbreviations in item labels: Thai ones with a dot (อปท.), Latin words (e-Plan) and what stands in brackets.</summary>
internal sealed partial class LabelAbbreviations
{
    // Shorter ones are word endings as well: สถ needs its dot or a place of its own.
    private const int SureWithoutDot = 3;

    private readonly string[] _known;
    private readonly Dictionary<ItemDefinition, List<string>> _ofItem = [];

    public LabelAbbreviations(IReadOnlyList<ItemDefinition> items)
    {
        _known = [.. items.SelectMany(Spellings).SelectMany(spelling => Dotted().Matches(spelling))
            .Where(match => match.Groups[2].Length > 0 && IsConsonants(match.Groups[1].Value)).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).OrderByDescending(known => known.Length)];
        foreach (var item in items)
            _ofItem[item] = [.. Spellings(item).Select(In).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The abbreviations of a text as a key that is equal for equal ones in any order; empty when it has none.</summary>
    public string In(string text)
    {
        var clean = ThaiText.Clean(text).Value;
        var found = Latin().Matches(clean).Select(match => ThaiText.Fold(match.Value)).ToList();
        found.AddRange(Bracketed().Matches(clean).Select(match => ThaiText.Fold(Latin().Replace(match.Groups[1].Value, ""))).Where(inside => inside.Length > 0));
        found.AddRange(Dotted().Matches(clean).Select(match => OfWord(match.Groups[1].Value, match.Groups[2].Length > 0)).Where(word => word.Length > 0));
        return string.Join(' ', found.Order(StringComparer.Ordinal));
    }

    /// <summary>True when the item's label or one of its synonyms has the same abbreviations.</summary>
    public bool Agree(string abbreviations, ItemDefinition item) => _ofItem[item].Contains(abbreviations);

    // ของอปท. is อปท. without the space before it.
    private string OfWord(string word, bool hasDot)
    {
        foreach (var known in _known)
            if (word == known || (word.EndsWith(known, StringComparison.Ordinal) && (hasDot || known.Length >= SureWithoutDot)))
                return known;
        return hasDot && IsConsonants(word) ? word : "";
    }

    private static bool IsConsonants(string word) => word.All(letter => letter is >= 'ก' and <= 'ฮ');

    private static IEnumerable<string> Spellings(ItemDefinition item) => item.Synonyms.Prepend(item.Label);

    [GeneratedRegex("[A-Za-z]+([ .-]*[A-Za-z]+)*")]
    private static partial Regex Latin();

    [GeneratedRegex(@"\(([^()]*)\)")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"([ก-๎]+)(\.?)")]
    private static partial Regex Dotted();
}
