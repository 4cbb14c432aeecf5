using Dla.Etl.Findings;
using Dla.Etl.Reading;

namespace Dla.Etl.Distribution.Marking;

/// <summary>A sender's own file with the findings marked in it, or beside it where nothing can be marked.</summary>
public static class MarkedReturn
{
    private const int Glance = 4096;

    /// <summary>Makes the files that go back to the sender.</summary>
    /// <param name="request">The file and what there is to say.</param>
    /// <param name="folder">An existing scratch folder of the caller's, to which nobody else writes.</param>
    /// <param name="cancellation">Stops between parts.</param>
    /// <returns>Empty when nothing is graver than INFO. Never throws for what a sender did.</returns>
    /// <exception cref="IOException">The disk refused.</exception>
    public static IReadOnlyList<MarkedFile> Make(MarkRequest request, string folder, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(folder);
        if (request.Findings.All(finding => finding.Severity < Severity.Warning))
            return [];
        return ContainerOf(request.Path) switch
        {
            Container.Zip when Xlsx.XlsxMarks.TryMake(request, folder, cancellation) is { } marked => [marked],
            _ => [],
        };
    }

    private static Container? ContainerOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var head = new byte[Glance];
        var (container, refusal) = MagicBytes.Tell(head.AsSpan(0, file.ReadAtLeast(head, Glance, throwOnEndOfStream: false)));
        return refusal is null ? container : null;
    }
}
