using System.Text;

namespace Dla.Etl.Mail.Mime;

/// <summary>Undoes encoded words (RFC 2047) wherever they stand, also where the RFC does not want them: in quoted names and beside other letters.</summary>
/// <remarks>Words side by side in one charset are joined before their bytes become text: senders cut between the bytes of one Thai letter.</remarks>
internal static class EncodedWords
{
    /// <param name="value">A header value or a parameter.</param>
    /// <param name="notes">Where a wrong charset is noted.</param>
    /// <param name="where">Name of the header, for the note.</param>
    public static string Decode(string value, NoteList notes, string where)
    {
        if (!value.Contains("=?", StringComparison.Ordinal))
            return value;
        var text = new StringBuilder(value.Length);
        var pending = new List<Word>();
        for (var at = 0; at < value.Length;)
        {
            var next = value.IndexOf("=?", at, StringComparison.Ordinal);
            var word = next < 0 ? null : Word.At(value, next);
            var plain = value.AsSpan(at, (word is null ? next < 0 ? value.Length : next + 2 : next) - at);
            at += plain.Length + (word?.Length ?? 0);
            // Blanks between two words are part of their folding, not of the text.
            if (word is null || pending.Count == 0 || !plain.IsWhiteSpace())
            {
                Flush(pending, text, notes, where);
                text.Append(plain);
            }
            if (word is not null)
                pending.Add(word);
        }
        Flush(pending, text, notes, where);
        return text.ToString();
    }

    private static void Flush(List<Word> words, StringBuilder text, NoteList notes, string where)
    {
        for (var first = 0; first < words.Count;)
        {
            var bytes = new MemoryStream();
            var last = first;
            while (last < words.Count && words[last].Charset.Equals(words[first].Charset, StringComparison.OrdinalIgnoreCase))
                words[last++].WriteTo(bytes);
            text.Append(notes.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), words[first].Charset, where));
            first = last;
        }
        words.Clear();
    }

    /// <summary>One <c>=?charset?B?text?=</c>.</summary>
    private sealed record Word(string Charset, bool IsBase64, string Text, int Length)
    {
        private const int LongestCharset = 60;

        public static Word? At(string value, int start)
        {
            var head = value.AsSpan(start + 2);
            var mark = head[..Math.Min(head.Length, LongestCharset)].IndexOf('?');
            if (mark < 1 || head.Length < mark + 3 || head[mark + 2] != '?' || head[mark + 1] is not ('B' or 'b' or 'Q' or 'q'))
                return null;
            var end = head[(mark + 3)..].IndexOf("?=", StringComparison.Ordinal);
            // A word that never ends takes the rest with it: nothing is looked at twice.
            var body = end < 0 ? head[(mark + 3)..] : head.Slice(mark + 3, end);
            var charset = head[..mark];
            var language = charset.IndexOf('*'); // RFC 2231, 5
            return new Word((language < 0 ? charset : charset[..language]).ToString(), head[mark + 1] is 'B' or 'b', body.ToString(), mark + 5 + body.Length + (end < 0 ? 0 : 2));
        }

        public void WriteTo(MemoryStream bytes)
        {
            var sink = new StreamSink(bytes);
            TransferDecoder decoder = IsBase64 ? new Base64Decoder(sink, 256) : new QuotedPrintableDecoder(sink, 256);
            // A blank at the end would be taken for one of the transport, so both kinds are written as an escape.
            decoder.Write(Encoding.UTF8.GetBytes(IsBase64 ? Text : Text.Replace("_", "=20", StringComparison.Ordinal).Replace(" ", "=20", StringComparison.Ordinal)));
            decoder.Finish();
        }
    }

    private sealed class StreamSink(MemoryStream stream) : ContentSink
    {
        public override void Write(ReadOnlySpan<byte> bytes) => stream.Write(bytes);
    }
}
