using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using ExcelDataReader;

namespace Dla.Etl.Reading.Xls;

/// <summary>Reads xls (BIFF5 and BIFF8): the stream comes out of the OLE container, our scan looks it over, ExcelDataReader reads the values.</summary>
internal sealed class XlsReading(ReadingLimits limits, ReadingTime time)
{
    /// <summary>The workbook in these bytes, or the finding that says why there is none.</summary>
    public Step<RawWorkbook> Read(byte[] file)
    {
        var (stream, refusal) = WorkbookStream(file);
        if (stream is null)
            return WorkbookReader.Refused(refusal!);
        var scan = BiffScan.Of(stream);
        if (scan.Problem is { } problem)
            return WorkbookReader.Refused(problem);
        if (scan.Sheets.Count > limits.MaxSheets)
            return WorkbookReader.Refused(CellBudget.Over(ReadingFindings.TooManySheets, default, scan.Sheets.Count, limits.MaxSheets));
        // A BIFF5 file that names no code page comes from a Thai office.
        ExcelReaderConfiguration Configured() => new() { FallbackEncoding = CodePages.Thai };
        var sheets = scan.Sheets.Select(marks => new SheetSource(marks, null)).ToList();
        return new ExcelWorkbook(
            FileKind.Xls, () => ExcelReaderFactory.CreateBinaryReader(new MemoryStream(stream, writable: false), Configured()),
            SheetBounds.Xls, new DateSystem(scan.Is1904, true), int.MaxValue, sheets).Read(limits, time);
    }

    private static (byte[]? Stream, Finding? Refusal) WorkbookStream(byte[] file)
    {
        try
        {
            var container = CompoundFile.Open(file);
            if (container.Has("EncryptedPackage") || container.Has("EncryptionInfo"))
                return (null, new Finding(ReadingFindings.PasswordProtected));
            var name = container.Has("Workbook") ? "Workbook" : "Book";
            return container.Has(name) ? (container.Stream(name), null) : (null, Other(container));
        }
        catch (InvalidDataException)
        {
            return (null, new Finding(ReadingFindings.TruncatedXls) { Found = "OLE" });
        }
    }

    private static Finding Other(CompoundFile container)
    {
        if (container.Has("WordDocument"))
            return new Finding(ReadingFindings.Word);
        return container.Has("PowerPoint Document")
            ? new Finding(ReadingFindings.PowerPoint)
            : new Finding(ReadingFindings.UnknownContent) { Found = "OLE" };
    }
}
