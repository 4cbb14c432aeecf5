using System.Text;

namespace Dla.Etl.Mail.Mime;

/// <summary>Addresses and ids of RFC 5322, as much as From, Reply-To and References need.</summary>
internal static class Addresses
{
    /// <summary>RFC 5321, 4.5.3.1.3: 254, with what old systems do.</summary>
    private const int LongestAddress = 320;

    private const int LongestId = 250;

    private const int MostIds = 50;

    /// <summary>The first address of a list such as <c>"ชื่อ" &lt;a@example.go.th&gt;, b@…</c>, lower case; null when there is none that can be used.</summary>
    /// <remarks>Names, comments and groups are passed over; an address in angle brackets goes before a bare word of the same entry.</remarks>
    public static string? First(string text)
    {
        var bare = new StringBuilder();
        for (var at = 0; at <= text.Length;)
        {
            var letter = at < text.Length ? text[at] : ',';
            if (letter == '<')
            {
                if (Usable(Bracketed(text, ref at)) is { } address)
                    return address;
                bare.Clear();
            }
            else if (letter is ',' or ';' or ':')
            {
                // A colon ends the name of a group; what stands before it is no address.
                if (letter != ':' && Usable(bare.ToString()) is { } address)
                    return address;
                bare.Clear();
                at++;
            }
            else if (letter == '(')
                SkipComment(text, ref at);
            else if (letter == '"')
                bare.Append(Quoted(text, ref at));
            else
            {
                bare.Append(letter);
                at++;
            }
        }
        return null;
    }

    /// <summary>The ids in a header, without <c>&lt; &gt;</c>; of very many the first and the last ones (RFC 5322, 3.6.4 lets the middle be cut).</summary>
    public static IReadOnlyList<string> Ids(string text)
    {
        var ids = new List<string>();
        for (var open = text.IndexOf('<', StringComparison.Ordinal); open >= 0;)
        {
            var close = text.IndexOf('>', open);
            if (close < 0)
                break;
            if (Id(text[(open + 1)..close]) is { } id)
                ids.Add(id);
            open = text.IndexOf('<', close);
        }
        return ids.Count <= MostIds ? ids : [ids[0], .. ids[^(MostIds - 1)..]];
    }

    /// <summary>One id that can go into a header of ours: printable ASCII without blanks and brackets. Null when it cannot.</summary>
    public static string? Id(string text)
    {
        var id = text.Trim().Trim('<', '>');
        return id.Length is > 0 and <= LongestId && id.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0 && id.AsSpan().IndexOfAny('<', '>') < 0 ? id : null;
    }

    private static string? Usable(string text)
    {
        var address = text.Trim().ToLowerInvariant();
        var sign = address.LastIndexOf('@');
        var isAddress = sign > 0 && sign < address.Length - 1 && address.Length <= LongestAddress;
        foreach (var letter in address)
            isAddress &= !char.IsControl(letter) && !char.IsWhiteSpace(letter) && !char.IsSurrogate(letter) && letter is not ('<' or '>' or ',' or ';' or '(' or ')');
        return isAddress && !CleanText.Line(address, LongestAddress).Contains(' ', StringComparison.Ordinal) ? address : null;
    }

    private static string Bracketed(string text, ref int at)
    {
        var end = text.IndexOf('>', at);
        var inside = text[(at + 1)..(end < 0 ? text.Length : end)];
        at = end < 0 ? text.Length + 1 : end + 1;
        var route = inside.LastIndexOf(':'); // <@relay.example.org:a@example.org>, long obsolete
        inside = route >= 0 && inside.StartsWith('@') ? inside[(route + 1)..] : inside;
        var start = 0;
        // A quoted local part keeps its quotes only where it needs them.
        return inside.StartsWith('"') ? Quoted(inside, ref start) + inside[start..] : inside;
    }

    /// <summary>Linear also for thousands of brackets: the depth is counted, nothing is read twice.</summary>
    private static void SkipComment(string text, ref int at)
    {
        var depth = 0;
        for (; at < text.Length; at++)
        {
            if (text[at] == '\\')
                at++;
            else if (text[at] == '(')
                depth++;
            else if (text[at] == ')' && --depth == 0)
                break;
        }
        at = Math.Min(at + 1, text.Length);
    }

    private static string Quoted(string text, ref int at)
    {
        var value = new StringBuilder();
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
                at++;
            value.Append(text[at]);
        }
        at = Math.Min(at + 1, text.Length);
        return value.ToString();
    }
}
