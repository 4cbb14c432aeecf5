using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Dla.Etl.Reporting;

/// <summary>Packs a workbook again so that the same content is the same bytes: parts in a fixed order with a fixed time,
/// and document properties that name the department and never the person or the machine that made the template.</summary>
public static class WorkbookPackage
{
    /// <summary>What the properties of every workbook that leaves say under author and last editor.</summary>
    public const string Author = "กรมส่งเสริมการปกครองท้องถิ่น";

    private const string CoreProperties = "docProps/core.xml";
    private const string SharedStrings = "xl/sharedStrings.xml";

    // The earliest time that a zip entry can carry.
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Copies the package, with its properties replaced and, where wanted, one text replaced in the shared strings.</summary>
    /// <param name="source">A workbook at its beginning.</param>
    /// <param name="target">Where the sealed workbook goes; left open.</param>
    /// <param name="title">Title for the document properties.</param>
    /// <param name="stamp">Created and modified time for the properties: the as-of instant, never the clock.</param>
    /// <param name="replace">A text in a cell and what stands there instead, or null.</param>
    public static void Seal(Stream source, Stream target, string title, DateTimeOffset stamp, (string Text, string With)? replace = null) =>
        Seal(source, target, title, stamp, replace, null);

    /// <summary>Likewise, with the charts of the template in the place of those that were written.</summary>
    internal static void Seal(Stream source, Stream target, string title, DateTimeOffset stamp, (string Text, string With)? replace, TemplateCharts? charts)
    {
        using var from = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
        using var to = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in from.Entries.OrderBy(entry => entry.FullName == "[Content_Types].xml" ? "" : entry.FullName, StringComparer.Ordinal))
        {
            var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = EntryTime;
            var chart = charts?.InsteadOf(entry);
            using var reading = entry.Open();
            using var writing = copy.Open();
            if (chart is not null)
                writing.Write(chart);
            else if (entry.FullName == CoreProperties)
                writing.Write(Encoding.UTF8.GetBytes(Properties(title, stamp)));
            else if (entry.FullName == SharedStrings && replace is { } change)
                ReplaceText(reading, writing, change);
            else
                reading.CopyTo(writing);
        }
    }

    private static void ReplaceText(Stream reading, Stream writing, (string Text, string With) change)
    {
        using var reader = new StreamReader(reading, Encoding.UTF8);
        writing.Write(Encoding.UTF8.GetBytes(reader.ReadToEnd().Replace(change.Text, change.With, StringComparison.Ordinal)));
    }

    private static string Properties(string title, DateTimeOffset stamp)
    {
        var time = stamp.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{SecurityElement.Escape(title)}</dc:title><dc:creator>{Author}</dc:creator><cp:lastModifiedBy>{Author}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">{time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{time}</dcterms:modified></cp:coreProperties>
            """;
    }
}
