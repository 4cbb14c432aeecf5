using System.Runtime.InteropServices;
using System.Text;

namespace Dla.Etl.Mail.Mime;

/// <summary>The header lines of a message or part, unfolded (RFC 5322, 2.2.3) and decoded from bytes, bounded in all.</summary>
internal sealed class HeaderBlock
{
    /// <summary>Bytes of a header that are kept; far above what any sender writes, the rest is passed over.</summary>
    private const int MostBytes = 262_144;

    private const int MostLines = 2000;

    private readonly List<(string Name, string Value)> lines = [];
    private readonly List<byte> held = [];
    private int room = MostBytes;

    /// <summary>A line that is no header.</summary>
    private byte[]? odd;

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
        while (true)
        {
            block.Stopped = !source.Next() ? Stop.AtEnd : source.StartsLine ? boundaries.Match(source.Text) : null;
            var isEmpty = block.Stopped is null && source.StartsLine && source.Text.IsEmpty;
            if (block.Stopped is null && !isEmpty && block.Take(source, notes))
                continue;
            // The one odd line before an empty line is the rest of a broken header; before anything else it is the body.
            if (block.odd is not null && (!isEmpty || block.lines.Count + block.held.Count == 0))
                block.BeginBody(source);
            block.End(notes);
            if (block.room < 0)
                notes.Add(MailNoteKind.Broken, "header");
            return block;
        }
    }

    /// <returns>False when the body has begun.</returns>
    private bool Take(LineSource source, NoteList notes)
    {
        var text = source.Text;
        if (!source.StartsLine || (IsBlank(text[0]) && odd is null && held.Count > 0))
            Keep(text);
        else if (IsHeader(text))
        {
            End(notes);
            Keep(text);
            odd = null;
        }
        else if (!text.StartsWith("From "u8) || lines.Count + held.Count > 0) // else: the first line of an mbox
        {
            notes.Add(MailNoteKind.Broken, "header");
            if (odd is null && (text.StartsWith("--"u8) || source.Break.IsEmpty))
                source.Unread();
            if (odd is not null || text.StartsWith("--"u8) || source.Break.IsEmpty)
                return false;
            odd = [.. text, .. source.Break];
        }
        return true;
    }

    /// <summary>Gives back the odd line, and what was read after it.</summary>
    private void BeginBody(LineSource source)
    {
        if (Stopped == Stop.AtEnd)
            source.UnreadLast(odd!);
        else
            source.Unread(odd!);
        Stopped = null;
    }

    private void Keep(ReadOnlySpan<byte> text)
    {
        held.AddRange(text[..Math.Min(text.Length, Math.Max(0, room))]);
        room -= Math.Min(text.Length, room + 1);
    }

    /// <summary>A header is complete.</summary>
    private void End(NoteList notes)
    {
        var line = CollectionsMarshal.AsSpan(held);
        var colon = line.IndexOf((byte)':');
        if (colon > 0 && lines.Count < MostLines)
        {
            var name = Encoding.ASCII.GetString(line[..colon]).Trim();
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
