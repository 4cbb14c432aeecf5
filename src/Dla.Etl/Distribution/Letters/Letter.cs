namespace Dla.Etl.Distribution.Letters;

/// <summary>What a letter, a mail or an answer file says, without how it looks: written once, rendered as plain text and as HTML, so that both say the same.</summary>
/// <remarks>Text from outside must have gone through <c>Printable</c>; the renderers fold and escape, and let nothing through that breaks a line.</remarks>
public sealed class Letter
{
    private readonly List<LetterBlock> _blocks = [];

    /// <summary>The blocks in order.</summary>
    public IReadOnlyList<LetterBlock> Blocks => _blocks;

    /// <summary>Who writes, and what this is: above everything.</summary>
    public Letter Head(IReadOnlyList<string> letterhead, string title) => Add(new HeadBlock(letterhead, title));

    /// <summary>Begins a part of the letter, for example one of several files.</summary>
    public Letter Section(string text) => Add(new SectionBlock(text));

    /// <summary>A heading of what follows it.</summary>
    public Letter Heading(string text) => Add(new HeadingBlock(text));

    /// <summary>A paragraph; each text begins a line of its own.</summary>
    public Letter Paragraph(params IReadOnlyList<string> lines) => lines.Count == 0 ? this : Add(new ParagraphBlock(lines));

    /// <summary>What the reader is to see first: <c>ผลการตรวจรับ: ไม่ผ่าน</c>.</summary>
    public Letter Verdict(string label, string value, Tone tone) => Add(new VerdictBlock(label, value, tone));

    /// <summary>Labels and their values.</summary>
    public Letter Facts(params IReadOnlyList<(string Label, string Value)> facts) => facts.Count == 0 ? this : Add(new FactsBlock(facts));

    /// <summary>A list.</summary>
    public Letter List(params IReadOnlyList<string> items) => items.Count == 0 ? this : Add(new ListBlock(items));

    /// <summary>Numbered things to look at, and what there is besides them.</summary>
    /// <param name="entries">In order.</param>
    /// <param name="rest">Begins what is only counted; empty when everything is among the entries.</param>
    /// <param name="counted">What is only counted.</param>
    public Letter Entries(IReadOnlyList<LetterEntry> entries, string rest, IReadOnlyList<string> counted) => Add(new EntriesBlock(entries, rest, counted));

    /// <summary>A table; every row has as many cells as the head. A column of nothing but figures stands to the right.</summary>
    /// <exception cref="ArgumentException">A row has another number of cells.</exception>
    public Letter Table(IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(rows);
        return rows.All(row => row.Count == head.Count)
            ? Add(new TableBlock(head, rows))
            : throw new ArgumentException($"Every row must have {head.Count} cells.", nameof(rows));
    }

    /// <summary>Small print below everything: where to ask.</summary>
    public Letter Foot(params IReadOnlyList<string> lines) => lines.Count == 0 ? this : Add(new FootBlock(lines));

    /// <summary>All blocks of another letter.</summary>
    public Letter Append(Letter other)
    {
        ArgumentNullException.ThrowIfNull(other);
        _blocks.AddRange(other.Blocks);
        return this;
    }

    private Letter Add(LetterBlock block)
    {
        _blocks.Add(block);
        return this;
    }
}

/// <summary>What colour something has where there are colours. Colour never says anything that the words do not.</summary>
public enum Tone
{
    /// <summary>Black.</summary>
    Plain,

    /// <summary>Green: all is well.</summary>
    Good,

    /// <summary>Blue: to know.</summary>
    Notice,

    /// <summary>Amber: look at it.</summary>
    Attention,

    /// <summary>Red: must be mended.</summary>
    Wrong,
}

/// <summary>A numbered thing to look at.</summary>
/// <param name="Title">Its first line.</param>
/// <param name="Lines">What there is to say of it.</param>
/// <param name="Tone">How grave it is.</param>
public sealed record LetterEntry(string Title, IReadOnlyList<string> Lines, Tone Tone);

/// <summary>A piece of a letter.</summary>
public abstract record LetterBlock;

/// <summary>Who writes, and what this is.</summary>
public sealed record HeadBlock(IReadOnlyList<string> Letterhead, string Title) : LetterBlock;

/// <summary>Begins a part of the letter.</summary>
public sealed record SectionBlock(string Text) : LetterBlock;

/// <summary>A heading.</summary>
public sealed record HeadingBlock(string Text) : LetterBlock;

/// <summary>A paragraph.</summary>
public sealed record ParagraphBlock(IReadOnlyList<string> Lines) : LetterBlock;

/// <summary>What the reader is to see first.</summary>
public sealed record VerdictBlock(string Label, string Value, Tone Tone) : LetterBlock;

/// <summary>Labels and their values.</summary>
public sealed record FactsBlock(IReadOnlyList<(string Label, string Value)> Facts) : LetterBlock;

/// <summary>A list.</summary>
public sealed record ListBlock(IReadOnlyList<string> Items) : LetterBlock;

/// <summary>Numbered things, and what is only counted.</summary>
public sealed record EntriesBlock(IReadOnlyList<LetterEntry> Entries, string Rest, IReadOnlyList<string> Counted) : LetterBlock;

/// <summary>A table.</summary>
public sealed record TableBlock(IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows) : LetterBlock;

/// <summary>Small print.</summary>
public sealed record FootBlock(IReadOnlyList<string> Lines) : LetterBlock;
