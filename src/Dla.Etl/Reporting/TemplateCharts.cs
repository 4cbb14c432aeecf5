using System.IO.Compression;
using System.Xml.Linq;

namespace Dla.Etl.Reporting;

/// <summary>The charts of a template, as its maker drew them.</summary>
/// <remarks>
/// NPOI writes a chart that it only passes on in another order of elements than the schema has (gapWidth before ser, dLblPos last) and without some
/// attributes, at which Excel offers to repair the workbook. A filled report has the chart of its template to the byte: it refers to ranges that stay.
/// </remarks>
internal sealed class TemplateCharts
{
    private static readonly XNamespace Charts = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    private readonly Dictionary<string, byte[]> _parts;

    private TemplateCharts(Dictionary<string, byte[]> parts) => _parts = parts;

    /// <summary>Those of a template, by the name of their part; none for most.</summary>
    public static TemplateCharts Of(ReadOnlyMemory<byte> template)
    {
        using var package = new ZipArchive(new MemoryStream(template.ToArray()), ZipArchiveMode.Read);
        return new(package.Entries.Where(entry => entry.FullName.StartsWith("xl/charts/chart", StringComparison.Ordinal))
            .ToDictionary(entry => entry.FullName, Bytes, StringComparer.Ordinal));
    }

    /// <summary>What stands in a part of the filled workbook instead of what NPOI wrote; null for what is no chart.</summary>
    /// <exception cref="InvalidOperationException">The part draws other ranges than the template's of that name, so that another chart would stand in its place.</exception>
    public byte[]? InsteadOf(ZipArchiveEntry written)
    {
        if (!_parts.TryGetValue(written.FullName, out var drawn))
            return null;
        return Ranges(Bytes(written)).SequenceEqual(Ranges(drawn), StringComparer.Ordinal)
            ? drawn
            : throw new InvalidOperationException($"{written.FullName}: the filled workbook draws other ranges than its template.");
    }

    private static IEnumerable<string> Ranges(byte[] part)
    {
        using var stream = new MemoryStream(part);
        return [.. XDocument.Load(stream).Descendants(Charts + "f").Select(range => range.Value)];
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var reading = entry.Open();
        using var bytes = new MemoryStream();
        reading.CopyTo(bytes);
        return bytes.ToArray();
    }
}
