using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Dla.Etl.Reading.Xlsx;

namespace Dla.Etl.Distribution.Marking.Xlsx;

/// <summary>The parts of a package as they were, and what is put in their place; parts that nobody touched are copied byte for byte.</summary>
internal sealed class Package : IDisposable
{
    // As XML a part takes some ten times its size in memory; rows of sheets never come here.
    private const long MostBytes = 32L * 1024 * 1024;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Action<Stream>> _changed = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, XDocument> _documents = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _removed = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _added = [];

    /// <summary>Opens a package that <see cref="PackageReading"/> has looked over.</summary>
    public Package(Stream source)
    {
        _zip = new ZipArchive(source, ZipArchiveMode.Read);
        foreach (var entry in _zip.Entries)
            _entries.TryAdd(Clean(entry.FullName), entry);
    }

    /// <summary>Names of all parts, without those removed.</summary>
    public IEnumerable<string> Names => _entries.Keys.Concat(_added).Where(name => !_removed.Contains(name));

    public bool Has(string part) => Names.Contains(part, StringComparer.OrdinalIgnoreCase);

    /// <summary>The part as it was in the sender's file.</summary>
    public Stream Open(string part) => Entry(part).Open();

    /// <summary>The part as XML, loaded once; a change counts when <see cref="Touch"/> is called.</summary>
    /// <exception cref="XmlException">Not well formed.</exception>
    public XDocument Xml(string part)
    {
        if (_documents.TryGetValue(part, out var known))
            return known;
        if (Entry(part).Length > MostBytes)
            throw new NotMarkableException($"{part} has {Entry(part).Length} bytes");
        using var xml = SafeXml.Open(Open(part), MostBytes);
        return _documents[part] = XDocument.Load(xml, LoadOptions.PreserveWhitespace);
    }

    /// <summary>Says that the XML of a part was changed and goes into the package as it will stand then.</summary>
    public void Touch(string part)
    {
        var document = _documents[part];
        _changed[part] = target => Write(document, target);
    }

    /// <summary>Adds a part, or replaces it whole.</summary>
    public void Put(string part, XDocument document)
    {
        _documents[part] = document;
        Put(part, target => Write(document, target));
    }

    /// <inheritdoc cref="Put(string, XDocument)"/>
    public void Put(string part, Action<Stream> write)
    {
        if (!_entries.ContainsKey(part) && !_added.Contains(part, StringComparer.OrdinalIgnoreCase))
            _added.Add(part);
        _removed.Remove(part);
        _changed[part] = write;
    }

    public void Remove(string part) => _removed.Add(part);

    /// <summary>A name that no part has: the pattern's <c>#</c> stands for a number.</summary>
    public string Free(string pattern)
    {
        for (var number = 1; ; number++)
            if (pattern.Replace("#", $"{number}", StringComparison.Ordinal) is var name && !_entries.ContainsKey(name) && !_added.Contains(name, StringComparer.OrdinalIgnoreCase))
                return name;
    }

    /// <summary>Writes the package with its parts in their old order and the new ones behind.</summary>
    public void Save(Stream target, CancellationToken cancellation)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, entry) in _entries.Where(part => !_removed.Contains(part.Key)))
        {
            cancellation.ThrowIfCancellationRequested();
            var isStored = entry.CompressedLength == entry.Length;
            using var writing = Create(zip, name, isStored ? CompressionLevel.NoCompression : CompressionLevel.Optimal, entry.LastWriteTime);
            if (_changed.TryGetValue(name, out var change))
                change(writing);
            else
                Copy(entry, writing);
        }
        foreach (var name in _added.Where(name => !_removed.Contains(name)))
        {
            using var writing = Create(zip, name, CompressionLevel.Optimal, s_entryTime);
            _changed[name](writing);
        }
    }

    public void Dispose() => _zip.Dispose();

    /// <summary>XML as the office programs write it: UTF-8 without byte order mark; carriage returns of texts survive.</summary>
    public static void Write(XDocument document, Stream target)
    {
        using var xml = XmlWriter.Create(target, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize, CloseOutput = false });
        new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), document.Root).Save(xml);
    }

    // The earliest time that a zip entry can carry: the same file gives the same bytes.
    private static readonly DateTimeOffset s_entryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static Stream Create(ZipArchive zip, string name, CompressionLevel level, DateTimeOffset time)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = time;
        return entry.Open();
    }

    private static void Copy(ZipArchiveEntry entry, Stream target)
    {
        using var reading = entry.Open();
        reading.CopyTo(target);
    }

    private ZipArchiveEntry Entry(string part) => _entries.TryGetValue(part, out var entry) ? entry : throw new NotMarkableException($"no part {part}");

    private static string Clean(string name) => name.Replace('\\', '/');
}
