using System.Globalization;
using System.Xml.Linq;
using Dla.Etl.Reading.Xlsx;

namespace Dla.Etl.Distribution.Marking.Xlsx;

/// <summary>A worksheet without its rows: what stands around them can be changed, they themselves are copied byte for byte.</summary>
/// <remarks>A sheet of a million cells is never held as XML.</remarks>
internal sealed class SheetFrame
{
    private const long MostBytes = 4L * 1024 * 1024 * 1024;

    private readonly RowScan _scan;
    private readonly Package _package;
    private readonly XDocument _document;
    private readonly double _defaultHeight, _defaultWidth;

    private SheetFrame(Package package, string part, RowScan scan)
    {
        (_package, Part, _scan) = (package, part, scan);
        using var xml = SafeXml.Open(new MemoryStream(scan.Frame(), writable: false), MostBytes);
        _document = XDocument.Load(xml, LoadOptions.PreserveWhitespace);
        // The rows are copied as bytes, so what stands around them must be in the encoding that is written.
        if ((_document.Declaration?.Encoding ?? "utf-8").ToUpperInvariant() is not ("UTF-8" or "US-ASCII"))
            throw new NotMarkableException($"{part} is in {_document.Declaration!.Encoding}");
        var format = Root.Element(Ooxml.Main + "sheetFormatPr");
        _defaultHeight = Number(format, "defaultRowHeight") ?? 15;
        _defaultWidth = Number(format, "defaultColWidth") ?? 9.14;
    }

    /// <summary>Name of the part.</summary>
    public string Part { get; }

    /// <summary>The root of the worksheet.</summary>
    public XElement Root => _document.Root!;

    /// <summary>Reads the frame of a worksheet; null for a sheet that has no rows at all, such as a chart sheet.</summary>
    public static SheetFrame? Read(Package package, string part, IReadOnlySet<int> rows)
    {
        var scan = new RowScan(rows);
        using (var stream = package.Open(part))
            TagChunks.Walk(stream, MostBytes, scan.Look);
        return scan.DataStart < 0 ? null
            : scan.DataEnd < 0 ? throw new NotMarkableException($"{part} has no end of its rows")
            : new SheetFrame(package, part, scan);
    }

    /// <summary>Says that the frame was changed.</summary>
    public void Touch() => _package.Put(Part, Write);

    /// <summary>Height of a zero-based row in pixels; 0 when it is hidden.</summary>
    public int Height(int row) => (int)Math.Round((_scan.Heights.TryGetValue(row, out var points) ? points : _defaultHeight) * 96 / 72);

    /// <summary>Width of a zero-based column in pixels; 0 when it is hidden.</summary>
    public int Width(int column)
    {
        foreach (var one in Root.Elements(Ooxml.Main + "cols").Elements(Ooxml.Main + "col"))
            if (Number(one, "min") <= column + 1 && Number(one, "max") >= column + 1)
                return Ooxml.IsTrue((string?)one.Attribute("hidden")) ? 0 : Pixels(Number(one, "width") ?? _defaultWidth);
        return Pixels(_defaultWidth);
    }

    // A column width counts digits of the standard font, which are 7 pixels wide in the fonts that the office uses.
    private static int Pixels(double width) => (int)Math.Round(Math.Clamp(width, 0, 255) * 7);

    private static double? Number(XElement? element, string name) =>
        double.TryParse((string?)element?.Attribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void Write(Stream target)
    {
        var frame = new MemoryStream();
        Package.Write(_document, frame);
        var bytes = frame.GetBuffer().AsSpan(0, (int)frame.Length);
        var (start, end, _, _) = RowScan.StartTag(bytes) ?? throw new InvalidOperationException("The frame lost its rows.");
        target.Write(bytes[..start]);
        using (var source = _package.Open(Part))
            Copy(source, target, _scan.DataStart, _scan.DataEnd);
        target.Write(bytes[end..]);
    }

    private static void Copy(Stream source, Stream target, long from, long to)
    {
        var buffer = new byte[128 * 1024];
        for (var at = 0L; at < to;)
        {
            var read = source.Read(buffer, 0, (int)Math.Min(buffer.Length, to - at));
            if (read == 0)
                throw new NotMarkableException("a worksheet ends early");
            var skip = (int)Math.Clamp(from - at, 0, read);
            target.Write(buffer, skip, read - skip);
            at += read;
        }
    }
}
