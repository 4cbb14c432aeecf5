namespace Dla.Etl.Reading.Delimited;

/// <summary>Finds what stands between the cells of a text file.</summary>
internal static class Delimiter
{
    private const int LinesLookedAt = 20;

    private static readonly char[] Candidates = [',', '\t', ';', '|'];

    /// <summary>The delimiter that most lines agree upon; a comma when there is none at all.</summary>
    /// <remarks>Lines of a title have none and amounts such as 7,850 have commas of their own, so agreement counts, not number.</remarks>
    public static char Sniff(string text)
    {
        var lines = FirstLines(text);
        return Candidates.MaxBy(candidate => Agreement(lines, candidate));
    }

    /// <summary>The delimiter of a first line <c>sep=;</c>, as Excel writes and honours it, and how many characters that line takes; null without one.</summary>
    public static (char Delimiter, string Line, int Length)? Declared(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var line = end < 0 ? text : text[..end];
        var bare = line.Trim('"');
        if (bare.Length != 5 || !bare.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            return null;
        var length = end < 0 ? text.Length : end + (text.AsSpan(end).StartsWith("\r\n") ? 2 : 1);
        return (bare[4], line, length);
    }

    private static int Agreement(List<string> lines, char candidate)
    {
        var counts = lines.Select(line => line.Count(letter => letter == candidate)).Where(count => count > 0).GroupBy(count => count);
        return counts.Select(group => group.Key * group.Count() * group.Count()).DefaultIfEmpty(0).Max();
    }

    /// <summary>The first lines without what stands in quotes; a line break in quotes ends no line.</summary>
    private static List<string> FirstLines(string text)
    {
        var (lines, line, isQuoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        foreach (var letter in text)
        {
            isQuoted ^= letter == '"';
            if (isQuoted || letter is '"' or '\r')
                continue;
            if (letter != '\n')
                line.Append(letter);
            else if (lines.Count == LinesLookedAt)
                break;
            else
            {
                lines.Add(line.ToString());
                line.Clear();
            }
        }
        lines.Add(line.ToString());
        return lines;
    }
}
