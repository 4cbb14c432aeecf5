using Dla.Etl.Normalising;

namespace Dla.Etl.Recognition;

/// <summary>One item of a cell.</summary>
/// <param name="Number">The number before it, or 0 when it has none.</param>
/// <param name="Text">Its text, clean, without number and without (ต่อ).</param>
/// <param name="Continued">True when (ต่อ) stood behind it: the same item as on the page before.</param>
internal readonly record struct NumberedItem(int Number, string Text, bool Continued);

/// <summary>Splits a cell such as <c>1. … 2. … 6. …</c> into its items. Thai digits count as well.</summary>
internal static class NumberedItems
{
    /// <summary>The items in order. A number begins an item where it follows the start or a space, is followed by a dot or bracket, and is greater than the one before it.</summary>
    /// <param name="clean">Clean text.</param>
    /// <param name="isNumber">Whether the form has an item of that number.</param>
    public static IReadOnlyList<NumberedItem> Split(string clean, Func<int, bool> isNumber)
    {
        var text = ThaiDigits.ToArabic(clean);
        var (number, start) = NumberAt(text, 0);
        if (number == 0)
            return [Item(0, clean)];
        var items = new List<NumberedItem>();
        for (var at = start; at < text.Length; at++)
        {
            if (text[at - 1] != ' ' || NumberAt(text, at) is not ( > 0, _) next || next.Number <= number || !isNumber(next.Number))
                continue;
            items.Add(Item(number, clean[start..at]));
            (number, start) = next;
            at = start;
        }

        items.Add(Item(number, clean[start..]));
        return items;
    }

    // The number at a place and where its text begins; 0 when there is none. 4.1.1 and 2019 are no item numbers.
    private static (int Number, int Start) NumberAt(string text, int at)
    {
        var opened = at < text.Length && text[at] == '(' ? 1 : 0;
        var (end, number) = (at + opened, 0);
        for (; end < text.Length && end - at - opened < 3 && char.IsAsciiDigit(text[end]); end++)
            number = (number * 10) + (text[end] - '0');
        if (number == 0 || end >= text.Length || text[end] is not ('.' or ')') || (end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))
            return default;
        end++;
        while (end < text.Length && text[end] == ' ')
            end++;
        return (number, end);
    }

    private static NumberedItem Item(int number, string text)
    {
        var plain = text.Trim();
        var mark = plain.EndsWith("(ต่อ)", StringComparison.Ordinal) ? 5 : plain.EndsWith(" ต่อ", StringComparison.Ordinal) ? 4 : 0;
        return new NumberedItem(number, plain[..^mark].TrimEnd(), mark > 0);
    }
}
