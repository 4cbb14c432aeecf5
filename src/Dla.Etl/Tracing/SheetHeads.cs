using System.Text.RegularExpressions;
using Dla.Etl.Reporting;
using Dla.Etl.Values;

namespace Dla.Etl.Tracing;

/// <summary>The headings of a written sheet: what its rows and columns are called.</summary>
internal sealed partial class SheetHeads
{
    // A title or the note “หน่วย : บาท” has one or two texts in a row; the header of a table has more.
    private const int FewestInHeader = 3;

    private readonly ILookup<int, (int Column, string Text)> _texts;
    private readonly HashSet<int> _body;

    /// <summary>Reads them.</summary>
    /// <param name="cells">Cells of the sheet.</param>
    /// <param name="figures">Those that are figures of the report, though some print a text.</param>
    public SheetHeads(IReadOnlyDictionary<CellAddress, WrittenCell> cells, IReadOnlySet<CellAddress> figures)
    {
        _texts = cells.Where(one => one.Value is { Kind: "s", Value.Length: > 0 } && one.Value.Value != CellContent.MissingMark && !figures.Contains(one.Key))
            .OrderBy(one => one.Key.Column).ToLookup(one => one.Key.Row, one => (one.Key.Column, Text: one.Value.Value.ReplaceLineEndings(" ")));
        _body = [.. figures.Select(one => one.Row), .. cells.Where(one => one.Value.Kind == "n").Select(one => one.Key.Row)];
    }

    /// <summary>The first text of a row left of the cell, with the name behind it where it is a code; null without one.</summary>
    public string? RowOf(CellAddress cell)
    {
        var left = _texts[cell.Row].Where(one => one.Column < cell.Column && !Plain().IsMatch(one.Text)).Select(one => one.Text).ToList();
        return left is [var code, var name, ..] && Code().IsMatch(code) ? $"{code} {name}" : left.FirstOrDefault();
    }

    /// <summary>The texts of the cell's column in the header above its table, from the top; null without one.</summary>
    public string? ColumnOf(CellAddress cell)
    {
        // Bounds or the like may stand between the header and the row of column numbers.
        var last = cell.Row - 1;
        while (last >= 0 && !(IsHeader(last) && _texts[last].Any(one => !Plain().IsMatch(one.Text))))
            last--;
        if (last < 0)
            return null;
        var first = last;
        while (first > 0 && IsHeader(first - 1))
            first--;
        var texts = Enumerable.Range(first, last - first + 1).SelectMany(row => _texts[row])
            .Where(one => one.Column == cell.Column && !Plain().IsMatch(one.Text)).Select(one => one.Text).Distinct(StringComparer.Ordinal).ToList();
        return texts.Count == 0 ? null : string.Join(" ", texts);
    }

    private bool IsHeader(int row) => row >= 0 && !_body.Contains(row) && _texts[row].Where(one => one.Text.Any(char.IsLetterOrDigit)).Skip(FewestInHeader - 1).Any();

    // Column numbers, their formulas, coverage like 74/76 and signs head nothing.
    [GeneratedRegex(@"^[0-9๐-๙ ./()\[\]=+*%×÷−…-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex("^[A-Z]{1,4}[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
