using Dla.Etl.Definitions;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Recognition;

/// <summary>Tells a label that is printed again on the next page, or on every row of a flat table, from a second row and from a second table.</summary>
internal sealed class Repetitions(FormDefinition form, RecognitionNotes notes)
{
    private readonly HashSet<string> _parents =
        [.. form.Groups.SelectMany(group => group.Items).SelectMany(item => item.Parents.Keys)];

    /// <summary>The rows without repeated labels. An item that comes twice with figures stays twice: the whole-set check says so.</summary>
    public List<FoundRow> Without(IReadOnlyList<FoundRow> rows)
    {
        var kept = new List<FoundRow>(rows.Count);
        foreach (var row in rows)
        {
            var earlier = row.Row.Item is null ? -1 : kept.FindIndex(other => other.Row.Item == row.Row.Item);
            if (earlier < 0 || !(row.Continued || _parents.Contains(row.Row.Group.Code)))
                kept.Add(row);
            else if (!kept[earlier].HasValues && row.HasValues)
                kept[earlier] = row;
            else if (row.HasValues && !row.SaysTheSameAs(kept[earlier]))
                kept.Add(row);
        }

        return kept;
    }

    /// <summary>Says so when two pages have at least half of their items in common: the same table stands there twice.</summary>
    public void SaySameTableTwice(IReadOnlyList<FoundRow> rows)
    {
        var pages = rows.Where(row => row.Row.Item is not null && !_parents.Contains(row.Row.Group.Code) && !row.Continued)
            .GroupBy(row => row.Page).Select(page => (Page: page.Key, Items: page.Select(row => row.Row.Item!.Code).ToHashSet(StringComparer.Ordinal))).ToList();
        for (var first = 0; first < pages.Count; first++)
            for (var second = first + 1; second < pages.Count; second++)
            {
                var common = pages[first].Items.Count(pages[second].Items.Contains);
                if (common < 2 || common * 2 < Math.Min(pages[first].Items.Count, pages[second].Items.Count))
                    continue;
                notes.Add(RecognitionFindings.TableTwice, Place(pages[second].Page), found: pages[second].Page.Called, expected: pages[first].Page.Called);
                return;
            }
    }

    private static Findings.Place Place(TablePage page) => page.Grid.Place(page.Header.FirstRow, page.Header.Columns[0].At.Column);
}
