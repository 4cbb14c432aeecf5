using System.Text;

namespace Dla.Etl.Mail.Imap;

/// <summary>A piece of a response: text of a line, or a literal between two.</summary>
/// <param name="Bytes">What came; empty for a literal that was handed on.</param>
/// <param name="Streamed">Length of the literal that was handed on; null for everything else.</param>
internal readonly record struct ResponsePart(byte[] Bytes, long? Streamed = null);

/// <summary>Takes a response apart (RFC 3501, 9), lenient about what servers are known to send, with a limit on nesting; each instance reads one response.</summary>
internal sealed class ImapResponseParser(IReadOnlyList<ResponsePart> parts)
{
    private const int DeepestNesting = 20;

    private int _part;
    private int _at;

    /// <summary>The response.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static ImapResponse Parse(IReadOnlyList<ResponsePart> parts) => new ImapResponseParser(parts).Response();

    private ImapResponse Response()
    {
        var tag = Word();
        if (tag == "+")
            return new("+", "") { Text = Rest() };
        if (tag.Length == 0)
            throw new FormatException("a line without a tag");
        var name = Word();
        var number = ImapNumber.Read(name);
        if (number is not null)
            name = Word();
        var response = new ImapResponse(tag, name.ToUpperInvariant()) { Number = number };
        if (response.IsStatus)
            return Status(response);
        return response.Name.Length == 0 ? throw new FormatException("a response without a name") : response with { Values = Values(0, closing: false) };
    }

    private ImapResponse Status(ImapResponse response)
    {
        var rest = Rest();
        var end = rest.StartsWith('[') ? rest.IndexOf(']', StringComparison.Ordinal) : -1;
        if (end < 0)
            return response with { Text = rest };
        var code = rest[1..end].Trim();
        var space = code.IndexOf(' ', StringComparison.Ordinal);
        return response with
        {
            Code = (space < 0 ? code : code[..space]).ToUpperInvariant(),
            CodeValue = space < 0 ? "" : code[(space + 1)..].Trim(),
            Text = rest[(end + 1)..].Trim(),
        };
    }

    private List<ImapValue> Values(int depth, bool closing)
    {
        if (depth > DeepestNesting)
            throw new FormatException($"lists in lists, more than {DeepestNesting} deep");
        var values = new List<ImapValue>();
        while (true)
        {
            while (Peek() == ' ')
                _at++;
            if (AtEnd())
                return closing ? throw new FormatException("a list that does not end") : values;
            if (Peek() == ')')
            {
                _at++;
                return closing ? values : throw new FormatException("a list that does not begin");
            }
            values.Add(Value(depth));
        }
    }

    private ImapValue Value(int depth)
    {
        if (_at >= parts[_part].Bytes.Length)
            return Literal();
        switch (Peek())
        {
            case '(':
                _at++;
                return new ImapList(Values(depth + 1, closing: true));
            case '"':
                return Quoted();
            default:
                var atom = Atom();
                return atom.Equals("NIL", StringComparison.OrdinalIgnoreCase) ? new ImapNil() : new ImapAtom(atom);
        }
    }

    // The part after a text part is always a literal, and after that comes text again.
    private ImapValue Literal()
    {
        var literal = parts[_part + 1];
        (_part, _at) = (_part + 2, 0);
        return literal.Streamed is { } length ? new ImapStreamed(length) : new ImapString(literal.Bytes);
    }

    private ImapString Quoted()
    {
        var text = parts[_part].Bytes;
        var read = new MemoryStream();
        for (_at++; _at < text.Length; _at++)
        {
            if (text[_at] == '"')
            {
                _at++;
                return new ImapString(read.ToArray());
            }
            if (text[_at] == '\\' && _at + 1 < text.Length)
                _at++;
            read.WriteByte(text[_at]);
        }
        throw new FormatException("a quoted string that does not end");
    }

    // BODY[HEADER.FIELDS (X Y)]<0> is one word: brackets hold spaces and parentheses.
    private string Atom()
    {
        var (text, start, inside) = (parts[_part].Bytes, _at, false);
        for (; _at < text.Length; _at++)
        {
            var letter = text[_at];
            if (letter is < 0x20 or 0x7F)
                throw new FormatException("a control character in a word");
            if (!inside && (letter is (byte)' ' or (byte)'(' or (byte)')' or (byte)'"'))
                break;
            inside = letter == '[' || inside && letter != ']';
        }
        return inside || _at == start ? throw new FormatException("a word that does not end") : Encoding.UTF8.GetString(text, start, _at - start);
    }

    private string Word()
    {
        var text = parts[0].Bytes;
        var start = _at;
        while (_at < text.Length && text[_at] != ' ')
            _at++;
        var word = Encoding.UTF8.GetString(text, start, _at - start);
        while (_at < text.Length && text[_at] == ' ')
            _at++;
        return word;
    }

    private string Rest() => Encoding.UTF8.GetString(parts[0].Bytes, _at, parts[0].Bytes.Length - _at);

    private char Peek() => _at < parts[_part].Bytes.Length ? (char)parts[_part].Bytes[_at] : '\0';

    private bool AtEnd() => _at >= parts[_part].Bytes.Length && _part == parts.Count - 1;
}
