using System.Globalization;
using System.Text;

namespace Dla.Etl.Distribution;

/// <summary>Plain Thai text built line by line, folded so that no line is wider than a page.</summary>
/// <param name="newLine">End of a line: CRLF in files for Windows, LF on a terminal.</param>
/// <param name="width">Columns that a line may take; a column is what one base character takes, Thai vowels above and below and tone marks take none.</param>
public sealed class PlainLines(string newLine, int width)
{
    // A Thai word may begin with one of these and never ends before one, so that a fold there leaves the syllable whole.
    private const string LeadingVowels = "เแโใไ";

    private readonly StringBuilder _text = new();

    /// <summary>An empty line.</summary>
    public PlainLines Blank()
    {
        _text.Append(newLine);
        return this;
    }

    /// <summary>A paragraph; its further lines are indented by <paramref name="hanging"/>.</summary>
    public PlainLines Add(string text, string indent = "", string hanging = "")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(indent);
        ArgumentNullException.ThrowIfNull(hanging);
        var margin = indent;
        foreach (var line in Fold(text, width - Math.Max(indent.Length, hanging.Length)))
        {
            _text.Append(margin).Append(line).Append(newLine);
            margin = hanging;
        }

        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <summary>Columns that a text takes.</summary>
    internal static int Columns(ReadOnlySpan<char> text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format))
                columns++;
        return columns;
    }

    private static IEnumerable<string> Fold(string text, int columns)
    {
        var rest = text;
        while (Columns(rest) > columns)
        {
            var end = FoldAt(rest, columns);
            yield return rest[..end].TrimEnd(' ');
            rest = rest[end..].TrimStart(' ');
        }

        yield return rest;
    }

    /// <summary>After the last space that fits; in a run without one before the last leading vowel; else where the width ends.</summary>
    private static int FoldAt(string text, int columns)
    {
        var (space, vowel, end, taken) = (0, 0, 0, 0);
        while (end < text.Length)
        {
            var element = text.AsSpan(end, StringInfo.GetNextTextElementLength(text, end));
            taken += Columns(element);
            if (taken > columns)
                break;
            if (end > 0 && LeadingVowels.Contains(element[0], StringComparison.Ordinal))
                vowel = end;
            end += element.Length;
            if (element is " ")
                space = end;
        }

        // A fold in the first half would leave a ragged page; rather fold a run of Thai at a syllable.
        if (space > end / 2)
            return space;
        return vowel > end / 2 ? vowel : Math.Max(space, Math.Max(vowel, end));
    }
}
