namespace Dla.Etl.Normalising;

/// <summary>Levenshtein distance within a band. For long header words only; never for abbreviations, provinces or units, which have lists (ระยอง and ระนอง are one letter apart).</summary>
public static class EditDistance
{
    /// <summary>The fewest insertions, deletions and replacements of UTF-16 units that make one text the other, or <paramref name="atMost"/> + 1 when it takes more.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atMost"/> is negative.</exception>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int atMost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(atMost);
        if (a.Length > b.Length)
        {
            var longer = a;
            a = b;
            b = longer;
        }

        var shared = a.CommonPrefixLength(b);
        a = a[shared..];
        b = b[shared..];
        while (a.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }

        if (b.Length - a.Length > atMost)
            return atMost + 1;
        return a.Length == 0 ? b.Length : InBand(a, b, atMost);
    }

    // One row of the table at a time; cells further than atMost from the diagonal cannot matter.
    private static int InBand(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int atMost)
    {
        var over = atMost + 1;
        Span<int> row = a.Length < 256 ? stackalloc int[a.Length + 1] : new int[a.Length + 1];
        for (var column = 0; column <= a.Length; column++)
            row[column] = Math.Min(column, over);
        for (var line = 1; line <= b.Length; line++)
        {
            var (from, to) = (Math.Max(1, line - atMost), Math.Min(a.Length, line + atMost));
            var diagonal = row[from - 1];
            row[from - 1] = from == 1 ? Math.Min(line, over) : over;
            var best = row[from - 1];
            for (var column = from; column <= to; column++)
            {
                var above = column == line + atMost ? over : row[column];
                var cost = b[line - 1] == a[column - 1] ? diagonal : 1 + Math.Min(diagonal, Math.Min(above, row[column - 1]));
                diagonal = row[column];
                row[column] = Math.Min(cost, over);
                best = Math.Min(best, row[column]);
            }

            if (best >= over)
                return over;
        }

        return row[a.Length];
    }
}
