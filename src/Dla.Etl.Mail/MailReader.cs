using Dla.Etl.Mail.Mime;

namespace Dla.Etl.Mail;

/// <summary>Reads messages as they come, of any quality: never refuses one, never hangs, never writes outside its folder.</summary>
/// <remarks>
/// What cannot be opened (winmail.dat, rar, a zip with a password or broken as a whole, an encrypted message) is itself an attachment, with a note
/// whose <see cref="MailNote.Where"/> is its path: everything that a sender sees in his message is accounted for. A zip that could be opened is not
/// among the attachments, what was in it is; likewise an attached message. Only an <see cref="IOException"/> of the disk and the caller's own
/// cancellation come out.
/// </remarks>
public static class MailReader
{
    /// <summary>Reads a message and writes what is attached.</summary>
    /// <param name="path">The message, byte for byte.</param>
    /// <param name="folder">An empty folder; attachments are written to it as <c>0001.part</c>, <c>0002.part</c> …; the caller removes it.</param>
    /// <param name="limits">How much it may hold; what is above is left away and noted.</param>
    /// <param name="cancellation">Looked at every few kilobytes.</param>
    /// <param name="isOurs">Tells a Message-ID of our own, so that a message of ours that came back is known.</param>
    /// <exception cref="IOException">The message cannot be read, or the folder not be written to.</exception>
    public static ReadMail Read(string path, string folder, MailLimits limits, CancellationToken cancellation, Func<string, bool>? isOurs = null)
    {
        ArgumentNullException.ThrowIfNull(limits);
        using var file = new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });
        return new MessageWalk(Path.GetFullPath(folder), limits, isOurs ?? (_ => false), cancellation).Read(file);
    }

    /// <summary>Reads a header alone: of a message that is too large to be taken.</summary>
    /// <param name="header">Its first bytes; they may end anywhere.</param>
    /// <param name="isOurs">Tells a Message-ID of our own.</param>
    public static MailHeader ReadHeader(ReadOnlyMemory<byte> header, Func<string, bool>? isOurs = null)
    {
        using var stream = new MemoryStream(header.ToArray(), writable: false);
        var notes = new NoteList();
        var block = HeaderBlock.Read(new LineSource(stream, CancellationToken.None), new Boundaries(), notes);
        return HeaderReading.Of(block, notes, isOurs ?? (_ => false));
    }
}
