using System.Buffers;

namespace Dla.Etl.Reading.Xlsx;

/// <summary>Walks the inflated bytes of an XML part in pieces that never cut a tag, nor a cell of a worksheet: a glance costs a thirtieth of reading the values.</summary>
internal static class TagChunks
{
    private const int Usual = 256 * 1024;
    private const int Most = 4 * 1024 * 1024;

    /// <summary>A piece that begins and ends at a tag; only the piece after a text longer than 4 MiB may not.</summary>
    /// <param name="offset">Bytes of the part before the piece.</param>
    public delegate void Look(ReadOnlySpan<byte> piece, long offset);

    /// <summary>Walks the part and returns its inflated bytes; stops early, one piece past it, when there are more than <paramref name="maxBytes"/>.</summary>
    /// <exception cref="InvalidDataException">Does not unpack.</exception>
    public static long Walk(Stream part, long maxBytes, Look look)
    {
        // Rented: three walks of 256 KiB would be most of what reading a small return allocates.
        var buffer = ArrayPool<byte>.Shared.Rent(Usual);
        try
        {
            return Walk(part, maxBytes, look, ref buffer);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static long Walk(Stream part, long maxBytes, Look look, ref byte[] buffer)
    {
        var (kept, offset) = (0, 0L);
        while (offset + kept <= maxBytes)
        {
            var read = part.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false);
            var filled = kept + read;
            if (read == 0)
            {
                look(buffer.AsSpan(0, filled), offset);
                return offset + filled;
            }
            var cut = Cut(buffer.AsSpan(0, filled));
            if (cut <= 0 && filled == buffer.Length && buffer.Length < Most)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
                kept = filled;
                continue;
            }
            if (cut <= 0)
                cut = filled;
            look(buffer.AsSpan(0, cut), offset);
            kept = filled - cut;
            buffer.AsSpan(cut, kept).CopyTo(buffer);
            offset += cut;
        }
        return offset + kept;
    }

    /// <summary>Behind the last cell, or else before the last tag.</summary>
    private static int Cut(ReadOnlySpan<byte> filled)
    {
        var cell = filled.LastIndexOf("</c>"u8);
        return cell > 0 ? cell + 4 : filled.LastIndexOf((byte)'<');
    }
}
