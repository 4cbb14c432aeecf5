using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using ExcelDataReader;

namespace Dla.Etl.Reading;

/// <summary>The largest sheet a file format knows; what claims to be larger is corrupt.</summary>
internal readonly record struct SheetBounds(int Rows, int Columns)
{
    /// <summary>Office Open XML.</summary>
    public static SheetBounds Xlsx { get; } = new(1_048_576, 16_384);

    /// <summary>BIFF8.</summary>
    public static SheetBounds Xls { get; } = new(65_536, 256);
}

/// <summary>A workbook that has passed its own checks, ready for ExcelDataReader.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Open">Opens ExcelDataReader on it.</param>
/// <param name="Bounds">The largest sheet it may claim.</param>
/// <param name="Dates">How it counts days.</param>
/// <param name="SharedStrings">How many shared strings it has; <see cref="int.MaxValue"/> where an index that leads nowhere cannot pass for text.</param>
/// <param name="Sheets">What is known of each sheet, in order.</param>
internal sealed record ExcelWorkbook(
    FileKind Kind, Func<IExcelDataReader> Open, SheetBounds Bounds, DateSystem Dates, int SharedStrings, IReadOnlyList<SheetSource> Sheets)
{
    /// <summary>Reads all sheets.</summary>
    public Step<RawWorkbook> Read(ReadingLimits limits, ReadingTime time)
    {
        CodePages.Register();
        using var foreign = new ForeignReader();
        if (!foreign.Open(Open))
            return WorkbookReader.Refused(foreign.Failure!);
        var rows = new ExcelRows(limits, time, Dates, SharedStrings);
        if (Dates.Is1904)
            rows.Findings.Add(new Finding(ReadingFindings.Date1904));
        var sheets = new List<RawSheet>();
        do
        {
            var (sheet, problem) = Sheet(foreign, rows, sheets.Count);
            if (sheet is null)
                return WorkbookReader.Refused([.. rows.Findings, problem!]);
            sheets.Add(sheet);
        }
        while (foreign.NextSheet());
        if (foreign.Failure is { } failure || sheets.Count != Sheets.Count)
            return WorkbookReader.Refused([.. rows.Findings, foreign.Failure ?? Corrupt("จำนวนแผ่นงานไม่ตรงกัน")]);
        return new Step<RawWorkbook>(new RawWorkbook(Kind, sheets), rows.Findings);
    }

    /// <summary>A finding that the file is corrupt in a way that we can name.</summary>
    public static Finding Corrupt(string how, Place place = default) => new(ReadingFindings.Corrupt, place) { Found = how };

    private (RawSheet? Sheet, Finding? Problem) Sheet(ForeignReader foreign, ExcelRows rows, int index)
    {
        var (reader, place) = (foreign.Current, new Place(foreign.Current.Name, null));
        if (index >= Sheets.Count)
            return (null, Corrupt("จำนวนแผ่นงานไม่ตรงกัน", place));
        return reader.RowCount > Bounds.Rows || reader.FieldCount > Bounds.Columns
            ? (null, Corrupt("ขนาดของแผ่นงานเกินที่ชนิดไฟล์มีได้", place))
            : rows.Sheet(foreign, Sheets[index]);
    }
}
