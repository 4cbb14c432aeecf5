using Dla.Etl.Reading;
using Dla.Etl.Recognition;

namespace Dla.Etl.Distribution.Marking.Xlsx;

/// <summary>Marks an xlsx or xlsm by editing the parts of its package: cells and styles of cells stay as they are.</summary>
public static class XlsxMarks
{
    private const string Help = "คลิกตำแหน่งเซลล์ในตารางเพื่อไปยังเซลล์นั้น เซลล์ที่มีสีมีหมายเหตุอธิบาย เมื่อแก้ไขแล้วส่งไฟล์นี้กลับมาได้ทันที ไม่ต้องลบสี หมายเหตุ หรือแผ่นงานนี้";

    /// <summary>The marked workbook, or null when this package cannot be marked without harm: what is encrypted, strict, corrupt, signed or shared.</summary>
    /// <remarks>The marks are trusted only after the file was read again and every cell of the sender's is as it was.</remarks>
    /// <exception cref="IOException">The disk refused.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static MarkedFile? TryMake(MarkRequest request, string folder, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(folder);
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.marked");
        try
        {
            if (Make(request, path, cancellation) is { } kind)
                return new MarkedFile(MarkedName.Of(request.FileName, kind == FileKind.Xlsm ? ".xlsm" : ".xlsx"), path);
        }
        // Whatever a sender's package did to us, he gets his answer: the findings beside his file.
        catch (Exception trouble) when (trouble is not (OperationCanceledException or IOException or UnauthorizedAccessException or OutOfMemoryException))
        {
        }
        File.Delete(path);
        return null;
    }

    /// <summary>Writes the marked workbook to a path; null when there is none.</summary>
    internal static FileKind? Make(MarkRequest request, string path, CancellationToken cancellation)
    {
        var reader = new WorkbookReader(request.Limits, request.Clock);
        if (reader.Read(request.Path, cancellation).Artefact is not { } workbook)
            return null;
        var (kind, before) = (workbook.Kind, SheetDigest.Of(workbook));
        var marks = MarkPlan.Of(workbook, request.Findings);
        int[] own = [.. Enumerable.Range(0, workbook.Sheets.Count).Where(index => OwnSheet.Is(workbook.Sheets[index]))];
        workbook = null;
        using (var package = new Package(new FileStream(request.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)))
        {
            if (IsSealed(package))
                return null;
            new PackageMarking(package, request, marks).Mark(own, Help);
            using var target = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite);
            package.Save(target, cancellation);
        }
        var again = new WorkbookReader(request.Limits with { MaxSheets = 10_000, MaxEntries = 65_535, MaxFileBytes = int.MaxValue, MaxUnpackedBytes = 2 * request.Limits.MaxUnpackedBytes }, request.Clock);
        return again.Read(path, cancellation).Artefact is { } marked && SheetDigest.Of(marked).SequenceEqual(before, StringComparer.Ordinal) ? kind : null;
    }

    // A signature would be broken by any change; a shared workbook keeps a log of changes that ours would not be in.
    private static bool IsSealed(Package package) => package.Names.Any(name =>
        name.StartsWith("_xmlsignatures/", StringComparison.OrdinalIgnoreCase) || name.StartsWith("xl/revisions/", StringComparison.OrdinalIgnoreCase));
}
