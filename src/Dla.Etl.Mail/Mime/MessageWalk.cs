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

    /// <summary>The lines of one message and the boundaries open in it.</summary>
    private sealed record Lines(LineSource Source, Boundaries Boundaries);

    private bool IsAbandoned => parts > limits.Parts;

    /// <summary>Reads it.</summary>
    public ReadMail Read(Stream stream)
    {
        var lines = new Lines(new LineSource(stream, cancellation), new Boundaries());
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

    private Stop ReadPart(Lines lines, HeaderBlock block, Place place)
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
                return Copy(lines, null);
            }
            return part.IsMultipart ? ReadMultipart(lines, part, place) : part.IsEncoded ? ReadPackedMessage(lines, part, place) : ReadMessage(lines, part, place);
        }
        return part.IsBody ? ReadBody(lines, part, place)
            : part.IsSilent(place.Alternative > 0) ? Copy(lines, null)
            : ReadAttachment(lines, part, place);
    }

    private Stop ReadMultipart(Lines lines, PartHead part, Place place)
    {
        var (boundary, stop) = part.Boundary is { } named ? (named, null) : FirstBoundary(lines);
        if (boundary is null)
            return stop!;
        lines.Boundaries.Push(boundary);
        var level = lines.Boundaries.Count - 1;
        var alternative = place.Alternative == 0 && part.ContentType == "multipart/alternative" ? texts.NewAlternative() : place.Alternative;
        var inside = place with { Depth = place.Depth + 1, Alternative = alternative, Parent = part.ContentType };
        stop = Copy(lines, null);
        while (stop.Level == level && !stop.Closes)
        {
            var block = HeaderBlock.Read(lines.Source, lines.Boundaries, notes);
            stop = block.Stopped ?? ReadPart(lines, block, inside);
        }
        lines.Boundaries.Pop();
        if (stop.Level == level)
            return Copy(lines, null);
        if (!IsAbandoned)
            notes.Add(MailNoteKind.Broken, place.Prefix.TrimEnd('/'), "boundary");
        return stop;
    }

    /// <summary>A multipart that does not name its boundary: the first line that looks like one is it.</summary>
    private (byte[]? Boundary, Stop? Stop) FirstBoundary(Lines lines)
    {
        notes.Add(MailNoteKind.Broken, "", "boundary");
        while (lines.Source.Next())
        {
            var text = lines.Source.Text;
            if (!lines.Source.StartsLine || !text.StartsWith("--"u8))
                continue;
            if (lines.Boundaries.Match(text) is { } stop)
                return (null, stop);
            var name = text[2..].TrimEnd(" \t"u8);
            if (name.Length is > 2 and <= 100 && !name.Contains((byte)' '))
            {
                lines.Source.Unread();
                return (name.ToArray(), null);
            }
        }
        return (null, Stop.AtEnd);
    }

    /// <summary>A message within this one, as it stands.</summary>
    private Stop ReadMessage(Lines lines, PartHead part, Place place)
    {
        var block = HeaderBlock.Read(lines.Source, lines.Boundaries, notes);
        var inside = new Place(place.Prefix + MessageName(part, block) + "/", place.Depth + 1);
        return block.Stopped ?? ReadPart(lines, block, inside);
    }

    /// <summary>A message within this one in base64, which RFC 2046 forbids and senders do: laid down as a file first.</summary>
    private Stop ReadPackedMessage(Lines lines, PartHead part, Place place)
    {
        var (file, stop, _) = Store(lines, part);
        if (!file.IsCut)
        {
            using var stream = File.OpenRead(file.Path);
            ReadMessage(new Lines(new LineSource(stream, cancellation), new Boundaries()), part, place);
        }
        else
            NoteTooLarge(place.Prefix + NameOf(part));
        File.Delete(file.Path);
        return stop;
    }

    private Stop ReadBody(Lines lines, PartHead part, Place place)
    {
        using var text = new TextSink(texts.MostBytes);
        var decoder = TransferDecoder.For(part.Encoding, text);
        var stop = Copy(lines, decoder);
        texts.Add(text.Bytes, part.Charset, part.ContentType == "text/html", place.Alternative);
        return stop;
    }

    private Stop ReadAttachment(Lines lines, PartHead part, Place place)
    {
        if (files.IsFull)
        {
            NoteTooLarge(place.Prefix + NameOf(part));
            return Copy(lines, null);
        }
        var name = NameOf(part);
        var (file, stop, lost) = Store(lines, part);
        if (file.IsCut)
        {
            File.Delete(file.Path);
            NoteTooLarge(place.Prefix + name);
            return stop;
        }
        if (lost)
            notes.Add(MailNoteKind.Broken, place.Prefix + name);
        files.Add(file, name, place.Prefix + name, part, place.Parent == "multipart/related");
        return stop;
    }

    private (FileSink File, Stop Stop, bool LostBytes) Store(Lines lines, PartHead part)
    {
        using var file = files.Begin();
        var decoder = TransferDecoder.For(part.Encoding, file);
        return (file, Copy(lines, decoder), decoder.LostBytes);
    }

    /// <summary>Hands on the lines up to the next boundary; the line end before it belongs to it.</summary>
    private static Stop Copy(Lines lines, TransferDecoder? decoder)
    {
        var (source, boundaries) = lines;
        var held = 0;
        while (true)
        {
            var stop = !source.Next() ? Stop.AtEnd : source.StartsLine ? boundaries.Match(source.Text) : null;
            if (stop is null || stop == Stop.AtEnd)
                decoder?.Write(held == 2 ? "\r\n"u8 : held == 1 ? "\n"u8 : []);
            if (stop is not null)
            {
                decoder?.Finish();
                return stop;
            }
            decoder?.Write(source.Text);
            held = source.Break.Length;
        }
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
