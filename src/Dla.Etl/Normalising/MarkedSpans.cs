namespace Dla.Etl.Normalising;

/// <summary>What the marks of neighbouring columns say together.</summary>
/// <param name="Columns">For each column whether it lies within a span.</param>
/// <param name="IsStated">True when any column has a mark that says something: without one nothing is known, which is not the same as none.</param>
/// <param name="HasOpenEnd">True when a span begins and its end is nowhere: only its first column is known.</param>
/// <param name="HasOpenBeginning">True when a span ends that began nowhere: only its last column is known.</param>
public sealed record MarkedSpans(IReadOnlyList<bool> Columns, bool IsStated, bool HasOpenEnd, bool HasOpenBeginning)
{
    /// <summary>First column within a span, or −1.</summary>
    public int First => Columns.ToList().IndexOf(true);

    /// <summary>Last column within a span, or −1.</summary>
    public int Last => Columns.ToList().LastIndexOf(true);

    /// <summary>Reads the marks of a row.</summary>
    /// <param name="marks">For each column the words of <see cref="MarkText"/>, or null for a blank one.</param>
    public static MarkedSpans Of(IReadOnlyList<string?> marks)
    {
        ArgumentNullException.ThrowIfNull(marks);
        var words = marks.Select(mark => mark?.Split(' ') ?? []).ToList();
        var columns = new bool[words.Count];
        var (begun, openBeginning) = (-1, false);
        for (var column = 0; column < words.Count; column++)
            foreach (var word in words[column])
                if (word == MarkText.From)
                    (begun, columns[column]) = (begun < 0 ? column : begun, true);
                else if (word == MarkText.Within)
                    columns[column] = true;
                else if (word == MarkText.To)
                {
                    openBeginning |= begun < 0;
                    Array.Fill(columns, true, begun < 0 ? column : begun, column - (begun < 0 ? column : begun) + 1);
                    begun = -1;
                }

        var drawn = columns.Any(within => within);
        if (!drawn)
            for (var column = 0; column < words.Count; column++)
                columns[column] = words[column].Contains(MarkText.Line);
        return new MarkedSpans(columns, drawn || words.Any(word => word.Length > 0), begun >= 0, openBeginning);
    }
}
