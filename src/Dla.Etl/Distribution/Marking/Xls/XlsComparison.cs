using Dla.Etl.Reading;
using Dla.Etl.Reading.Xls;
using Dla.Etl.Recognition;
using Dla.Etl.Values;
using NPOI.HSSF.Record;
using NPOI.HSSF.UserModel;
using NPOI.SS.UserModel;

namespace Dla.Etl.Distribution.Marking.Xls;

/// <summary>Whether a marked workbook still says what the sender's says: every cell twice, by our own reader and by HSSF.</summary>
internal static class XlsComparison
{
    /// <summary>The first difference as our own reader sees them: values, kinds, number formats, merged and hidden; null when there is none.</summary>
    public static string? Read(byte[] before, byte[] after, CancellationToken cancellation)
    {
        var (one, other) = (Sheets(before, cancellation), Sheets(after, cancellation));
        if (one is null || other is null)
            return "cannot be read";
        if (!one.Select(sheet => sheet.Name).SequenceEqual(other.Select(sheet => sheet.Name), StringComparer.Ordinal))
            return "sheets";
        return one.Zip(other).Where(pair => !Same(pair.First, pair.Second)).Select(pair => $"sheet {pair.First.Name} as read").FirstOrDefault();
    }

    /// <summary>The first difference as HSSF sees them: type, value, result of the formula and style of every cell; null when there is none. Formulas themselves are <see cref="RecordCensus"/>' matter.</summary>
    public static string? Held(HSSFWorkbook before, HSSFWorkbook after)
    {
        for (var index = 0; index < before.NumberOfSheets; index++)
        {
            var (one, other) = (before.GetSheetAt(index), after.GetSheetAt(index));
            if (XlsUnmark.IsFindingsSheet(one))
                continue;
            if (Different(one, other) is { } cell)
                return cell;
            if (!Texts(one).SequenceEqual(Texts(other)))
                return $"texts drawn on {one.SheetName}";
        }
        return null;
    }

    private static List<RawSheet>? Sheets(byte[] file, CancellationToken cancellation)
    {
        var limits = new ReadingLimits();
        var read = new XlsReading(limits, new ReadingTime(limits, TimeProvider.System, cancellation)).Read(file);
        return read.Artefact?.Sheets.Where(sheet => !OwnSheet.Is(sheet)).ToList();
    }

    private static bool Same(RawSheet one, RawSheet other) =>
        one.Visibility == other.Visibility && one.Rows.Count == other.Rows.Count
        && one.Rows.Zip(other.Rows).All(rows => rows.First.AsSpan().SequenceEqual(rows.Second))
        && one.Merged.ToHashSet().SetEquals(other.Merged)
        && one.HiddenRows.SetEquals(other.HiddenRows) && one.HiddenColumns.SetEquals(other.HiddenColumns);

    /// <summary>What comments and boxes say, without what is ours.</summary>
    private static IEnumerable<string> Texts(ISheet sheet) => ((HSSFSheet)sheet).Sheet.Records.OfType<TextObjectRecord>()
        .Select(text => text.Str?.String ?? "")
        .Select(said => MarkText.Find(said) is var (start, length) ? said.Remove(start, length) : said)
        .Where(said => said.AsSpan().Trim().Length > 0);

    private static string? Different(ISheet one, ISheet other)
    {
        if (one.PhysicalNumberOfRows != other.PhysicalNumberOfRows || one.LastRowNum != other.LastRowNum)
            return $"rows of {one.SheetName}";
        for (var index = one.FirstRowNum; index <= one.LastRowNum; index++)
        {
            var (row, same) = (one.GetRow(index), other.GetRow(index));
            if (row is null != (same is null) || (row is not null && (row.Height != same!.Height || row.ZeroHeight != same.ZeroHeight || row.Cells.Count != same.Cells.Count)))
                return $"row {index + 1} of {one.SheetName}";
            if (row?.Cells.Zip(same!.Cells).FirstOrDefault(pair => !Same(pair.First, pair.Second)) is { First: { } cell })
                return $"cell {new CellAddress(cell.RowIndex, cell.ColumnIndex)} of {one.SheetName}";
        }
        return null;
    }

    private static bool Same(ICell one, ICell other) =>
        one.ColumnIndex == other.ColumnIndex && one.CellType == other.CellType && one.CellStyle.Index == other.CellStyle.Index
        && (one.CellType != CellType.Formula
            ? SameValue(one, other, one.CellType)
            : one.CachedFormulaResultType == other.CachedFormulaResultType && SameValue(one, other, one.CachedFormulaResultType));

    private static bool SameValue(ICell one, ICell other, CellType type) => type switch
    {
        CellType.Numeric => BitConverter.DoubleToInt64Bits(one.NumericCellValue) == BitConverter.DoubleToInt64Bits(other.NumericCellValue),
        CellType.Boolean => one.BooleanCellValue == other.BooleanCellValue,
        CellType.Error => one.ErrorCellValue == other.ErrorCellValue,
        CellType.String => one.RichStringCellValue.String == other.RichStringCellValue.String
            && one.RichStringCellValue.NumFormattingRuns == other.RichStringCellValue.NumFormattingRuns,
        _ => true,
    };
}
