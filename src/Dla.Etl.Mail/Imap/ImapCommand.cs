using System.Text;

namespace Dla.Etl.Mail.Imap;

/// <summary>A command without its tag: text, and strings that go as literals where they cannot be quoted.</summary>
internal sealed class ImapCommand
{
    private readonly List<(byte[] Bytes, bool IsLiteral)> _parts = [];

    private ImapCommand()
    {
    }

    /// <summary>The pieces in order.</summary>
    public IReadOnlyList<(byte[] Bytes, bool IsLiteral)> Parts => _parts;

    /// <summary>A command that begins with these words of ours.</summary>
    public static ImapCommand Of(string words) => new ImapCommand().Words(words);

    /// <summary>Words of ours; never anything that came from elsewhere.</summary>
    public ImapCommand Words(string words)
    {
        if (words.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            throw new ArgumentException("Only printable ASCII goes into the text of a command.", nameof(words));
        _parts.Add((Encoding.ASCII.GetBytes(words), false));
        return this;
    }

    /// <summary>A space and a string from elsewhere (RFC 3501, 9: string).</summary>
    public ImapCommand String(string value)
    {
        var isPlain = !value.AsSpan().ContainsAnyExceptInRange(' ', '~') && value.Length < 1000;
        var quoted = isPlain ? " \"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"' : " ";
        _parts.Add((Encoding.ASCII.GetBytes(quoted), false));
        if (!isPlain)
            _parts.Add((Encoding.UTF8.GetBytes(value), true));
        return this;
    }

    /// <summary>A space and the name of a folder.</summary>
    public ImapCommand Folder(string name) => String(ModifiedUtf7.Encode(name));

    /// <summary>A space and a literal, for example a message to append.</summary>
    public ImapCommand Literal(byte[] bytes)
    {
        _parts.Add((Encoding.ASCII.GetBytes(" "), false));
        _parts.Add((bytes, true));
        return this;
    }
}
