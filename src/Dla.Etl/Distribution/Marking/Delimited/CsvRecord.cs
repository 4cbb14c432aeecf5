namespace Dla.Etl.Distribution.Marking.Delimited;

/// <summary>Where a record of a csv stands in its text, without the line end.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">Behind the last character.</param>
/// <param name="Delimiters">Positions of its delimiters, in order; one fewer than it has fields.</param>
internal sealed record CsvRecord(int Start, int End, IReadOnlyList<int> Delimiters)
{
    /// <summary>How many fields it has; at least one.</summary>
    public int Fields => Delimiters.Count + 1;

    /// <summary>Where a field begins and ends, its quotes included.</summary>
    public Range Field(int index) => (index == 0 ? Start : Delimiters[index - 1] + 1)..(index == Delimiters.Count ? End : Delimiters[index]);

    /// <summary>What a field says, without quotes around it and blanks.</summary>
    public ReadOnlySpan<char> Text(string text, int index) => text.AsSpan(Field(index)).Trim().Trim('"').Trim();

    /// <summary>The records of a text: a quote opens only at the beginning of a field, and a line end in quotes ends nothing (RFC 4180, as CsvHelper reads it).</summary>
    public static List<CsvRecord> Split(string text, int start, char delimiter)
    {
        var (records, delimiters, first, isQuoted, isFieldStart) = (new List<CsvRecord>(), new List<int>(), start, false, true);
        for (var at = start; at < text.Length; at++)
        {
            var letter = text[at];
            if (isQuoted)
            {
                if (letter == '"' && at + 1 < text.Length && text[at + 1] == '"')
                    at++;
                else
                    isQuoted = letter != '"';
                continue;
            }
            isQuoted = isFieldStart && letter == '"';
            isFieldStart = letter == delimiter || letter is '\r' or '\n';
            if (letter == delimiter)
                delimiters.Add(at);
            if (letter is not ('\r' or '\n'))
                continue;
            records.Add(new CsvRecord(first, at, [.. delimiters]));
            delimiters.Clear();
            if (letter == '\r' && at + 1 < text.Length && text[at + 1] == '\n')
                at++;
            first = at + 1;
        }
        if (first < text.Length)
            records.Add(new CsvRecord(first, text.Length, [.. delimiters]));
        return records;
    }
}
