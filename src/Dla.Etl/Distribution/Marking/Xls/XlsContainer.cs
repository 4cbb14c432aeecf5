using Dla.Etl.Reading.Xls;
using NPOI.POIFS.FileSystem;

namespace Dla.Etl.Distribution.Marking.Xls;

/// <summary>The OLE container of an xls: whether NPOI may open it, and the same container with another workbook stream in it.</summary>
internal static class XlsContainer
{
    private const string Workbook = "Workbook";

    /// <summary>The workbook stream of a container in which nothing runs in a circle; null for every other file.</summary>
    /// <remarks>NPOI 2.4.1 loops for ever on some damaged allocation tables, and a thread that loops cannot be stopped.</remarks>
    public static byte[]? WorkbookStream(byte[] file)
    {
        try
        {
            var container = CompoundFile.Open(file);
            return container.Has(Workbook) && container.IsSound() ? container.Stream(Workbook) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>A copy with another workbook stream. Everything else (properties, macros, embedded documents) stays byte for byte.</summary>
    /// <remarks>Not HSSFWorkbook.Write, which enters NPOI into the properties of the sender's file.</remarks>
    public static byte[] With(byte[] file, byte[] workbook)
    {
        var from = new NPOIFSFileSystem(new MemoryStream(file));
        var to = new POIFSFileSystem();
        to.CreateDocument(new MemoryStream(workbook), Workbook);
        List<string> excepted = [.. from.Root.EntryNames.Where(name => name.Equals(Workbook, StringComparison.OrdinalIgnoreCase))];
        EntryUtils.CopyNodes(new FilteringDirectoryNode(from.Root, excepted), new FilteringDirectoryNode(to.Root, excepted));
        to.Root.StorageClsid = from.Root.StorageClsid;
        using var copy = new MemoryStream();
        to.WriteFileSystem(copy);
        return copy.ToArray();
    }

    /// <summary>True when both containers have the same streams with the same bytes, the workbook stream apart.</summary>
    public static bool SameBeside(byte[] before, byte[] after)
    {
        var (one, other) = (new NPOIFSFileSystem(new MemoryStream(before)), new NPOIFSFileSystem(new MemoryStream(after)));
        return Same(one.Root, other.Root, isRoot: true);
    }

    private static bool Same(DirectoryEntry one, DirectoryEntry other, bool isRoot)
    {
        var names = Names(one, isRoot);
        return names.SequenceEqual(Names(other, isRoot)) && Equals(one.StorageClsid?.ToString(), other.StorageClsid?.ToString())
            && names.All(name => (one.GetEntry(name), other.GetEntry(name)) switch
            {
                (DirectoryEntry left, DirectoryEntry right) => Same(left, right, isRoot: false),
                (DocumentEntry left, DocumentEntry right) => Bytes(one, left).AsSpan().SequenceEqual(Bytes(other, right)),
                _ => false,
            });
    }

    private static List<string> Names(DirectoryEntry directory, bool isRoot) =>
        [.. directory.EntryNames.Where(name => !isRoot || !name.Equals(Workbook, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];

    private static byte[] Bytes(DirectoryEntry directory, DocumentEntry document)
    {
        using var stream = ((DirectoryNode)directory).CreateDocumentInputStream(document);
        var bytes = new byte[document.Size];
        stream.ReadFully(bytes);
        return bytes;
    }
}
