using System.Globalization;
using Dla.Etl.Values;

namespace Dla.Etl.Proving;

/// <summary>Compares a file with the report made again, sheet by sheet; a row that was put in or taken out is one difference and not one for every cell below it.</summary>
internal static class WorkbookComparison
{
    /// <summary>Where they differ: sheets in the order of the report, then what the file has besides.</summary>
    public static IReadOnlyList<CellDifference> Of(WorkbookCopy file, WorkbookCopy made)
    {
        // A damaged file may have a name twice; the second is one that the report has not.
        var copies = file.Sheets.DistinctBy(sheet => sheet.Name, StringComparer.Ordinal).ToDictionary(sheet => sheet.Name, StringComparer.Ordinal);
        var names = made.Sheets.Select(sheet => sheet.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. made.Sheets.SelectMany(sheet => copies.TryGetValue(sheet.Name, out var copy)
                ? Sheet(copy, sheet)
                : [new CellDifference(DifferenceKind.SheetMissing, sheet.Name, "", "(ไม่มีแผ่นงาน)", Rows(sheet))]),
            .. file.Sheets.Where(sheet => !names.Contains(sheet.Name) || copies[sheet.Name] != sheet).Select(sheet => new CellDifference(DifferenceKind.SheetAdded, sheet.Name, "", Rows(sheet), "(ไม่มีแผ่นงาน)")),
        ];
    }

    private static IEnumerable<CellDifference> Sheet(SheetCopy file, SheetCopy made)
    {
        foreach (var (inFile, inMade) in RowPairs.Of(file.Rows, made.Rows))
            if (inFile is { } row && inMade is { } original)
                foreach (var cell in Row(file, row, made.Rows[original]))
                    yield return cell;
            else if (inFile is { } added)
                yield return new(DifferenceKind.RowAdded, file.Name, Number(added), Line(file.Rows[added]), "(ไม่มีแถวนี้)");
            else
                yield return new(DifferenceKind.RowMissing, file.Name, Number(inMade!.Value), "(ไม่มีแถวนี้)", Line(made.Rows[inMade.Value]));
    }

    private static IEnumerable<CellDifference> Row(SheetCopy file, int row, CellText[] made)
    {
        var cells = file.Rows[row];
        for (var column = 0; column < Math.Max(cells.Length, made.Length); column++)
            if (At(cells, column) is var there && At(made, column) is var here && there != here)
                yield return new(DifferenceKind.Cell, file.Name, new CellAddress(row, column).ToString(), there.ToString(), here.ToString());
    }

    private static CellText At(CellText[] cells, int column) => column < cells.Length ? cells[column] : CellText.Nothing;

    private static string Line(CellText[] cells) => string.Join(" ", cells.Where(cell => !cell.IsNothing).Select(cell => cell.Text.Replace('\n', ' ')));

    private static string Rows(SheetCopy sheet) => string.Create(CultureInfo.InvariantCulture, $"{sheet.Rows.Count} แถว");

    private static string Number(int row) => (row + 1).ToString(CultureInfo.InvariantCulture);
}
