using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using ExcelDataReader;
using NPOI.POIFS.FileSystem;

namespace Dla.Etl.Reading.Xls;

/// <summary>Reads xls (BIFF5 and BIFF8): NPOI takes the stream out of the OLE container, our scan looks it over, ExcelDataReader reads the values.</summary>
/// <remarks>ExcelDataReader's own container code walks sector chains in quadratic time, so it never sees the container.</remarks>
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
        // ExcelDataReader asks for code page 1252 when a BIFF5 file names none: it must be registered before.
        var fallback = CodePages.Thai;
        var configuration = new ExcelReaderConfiguration { FallbackEncoding = fallback };
        var sheets = scan.Sheets.Select(marks => new SheetSource(marks, null)).ToList();
        return new ExcelWorkbook(
            FileKind.Xls, () => ExcelReaderFactory.CreateBinaryReader(new MemoryStream(stream, writable: false), configuration),
            SheetBounds.Xls, new DateSystem(scan.Is1904, true), int.MaxValue, sheets).Read(limits, time);
    }

    private static (byte[]? Stream, Finding? Refusal) WorkbookStream(byte[] file)
    {
        try
        {
            using var memory = new MemoryStream(file, writable: false);
            var root = new NPOIFSFileSystem(memory).Root;
            if (root.HasEntry("EncryptedPackage") || root.HasEntry("EncryptionInfo"))
                return (null, new Finding(ReadingFindings.PasswordProtected));
            var name = root.HasEntry("Workbook") ? "Workbook" : "Book";
            return root.HasEntry(name) ? (Bytes(root, name), null) : (null, Other(root));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // NPOI throws a dozen types at a damaged container; only NPOI runs inside.
            return (null, new Finding(ReadingFindings.TruncatedXls) { Found = exception.GetType().Name });
        }
    }

    private static byte[] Bytes(DirectoryNode root, string name)
    {
        using var document = root.CreateDocumentInputStream(name);
        var bytes = new byte[document.Length];
        document.ReadFully(bytes);
        return bytes;
    }

    private static Finding Other(DirectoryNode root)
    {
        if (root.HasEntry("WordDocument"))
            return new Finding(ReadingFindings.Word);
        return root.HasEntry("PowerPoint Document")
            ? new Finding(ReadingFindings.PowerPoint)
            : new Finding(ReadingFindings.UnknownContent) { Found = "OLE" };
    }
}
