using System.Globalization;

namespace Dla.Etl.Distribution.Letters;

/// <summary>A letter as plain text.</summary>
public static class LetterText
{
    /// <summary>Columns of the page on which it is laid out.</summary>
    public const int Width = 90;

    private const string Rule = "------------------------------------------------------------";
    private const string Indent = "   ";
    private const string Gap = "  ";

    /// <summary>The whole letter.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="newLine">End of a line: CRLF in files for Windows and in mail, LF on a terminal.</param>
    public static string Of(Letter letter, string newLine = "\r\n")
    {
        ArgumentNullException.ThrowIfNull(letter);
        var lines = new PlainLines(newLine, Width);
        LetterBlock? before = null;
        foreach (var block in letter.Blocks)
        {
            if (before is not (null or HeadBlock or HeadingBlock or SectionBlock) && block is not FootBlock)
                lines.Blank();
            Add(lines, block);
            before = block;
        }

        return lines.ToString();
    }

    private static void Add(PlainLines lines, LetterBlock block)
    {
        switch (block)
        {
            case HeadBlock head:
                AddAll(lines, head.Letterhead);
                lines.Add(head.Title).Add(Rule);
                break;
            case SectionBlock section:
                lines.Add(Rule).Add(section.Text).Add(Rule);
                break;
            case HeadingBlock heading:
                lines.Add(heading.Text);
                break;
            case ParagraphBlock paragraph:
                AddAll(lines, paragraph.Lines);
                break;
            case VerdictBlock verdict:
                lines.Add($"{verdict.Label}: {verdict.Value}");
                break;
            case FactsBlock facts:
                foreach (var (label, value) in facts.Facts)
                    lines.Add($"{label}: {value}", "", Indent);
                break;
            case ListBlock list:
                AddItems(lines, list.Items);
                break;
            case EntriesBlock entries:
                AddEntries(lines, entries);
                break;
            case TableBlock table:
                AddTable(lines, table);
                break;
            case FootBlock foot:
                AddAll(lines.Add(Rule), foot.Lines);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, "Not a block of a letter.");
        }
    }

    private static void AddAll(PlainLines lines, IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
            lines.Add(text);
    }

    private static void AddItems(PlainLines lines, IReadOnlyList<string> items)
    {
        foreach (var item in items)
            lines.Add($"- {item}", Indent, Indent + "  ");
    }

    private static void AddEntries(PlainLines lines, EntriesBlock block)
    {
        for (var index = 0; index < block.Entries.Count; index++)
        {
            var entry = block.Entries[index];
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {entry.Title}"));
            foreach (var line in entry.Lines)
                lines.Add(line, Indent, Indent);
        }

        if (block.Rest.Length > 0)
            lines.Add(block.Rest);
        AddItems(lines, block.Counted);
    }

    // Columns line up only where the table fits the page and the reader's font has letters of one width; else each row is told cell by cell.
    private static void AddTable(PlainLines lines, TableBlock table)
    {
        var widths = table.Head.Select((head, column) => table.Rows.Select(row => PlainLines.Columns(row[column])).Append(PlainLines.Columns(head)).Max()).ToArray();
        if (widths.Sum() + (Gap.Length * (widths.Length - 1)) > Width)
        {
            AddItems(lines, [.. table.Rows.Select(row => string.Join(Gap, row.Zip(table.Head, (cell, head) => $"{head}: {cell}")))]);
            return;
        }

        foreach (var row in table.Rows.Prepend(table.Head))
            lines.Add(string.Join(Gap, row.Select((cell, column) => Padded(cell, widths[column], IsFigure(table, column)))).TrimEnd());
    }

    /// <summary>True when every cell of a column is a figure, so that it stands to the right.</summary>
    internal static bool IsFigure(TableBlock table, int column) =>
        table.Rows.Count > 0 && table.Rows.All(row => row[column] is "-" or "…" || (row[column].Length > 0 && char.IsAsciiDigit(row[column][0]) && !row[column].Any(char.IsLetter)));

    private static string Padded(string cell, int width, bool right)
    {
        var room = new string(' ', width - PlainLines.Columns(cell));
        return right ? room + cell : cell + room;
    }
}
