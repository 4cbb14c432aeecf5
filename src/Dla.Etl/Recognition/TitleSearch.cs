using Dla.Etl.Definitions;
using Dla.Etl.Normalising;

namespace Dla.Etl.Recognition;

/// <summary>A title that was found.</summary>
/// <param name="Form">The form's words.</param>
/// <param name="Grid">The sheet.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Approximate">True when a few letters differ.</param>
internal sealed record FoundTitle(FormVocabulary Form, SheetGrid Grid, SourceCell Cell, bool Approximate);

/// <summary>Looks for the titles of forms, and of other known papers, in the upper rows of every sheet.</summary>
internal static class TitleSearch
{
    private const int Rows = 200, ShortestTitle = 12, LongestTitle = 2_000;

    /// <summary>Every title of these forms, in the order of the sheets.</summary>
    public static IReadOnlyList<FoundTitle> Titles(IReadOnlyList<SheetGrid> grids, IReadOnlyList<FormVocabulary> forms)
    {
        var titles = new List<FoundTitle>();
        foreach (var (grid, cell, folded) in Texts(grids))
            foreach (var form in forms)
                if (form.Title(folded) is (true, var approximate))
                    titles.Add(new FoundTitle(form, grid, cell, approximate));
        return titles;
    }

    /// <summary>The first other paper that these forms know, with its name and the cell that shows it, or null.</summary>
    public static (FormDefinition Form, string Name, SourceCell Cell)? OtherDocument(IReadOnlyList<SheetGrid> grids, IReadOnlyList<FormVocabulary> forms)
    {
        var known = forms.SelectMany(form => form.Form.Recognise.OtherDocuments.SelectMany(other =>
            other.Titles.Select(title => (form.Form, other.Name, Title: ThaiText.Fold(title))))).ToList();
        foreach (var (_, cell, folded) in Texts(grids))
            foreach (var (form, name, title) in known)
                if (folded.IndexOf(title, StringComparison.Ordinal) is >= 0 and < 60)
                    return (form, name, cell);
        return null;
    }

    private static IEnumerable<(SheetGrid Grid, SourceCell Cell, string Folded)> Texts(IReadOnlyList<SheetGrid> grids)
    {
        foreach (var grid in grids)
            for (var row = 0; row < Math.Min(Rows, grid.RowCount); row++)
                for (var column = 0; column < grid.Sheet.Rows[row].Length; column++)
                    if (grid.Text(row, column) is { Length: >= ShortestTitle and <= LongestTitle } text)
                        yield return (grid, grid.Source(row, column), ThaiText.Fold(text));
    }
}
