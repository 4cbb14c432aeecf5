namespace Dla.Etl.Mail.Mime;

/// <summary>The header lines of a message or part, unfolded (RFC 5322, 2.2.3) and decoded from bytes, bounded in all.</summary>
internal sealed class HeaderBlock
{
    /// <summary>Bytes of a header that are kept; far above what any sender writes, the rest is passed over.</summary>
    private const int MostBytes = 262_144;

    private const int MostLines = 2000;

    private readonly List<(string Name, string Value)> lines = [];

    /// <summary>In order, encoded words not yet decoded.</summary>
    public IReadOnlyList<(string Name, string Value)> Lines => lines;

    /// <summary>The boundary that ended the header, or none when a body follows.</summary>
    public Stop? Stopped { get; private set; }

    /// <summary>Value of the topmost header of a name; empty when there is none.</summary>
    public string this[string name]
    {
        get
        {
            foreach (var line in lines)
            {
                if (line.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                    return line.Value;
            }
            return "";
        }
    }

    /// <summary>Reads up to the empty line, a boundary, or the first line of a body that began without an empty line.</summary>
    public static HeaderBlock Read(LineSource source, Boundaries boundaries, NoteList notes)
    {
        var block = new HeaderBlock();
        var held = new List<byte>();
        var room = MostBytes;
        byte[]? odd = null; // a line that is no header: part of a broken header when another header follows it, else the body
        while (true)
        {
            if (!source.Next())
                block.Stopped = Stop.AtEnd;
            else if (source.StartsLine && boundaries.Match(source.Text) is { } stop)
                block.Stopped = stop;
            if (block.Stopped is not null || (source.StartsLine && source.Text.IsEmpty && !source.Break.IsEmpty))
            {
                if (block.Stopped is null && odd is not null && block.lines.Count + held.Count == 0)
                    BeginBody(source, odd);
                break;
            }
            if (!source.StartsLine || (IsBlank(source.Text[0]) && odd is null && held.Count > 0))
                Keep(held, source.Text, ref room);
            else if (IsHeader(source.Text))
            {
                block.Add(held, notes);
                Keep(held, source.Text, ref room);
                odd = null;
            }
            else if (!source.Text.StartsWith("From "u8) || block.lines.Count + held.Count > 0) // else: the first line of an mbox
            {
                notes.Add(MailNoteKind.Broken, "header");
                if (odd is not null || source.Text.StartsWith("--"u8) || source.Break.IsEmpty)
                {
                    BeginBody(source, odd);
                    break;
                }
                odd = [.. source.Text, .. source.Break];
            }
        }
        if (block.Stopped == Stop.AtEnd && odd is not null)
            block.Stopped = GiveBack(source, odd);
        block.Add(held, notes);
        if (room <= 0)
            notes.Add(MailNoteKind.Broken, "header");
        return block;
    }

    private static void BeginBody(LineSource source, byte[]? odd)
    {
        if (odd is null)
            source.Unread();
        else
            source.Unread(odd);
    }

    /// <summary>The last line of all was no header: it is the body.</summary>
    private static Stop? GiveBack(LineSource source, byte[] odd)
    {
        source.UnreadLast(odd);
        return null;
    }

    private static void Keep(List<byte> held, ReadOnlySpan<byte> text, ref int room)
    {
        var taken = text[..Math.Min(text.Length, Math.Max(0, room))];
        held.AddRange(taken);
        room -= text.Length;
    }

    private void Add(List<byte> held, NoteList notes)
    {
        var line = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(held);
        var colon = line.IndexOf((byte)':');
        if (colon > 0 && lines.Count < MostLines)
        {
            var name = System.Text.Encoding.ASCII.GetString(line[..colon]).Trim();
            var value = notes.Decode(line[(colon + 1)..].Trim(" \t"u8), null, name);
            lines.Add((name, value.Replace("\0", "", StringComparison.Ordinal)));
        }
        held.Clear();
    }

    private static bool IsBlank(byte value) => value is (byte)' ' or (byte)'\t';

    /// <summary>A name of printable ASCII and a colon (RFC 5322, 2.2); blanks before the colon were allowed once.</summary>
    private static bool IsHeader(ReadOnlySpan<byte> line)
    {
        var colon = line[..Math.Min(line.Length, 256)].IndexOf((byte)':');
        return colon > 0 && line[..colon].TrimEnd(" \t"u8).IndexOfAnyExceptInRange((byte)33, (byte)126) < 0 && !IsBlank(line[0]);
    }
}
