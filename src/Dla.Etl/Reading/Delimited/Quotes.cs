namespace Dla.Etl.Reading.Delimited;

/// <summary>Follows the quotes of RFC 4180 through a text: CsvHelper takes an unclosed one as the start of a cell that reaches to the end of the file.</summary>
internal static class Quotes
{
    /// <summary>The line, from 1, on which a quote opens that nothing closes; null when all are closed.</summary>
    public static int? UnclosedLine(ReadOnlySpan<char> text, char delimiter)
    {
        var (line, opened, isQuoted, isFieldStart) = (1, 0, false, true);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '\n' || (letter == '\r' && !text[(at + 1)..].StartsWith("\n")))
                line++;
            if (isQuoted && letter == '"' && text[(at + 1)..].StartsWith("\""))
                at++;
            else if (isQuoted && letter == '"')
                isQuoted = false;
            else if (!isQuoted && isFieldStart && letter == '"')
                (isQuoted, opened) = (true, line);
            isFieldStart = !isQuoted && (letter == delimiter || letter is '\n' or '\r');
        }
        return isQuoted ? opened : null;
    }

    /// <summary>The line, from 1, of a position.</summary>
    public static int LineAt(ReadOnlySpan<char> text, int position)
    {
        var before = text[..position];
        return 1 + before.Count('\n') + before.Count('\r') - before.Count("\r\n");
    }
}
