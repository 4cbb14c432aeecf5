using System.Globalization;
using Dla.Etl.Values;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

namespace Dla.Etl.Tests.Reporting;

/// <summary>What is compared of two workbooks, one fact a line: cells with text, formula, number format and the key facts of their style,
/// merges, widths, heights, names, print set-up. Never bytes, so that another version of a library may pack differently.</summary>
internal static class WorkbookFacts
{
    public static IReadOnlyList<string> Of(byte[] xlsx)
    {
        var book = Written.Open(xlsx);
        return
        [
            .. Enumerable.Range(0, book.NumberOfNames).Select(book.GetNameAt).Select(name => Line($"name {name.NameName} = {name.RefersToFormula}")).Order(StringComparer.Ordinal),
            .. Enumerable.Range(0, book.NumberOfSheets).SelectMany(index => Sheet(book, index)),
        ];
    }

    private static IEnumerable<string> Sheet(XSSFWorkbook book, int index)
    {
        var sheet = (XSSFSheet)book.GetSheetAt(index);
        var name = sheet.SheetName;
        var print = sheet.PrintSetup;
        yield return Line($"{name}: hidden {book.IsSheetHidden(index)} fit {sheet.FitToPage} {print.FitWidth}×{print.FitHeight} landscape {print.Landscape} paper {print.PaperSize} area {book.GetPrintArea(index)} repeat {sheet.RepeatingRows?.FormatAsString()}");
        yield return Line($"{name}: margins {string.Join(' ', Enum.GetValues<MarginType>().Select(sheet.GetMargin))} header {sheet.Header.Left}|{sheet.Header.Center} footer {sheet.Footer.Left}|{sheet.Footer.Right}");
        yield return $"{name}: formats {string.Join(' ', ConditionalFormats(sheet))}";
        foreach (var merge in Enumerable.Range(0, sheet.NumMergedRegions).Select(sheet.GetMergedRegion).Select(range => range.FormatAsString()).Order(StringComparer.Ordinal))
            yield return $"{name}: merged {merge}";
        foreach (var column in Enumerable.Range(0, 24))
            yield return Line($"{name}: column {column} width {sheet.GetColumnWidth(column)} hidden {sheet.IsColumnHidden(column)}");
        for (var row = 0; row <= sheet.LastRowNum; row++)
            if (sheet.GetRow(row) is { } line)
            {
                yield return Line($"{name}: row {row + 1} height {line.HeightInPoints}");
                foreach (var cell in line.Cells)
                    yield return Cell(name, cell);
            }
    }

    private static IEnumerable<string> ConditionalFormats(XSSFSheet sheet)
    {
        var formats = sheet.SheetConditionalFormatting;
        for (var index = 0; index < formats.NumConditionalFormattings; index++)
            yield return string.Join(',', formats.GetConditionalFormattingAt(index).GetFormattingRanges().Select(range => range.FormatAsString()));
    }

    private static string Cell(string sheet, ICell cell)
    {
        var style = (XSSFCellStyle)cell.CellStyle;
        var font = style.GetFont();
        var value = cell.CellType switch
        {
            CellType.Numeric => cell.NumericCellValue.ToString("R", CultureInfo.InvariantCulture),
            CellType.String => $"“{cell.StringCellValue}”",
            CellType.Formula => "=" + cell.CellFormula,
            _ => "",
        };
        return Line($"{sheet}: {new CellAddress(cell.RowIndex, cell.ColumnIndex)} {value} [{style.GetDataFormatString()}] {font.FontName} {font.FontHeightInPoints}{(font.IsBold ? " bold" : "")} {style.Alignment} {style.VerticalAlignment}{(style.WrapText ? " wrap" : "")}{(style.ShrinkToFit ? " shrink" : "")} {style.BorderTop}/{style.BorderBottom} {Fill(style)} indent {style.Indention} turn {style.Rotation}");
    }

    private static string Fill(XSSFCellStyle style) =>
        style.FillPattern == FillPattern.SolidForeground && style.FillForegroundXSSFColor?.RGB is { } rgb ? Convert.ToHexString(rgb) : "-";

    private static string Line(FormattableString text) => FormattableString.Invariant(text);
}
