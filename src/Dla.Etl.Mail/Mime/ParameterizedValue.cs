using System.Globalization;
using System.Text;

namespace Dla.Etl.Mail.Mime;

/// <summary>A header such as Content-Type: a word and parameters, with continuations and charsets (RFC 2231), encoded words and bare blanks in them as senders write them.</summary>
internal sealed class ParameterizedValue
{
    private const int MostParameters = 200;

    private readonly Dictionary<string, string> parameters = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The word before the parameters, lower case; empty when there is none.</summary>
    public string Value { get; private init; } = "";

    /// <summary>A parameter, decoded; null when it is not there.</summary>
    public string? this[string name] => parameters.GetValueOrDefault(name);

    /// <param name="text">The header's value, unfolded.</param>
    /// <param name="notes">Where a wrong charset is noted.</param>
    /// <param name="where">Name of the header.</param>
    public static ParameterizedValue Parse(string text, NoteList notes, string where)
    {
        var semicolon = text.IndexOf(';', StringComparison.Ordinal);
        var word = (semicolon < 0 ? text : text[..semicolon]).AsSpan().Trim();
        var blank = word.IndexOfAny(' ', '\t', '(');
        var value = new ParameterizedValue { Value = (blank < 0 ? word : word[..blank]).ToString().ToLowerInvariant() };
        var pieces = new List<Piece>();
        for (var at = semicolon < 0 ? text.Length : semicolon + 1; at < text.Length && pieces.Count < MostParameters;)
        {
            if (Piece.Read(text, ref at) is { } piece)
                pieces.Add(piece);
        }
        // In RFC 2231's form first: a program that writes both means the other for readers that know no better.
        foreach (var group in pieces.GroupBy(piece => piece.Name, StringComparer.OrdinalIgnoreCase))
            value.parameters[group.Key] = Join([.. group], notes, where);
        return value;
    }

    private static string Join(List<Piece> pieces, NoteList notes, string where)
    {
        var parts = pieces.Where(piece => piece.Section is not null).DistinctBy(piece => piece.Section).OrderBy(piece => piece.Section).ToList();
        if (parts.Count == 0)
            return PercentDecoded(EncodedWords.Decode(pieces[0].Text, notes, where), notes, where);
        string? charset = null;
        var bytes = new MemoryStream();
        foreach (var part in parts)
        {
            var text = part.Text;
            if (part.IsEncoded && part.Section == 0 && text.Split('\'', 3) is [var name, _, var rest])
                (charset, text) = (name, rest);
            bytes.Write(part.IsEncoded ? Unescaped(text) : Encoding.UTF8.GetBytes(text));
        }
        var joined = notes.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), charset, where);
        return parts.Exists(part => part.IsEncoded) ? joined : EncodedWords.Decode(joined, notes, where);
    }

    /// <summary>Some web mailers escape without saying so; Thai in UTF-8 cannot be anything else.</summary>
    private static string PercentDecoded(string text, NoteList notes, string where) =>
        text.Contains("%E0%B8%", StringComparison.OrdinalIgnoreCase) || text.Contains("%E0%B9%", StringComparison.OrdinalIgnoreCase)
            ? notes.Decode(Unescaped(text), "utf-8", where)
            : text;

    private static byte[] Unescaped(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var length = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            var isEscape = bytes[at] == '%' && at + 2 < bytes.Length && QuotedPrintableDecoder.Hex(bytes[at + 1]) >= 0 && QuotedPrintableDecoder.Hex(bytes[at + 2]) >= 0;
            bytes[length++] = isEscape ? (byte)((QuotedPrintableDecoder.Hex(bytes[at + 1]) << 4) | QuotedPrintableDecoder.Hex(bytes[at + 2])) : bytes[at];
            at += isEscape ? 2 : 0;
        }
        return bytes[..length];
    }

    /// <summary>One parameter as it stands: <c>name*2*=text</c>.</summary>
    /// <param name="Name">Without the stars.</param>
    /// <param name="Section">The number; 0 for <c>name*=</c>; null for a plain parameter.</param>
    /// <param name="IsEncoded">True with a star at the end.</param>
    /// <param name="Text">Without quotes.</param>
    private sealed record Piece(string Name, int? Section, bool IsEncoded, string Text)
    {
        public static Piece? Read(string text, ref int at)
        {
            var begin = at;
            var end = text.AsSpan(at).IndexOfAny('=', ';');
            at = end < 0 ? text.Length : at + end + 1;
            if (end < 0 || text[at - 1] == ';')
                return null;
            var name = text[begin..(at - 1)].Trim();
            var value = ReadText(text, ref at);
            var isEncoded = name.EndsWith('*');
            var parts = name.TrimEnd('*').Split('*', 2);
            int? section = parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : isEncoded ? 0 : null;
            return parts[0].Length is 0 or > 100 ? null : new Piece(parts[0], section, isEncoded, value);
        }

        private static string ReadText(string text, ref int at)
        {
            while (at < text.Length && text[at] is ' ' or '\t')
                at++;
            if (at < text.Length && text[at] == '"')
                return ReadQuoted(text, ref at);
            var end = text.IndexOf(';', at);
            var value = text[at..(end < 0 ? text.Length : end)].Trim();
            at = end < 0 ? text.Length : end + 1;
            return value;
        }

        /// <summary>A backslash is an escape before a quote and a backslash only: others are of a Windows path.</summary>
        private static string ReadQuoted(string text, ref int at)
        {
            var value = new StringBuilder();
            for (at++; at < text.Length && text[at] != '"'; at++)
            {
                if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '"' or '\\')
                    at++;
                value.Append(text[at]);
            }
            var end = text.IndexOf(';', Math.Min(at, text.Length));
            at = end < 0 ? text.Length : end + 1;
            return value.ToString();
        }
    }
}
