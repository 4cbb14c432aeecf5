using Dla.Etl.Values;
using NPOI.SS.UserModel;
using NPOI.SS.Util;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Reporting;

/// <summary>Makes everything that points at rows of a filled sheet point at the right ones again; NPOI adjusts none of it.</summary>
internal static class SheetRanges
{
    /// <summary>Moves names, print areas and conditional formats, and drops the names of the model rows.</summary>
    public static void Adjust(XSSFWorkbook book, SheetLayout layout, RowShift shift)
    {
        foreach (var kind in layout.Definition.Rows)
            book.RemoveName(layout.Definition.RowName(kind));
        var prefix = TemplateNames.Formula(layout.Definition.Name, default).Split('!')[0] + "!";
        for (var index = 0; index < book.NumberOfNames; index++)
        {
            var name = book.GetNameAt(index);
            if (name.RefersToFormula is { } formula && BelongsTo(formula, layout.Definition.Name, prefix))
                name.RefersToFormula = string.Join(',', formula.Split(',').Select(area => MoveArea(area, layout.Definition.Name, shift)));
        }
        MoveConditionalFormats(layout.Sheet, shift);
    }

    private static void MoveConditionalFormats(XSSFSheet sheet, RowShift shift)
    {
        var formats = sheet.SheetConditionalFormatting;
        var moved = new List<(CellRangeAddress[] Ranges, IConditionalFormattingRule[] Rules)>();
        for (var index = formats.NumConditionalFormattings - 1; index >= 0; index--)
        {
            var format = formats.GetConditionalFormattingAt(index);
            moved.Insert(0, ([.. format.GetFormattingRanges().Select(range => Move(range, shift))],
                [.. Enumerable.Range(0, format.NumberOfRules).Select(format.GetRule)]));
            formats.RemoveConditionalFormatting(index);
        }
        foreach (var (ranges, rules) in moved)
            formats.AddConditionalFormatting(ranges, rules);
    }

    private static CellRangeAddress Move(CellRangeAddress range, RowShift shift)
    {
        var moved = shift.Move(new CellRange(new CellAddress(range.FirstRow, range.FirstColumn), new CellAddress(range.LastRow, range.LastColumn)));
        return new CellRangeAddress(moved.First.Row, moved.Last.Row, moved.First.Column, moved.Last.Column);
    }

    private static bool BelongsTo(string formula, string sheet, string prefix) =>
        formula.StartsWith(prefix, StringComparison.Ordinal) || formula.StartsWith(sheet + "!", StringComparison.Ordinal);

    // Whole rows and columns, as print titles have them, stand above every table and stay.
    private static string MoveArea(string area, string sheet, RowShift shift) =>
        TemplateNames.RangeOf(area[(area.LastIndexOf('!') + 1)..]) is { } range ? TemplateNames.Formula(sheet, shift.Move(range)) : area;
}
