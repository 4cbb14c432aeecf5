using System.Globalization;
using System.Text;

namespace Dla.Etl.Mail.Imap;

/// <summary>A value in a response.</summary>
internal abstract record ImapValue
{
    /// <summary>The value as text: of an atom, or a string in UTF-8; null for lists and NIL.</summary>
    public virtual string? AsText => null;

    /// <summary>The value as a number that fits; null when it is none.</summary>
    public long? AsNumber => ImapNumber.Read(AsText);
}

/// <summary>A bare word, with what stands in its brackets.</summary>
internal sealed record ImapAtom(string Text) : ImapValue
{
    /// <inheritdoc/>
    public override string? AsText => Text;

    /// <summary>True for this word in any case.</summary>
    public bool Is(string word) => Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A quoted string or a literal.</summary>
internal sealed record ImapString(byte[] Bytes) : ImapValue
{
    /// <inheritdoc/>
    public override string? AsText => Encoding.UTF8.GetString(Bytes);
}

/// <summary>NIL.</summary>
internal sealed record ImapNil : ImapValue;

/// <summary>A literal that was handed on while it came.</summary>
internal sealed record ImapStreamed(long Length) : ImapValue;

/// <summary>Values in parentheses.</summary>
internal sealed record ImapList(IReadOnlyList<ImapValue> Items) : ImapValue
{
    /// <summary>What follows a name in a list of names and values, as FETCH gives it; null when the name is not there.</summary>
    public ImapValue? After(string name)
    {
        for (var at = 0; at + 1 < Items.Count; at += 2)
            if (Items[at] is ImapAtom atom && atom.Is(name))
                return Items[at + 1];
        return null;
    }
}

/// <summary>Numbers as IMAP writes them: ASCII digits alone.</summary>
internal static class ImapNumber
{
    /// <summary>The number; null when the text is none or it does not fit.</summary>
    public static long? Read(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The number that a message or mailbox can have (RFC 3501, 2.3.1.1: above zero, 32 bits); null otherwise.</summary>
    public static uint? ReadUid(string? text) => Read(text) is > 0 and <= uint.MaxValue and var number ? (uint)number : null;
}
