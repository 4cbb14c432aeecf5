using Dla.Etl.Findings;
using Dla.Etl.Intake;
using Dla.Etl.Reading;

namespace Dla.Etl.Distribution.Marking;

/// <summary>A sender's own file with the findings marked in it, or beside it where nothing can be marked.</summary>
public static class MarkedReturn
{
    private const int Glance = 4096;
    private const string NotInTheFile = "ไฟล์ของท่านใส่เครื่องหมายไว้ในเซลล์ไม่ได้ จึงส่งคืนตามเดิม โปรดแก้ไขตามรายการนี้ในไฟล์เดิมแล้วส่งกลับมาใหม่";

    /// <summary>Makes the files that go back to the sender.</summary>
    /// <param name="request">The file and what there is to say.</param>
    /// <param name="folder">An existing scratch folder of the caller's, to which nobody else writes.</param>
    /// <param name="cancellation">Stops between parts.</param>
    /// <returns>Empty when nothing is graver than INFO. Never throws for what a sender did.</returns>
    /// <exception cref="IOException">The disk refused.</exception>
    /// <exception cref="ArgumentException">The file itself lies in the scratch folder, where it would be written over.</exception>
    public static IReadOnlyList<MarkedFile> Make(MarkRequest request, string folder, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(folder);
        if (Path.GetFullPath(Path.GetDirectoryName(Path.GetFullPath(request.Path))!) == Path.GetFullPath(folder))
            throw new ArgumentException("The file lies in the scratch folder.", nameof(folder));
        if (request.Findings.All(finding => finding.Severity < Severity.Warning))
            return [];
        if (Verdicts.Of(request.Findings) == Verdict.Unreadable)
            return [FindingsWorkbook.Write(request, folder)];
        return ContainerOf(request.Path) switch
        {
            Container.Zip when Xlsx.XlsxMarks.TryMake(request, folder, cancellation) is { } marked => [marked],
            Container.CompoundFile when Xls.XlsMarks.TryMake(request, folder, cancellation) is { } marked => [marked],
            Container.PerhapsText when Delimited.CsvMarks.TryMake(request, folder, cancellation) is { } marked => [marked, FindingsWorkbook.Write(request, folder)],
            _ => Beside(request, folder),
        };
    }

    /// <summary>The file as it came, and the findings in a workbook of their own.</summary>
    private static IReadOnlyList<MarkedFile> Beside(MarkRequest request, string folder)
    {
        var copy = new MarkedFile(FileNames.OnDisk("", request.FileName), Path.Combine(folder, FileNames.OnDisk("", request.FileName)));
        File.Copy(request.Path, copy.Path, overwrite: true);
        return [FindingsWorkbook.Write(request with { Notice = $"{request.Notice} {NotInTheFile}".Trim() }, folder), copy];
    }

    private static Container? ContainerOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var head = new byte[Glance];
        var (container, refusal) = MagicBytes.Tell(head.AsSpan(0, file.ReadAtLeast(head, Glance, throwOnEndOfStream: false)));
        return refusal is null ? container : null;
    }
}
