using Dla.Etl.Definitions;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Reading;

namespace Dla.Etl.Recognition;

/// <summary>Finds the pages of a form in a workbook. What shows is read; a form that stands only on hidden sheets is read and sent back.</summary>
internal sealed class SheetSurvey(FormVocabulary vocabulary, RecognitionNotes notes)
{
    private readonly HeaderFinder _headers = new(vocabulary, notes);
    private readonly PageFinder _pages = new(vocabulary);
    private IReadOnlyList<TablePage>? _found;

    public PageFinder Pages => _pages;

    /// <summary>All pages of the sheets that count, in order; looked for once.</summary>
    public IReadOnlyList<TablePage> Find(IReadOnlyList<SheetGrid> grids)
    {
        if (_found is not null)
            return _found;
        var all = grids.SelectMany(grid => _pages.Find(grid, _headers.Find(grid))).ToList();
        var shown = all.Where(page => page.Grid.Sheet.Visibility == SheetVisibility.Visible).ToList();
        return _found = shown.Count > 0 ? shown : all;
    }

    /// <summary>True when the pages name the items of every group: enough to know the form without its title.</summary>
    public bool IsWholeForm(IReadOnlyList<TablePage> pages)
    {
        var words = pages.SelectMany(page => page.Header.Columns).Where(column => column.Word is not null).SelectMany(column => column.Word!.Fields).ToHashSet();
        return Enumerable.Range(0, vocabulary.Form.Groups.Count).All(group => words.Contains((group, vocabulary.Form.Groups[group].IndexOf(FieldRole.Key))));
    }

    /// <summary>Says what is hidden, and how the headers were spelt.</summary>
    public void Note(IReadOnlyList<SheetGrid> grids, IReadOnlyList<TablePage> pages)
    {
        if (pages[0].Grid.Sheet is { Visibility: not SheetVisibility.Visible } hidden)
            notes.Add(RecognitionFindings.HiddenSheetOnly, Findings.Place.On(hidden.Name!), found: hidden.Name!);
        else
            foreach (var grid in grids.Where(grid => grid.Sheet.Visibility != SheetVisibility.Visible && _headers.Find(grid).Count > 0))
                notes.Add(RecognitionFindings.HiddenSheetLeftOut, Findings.Place.On(grid.Sheet.Name!), found: grid.Sheet.Name!);
        foreach (var page in pages)
            _headers.NoteSpelling(page.Grid, page.Header);
    }
}
