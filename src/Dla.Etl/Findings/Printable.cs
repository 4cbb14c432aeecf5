using System.Globalization;
using System.Text;

namespace Dla.Etl.Findings;

/// <summary>Text from outside (file names, cell contents) made fit for one line of an answer.</summary>
public static class Printable
{
    /// <summary>The most text elements that a slot of a message takes; the whole content stays in the raw rows.</summary>
    public const int SlotLimit = 120;

    /// <summary>The text on one line: control and format characters, line separators and broken surrogates shown as escapes such as <c>\n</c> and <c>\u200B</c>.</summary>
    /// <remarks>Format characters are shown because a right-to-left override in a file name would reverse the rest of the line.</remarks>
    public static string Line(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = new StringBuilder(text.Length);
        Span<char> pair = stackalloc char[2];
        for (var at = 0; at < text.Length;)
        {
            var whole = Rune.TryGetRuneAt(text, at, out var rune);
            if (whole && !IsHidden(rune))
                line.Append(pair[..rune.EncodeToUtf16(pair)]);
            else
                line.Append(Escape(whole ? rune.Value : text[at]));
            at += whole ? rune.Utf16SequenceLength : 1;
        }

        return line.ToString();
    }

    /// <summary>The text itself, or its beginning with an ellipsis so that it has at most <paramref name="limit"/> text elements.</summary>
    /// <remarks>A text element is what a reader takes for one character: a Thai consonant with its vowel and tone mark is never split.</remarks>
    public static string Cut(string text, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 2);
        var (end, count) = (0, 0);
        for (var at = 0; at < text.Length; at += StringInfo.GetNextTextElementLength(text, at))
            if (++count == limit)
                end = at;
        return count > limit ? string.Concat(text.AsSpan(0, end).TrimEnd(), "…") : text;
    }

    /// <summary>One line of at most <see cref="SlotLimit"/> text elements.</summary>
    public static string Slot(string text) => Cut(Line(text), SlotLimit);

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static string Escape(int value) => value switch
    {
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        <= 0xFFFF => string.Create(CultureInfo.InvariantCulture, $@"\u{value:X4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $@"\U{value:X8}"),
    };
}
