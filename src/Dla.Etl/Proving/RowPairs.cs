namespace Dla.Etl.Proving;

/// <summary>Which row of a file is which row of the report made again.</summary>
internal static class RowPairs
{
    // Above this many comparisons the rows between the equal beginning and end are taken one by one as they come.
    private const long MostComparisons = 4_000_000;

    /// <summary>Pairs of zero-based row numbers in order; a row that the other side has not is alone.</summary>
    public static IReadOnlyList<(int? File, int? Made)> Of(IReadOnlyList<CellText[]> file, IReadOnlyList<CellText[]> made)
    {
        var (files, mades) = (Keys(file), Keys(made));
        var (first, fileEnd, madeEnd) = (0, files.Count, mades.Count);
        while (first < Math.Min(fileEnd, madeEnd) && files[first] == mades[first])
            first++;
        while (fileEnd > first && madeEnd > first && files[fileEnd - 1] == mades[madeEnd - 1])
            (fileEnd, madeEnd) = (fileEnd - 1, madeEnd - 1);
        // What is equal needs no telling.
        var pairs = new List<(int?, int?)>();
        var (nextFile, nextMade) = (first, first);
        foreach (var (sameFile, sameMade) in Common(files, mades, first, fileEnd, madeEnd).Append((fileEnd, madeEnd)))
        {
            Between(pairs, nextFile, sameFile, nextMade, sameMade);
            (nextFile, nextMade) = (sameFile + 1, sameMade + 1);
        }

        return pairs;
    }

    // As many changed rows as both sides have, in order; what is left over was put in or taken out.
    private static void Between(List<(int?, int?)> pairs, int file, int fileEnd, int made, int madeEnd)
    {
        for (; file < fileEnd && made < madeEnd; file++, made++)
            pairs.Add((file, made));
        for (; file < fileEnd; file++)
            pairs.Add((file, null));
        for (; made < madeEnd; made++)
            pairs.Add((null, made));
    }

    // The longest run of equal rows in both, by the table of its lengths from the end.
    private static List<(int File, int Made)> Common(List<string> file, List<string> made, int first, int fileEnd, int madeEnd)
    {
        var (height, width) = (fileEnd - first, madeEnd - first);
        var common = new List<(int, int)>();
        if ((long)height * width > MostComparisons)
            return common;
        var lengths = new int[height + 1, width + 1];
        for (var row = height - 1; row >= 0; row--)
            for (var column = width - 1; column >= 0; column--)
                lengths[row, column] = file[first + row] == made[first + column]
                    ? lengths[row + 1, column + 1] + 1
                    : Math.Max(lengths[row + 1, column], lengths[row, column + 1]);
        for (var (row, column) = (0, 0); row < height && column < width;)
            if (file[first + row] == made[first + column])
                common.Add((first + row++, first + column++));
            else if (lengths[row + 1, column] >= lengths[row, column + 1])
                row++;
            else
                column++;
        return common;
    }

    // The same key only for the same cells; empty ones at the end of a row do not count.
    private static List<string> Keys(IReadOnlyList<CellText[]> rows) =>
        [.. rows.Select(row => string.Concat(row.Select((cell, column) => cell.IsNothing ? "" : $"{column}\u0001{cell.Kind}{cell.IsFormula}\u0001{cell.Text}\u0001{cell.Shown}\u0002")))];
}
