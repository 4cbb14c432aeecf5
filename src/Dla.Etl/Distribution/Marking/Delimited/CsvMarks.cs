using Dla.Etl.Findings;
using Dla.Etl.Reading;
using Dla.Etl.Reading.Delimited;

namespace Dla.Etl.Distribution.Marking.Delimited;

/// <summary>Marks a csv: a copy with one more column.</summary>
/// <remarks>The column is spliced in at the ends of the records: every other byte stays where it was, with its quotes and line ends.</remarks>
internal static class CsvMarks
{
    /// <summary>Writes the marked copy.</summary>
    /// <param name="request">Delimited text, whatever it is called.</param>
    /// <param name="folder">An existing scratch folder of the caller's.</param>
    /// <param name="cancellation">Stops between rows.</param>
    /// <returns>Null when the copy would not be read as the original is: then the original goes back. The findings workbook goes with either.</returns>
    /// <exception cref="IOException">The disk refused.</exception>
    public static MarkedFile? TryMake(MarkRequest request, string folder, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(folder);
        if (Marked(File.ReadAllBytes(request.Path), request.Findings, cancellation) is not { } bytes)
            return null;
        var name = MarkedName.Of(request.FileName, Extension(request.FileName));
        var path = Path.Combine(folder, "marked.part");
        File.WriteAllBytes(path, bytes);
        return new MarkedFile(name, path);
    }

    // Excel opens a csv and a tab-separated txt each in its own way; any other name says nothing about the content.
    private static string Extension(string fileName) =>
        Path.GetExtension(fileName).ToLowerInvariant() is ".txt" or ".tsv" ? Path.GetExtension(fileName) : ".csv";

    /// <summary>The copy; null when the file cannot be read, its text had to be repaired, or the copy would be read otherwise than the original.</summary>
    internal static byte[]? Marked(byte[] file, IReadOnlyList<Finding> findings, CancellationToken cancellation)
    {
        if (Rows(file, cancellation) is not { } before || TextEncodings.Of(file) is not var (encoding, preamble))
            return null;
        var text = encoding.GetString(file, preamble, file.Length - preamble);
        var marked = new CsvColumn(text, findings, encoding).Spliced();
        byte[] bytes = [.. file.AsSpan(0, preamble), .. encoding.GetBytes(marked)];
        return Rows(bytes, cancellation) is { } after && Same(before, after) ? bytes : null;
    }

    private static IReadOnlyList<RawCell[]>? Rows(byte[] file, CancellationToken cancellation)
    {
        var limits = new ReadingLimits();
        return new CsvReading(limits, new ReadingTime(limits, TimeProvider.System, cancellation)).Read(file).Artefact?.Sheets[0].Rows;
    }

    private static bool Same(IReadOnlyList<RawCell[]> one, IReadOnlyList<RawCell[]> other) =>
        one.Count == other.Count && one.Zip(other).All(rows => rows.First.AsSpan().SequenceEqual(rows.Second));
}
