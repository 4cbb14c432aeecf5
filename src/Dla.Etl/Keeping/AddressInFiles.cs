using System.IO.Compression;
using System.Text;
using Dla.Etl.Reading;

namespace Dla.Etl.Keeping;

/// <summary>Looks for an address in the bytes of a file: in the text of a csv or a mail, in the strings of an xls, in every part of an xlsx (cells, comments, properties of the document).</summary>
internal sealed class AddressInFiles(PersonAddress address, ReadingLimits limits)
{
    /// <summary>True when the file holds the address.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public bool Holds(string path)
    {
        if (new FileInfo(path).Length > limits.MaxFileBytes)
            return false; // Larger than any return may be: it was never read, and its name is looked at by itself.
        return Holds(File.ReadAllBytes(path));
    }

    /// <summary>True when the bytes of a file hold the address.</summary>
    public bool Holds(byte[] bytes) => In(bytes) || (bytes.AsSpan().StartsWith("PK"u8) && InParts(bytes));

    // An address is plain letters in every encoding that offices use; in an xls they may take two bytes, at an even or an odd place.
    private bool In(byte[] bytes) =>
        address.IsIn(Encoding.Latin1.GetString(bytes))
        || address.IsIn(Encoding.UTF8.GetString(bytes))
        || address.IsIn(Encoding.Unicode.GetString(bytes))
        || (bytes.Length > 1 && address.IsIn(Encoding.Unicode.GetString(bytes, 1, bytes.Length - 1)));

    private bool InParts(byte[] bytes)
    {
        try
        {
            using var package = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            var left = limits.MaxUnpackedBytes;
            foreach (var part in package.Entries.Take(limits.MaxEntries))
            {
                var content = Unpacked(part, left);
                left -= content.Length;
                if (address.IsIn(part.FullName) || In(content))
                    return true;
            }

            return false;
        }
        catch (InvalidDataException)
        {
            return false; // A broken package; its bytes were looked at as they are.
        }
    }

    private static byte[] Unpacked(ZipArchiveEntry part, long room)
    {
        using var content = part.Open();
        using var unpacked = new MemoryStream();
        var block = new byte[81920];
        for (int count; unpacked.Length < room && (count = content.Read(block)) > 0;)
            unpacked.Write(block, 0, count);
        return unpacked.ToArray();
    }
}
