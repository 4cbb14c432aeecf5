using System.Globalization;
using System.IO.Compression;
using Dla.Etl.Mail.Mime;

namespace Dla.Etl.Mail.Zip;

/// <summary>Unpacks a zip that was attached, and those in it; every limit is counted on what really comes out.</summary>
/// <param name="files">Where the files go.</param>
/// <param name="limits">How much of everything.</param>
/// <param name="notes">What was odd.</param>
/// <param name="cancellation">Looked at with every buffer.</param>
internal sealed class ZipUnpacking(AttachmentFiles files, MailLimits limits, NoteList notes, CancellationToken cancellation)
{
    /// <summary>A small zip may unpack to this whatever its ratio: empty forms pack well.</summary>
    private const long AlwaysAllowed = 16_777_216;

    private readonly byte[] buffer = new byte[65_536];
    private int taken;
    private int looked;

    /// <summary>Unpacks it.</summary>
    /// <param name="file">Full path of the zip.</param>
    /// <param name="path">How it lay in the message.</param>
    /// <returns>True when something came out of it.</returns>
    public bool Unpack(string file, string path)
    {
        var size = new FileInfo(file).Length;
        return Unpack(file, path, 1, new ByteBudget(Math.Max(AlwaysAllowed, size * limits.ZipRatio)));
    }

    private bool Unpack(string file, string path, int depth, ByteBudget ratio)
    {
        if (depth > limits.ZipDepth)
        {
            notes.Add(MailNoteKind.ZipTooDeep, path, Number(depth), Number(limits.ZipDepth));
            return false;
        }
        using var zip = File.OpenRead(file);
        var directory = ZipDirectory.Find(zip);
        var any = false;
        while (directory?.Next() is { } entry && IsWithin(path))
            any |= Take(zip, directory, entry, path, depth, ratio);
        if (directory is null || directory.IsBroken)
            notes.Add(MailNoteKind.ZipBroken, path);
        return any;
    }

    private bool IsWithin(string path)
    {
        cancellation.ThrowIfCancellationRequested();
        if (files.IsFull)
            return false;
        // Folders and rubbish count in another way: a zip of nothing but folders must end as well.
        if (taken < limits.ZipEntries && looked++ < limits.ZipEntries * 10L)
            return true;
        notes.Add(MailNoteKind.ZipTooManyEntries, path, "", Number(limits.ZipEntries));
        return false;
    }

    private bool Take(FileStream zip, ZipDirectory directory, ZipEntry entry, string zipPath, int depth, ByteBudget ratio)
    {
        var written = ZipNames.Of(entry, notes, zipPath);
        var segments = AttachmentName.Segments(written);
        if (written.EndsWith('/') || written.EndsWith('\\') || ZipNames.IsRubbish(segments))
            return false;
        taken++;
        var path = zipPath + "/" + string.Join('/', segments);
        if (entry.IsEncrypted)
        {
            notes.Add(MailNoteKind.ZipEncrypted, zipPath);
            return false;
        }
        var file = files.Begin();
        bool isWhole;
        using (file)
            isWhole = Copy(zip, directory, entry, file, ratio);
        if (isWhole && !file.IsCut && !ratio.IsSpent)
            return Keep(file, segments[^1], path, depth, ratio);
        File.Delete(file.Path);
        if (file.IsCut || ratio.IsSpent)
            notes.Add(MailNoteKind.ZipTooLarge, zipPath, "", Number(file.IsCut ? limits.Bytes : limits.ZipRatio));
        else
            notes.Add(MailNoteKind.ZipBroken, zipPath, segments[^1]);
        return false;
    }

    private bool Keep(FileSink file, string name, string path, int depth, ByteBudget ratio)
    {
        if (PackedFile.KindOf(file.Path, name) == PackedKind.Zip && Unpack(file.Path, path, depth + 1, ratio))
            File.Delete(file.Path);
        else
            files.Keep(file, name, path, "");
        return true;
    }

    /// <returns>False when the bytes are not what was packed.</returns>
    private bool Copy(FileStream zip, ZipDirectory directory, ZipEntry entry, FileSink file, ByteBudget ratio)
    {
        if (directory.DataOf(entry) is not { } start || entry.Method is not (0 or 8))
            return false;
        using Stream packed = new StretchOf(zip, start, entry.PackedSize);
        using var unpacked = entry.Method == 0 ? packed : new DeflateStream(packed, CompressionMode.Decompress);
        var sum = uint.MaxValue;
        try
        {
            while (unpacked.Read(buffer) is > 0 and var count)
            {
                cancellation.ThrowIfCancellationRequested();
                if (!ratio.Take(count))
                    return false;
                file.Write(buffer.AsSpan(0, count));
                if (file.IsCut)
                    return false;
                sum = Crc32.Append(sum, buffer.AsSpan(0, count));
            }
        }
        catch (InvalidDataException)
        {
            return false; // not deflated data: the caller notes it
        }
        return ~sum == entry.Crc;
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
