using NPOI.XSSF.UserModel;

namespace Dla.Etl.Reporting;

/// <summary>Widths of cells that may be merged over columns.</summary>
internal static class MergedWidths
{
    /// <summary>Width of a cell, with the columns it is merged over, in 256ths of a character.</summary>
    public static int Of(XSSFSheet sheet, int row, int column)
    {
        var last = column;
        for (var index = 0; index < sheet.NumMergedRegions; index++)
            if (sheet.GetMergedRegion(index) is var range && range.FirstRow == row && range.FirstColumn == column)
                last = range.LastColumn;
        return Enumerable.Range(column, last - column + 1).Sum(at => sheet.GetColumnWidth(at));
    }
}
