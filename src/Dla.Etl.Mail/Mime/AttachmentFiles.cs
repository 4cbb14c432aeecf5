using System.Globalization;
using Dla.Etl.Mail.Zip;

namespace Dla.Etl.Mail.Mime;

/// <summary>The files that come out of a message, under names of our own.</summary>
internal sealed class AttachmentFiles
{
    private readonly string folder;
    private readonly NoteList notes;
    private readonly ByteBudget budget;
    private readonly ZipUnpacking zips;
    private readonly List<(MailAttachment Attachment, string? ContentId)> kept = [];
    private readonly HashSet<string> paths = new(StringComparer.Ordinal);
    private int begun;

    /// <param name="folder">Full path; nothing is written outside.</param>
    /// <param name="limits">How much.</param>
    /// <param name="notes">What was odd.</param>
    /// <param name="cancellation">Looked at while unpacking.</param>
    public AttachmentFiles(string folder, MailLimits limits, NoteList notes, CancellationToken cancellation)
    {
        (this.folder, this.notes) = (folder, notes);
        budget = new ByteBudget(limits.Bytes);
        zips = new ZipUnpacking(this, limits, notes, cancellation);
    }

    /// <summary>True when nothing more may be written.</summary>
    public bool IsFull => budget.IsSpent;

    /// <summary>A new file; <see cref="Add"/> or <see cref="Keep"/> it, or delete it.</summary>
    public FileSink Begin() => new(Path.Combine(folder, $"{(++begun).ToString("0000", CultureInfo.InvariantCulture)}.part"), budget);

    /// <summary>Takes what was attached, opening it when it is a zip.</summary>
    /// <param name="file">Written and closed.</param>
    /// <param name="name">Clean.</param>
    /// <param name="path">How it lay in the message.</param>
    /// <param name="part">What its header says.</param>
    /// <param name="isRelated">It belongs to a body beside it.</param>
    public void Add(FileSink file, string name, string path, PartHead part, bool isRelated)
    {
        var kind = part.IsTnef ? PackedKind.Winmail : PackedFile.KindOf(file.Path, name);
        if (kind == PackedKind.Zip && zips.Unpack(file.Path, path))
        {
            File.Delete(file.Path);
            return;
        }
        if (kind is PackedKind.Winmail or PackedKind.Other)
            notes.Add(kind == PackedKind.Winmail ? MailNoteKind.Winmail : MailNoteKind.OtherArchive, path);
        Keep(file, name, path, part.ContentType, part.IsShownInside(isRelated), part.IsPicture ? part.ContentId : null);
    }

    /// <summary>Takes a file as it is.</summary>
    public void Keep(FileSink file, string name, string path, string contentType, bool isInline = false, string? contentId = null)
    {
        var unique = path;
        for (var number = 2; !paths.Add(unique); number++)
            unique = $"{path} ({number.ToString(CultureInfo.InvariantCulture)})";
        kept.Add((new MailAttachment(name, unique, file.Path, file.Size, contentType, isInline), contentId));
    }

    /// <summary>All that was taken.</summary>
    /// <param name="shows">Tells whether a body shows the picture of a Content-ID; a picture may come before that body.</param>
    public IReadOnlyList<MailAttachment> All(Func<string, bool> shows) =>
        [.. kept.Select(one => one.ContentId is { } id && shows(id) ? one.Attachment with { IsInline = true } : one.Attachment)];
}
