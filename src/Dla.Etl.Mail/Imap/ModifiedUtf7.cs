using System.Text;

namespace Dla.Etl.Mail.Imap;

/// <summary>Names of folders as IMAP writes them (RFC 3501, 5.1.3): UTF-16 in base64 between <c>&amp;</c> and <c>-</c>, with a comma for the slash.</summary>
internal static class ModifiedUtf7
{
    /// <summary>The name as it goes over the line; ASCII.</summary>
    public static string Encode(string name)
    {
        var written = new StringBuilder();
        for (var at = 0; at < name.Length;)
        {
            var end = at;
            while (end < name.Length && !IsPlain(name[end]))
                end++;
            if (end > at)
                written.Append('&').Append(Base64(name[at..end])).Append('-');
            else if (name[end++] is var plain && plain == '&')
                written.Append("&-");
            else
                written.Append(plain);
            at = end;
        }
        return written.ToString();
    }

    /// <summary>The name as people read it.</summary>
    /// <returns>Null when it is not written so.</returns>
    public static string? Decode(string written)
    {
        var name = new StringBuilder();
        for (var at = 0; at < written.Length; at++)
        {
            if (written[at] != '&')
            {
                if (!IsPlain(written[at]))
                    return null;
                name.Append(written[at]);
                continue;
            }
            var end = written.IndexOf('-', at);
            if (end < 0 || Decoded(written[(at + 1)..end]) is not { } text)
                return null;
            name.Append(text);
            at = end;
        }
        return name.ToString();
    }

    private static bool IsPlain(char letter) => letter is >= ' ' and <= '~';

    private static string Base64(string text) => Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes(text)).TrimEnd('=').Replace('/', ',');

    private static string? Decoded(string base64)
    {
        if (base64.Length == 0)
            return "&";
        var bytes = new byte[base64.Length];
        var padded = base64.Replace(',', '/') + new string('=', (4 - base64.Length % 4) % 4);
        return Convert.TryFromBase64String(padded, bytes, out var count) && count > 0 && count % 2 == 0
            ? Encoding.BigEndianUnicode.GetString(bytes, 0, count)
            : null;
    }
}
