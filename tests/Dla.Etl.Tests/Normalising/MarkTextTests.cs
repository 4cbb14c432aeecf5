using Dla.Etl.Normalising;

namespace Dla.Etl.Tests.Normalising;

/// <summary>Marks of a time chart: one cell, and what neighbouring cells say together.</summary>
public sealed class MarkTextTests
{
    public static TheoryData<string, string?, string> Cells => new()
    {
        { "←", "from", "an arrow that begins" },
        { "<", "from", "the same on a typewriter" },
        { "→", "to", "an arrow that ends" },
        { ">", "to", "the same on a typewriter" },
        { "↔", "within", "an arrow of two heads" },
        { "<=>", "within", "the same on a typewriter" },
        { "< >", "within", "with a space" },
        { "← →", "within", "two arrows in one cell are one span" },
        { "←—————→", "within", "drawn with dashes" },
        { "↔ ↔", "within", "two activities of one project" },
        { "→ ←", "to from", "one span ends and another begins: no span of its own" },
        { "✓", "within", "a tick" },
        { "x", "within", "a cross" },
        { "—", "line", "a piece of a line" },
        { "---", "line", "a line of hyphens" },
        { "-", "dash", "a single hyphen" },
        { "", null, "nothing" },
        { "?", null, "an arrow that the encoding lost is no mark" },
        { "ก.ย.", null, "words are no mark" },
        { "3", null, "numbers are no mark" },
    };

    public static TheoryData<string, string, bool, bool, string> Rows => new()
    {
        { "from| |to| ", "1110", true, false, "a span over a column without a mark" },
        { "within| | |within", "1001", true, false, "two separate quarters" },
        { "from| | | ", "1000", true, true, "its end is unknown: only its first column is said" },
        { " |to| | ", "0100", true, true, "its beginning is unknown" },
        { "from|dash|to| ", "1110", true, false, "a hyphen between arrows is part of the span" },
        { "within|dash|within|dash", "1010", true, false, "a hyphen beside other marks says that there is none" },
        { "within|line|within|line", "1010", true, false, "a line outside of arrows draws nothing beside marks" },
        { " |line|line| ", "0110", true, false, "only lines: they are the bar" },
        { "dash|dash|dash|dash", "0000", true, false, "only hyphens: stated that there is none" },
        { " | | | ", "0000", false, false, "nothing is known" },
        { "from|to from|to| ", "1110", true, false, "two activities after each other" },
        { "from|from|to|to", "1111", true, true, "two activities at once, of which the second end has lost its beginning" },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_cell_is_read(string cell, string? words, string because)
    {
        var read = MarkText.Parse(cell);
        (read.Succeeded ? read.Value : null).ShouldBe(words, because);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Neighbours_make_spans(string row, string within, bool stated, bool open, string because)
    {
        var spans = MarkedSpans.Of([.. row.Split('|').Select(mark => mark.Trim().Length == 0 ? null : mark)]);
        string.Concat(spans.Columns.Select(column => column ? '1' : '0')).ShouldBe(within, because);
        spans.IsStated.ShouldBe(stated, because);
        (spans.HasOpenEnd || spans.HasOpenBeginning).ShouldBe(open, because);
        spans.First.ShouldBe(within.IndexOf('1', StringComparison.Ordinal));
        spans.Last.ShouldBe(within.LastIndexOf('1'));
    }
}
