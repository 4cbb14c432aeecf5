using Dla.Etl.Definitions;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;

namespace Dla.Etl.Recognition;

/// <summary>Reads the rows of every page: columns first, then group by group.</summary>
internal sealed class TableReading(FormVocabulary vocabulary, PageFinder finder, RecognitionNotes notes)
{
    private readonly FormDefinition _form = vocabulary.Form;
    private readonly List<TablePage> _pages = [];
    private readonly List<RecognisedControl> _controls = [];

    /// <summary>The pages with their columns, as far as they could be assigned.</summary>
    public IReadOnlyList<TablePage> Pages => _pages;

    /// <summary>The lines with the file's own totals.</summary>
    public IReadOnlyList<RecognisedControl> Controls => _controls;

    /// <summary>The rows, in the order of the form's groups and within a group as they stand.</summary>
    public IReadOnlyList<RecognisedRow> Read(IReadOnlyList<TablePage> pages)
    {
        var assignment = new ColumnAssignment(vocabulary, notes);
        var inspection = new PageInspection(notes, _form);
        var listed = new ListedRows(notes, vocabulary);
        var open = new OpenRowsReading(notes, finder, _controls);
        var found = new List<FoundRow>();
        var rows = new List<RecognisedRow>();
        foreach (var unassigned in pages)
        {
            var groups = assignment.Assign(unassigned);
            if (groups is null)
                continue;
            var page = unassigned with { Groups = groups };
            MarkSubtotals(page);
            foreach (var columns in groups)
                if (columns.Group.Rows == RowsOf.OpenRows)
                    open.Read(page, columns, rows);
                else
                    found.AddRange(listed.Read(page, columns));
            inspection.Inspect(page);
            _pages.Add(page);
        }

        return InOrder(found, rows);
    }

    private List<RecognisedRow> InOrder(List<FoundRow> found, List<RecognisedRow> open)
    {
        var repetitions = new Repetitions(_form, notes);
        if (!notes.Has(RecognitionFindings.TwoForms))
            repetitions.SaySameTableTwice(found);
        var listed = repetitions.Without(found).ConvertAll(row => row.Row);
        if (listed.Count == 0 && _form.Groups.Count == 1)
            return open;
        var rows = new List<RecognisedRow>(listed.Count + open.Count);
        foreach (var group in _form.Groups)
            rows.AddRange((group.Rows == RowsOf.OpenRows ? open : listed).Where(row => row.Group == group));
        return rows;
    }

    // A word such as รวม in the name column of any listed group makes the whole row a sum.
    private void MarkSubtotals(TablePage page)
    {
        foreach (var columns in page.Groups.Where(columns => columns.Group.Rows == RowsOf.ListedItems))
            for (var row = page.FirstRow; row < page.EndRow; row++)
                if (page.Grid.Text(row, columns.Key.First) is { } text && page.Grid.IsFilled(row, columns.Key.First) && finder.IsSubtotal(text) && ThaiText.Fold(text).Length < 60)
                    page.Subtotals.Add(row);
    }
}
