using System.Xml.Linq;

namespace Dla.Etl.Distribution.Marking.Xlsx;

/// <summary>The rich text of a comment: our text as runs, put behind the sender's and cut out again.</summary>
internal static class CommentRuns
{
    private static readonly XName s_text = Ooxml.Main + "text";
    private static readonly XName s_run = Ooxml.Main + "r";
    private static readonly XName s_letters = Ooxml.Main + "t";

    /// <summary>Runs of our text: the first line in bold, the rest plain, the last line, which is there for the program, in grey.</summary>
    public static IEnumerable<XElement> Of(string text)
    {
        var first = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        var last = text.LastIndexOf('\n') + 1;
        yield return Run(text[..first], new XElement(Ooxml.Main + "b"), "FF000000");
        yield return Run(text[first..last], null, "FF000000");
        yield return Run(text[last..], null, "FF808080");
    }

    /// <summary>Puts our text behind what the sender wrote.</summary>
    public static void Append(XElement text, string ours)
    {
        // Plain text and runs do not stand beside each other.
        if (text.Element(s_letters) is { } plain)
        {
            plain.Remove();
            text.AddFirst(new XElement(s_run, Letters(plain.Value)));
        }
        XElement[] runs = [new XElement(s_run, Letters("\n\n")), .. Of(ours)];
        if (text.Elements(s_run).LastOrDefault() is { } behind)
            behind.AddAfterSelf(runs);
        else
            text.AddFirst(runs);
    }

    /// <summary>The text of a comment as one string, without phonetic hints.</summary>
    public static string TextOf(XElement comment) => string.Concat(LettersOf(comment).Select(letters => letters.Value));

    /// <summary>Cuts our text out of a comment. False when nothing of the sender's is left.</summary>
    public static bool CutOurs(XElement comment)
    {
        while (MarkText.Find(TextOf(comment)) is var (start, length))
        {
            var at = 0;
            foreach (var letters in LettersOf(comment).ToList())
            {
                var value = letters.Value;
                var (from, to) = (Math.Clamp(start - at, 0, value.Length), Math.Clamp(start + length - at, 0, value.Length));
                at += value.Length;
                if (to > from)
                    Shorten(letters, value.Remove(from, to - from));
            }
        }
        return TextOf(comment).Trim().Length > 0;
    }

    private static void Shorten(XElement letters, string rest)
    {
        if (rest.Length == 0 && letters.Parent!.Name == s_run)
            letters.Parent.Remove();
        else
            letters.ReplaceWith(Letters(rest));
    }

    private static IEnumerable<XElement> LettersOf(XElement comment) => comment.Elements(s_text).Elements()
        .SelectMany(part => part.Name == s_letters ? [part] : part.Name == s_run ? part.Elements(s_letters) : []);

    private static XElement Run(string text, XElement? bold, string colour) => new(s_run, new XElement(Ooxml.Main + "rPr", bold,
        new XElement(Ooxml.Main + "sz", new XAttribute("val", 9)), new XElement(Ooxml.Main + "color", new XAttribute("rgb", colour)),
        new XElement(Ooxml.Main + "rFont", new XAttribute("val", "Tahoma")), new XElement(Ooxml.Main + "family", new XAttribute("val", 2))), Letters(text));

    private static XElement Letters(string text) => new(s_letters, new XAttribute(XNamespace.Xml + "space", "preserve"), text);
}
