using Dla.Etl.Definitions;
using Dla.Etl.Normalising;

namespace Dla.Etl.Recognition;

/// <summary>What a label turned out to be.</summary>
/// <param name="Item">The item that its text names, or null.</param>
/// <param name="Approximate">True when letters differ from every known spelling.</param>
/// <param name="NumberDisagrees">True when the number before it belongs to another item.</param>
internal readonly record struct ItemMatch(ItemDefinition? Item, bool Approximate, bool NumberDisagrees);

/// <summary>Finds the listed item that a label names: by its exact text first, then, for long labels only, with a few letters amiss.</summary>
internal sealed class ItemMatcher
{
    private const int LongLabel = 12;

    private readonly Dictionary<string, ItemDefinition> _byText = new(StringComparer.Ordinal);
    private readonly HashSet<int> _numbers;
    private readonly LabelAbbreviations _abbreviations;

    public ItemMatcher(GroupDefinition group)
    {
        _numbers = [.. group.Items.Select(item => item.Number)];
        _abbreviations = new LabelAbbreviations(group.Items);
        foreach (var item in group.Items)
            foreach (var spelling in item.Synonyms.Prepend(item.ShortLabel).Prepend(item.Label))
                _byText.TryAdd(ThaiText.Fold(spelling), item);
    }

    /// <summary>True when an item bears the number.</summary>
    public bool HasNumber(int number) => _numbers.Contains(number);

    public ItemMatch Match(NumberedItem label)
    {
        var folded = ThaiText.Fold(label.Text);
        var approximate = !_byText.TryGetValue(folded, out var item);
        if (approximate)
            item = Near(folded, label);
        return new ItemMatch(item, item is not null && approximate, item is not null && label.Number > 0 && item.Number != label.Number);
    }

    // อปท. and สถ. are a letter or two apart and mean other items, so letters may be amiss in words only, never in abbreviations.
    // With the right number before it a label may have one letter in ten amiss, without it one in twenty and three at most.
    private ItemDefinition? Near(string folded, NumberedItem label)
    {
        var abbreviations = _abbreviations.In(label.Text);
        var (best, least, unique) = ((ItemDefinition?)null, int.MaxValue, true);
        foreach (var (key, item) in _byText)
        {
            var length = Math.Min(folded.Length, key.Length);
            var allowed = length < LongLabel ? 0 : item.Number == label.Number ? Math.Max(1, length / 10) : Math.Min(3, Math.Max(1, length / 20));
            if (allowed == 0 || (EditDistance.Between(folded, key, allowed) is var amiss && amiss > allowed) || !_abbreviations.Agree(abbreviations, item))
                continue;
            if (amiss < least)
                (best, least, unique) = (item, amiss, true);
            else if (amiss == least && item != best)
                unique = false;
        }

        return unique ? best : null;
    }
}
