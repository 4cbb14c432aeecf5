using System.Globalization;
using System.Text;

namespace Dla.Etl.Mail.Mime;

/// <summary>Text from outside as a database, a log and a screen can bear it.</summary>
internal static class CleanText
{
    /// <summary>On one line: control characters and runs of blanks become one blank, bidirectional marks and half surrogates go.</summary>
    public static string Line(string text, int most)
    {
        var line = new StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsHidden(rune))
                continue;
            var blank = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
            if (blank && (line.Length == 0 || line[^1] == ' '))
                continue;
            if (line.Length + rune.Utf16SequenceLength > most)
                break;
            line.Append(blank ? " " : rune.ToString());
        }
        return line.ToString().TrimEnd();
    }

    /// <summary>On several lines with <c>\n</c>; at most one empty line in a row, no blanks at the ends of lines.</summary>
    public static string Lines(string text, int most)
    {
        var lines = new StringBuilder(Math.Min(text.Length, most));
        var (breaks, blanks) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\n')
                (breaks, blanks) = (breaks + 1, 0);
            else if (Rune.IsWhiteSpace(rune))
                blanks++;
            else if (!Rune.IsControl(rune) && !IsHidden(rune))
            {
                if (lines.Length + 3 + rune.Utf16SequenceLength > most)
                    break;
                lines.Append(lines.Length == 0 ? "" : breaks > 1 ? "\n\n" : breaks == 1 ? "\n" : blanks > 0 ? " " : "").Append(rune.ToString());
                (breaks, blanks) = (0, 0);
            }
        }
        return lines.ToString();
    }

    /// <summary>Marks that turn the reading direction (a name that ends in <c>gpj.exe</c> backwards), and the byte order mark.</summary>
    public static bool IsHidden(Rune rune) => rune.Value is
        0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
