using System.Net;
using System.Text;

namespace Dla.Etl.Mail.Mime;

/// <summary>The text of an HTML body and where its links lead; no mark-up comes out, and nothing is looked at twice.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "br", "p", "div", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote", "pre",
    };

    private static readonly string[] Unseen = ["script", "style", "head", "title", "template"];

    /// <param name="html">Of any quality.</param>
    /// <returns>The text with <c>\n</c>, and the <c>href</c>s in order.</returns>
    public static (string Text, IReadOnlyList<string> Links) Of(string html)
    {
        var text = new StringBuilder();
        var links = new List<string>();
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf('<', at);
            AppendPlain(text, html.AsSpan(at, (open < 0 ? html.Length : open) - at));
            if (open < 0)
                break;
            at = open + 1;
            if (at >= html.Length || !(char.IsAsciiLetter(html[at]) || html[at] is '/' or '!' or '?'))
                text.Append("&lt;");
            else
                at = Tag(html, at, text, links);
        }
        return (WebUtility.HtmlDecode(text.ToString()), links);
    }

    /// <summary>Blanks and line ends of the source are blanks of the text.</summary>
    private static void AppendPlain(StringBuilder text, ReadOnlySpan<char> plain)
    {
        foreach (var letter in plain)
            text.Append(letter is '\n' or '\r' or '\t' ? ' ' : letter);
    }

    /// <summary>Passes a tag; of an unseen element, all of it.</summary>
    /// <returns>Where the text goes on.</returns>
    private static int Tag(string html, int at, StringBuilder text, List<string> links)
    {
        if (html.AsSpan(at).StartsWith("!--"))
            return After(html, "-->", at);
        var close = html.IndexOf('>', at);
        if (close < 0)
            return html.Length;
        var tag = html.AsSpan(at, close - at);
        var isEnd = tag[0] == '/';
        var name = tag[(isEnd ? 1 : 0)..];
        var end = 0;
        while (end < name.Length && char.IsAsciiLetterOrDigit(name[end]))
            end++;
        var element = name[..end].ToString();
        if (!isEnd && element.Equals("a", StringComparison.OrdinalIgnoreCase) && Href(tag) is { } link)
            links.Add(link);
        if (Blocks.Contains(element))
            text.Append('\n');
        else if (element.Equals("td", StringComparison.OrdinalIgnoreCase) || element.Equals("th", StringComparison.OrdinalIgnoreCase))
            text.Append(' ');
        return !isEnd && tag[^1] != '/' && Unseen.Contains(element, StringComparer.OrdinalIgnoreCase)
            ? After(html, "</" + element, close)
            : close + 1;
    }

    /// <summary>An element that never closes takes the rest with it, as in a browser.</summary>
    private static int After(string html, string mark, int at)
    {
        var found = html.IndexOf(mark, at, StringComparison.OrdinalIgnoreCase);
        return found < 0 ? html.Length : mark == "-->" ? found + 3 : found;
    }

    private static string? Href(ReadOnlySpan<char> tag)
    {
        var at = tag.IndexOf("href", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var rest = tag[(at + 4)..].TrimStart();
        if (rest.IsEmpty || rest[0] != '=')
            return null;
        rest = rest[1..].TrimStart();
        var isQuoted = !rest.IsEmpty && rest[0] is '"' or '\'';
        var end = isQuoted ? rest[1..].IndexOf(rest[0]) : rest.IndexOfAny(' ', '\t', '\n');
        rest = isQuoted ? rest[1..] : rest;
        return WebUtility.HtmlDecode((end < 0 ? rest : rest[..end]).ToString());
    }
}
