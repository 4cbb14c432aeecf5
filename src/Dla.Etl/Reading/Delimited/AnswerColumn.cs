namespace Dla.Etl.Reading.Delimited;

/// <summary>The column of findings that an earlier answer put into a csv: it comes back in the corrected file and is read as if it were not there.</summary>
internal static class AnswerColumn
{
    /// <summary>How the head of the column begins; no form has a column of this name.</summary>
    public const string Head = "ผลการตรวจ (กรมฯ)";

    /// <summary>True for the head of the column.</summary>
    public static bool IsHead(ReadOnlySpan<char> text) => text.Trim().StartsWith(Head, StringComparison.Ordinal);

    /// <summary>Blanks the column, wherever it stands by now, and shortens the rows that end with it.</summary>
    public static void TakeOut(List<RawCell[]> rows)
    {
        var column = rows.Select(row => Array.FindIndex(row, cell => cell.Value is string text && IsHead(text))).FirstOrDefault(at => at >= 0, -1);
        if (column < 0)
            return;
        for (var row = 0; row < rows.Count; row++)
        {
            if (column >= rows[row].Length)
                continue;
            rows[row][column] = RawCell.Blank;
            if (column == rows[row].Length - 1)
                rows[row] = rows[row][..(Array.FindLastIndex(rows[row], cell => !cell.IsBlank) + 1)];
        }
        while (rows.Count > 0 && rows[^1].Length == 0)
            rows.RemoveAt(rows.Count - 1);
    }
}
