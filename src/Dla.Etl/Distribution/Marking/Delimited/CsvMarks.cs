using Dla.Etl.Reading;
using Dla.Etl.Reading.Delimited;

namespace Dla.Etl.Distribution.Marking.Delimited;

/// <summary>Marks a csv: a copy with one more column.</summary>
/// <remarks>The column is spliced in at the ends of the records: every other byte stays where it was, with its quotes and line ends.</remarks>
internal static class CsvMarks
{
    /// <summary>Writes the marked copy under the sender's own name.</summary>
    /// <param name="request">Delimited text, whatever it is called.</param>
    /// <param name="folder">An existing scratch folder of the caller's.</param>
    /// <param name="cancellation">Stops between rows.</param>
    /// <returns>Null when the copy would not be read as the original is: then the original goes back. The findings workbook goes with either.</returns>
    /// <exception cref="IOException">The disk refused.</exception>
    public static MarkedFile? TryMake(MarkRequest request, string folder, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(folder);
        if (Marked(File.ReadAllBytes(request.Path), request, cancellation) is not { } bytes)
            return null;
        var name = MarkedName.Of(request.FileName, Path.GetExtension(request.FileName).ToLowerInvariant() is ".txt" or ".tsv" ? Path.GetExtension(request.FileName) : ".csv");
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return new MarkedFile(name, path);
    }

    /// <summary>The copy; null when the file cannot be read, its text had to be repaired, or the copy would be read otherwise than the original.</summary>
    internal static byte[]? Marked(byte[] file, MarkRequest request, CancellationToken cancellation)
    {
        if (Rows(file, request, cancellation) is not { } before || TextEncodings.Of(file) is not var (encoding, preamble))
            return null;
        var text = encoding.GetString(file, preamble, file.Length - preamble);
        var marked = new CsvColumn(text, request.Findings, encoding).Spliced();
        byte[] bytes = [.. file.AsSpan(0, preamble), .. encoding.GetBytes(marked)];
        return Rows(bytes, request, cancellation) is { } after && Same(before, after) ? bytes : null;
    }

    private static IReadOnlyList<RawCell[]>? Rows(byte[] file, MarkRequest request, CancellationToken cancellation) =>
        new CsvReading(request.Limits, new ReadingTime(request.Limits, request.Clock, cancellation)).Read(file).Artefact?.Sheets[0].Rows;

    private static bool Same(IReadOnlyList<RawCell[]> one, IReadOnlyList<RawCell[]> other) =>
        one.Count == other.Count && one.Zip(other).All(rows => rows.First.AsSpan().SequenceEqual(rows.Second));
}
