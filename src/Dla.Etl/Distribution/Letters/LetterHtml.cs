using System.Globalization;
using System.Net;
using System.Text;

namespace Dla.Etl.Distribution.Letters;

/// <summary>A letter as the HTML part of a mail: one file without anything remote, laid out by tables with inline styles, as Outlook wants it.</summary>
public static class LetterHtml
{
    // Leelawadee UI comes with Windows; TH Sarabun New is drawn so small that at the size of the others nobody could read it on a screen,
    // so it stands only where no other Thai font is.
    private const string Font = "font-family:'Leelawadee UI','Noto Sans Thai',Tahoma,'TH Sarabun New',sans-serif";
    private const string Dark = "#1f3a5f";
    private const string Line = "#d5dbe3";

    /// <summary>The whole document.</summary>
    public static string Of(Letter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\r\n<html lang=\"th\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
            .Append(Text(letter.Blocks.OfType<HeadBlock>().FirstOrDefault()?.Title ?? ""))
            .Append("</title></head>\r\n<body style=\"margin:0;padding:0;background:#eef1f5\">\r\n")
            .Append("<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" bgcolor=\"#eef1f5\"><tr><td align=\"center\" style=\"padding:16px 8px\">\r\n")
            .Append(CultureInfo.InvariantCulture, $"<table role=\"presentation\" width=\"720\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" bgcolor=\"#ffffff\" style=\"width:100%;max-width:720px;background:#ffffff;border:1px solid {Line};{Font};font-size:15px;line-height:1.6;color:#222222;text-align:left\">\r\n");
        foreach (var block in letter.Blocks)
            html.Append(Block(block)).Append("\r\n");
        return html.Append("</table>\r\n</td></tr></table>\r\n</body></html>\r\n").ToString();
    }

    private static string Block(LetterBlock block) => block switch
    {
        HeadBlock head => Row("padding:18px 24px;background:" + Dark + ";color:#ffffff",
            $"<div style=\"font-size:13px;color:#d6e0ec\">{Lines(head.Letterhead)}</div><div style=\"font-size:19px;font-weight:bold;color:#ffffff\">{Text(head.Title)}</div>", $" bgcolor=\"{Dark}\""),
        SectionBlock section => Row("padding:22px 24px 6px 24px", $"<div style=\"font-size:17px;font-weight:bold;color:{Dark};border-bottom:2px solid {Dark};padding-bottom:4px\">{Text(section.Text)}</div>"),
        HeadingBlock heading => Row("padding:12px 24px 0 24px", $"<div style=\"font-weight:bold;color:{Dark}\">{Text(heading.Text)}</div>"),
        ParagraphBlock paragraph => Row("padding:8px 24px", Lines(paragraph.Lines)),
        VerdictBlock verdict => Verdict(verdict),
        FactsBlock facts => Row("padding:4px 24px", Facts(facts)),
        ListBlock list => Row("padding:2px 24px 8px 24px", Items(list.Items)),
        EntriesBlock entries => Row("padding:4px 24px", Entries(entries)),
        TableBlock table => Row("padding:8px 24px", Table(table)),
        FootBlock foot => Row($"padding:12px 24px 16px 24px;border-top:1px solid {Line};background:#f7f9fb;font-size:12px;color:#5a6675", Lines(foot.Lines), " bgcolor=\"#f7f9fb\""),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "Not a block of a letter."),
    };

    private static string Row(string style, string content, string more = "") => $"<tr><td{more} style=\"{style};{Font}\">{content}</td></tr>";

    private static string Verdict(VerdictBlock verdict)
    {
        var (ink, paper) = Colours(verdict.Tone);
        return Row("padding:8px 24px",
            $"<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr><td bgcolor=\"{paper}\" style=\"padding:10px 14px;background:{paper};border-left:5px solid {ink};{Font};font-size:16px;color:{ink}\">"
            + $"{Text(verdict.Label)}: <strong>{Text(verdict.Value)}</strong></td></tr></table>");
    }

    private static string Facts(FactsBlock block) =>
        "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\">"
        + string.Concat(block.Facts.Select(fact =>
            $"<tr><td valign=\"top\" style=\"padding:2px 14px 2px 0;color:#5a6675;white-space:nowrap;{Font};font-size:15px\">{Text(fact.Label)}</td>"
            + $"<td valign=\"top\" style=\"padding:2px 0;word-break:break-word;overflow-wrap:anywhere;{Font};font-size:15px\">{Text(fact.Value)}</td></tr>"))
        + "</table>";

    private static string Items(IReadOnlyList<string> items) => items.Count == 0 ? ""
        : "<ul style=\"margin:4px 0 4px 0;padding:0 0 0 22px\">" + string.Concat(items.Select(item => $"<li style=\"margin:0 0 3px 0\">{Text(item)}</li>")) + "</ul>";

    private static string Entries(EntriesBlock block)
    {
        var html = new StringBuilder();
        for (var index = 0; index < block.Entries.Count; index++)
        {
            var (ink, paper) = Colours(block.Entries[index].Tone);
            html.Append(CultureInfo.InvariantCulture, $"<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr><td bgcolor=\"{paper}\" style=\"padding:7px 12px;background:{paper};border-left:4px solid {ink};overflow-wrap:anywhere;{Font};font-size:14px\">")
                .Append(CultureInfo.InvariantCulture, $"<strong style=\"color:{ink}\">{index + 1}. {Text(block.Entries[index].Title)}</strong>")
                .Append(string.Concat(block.Entries[index].Lines.Select(line => $"<br>{Text(line)}")))
                .Append("</td></tr><tr><td style=\"font-size:6px;line-height:6px\">&nbsp;</td></tr></table>");
        }

        return html.Append(block.Rest.Length > 0 ? $"<div>{Text(block.Rest)}</div>" : "").Append(Items(block.Counted)).ToString();
    }

    private static string Table(TableBlock table)
    {
        string Align(int column) => LetterText.IsFigure(table, column) ? "right" : "left";
        var html = new StringBuilder("<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"border-collapse:collapse\"><tr>");
        html.Append(string.Concat(table.Head.Select((head, column) =>
            $"<th align=\"{Align(column)}\" bgcolor=\"#e6ebf2\" style=\"padding:5px 8px;background:#e6ebf2;border:1px solid {Line};{Font};font-size:14px;color:{Dark}\">{Text(head)}</th>")));
        foreach (var row in table.Rows)
            html.Append("</tr>\r\n<tr>").Append(string.Concat(row.Select((cell, column) =>
                $"<td align=\"{Align(column)}\" valign=\"top\" style=\"padding:5px 8px;border:1px solid {Line};overflow-wrap:anywhere;{Font};font-size:14px\">{Text(cell)}</td>")));
        return html.Append("</tr></table>").ToString();
    }

    private static (string Ink, string Paper) Colours(Tone tone) => tone switch
    {
        Tone.Plain => ("#44546a", "#f3f5f8"),
        Tone.Good => ("#1c6b3c", "#e8f5ec"),
        Tone.Notice => ("#1f5a96", "#e9f1fa"),
        Tone.Attention => ("#8a5a00", "#fff5df"),
        Tone.Wrong => ("#a32020", "#fdecea"),
        _ => throw new ArgumentOutOfRangeException(nameof(tone), tone, "Not a tone."),
    };

    private static string Lines(IReadOnlyList<string> lines) => string.Join("<br>", lines.Select(Text));

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
