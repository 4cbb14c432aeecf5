using Dla.Etl.Definitions;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Recognition;

/// <summary>Decides which column is which field of which group. Position alone decides nothing.</summary>
/// <remarks>
/// Every group has one column of names, which its label tells. อัตราส่วน, ปริมาณ and หน่วยนับ repeat in each group: they belong to the group
/// whose heading stands above; where headings are lost, to the group of the names on their left or right such that no group has a field
/// twice and no content contradicts. More than one way to do so, or none, is an ERROR.
/// </remarks>
internal sealed class ColumnAssignment(FormVocabulary vocabulary, RecognitionNotes notes)
{
    private const int MostWays = 64;

    private readonly FormDefinition _form = vocabulary.Form;

    /// <summary>The groups of a page with their columns, or null after an ERROR.</summary>
    public IReadOnlyList<GroupColumns>? Assign(TablePage page)
    {
        var columns = page.Header.Columns.Where(column => column.Word is not null).ToList();
        List<WaySearch> searches = [new WaySearch(_form, page, columns)];
        // A heading that is not merged may stand a column beside its place, as on page 2 of the circular.
        if (!page.Header.HasMergedHeadings && columns.Any(column => column.Heading >= 0))
            searches.Add(new WaySearch(_form, page, columns.ConvertAll(column => column with { Heading = -1 })));
        foreach (var search in searches)
            if (search.Ways(MostWays, withContent: true) is { Count: > 0 } ways)
            {
                if (OnlyWhole(ways) is [var way])
                    return way;
                SayAmbiguous(page, columns);
                return null;
            }

        foreach (var search in searches)
            if (OnlyWhole(search.Ways(MostWays, withContent: false)) is [var whole] && SayContradictions(page, whole))
                return null;
        SayAmbiguous(page, columns);
        return null;
    }

    // The form prints every column of a group: a way that leaves none out is better evidence than one that does.
    private static IReadOnlyList<IReadOnlyList<GroupColumns>> OnlyWhole(IReadOnlyList<IReadOnlyList<GroupColumns>> ways)
    {
        var whole = ways.Where(way => way.All(group => group.Fields.All(column => column is not null))).ToList();
        return whole.Count == 0 ? ways : whole;
    }

    private bool SayContradictions(TablePage page, IReadOnlyList<GroupColumns> way)
    {
        var said = false;
        foreach (var group in way)
            for (var field = 0; field < group.Fields.Count; field++)
                if (group.Fields[field] is { } column && ColumnContent.Contradiction(page, column, group.Group.Fields[field]) is { } cell)
                {
                    notes.Add(RecognitionFindings.ColumnContent, cell.Place(), $"{group.Group.Label} – {group.Group.Fields[field].Label}",
                        Normalising.CellContent.TextOf(cell.Raw), Expected(group.Group.Fields[field].Role));
                    said = true;
                }

        return said;
    }

    private static string Expected(FieldRole role) => role switch
    {
        FieldRole.UnitOfMeasure => "หน่วยนับ",
        FieldRole.Ratio => "อัตราส่วนที่เป็นตัวเลข",
        _ => "ปริมาณที่เป็นตัวเลข",
    };

    private void SayAmbiguous(TablePage page, List<HeaderColumn> columns) => notes.Add(
        RecognitionFindings.AmbiguousColumns,
        page.Grid.Place(page.Header.FirstRow, columns[0].At.Column),
        found: string.Join(", ", columns.Select(column => $"{column.At} “{Normalising.ThaiText.Clean(column.Text).Value}”")),
        expected: string.Join(" | ", _form.Groups.Select(group => string.Join(", ", group.Fields.Select(field => field.Label)))));
}
