using System.Globalization;

namespace Dla.Etl.Mail.Mime;

/// <summary>Goes through the parts of a message in one pass (RFC 2045, 2046).</summary>
internal sealed class MessageWalk
{
    private readonly MailLimits limits;
    private readonly Func<string, bool> isOurs;
    private readonly CancellationToken cancellation;
    private readonly NoteList notes = new();
    private readonly BodyTexts texts;
    private readonly AttachmentFiles files;
    private int parts;

    /// <param name="folder">Full path, for attachments.</param>
    /// <param name="limits">How much.</param>
    /// <param name="isOurs">Tells a Message-ID of our own.</param>
    /// <param name="cancellation">Looked at with every buffer.</param>
    public MessageWalk(string folder, MailLimits limits, Func<string, bool> isOurs, CancellationToken cancellation)
    {
        (this.limits, this.isOurs, this.cancellation) = (limits, isOurs, cancellation);
        texts = new BodyTexts(limits, notes);
        files = new AttachmentFiles(folder, limits, notes, cancellation);
    }

    /// <summary>Where a part lies.</summary>
    /// <param name="Prefix">Names of the messages around it, each with a stroke.</param>
    /// <param name="Depth">Multiparts and messages around it.</param>
    /// <param name="Alternative">The outermost multipart/alternative around it; 0 for none.</param>
    /// <param name="Parent">Type of the multipart around it.</param>
    private sealed record Place(string Prefix = "", int Depth = 0, int Alternative = 0, string Parent = "");

    private bool IsAbandoned => parts > limits.Parts;

    /// <summary>Reads it.</summary>
    public ReadMail Read(Stream stream)
    {
        var lines = new PartLines(new LineSource(stream, cancellation), new Boundaries());
        var block = HeaderBlock.Read(lines.Source, lines.Boundaries, notes);
        var header = HeaderReading.Of(block, notes, isOurs);
        if (block.Stopped is null)
            ReadPart(lines, block, new Place());
        var (text, links) = texts.Result();
        var attachments = files.All(texts.Shows);
        if (attachments.All(one => one.IsInline) && !notes.Has(MailNoteKind.TooLarge, MailNoteKind.TooManyParts, MailNoteKind.TooDeep, MailNoteKind.Encrypted))
            notes.Add(links.Count > 0 ? MailNoteKind.LinkInsteadOfFile : MailNoteKind.NothingAttached, "", links.Count > 0 ? links[0] : "");
        return new ReadMail { Header = header, Text = text, Links = links, Attachments = attachments, Notes = notes.All };
    }

    private Stop ReadPart(PartLines lines, HeaderBlock block, Place place)
    {
        if (++parts > limits.Parts)
        {
            notes.Add(MailNoteKind.TooManyParts, "", "", Number(limits.Parts));
            return Stop.AtEnd;
        }
        var part = PartHead.Of(block, notes, place.Parent == "multipart/digest" ? "message/rfc822" : "text/plain");
        if (part.IsEncrypted)
            notes.Add(MailNoteKind.Encrypted, part.IsMultipart ? "" : place.Prefix + NameOf(part), part.EncryptedAs);
        if (part.IsMultipart || part.IsMessage)
        {
            if (place.Depth >= limits.Depth)
            {
                notes.Add(MailNoteKind.TooDeep, "", "", Number(limits.Depth));
                return lines.Skip();
            }
            return part.IsMultipart ? ReadMultipart(lines, part, place) : part.IsEncoded ? ReadPackedMessage(lines, part, place) : ReadMessage(lines, part, place);
        }
        return part.IsBody ? ReadBody(lines, part, place)
            : part.IsSilent(place.Alternative > 0) ? lines.Skip()
            : ReadAttachment(lines, part, place);
    }

    private Stop ReadMultipart(PartLines lines, PartHead part, Place place)
    {
        if (part.Boundary is null)
            notes.Add(MailNoteKind.Broken, "", "boundary");
        var (boundary, stop) = part.Boundary is { } named ? (named, null) : lines.FirstBoundary();
        if (boundary is null)
            return stop!;
        lines.Boundaries.Push(boundary);
        var level = lines.Boundaries.Count - 1;
        var alternative = place.Alternative == 0 && part.ContentType == "multipart/alternative" ? texts.NewAlternative() : place.Alternative;
        var inside = place with { Depth = place.Depth + 1, Alternative = alternative, Parent = part.ContentType };
        stop = lines.Skip();
        while (stop.Level == level && !stop.Closes)
        {
            var block = HeaderBlock.Read(lines.Source, lines.Boundaries, notes);
            stop = block.Stopped ?? ReadPart(lines, block, inside);
        }
        lines.Boundaries.Pop();
        if (stop.Level == level)
            return lines.Skip();
        if (!IsAbandoned)
            notes.Add(MailNoteKind.Broken, place.Prefix.TrimEnd('/'), "boundary");
        return stop;
    }

    /// <summary>A message within this one, as it stands.</summary>
    private Stop ReadMessage(PartLines lines, PartHead part, Place place)
    {
        var block = HeaderBlock.Read(lines.Source, lines.Boundaries, notes);
        var inside = new Place(place.Prefix + MessageName(part, block) + "/", place.Depth + 1);
        return block.Stopped ?? ReadPart(lines, block, inside);
    }

    /// <summary>A message within this one in base64, which RFC 2046 forbids and senders do: laid down as a file first.</summary>
    private Stop ReadPackedMessage(PartLines lines, PartHead part, Place place)
    {
        var (file, stop, _) = Store(lines, part);
        if (!file.IsCut)
        {
            using var stream = File.OpenRead(file.Path);
            ReadMessage(new PartLines(new LineSource(stream, cancellation), new Boundaries()), part, place);
        }
        else
            NoteTooLarge(place.Prefix + NameOf(part));
        File.Delete(file.Path);
        return stop;
    }

    private Stop ReadBody(PartLines lines, PartHead part, Place place)
    {
        using var text = new TextSink(texts.MostBytes);
        using var withFiles = new UuencodeSink(text, BeginInText, (file, name, isBroken) => Take(file, AttachmentName.Of(name, ""), part, place, isBroken));
        var stop = lines.Copy(TransferDecoder.For(part.Encoding, part.ContentType == "text/plain" ? withFiles : text));
        withFiles.Finish();
        texts.Add(text.Bytes, part.Charset, part.ContentType == "text/html", place.Alternative);
        return stop;
    }

    private FileSink? BeginInText()
    {
        if (parts >= limits.Parts)
            notes.Add(MailNoteKind.TooManyParts, "", "", Number(limits.Parts));
        if (parts >= limits.Parts || files.IsFull)
            return null;
        parts++;
        return files.Begin();
    }

    private Stop ReadAttachment(PartLines lines, PartHead part, Place place)
    {
        if (files.IsFull)
        {
            NoteTooLarge(place.Prefix + NameOf(part));
            return lines.Skip();
        }
        var name = NameOf(part);
        var (file, stop, lost) = Store(lines, part);
        Take(file, name, part, place, lost || (stop == Stop.AtEnd && lines.Boundaries.Count > 0));
        return stop;
    }

    private void Take(FileSink file, string name, PartHead part, Place place, bool lostBytes)
    {
        if (file.IsCut)
        {
            File.Delete(file.Path);
            NoteTooLarge(place.Prefix + name);
            return;
        }
        if (lostBytes)
            notes.Add(MailNoteKind.Broken, place.Prefix + name);
        files.Add(file, name, place.Prefix + name, part, place.Parent == "multipart/related");
    }

    private (FileSink File, Stop Stop, bool LostBytes) Store(PartLines lines, PartHead part)
    {
        using var file = files.Begin();
        var decoder = TransferDecoder.For(part.Encoding, file);
        return (file, lines.Copy(decoder), decoder.LostBytes);
    }

    private void NoteTooLarge(string path) => notes.Add(MailNoteKind.TooLarge, path, "", Number(limits.Bytes));

    private static string NameOf(PartHead part) => AttachmentName.Of(part.GivenName, part.ContentType);

    private string MessageName(PartHead part, HeaderBlock block)
    {
        if (part.GivenName is not null)
            return NameOf(part);
        var subject = AttachmentName.Of(HeaderReading.Subject(block, notes).Replace('/', '-').Replace('\\', '-'), part.ContentType);
        return subject.EndsWith(".eml", StringComparison.OrdinalIgnoreCase) ? subject : subject + ".eml";
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
