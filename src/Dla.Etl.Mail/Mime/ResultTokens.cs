using System.Text;

namespace Dla.Etl.Mail.Mime;

/// <summary>The words of an Authentication-Results header, one list for each part between semicolons; comments left away (RFC 8601, 2.2).</summary>
internal static class ResultTokens
{
    /// <summary>An equals sign is a word of its own.</summary>
    public static List<List<string>> Of(string value)
    {
        List<List<string>> parts = [[]];
        var word = new StringBuilder();
        var isQuoted = false;
        var depth = 0;
        for (var at = 0; at < value.Length; at++)
        {
            var letter = value[at];
            if (letter == '\\' && (isQuoted || depth > 0))
            {
                at++;
                if (isQuoted && at < value.Length)
                    word.Append(value[at]);
            }
            else if (isQuoted && letter != '"')
                word.Append(letter);
            else if (letter == '"' && depth == 0)
                isQuoted = !isQuoted;
            else if (letter is '(' or ')')
            {
                depth = Math.Max(0, depth + (letter == '(' ? 1 : -1));
                End(parts, word);
            }
            else if (depth == 0)
                Add(parts, word, letter);
        }
        End(parts, word);
        return parts;
    }

    private static void Add(List<List<string>> parts, StringBuilder word, char letter)
    {
        if (letter is not (';' or '=' or ' ' or '\t'))
        {
            word.Append(letter);
            return;
        }
        End(parts, word);
        if (letter == ';')
            parts.Add([]);
        else if (letter == '=')
            parts[^1].Add("=");
    }

    private static void End(List<List<string>> parts, StringBuilder word)
    {
        if (word.Length > 0)
            parts[^1].Add(word.ToString());
        word.Clear();
    }
}
