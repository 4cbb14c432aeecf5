using Dla.Etl.Definitions;

namespace Dla.Etl.Warehouse;

/// <summary>A row of a version: its facts by field code.</summary>
/// <param name="Position">Its place in the return.</param>
/// <param name="Facts">Its fields.</param>
internal sealed record VersionRow(int Position, IReadOnlyDictionary<string, VersionFact> Facts)
{
    /// <summary>Everything that the row says, so that equal rows are one another's.</summary>
    public string Content { get; } = Text(Facts, _ => true);

    /// <summary>What the row is about without its figures: the same line of costs with another amount.</summary>
    public string Description { get; } = Text(Facts, fact => fact.Type is FieldType.Text or FieldType.Date);

    private static string Text(IReadOnlyDictionary<string, VersionFact> facts, Func<VersionFact, bool> which) => string.Join('\u001F', facts
        .Where(pair => which(pair.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => $"{pair.Key}={pair.Value.State}:{pair.Value.Amount}:{pair.Value.UnitOfMeasure}:{(pair.Value.Type == FieldType.Text ? pair.Value.Text : "")}"));
}

/// <summary>Tells which row of one version is which row of another, among those with the same key.</summary>
/// <remarks>
/// Open rows may come several times under one key: the lines of one cost centre. Equal rows belong together first, then rows that say the same
/// beside their figures, then what is left in its order. So a line that is put in between shows as one new row and not as a change of all that follow.
/// </remarks>
internal static class RowPairing
{
    /// <summary>Every row of either version once, with its counterpart or null.</summary>
    public static IEnumerable<(VersionRow? Before, VersionRow? After)> Of(IReadOnlyList<VersionRow> before, IReadOnlyList<VersionRow> after)
    {
        var pairs = new List<(VersionRow? Before, VersionRow? After)>(Math.Max(before.Count, after.Count));
        var (olds, news) = (before.ToList(), after.ToList());
        if (before.Count > 1 || after.Count > 1)
        {
            Take(pairs, ref olds, ref news, row => row.Content);
            Take(pairs, ref olds, ref news, row => row.Description);
        }

        for (var index = 0; index < Math.Max(olds.Count, news.Count); index++)
            pairs.Add((olds.ElementAtOrDefault(index), news.ElementAtOrDefault(index)));
        return pairs;
    }

    private static void Take(List<(VersionRow?, VersionRow?)> pairs, ref List<VersionRow> olds, ref List<VersionRow> news, Func<VersionRow, string> same)
    {
        var waiting = olds.GroupBy(same, StringComparer.Ordinal).ToDictionary(group => group.Key, group => new Queue<VersionRow>(group), StringComparer.Ordinal);
        var (taken, left) = (new HashSet<VersionRow>(ReferenceEqualityComparer.Instance), new List<VersionRow>());
        foreach (var row in news)
            if (waiting.TryGetValue(same(row), out var queue) && queue.TryDequeue(out var old))
            {
                taken.Add(old);
                pairs.Add((old, row));
            }
            else
                left.Add(row);
        olds = olds.FindAll(row => !taken.Contains(row));
        news = left;
    }
}
