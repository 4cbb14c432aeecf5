using Dla.Etl.Recognition;
using NPOI.HSSF.Record;
using NPOI.HSSF.Record.Aggregates;
using NPOI.HSSF.UserModel;
using NPOI.SS.Formula.PTG;
using NPOI.SS.UserModel;

namespace Dla.Etl.Distribution.Marking.Xls;

/// <summary>Takes the marks of an earlier answer out again: rules by their formula, comments by their text.</summary>
internal static class XlsUnmark
{
    /// <summary>True for a findings sheet of ours.</summary>
    public static bool IsFindingsSheet(ISheet sheet) =>
        sheet.GetRow(0)?.GetCell(0) is { CellType: CellType.String } first && Normalising.ThaiText.Clean(first.StringCellValue).Value == OwnSheet.Mark;

    /// <summary>True for a rule of ours.</summary>
    public static bool IsOurs(CFRuleRecord rule) => rule.ParsedExpression1?.Any(token => token is StringPtg { Value: MarkText.RuleWord }) == true;

    /// <summary>Takes the rules of ours off a sheet.</summary>
    /// <returns>How many there were.</returns>
    public static int Rules(HSSFSheet sheet)
    {
        var (table, gone) = (sheet.Sheet.ConditionalFormattingTable, 0);
        for (var index = table.Count - 1; index >= 0; index--)
        {
            var formats = table.Get(index);
            var all = Enumerable.Range(0, formats.NumberOfRules).Select(formats.GetRule).ToList();
            var ours = all.Count(IsOurs);
            gone += ours;
            if (ours == 0)
                continue;
            table.Remove(index);
            if (ours < all.Count)
                table.Add(new CFRecordsAggregate(formats.Header.CellRanges, [.. all.Where(rule => !IsOurs(rule))]));
        }
        return gone;
    }

    /// <summary>Takes our text out of the comments of a sheet, and the comments that say nothing else.</summary>
    /// <returns>How many comments are gone.</returns>
    public static int Comments(HSSFSheet sheet)
    {
        // Asking for the drawing makes HSSF rebuild it, which not every drawing survives: only where there is something to take out.
        if (!XlsDrawings.HasMarks(sheet))
            return 0;
        var (drawing, gone) = ((HSSFPatriarch)sheet.DrawingPatriarch, 0);
        foreach (var comment in drawing.Children.OfType<HSSFComment>().ToList())
        {
            var said = comment.String?.String ?? "";
            if (MarkText.Find(said) is not var (start, length))
                continue;
            var rest = said.Remove(start, length);
            if (rest.AsSpan().Trim().Length > 0)
                comment.String = new HSSFRichTextString(rest);
            else if (drawing.RemoveShape(comment))
                gone++;
        }
        return gone;
    }
}
