using Dla.Etl.Findings;
using Dla.Etl.Reading.Xls;
using Dla.Etl.Reporting;
using NPOI.HSSF.UserModel;

namespace Dla.Etl.Distribution.Marking.Xls;

/// <summary>A sheet of the sender's workbook and what was done to it.</summary>
/// <param name="Sheet">As HSSF holds it.</param>
/// <param name="IsOurs">The findings sheet of an earlier answer.</param>
/// <param name="RulesGone">Rules of an earlier answer that were taken off.</param>
/// <param name="CommentsGone">Comments of an earlier answer that were taken off.</param>
internal sealed record MarkedSheet(HSSFSheet Sheet, bool IsOurs, int RulesGone, int CommentsGone)
{
    /// <summary>Comments that were put on.</summary>
    public int CommentsMade { get; set; }
}

/// <summary>Marks an xls by HSSF within what HSSF keeps, and looks afterwards whether it kept all.</summary>
internal static class XlsMarks
{
    // HSSF takes some fifty bytes of memory for a byte of the file, and three workbooks are open at once.
    private const int LargestStream = 16 * 1024 * 1024;

    /// <summary>Writes the marked copy.</summary>
    /// <param name="request">An xls, whatever it is called.</param>
    /// <param name="folder">An existing scratch folder of the caller's.</param>
    /// <param name="cancellation">Stops between steps.</param>
    /// <returns>Null when the file cannot be marked without losing something: then the original goes back with <see cref="FindingsWorkbook"/>.</returns>
    /// <exception cref="IOException">The disk refused.</exception>
    public static MarkedFile? TryMake(MarkRequest request, string folder, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(folder);
        var (bytes, _) = Attempt(File.ReadAllBytes(request.Path), request, cancellation);
        if (bytes is null)
            return null;
        var path = Path.Combine(folder, "marked.part");
        File.WriteAllBytes(path, bytes);
        return new MarkedFile(MarkedName.Of(request.FileName, ".xls"), path);
    }

    /// <summary>The marked file, or why there is none.</summary>
    internal static (byte[]? Marked, string Why) Attempt(byte[] file, MarkRequest request, CancellationToken cancellation)
    {
        if (XlsContainer.WorkbookStream(file) is not { } stream)
            return (null, "container");
        if (stream.Length > LargestStream)
            return (null, "too large");
        if (BiffScan.Of(stream).Problem is not null)
            return (null, "records");
        try
        {
            return NpoiCulture.Invariant(() => Marked(file, stream, request, cancellation));
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
        {
            // HSSF throws a dozen types of exceptions at workbooks that it does not understand. Nothing was written, and the caller has another way.
            return (null, $"{exception.GetType().Name}: {exception.Message}");
        }
    }

    private static (byte[]? Marked, string Why) Marked(byte[] file, byte[] stream, MarkRequest request, CancellationToken cancellation)
    {
        var book = new HSSFWorkbook(new MemoryStream(file));
        List<MarkedSheet> sheets = [.. Enumerable.Range(0, book.NumberOfSheets).Select(index => Unmarked((HSSFSheet)book.GetSheetAt(index)))];
        if (sheets.Count(sheet => sheet.IsOurs) > 1)
            return (null, "two findings sheets");
        var marker = new XlsMarker(book, request.ReceiptNumber);
        foreach (var sheet in sheets.Where(sheet => !sheet.IsOurs))
        {
            cancellation.ThrowIfCancellationRequested();
            sheet.CommentsMade = marker.Mark(sheet.Sheet, [.. request.Findings.Where(finding => IsOn(finding, sheet.Sheet.SheetName))]);
        }
        new XlsFindingsSheet(book, FindingsSheetContent.Of(request)).Write(sheets.Find(sheet => sheet.IsOurs)?.Sheet);
        cancellation.ThrowIfCancellationRequested();
        var marked = XlsContainer.With(file, book.GetBytes());
        return XlsCheck.Difference(file, stream, marked, sheets, cancellation) is { } difference ? (null, difference) : (marked, "");
    }

    private static MarkedSheet Unmarked(HSSFSheet sheet) =>
        new(sheet, XlsUnmark.IsFindingsSheet(sheet), XlsUnmark.Rules(sheet), XlsUnmark.Comments(sheet));

    private static bool IsOn(Finding finding, string sheet) =>
        finding.Severity >= Severity.Warning && finding.Place.Cell is not null && finding.Place.Sheet == sheet;
}
