using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Values;

namespace Dla.Etl.Intake;

/// <summary>Content that lies in the archive.</summary>
/// <param name="Hash">SHA-256 of the bytes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="WasThere">True when the same bytes had been archived before.</param>
public sealed record Archived(ContentHash Hash, long Size, bool WasThere);

/// <summary>The archive: every file ever received, by its SHA-256, as <c>ab/abcdef…</c>. Content in it is never changed and never removed.</summary>
/// <param name="folder">On a disk of this machine.</param>
/// <param name="clock">Dates unfinished copies, so that old leftovers can be told.</param>
public sealed class Archive(string folder, TimeProvider clock)
{
    private const int BufferBytes = 128 * 1024;
    private const string StampFormat = "yyyyMMdd'T'HHmmss";

    /// <summary>Steps as they are done; a test stops the program there.</summary>
    internal Action<string>? AtStep { get; set; }

    /// <summary>Where content with this hash lies, or would lie.</summary>
    public string PathOf(ContentHash hash) => Path.Combine(folder, hash.Hex[..2], hash.Hex);

    /// <summary>Opens archived content for reading.</summary>
    /// <exception cref="FileNotFoundException">Nothing with this hash was archived.</exception>
    public FileStream Open(ContentHash hash) => new(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <summary>Copies a file into the archive; when this returns an artefact, its bytes are on the disk.</summary>
    /// <param name="file">Full path.</param>
    /// <param name="shown">How the operator knows the file, for findings.</param>
    /// <param name="cancel">Stops between two blocks; nothing is left but an unfinished copy.</param>
    /// <returns>No artefact when the file cannot be read, changed while it was copied, or the archive takes nothing: the finding says which.</returns>
    public Step<Archived> Store(string file, string shown, CancellationToken cancel = default)
    {
        bool reading = true;
        try
        {
            FileStamp? before = FileStamp.Of(file);
            if (before is null) return Refused(IntakeFindings.ChangedWhileTaken, shown);
            using FileStream source = new(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            reading = false;
            (string part, ContentHash hash) = CopyIn(source, before.Value.Size, now => reading = now, cancel);
            AtStep?.Invoke(ReceptionSteps.Copied);
            if (FileStamp.Of(file) == before && new FileInfo(part).Length == before.Value.Size) return Place(part, hash, shown);
            File.Delete(part);
            return Refused(IntakeFindings.ChangedWhileTaken, shown);
        }
        catch (Exception problem) when (DiskTrouble.Is(problem))
        {
            return reading ? Refused(IntakeFindings.FileUnreadable, shown, DiskTrouble.Cause(problem)) : ArchiveRefused(problem, shown);
        }
    }

    /// <summary>Takes bytes that arrive from elsewhere into the archive; when this returns an artefact, they are on the disk.</summary>
    /// <param name="deliver">Writes them; what it throws is thrown on, unless the disk was the cause, and leaves nothing behind.</param>
    /// <param name="limit">Bytes.</param>
    /// <param name="shown">How the operator knows them, for findings.</param>
    /// <returns>No artefact when there are more (<see cref="IntakeFindings.FileTooLarge"/>) or the archive takes nothing.</returns>
    public async Task<Step<Archived>> StoreAsync(Func<Stream, Task> deliver, long limit, string shown)
    {
        ArgumentNullException.ThrowIfNull(deliver);
        var (part, disk, kept) = (NewPart(), (Exception?)null, false);
        try
        {
            await using FileStream file = new(part, FileMode.Create, FileAccess.Write, FileShare.None, BufferBytes);
            await using ArrivingStream arriving = new(file, limit);
            try
            {
                await deliver(arriving).ConfigureAwait(false);
            }
            catch when ((disk = arriving.Refusal) is not null)
            {
                return ArchiveRefused(disk, shown);
            }

            if (arriving.IsTooLong) return Refused(IntakeFindings.FileTooLarge, shown);
            file.Flush(flushToDisk: true);
            file.Close();
            AtStep?.Invoke(ReceptionSteps.Copied);
            var placed = Place(part, arriving.Hash(), shown);
            kept = true;
            return placed;
        }
        catch (Exception problem) when (DiskTrouble.Is(problem) && Refusal() is not null)
        {
            return ArchiveRefused(problem, shown);
        }
        finally
        {
            if (!kept) File.Delete(part);
        }
    }

    /// <summary>Archives a form, template or rule that a run used.</summary>
    /// <returns>The hash under which it lies.</returns>
    /// <exception cref="IOException">The archive takes nothing; the run cannot go on.</exception>
    /// <exception cref="UnauthorizedAccessException">The archive may not be written.</exception>
    public ContentHash StoreDefinition(ReadOnlyMemory<byte> bytes)
    {
        ContentHash hash = ContentHash.Of(bytes.Span);
        string part = NewPart();
        DurableFiles.WritePart(part, file => file.Write(bytes.Span));
        Place(part, hash, hash.Hex);
        return hash;
    }

    /// <summary>Clears away copies that were interrupted longer ago than <paramref name="age"/>.</summary>
    public void ClearLeftovers(TimeSpan age)
    {
        foreach (string part in Directory.EnumerateFileSystemEntries(folder, FileNames.OwnPrefix + "*"))
        {
            string stamp = Path.GetFileName(part)[FileNames.OwnPrefix.Length..].Split('-')[0];
            bool dated = DateTimeOffset.TryParseExact(
                stamp, StampFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset begun);
            if (!dated || clock.GetUtcNow() - begun <= age) continue;
            if (Directory.Exists(part)) Directory.Delete(part, recursive: true);
            else File.Delete(part);
        }
    }

    /// <summary>A folder on the disk of the archive for what is being taken apart.</summary>
    internal ScratchFolder NewScratch() => new(NewPart());

    /// <summary>Writes a block and takes it away again, for health checks.</summary>
    /// <exception cref="IOException">The archive takes nothing: full, read-only, or not there.</exception>
    /// <exception cref="UnauthorizedAccessException">The archive may not be written.</exception>
    public void TryWriting() => FolderTrial.Write(NewPart());

    /// <summary>Why the archive takes nothing at all; null when it does.</summary>
    internal (FindingKind Kind, string Cause)? Refusal()
    {
        try
        {
            TryWriting();
            return null;
        }
        catch (Exception problem) when (DiskTrouble.Is(problem))
        {
            return (DiskTrouble.IsFull(problem) ? IntakeFindings.ArchiveFull : IntakeFindings.ArchiveUnwritable, DiskTrouble.Cause(problem));
        }
    }

    private (string Part, ContentHash Hash) CopyIn(FileStream source, long size, Action<bool> reading, CancellationToken cancel)
    {
        string part = NewPart();
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        DurableFiles.WritePart(part, file =>
        {
            // One byte more than there should be tells a file that grows, and bounds what is copied of it.
            for (long left = size + 1; left > 0;)
            {
                cancel.ThrowIfCancellationRequested();
                reading(true);
                int count = source.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
                reading(false);
                if (count == 0) break;
                hash.AppendData(buffer, 0, count);
                file.Write(buffer, 0, count);
                left -= count;
            }
        });
        ArrayPool<byte>.Shared.Return(buffer);
        return (part, ContentHash.FromDigest(hash.GetHashAndReset()));
    }

    private Step<Archived> Place(string part, ContentHash hash, string shown)
    {
        string place = PathOf(hash);
        string shelf = Path.GetDirectoryName(place)!;
        long size = new FileInfo(part).Length;
        bool occupied = File.Exists(place);
        bool sound = occupied && FileStamp.Holds(place, size, hash);
        Directory.CreateDirectory(shelf);
        if (sound) File.Delete(part);
        else File.Move(part, place, overwrite: true);
        // Also when it was there: whoever placed it may have been stopped before this.
        DurableFiles.FlushFolder(shelf);
        DurableFiles.FlushFolder(folder);
        AtStep?.Invoke(ReceptionSteps.Archived);
        Finding[] findings = occupied && !sound
            ? [new Finding(IntakeFindings.ArchiveRepaired) { Subject = FileNames.Display(shown), Found = hash.Hex }]
            : [];
        return new(new Archived(hash, size, sound), findings);
    }

    private string NewPart()
    {
        string begun = clock.GetUtcNow().UtcDateTime.ToString(StampFormat, CultureInfo.InvariantCulture);
        return Path.Combine(folder, $"{FileNames.OwnPrefix}{begun}-{Guid.NewGuid():N}.part");
    }

    private static Step<Archived> ArchiveRefused(Exception problem, string shown) =>
        Refused(DiskTrouble.IsFull(problem) ? IntakeFindings.ArchiveFull : IntakeFindings.ArchiveUnwritable, shown, DiskTrouble.Cause(problem));

    private static Step<Archived> Refused(FindingKind kind, string shown, string cause = "") =>
        new(null, [new Finding(kind) { Subject = FileNames.Display(shown), Found = cause }]);
}
