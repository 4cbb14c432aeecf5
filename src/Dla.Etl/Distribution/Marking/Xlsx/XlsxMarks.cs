using Dla.Etl.Intake;
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
        var name = FileNames.OnDisk("", request.FileName);
        var path = Path.Combine(folder, name);
        if (Attempt(request, path, cancellation) is null)
            return new MarkedFile(name, path);
        File.Delete(path);
        return null;
    }

    /// <summary>Writes the marked workbook to a path; or says why there is none.</summary>
    internal static string? Attempt(MarkRequest request, string path, CancellationToken cancellation)
    {
        try
        {
            return Make(request, path, cancellation);
        }
        catch (Exception trouble) when (trouble is EndOfStreamException or not (OperationCanceledException or IOException or UnauthorizedAccessException or OutOfMemoryException))
        {
            // Whatever a sender's package does to us, he gets his answer: the caller has another way, and what was written is thrown away.
            return $"{trouble.GetType().Name}: {trouble.Message}";
        }
    }

    private static string? Make(MarkRequest request, string path, CancellationToken cancellation)
    {
        var reader = new WorkbookReader(request.Limits, request.Clock);
        if (reader.Read(request.Path, cancellation).Artefact is not { } workbook)
            return "unreadable";
        var before = SheetDigest.Of(workbook);
        var marks = MarkPlan.Of(workbook, request.Findings);
        int[] own = [.. Enumerable.Range(0, workbook.Sheets.Count).Where(index => OwnSheet.Is(workbook.Sheets[index]))];
        workbook = null;
        using (var package = new Package(new FileStream(request.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)))
        {
            if (IsSealed(package))
                return "signed or shared";
            new PackageMarking(package, request, marks).Mark(own, Help);
            using var target = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
            package.Save(target, cancellation);
        }
        var again = new WorkbookReader(request.Limits with { MaxSheets = 10_000, MaxEntries = 65_535, MaxFileBytes = int.MaxValue, MaxUnpackedBytes = 2 * request.Limits.MaxUnpackedBytes }, request.Clock);
        return again.Read(path, cancellation).Artefact is { } marked && SheetDigest.Of(marked).SequenceEqual(before, StringComparer.Ordinal) ? null : "other cells than before";
    }

    // A signature would be broken by any change; a shared workbook keeps a log of changes that ours would not be in.
    private static bool IsSealed(Package package) => package.Names.Any(name =>
        name.StartsWith("_xmlsignatures/", StringComparison.OrdinalIgnoreCase) || name.StartsWith("xl/revisions/", StringComparison.OrdinalIgnoreCase));
}
