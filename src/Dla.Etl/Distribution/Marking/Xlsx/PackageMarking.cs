namespace Dla.Etl.Distribution.Marking.Xlsx;

/// <summary>Puts all marks into a package: rules and comments on the sheets, the findings sheet before them.</summary>
internal sealed class PackageMarking
{
    private readonly Package _package;
    private readonly MarkRequest _request;
    private readonly IReadOnlyList<CellMark> _marks;
    private readonly Book _book;
    private readonly MarkedSheets _sheets;
    private int _block;

    public PackageMarking(Package package, MarkRequest request, IReadOnlyList<CellMark> marks)
    {
        (_package, _request, _marks) = (package, request, marks);
        _book = new Book(package);
        _sheets = new MarkedSheets(package, marks.GroupBy(mark => mark.Sheet).ToDictionary(group => group.Key, RowsBelow, StringComparer.Ordinal));
        _block = NoteDrawing.HighestBlock(package);
    }

    /// <summary>Takes earlier marks out and puts the new ones in.</summary>
    /// <param name="earlier">Positions of findings sheets of an earlier answer.</param>
    /// <param name="help">A line above the table of findings.</param>
    public void Mark(IReadOnlyList<int> earlier, string help)
    {
        EarlierMarks.Remove(_package, _book, _sheets, earlier);
        var styles = new StyleBook(_package, _book.Relations);
        foreach (var marks in _marks.GroupBy(mark => mark.Sheet))
            if (_book.Sheets.Find(sheet => sheet.Name == marks.Key) is { } sheet && _sheets.Of(sheet) is { } marked)
            {
                RuleMarks.Add(_package, marked.Frame, styles, [.. marks.Select(mark => (mark.Severity, mark.Cell))]);
                Comment(marked.Comments, marks);
            }
        foreach (var sheet in _book.Sheets)
            _sheets.Deselect(sheet);
        InsertFindings(styles, help);
    }

    private void Comment(SheetComments comments, IEnumerable<CellMark> marks)
    {
        if (!comments.CanTake)
            return;
        foreach (var mark in marks.Where(mark => !comments.Threaded.Contains(mark.Cell.First)).OrderBy(mark => mark.Cell.First))
            comments.Add(mark.Cell, MarkText.Comment(mark.Findings, _request.ReceiptNumber), () => ++_block);
        comments.Save();
    }

    private void InsertFindings(StyleBook styles, string help)
    {
        var visible = _book.Sheets.Where(sheet => sheet.IsVisible && _sheets.Of(sheet) is not null).Select(sheet => sheet.Name).ToHashSet(StringComparer.Ordinal);
        var sheet = new FindingsSheet(FindingsSheetContent.Of(_request), help, visible.Contains);
        var (name, part) = (_book.FreeName(FindingsSheetContent.SheetName), _package.Free("xl/worksheets/sheet#.xml"));
        _package.Put(part, sheet.Make(new FindingsSheetStyles(styles)));
        new ContentTypes(_package).Override(part, Ooxml.WorksheetContent);
        _book.InsertFirst(name, part);
        _book.RepeatOnPages(name, sheet.HeadRow);
        AppTitles.InsertFirst(_package, name);
    }

    private static IReadOnlySet<int> RowsBelow(IEnumerable<CellMark> marks) =>
        marks.SelectMany(mark => Enumerable.Range(mark.Cell.First.Row, NoteBox.MostRows)).ToHashSet();
}
