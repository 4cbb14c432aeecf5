namespace Dla.Etl.Distribution.Marking.Xlsx;

/// <summary>Takes the marks of an earlier answer out of a workbook that came back, also when another program saved it in between.</summary>
/// <remarks>Known by what they say: A1 of the findings sheet, the formula of the rules, the first words of the comments. Styles, names and authors do not survive other programs.</remarks>
internal static class EarlierMarks
{
    /// <summary>Removes findings sheets, rules and comments of ours.</summary>
    /// <param name="findingsSheets">Zero-based positions of the sheets whose A1 says that they are ours, ascending.</param>
    public static void Remove(Package package, Book book, MarkedSheets sheets, IReadOnlyList<int> findingsSheets)
    {
        if (findingsSheets.Count == book.Sheets.Count)
            throw new NotMarkableException("nothing but findings sheets");
        foreach (var index in findingsSheets.Reverse())
            RemoveSheet(package, book, index);
        foreach (var sheet in book.Sheets)
            if (sheets.Of(sheet) is { } marked)
            {
                RuleMarks.Remove(marked.Frame);
                marked.Comments.RemoveOurs();
            }
    }

    private static void RemoveSheet(Package package, Book book, int index)
    {
        var part = book.Sheets[index].Relation.Part;
        // What belongs to this sheet alone goes with it, such as the printer settings that Excel adds when it is printed.
        foreach (var related in new Relations(package, part).All.ToList())
            Drop(package, related.Part);
        book.RemoveAt(index);
        AppTitles.RemoveAt(package, index);
        Drop(package, part);
    }

    private static void Drop(Package package, string part)
    {
        package.Remove(part);
        package.Remove(Relations.PartOf(part));
        new ContentTypes(package).Remove(part);
    }
}
