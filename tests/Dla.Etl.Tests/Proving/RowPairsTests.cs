using Dla.Etl.Proving;
using Dla.Etl.Reading;

namespace Dla.Etl.Tests.Proving;

/// <summary>Which row of a file is which row of the report.</summary>
public sealed class RowPairsTests
{
    [Theory]
    [InlineData("abc", "abc", "", "nothing differs")]
    [InlineData("axc", "abc", "1=1", "one changed")]
    [InlineData("abxc", "abc", "2+", "one put in")]
    [InlineData("ac", "abc", "-1", "one taken out")]
    [InlineData("xabc", "abc", "0+", "put in at the beginning")]
    [InlineData("abcx", "abc", "3+", "and at the end")]
    [InlineData("", "abc", "-0 -1 -2", "all taken out")]
    [InlineData("abXcd", "aBcd", "1=1 2+", "changed and put in at once")]
    [InlineData("xbcd", "abc", "0=0 3+", "one changed, one put in")]
    [InlineData("bac", "abc", "0+ -1", "two that changed places")]
    public void Rows_are_paired(string file, string made, string expected, string why) =>
        string.Join(' ', RowPairs.Of(Rows(file), Rows(made)).Select(pair => pair switch
        {
            ({ } there, { } here) => $"{there}={here}",
            ({ } added, null) => $"{added}+",
            (_, var missing) => $"-{missing}",
        })).ShouldBe(expected, why);

    [Fact]
    public void Too_many_rows_are_taken_as_they_come()
    {
        var (file, made) = (Enumerable.Range(0, 2_500).Select(row => Row($"f{row}")).ToList(), Enumerable.Range(0, 2_501).Select(row => Row($"m{row}")).ToList());
        var pairs = RowPairs.Of(file, made);
        pairs.Count.ShouldBe(2_501);
        pairs[^1].ShouldBe((null, 2_500));
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("#,##0.00_);(#,##0.00);\"-\"", "")]
    [InlineData("#,##0\"*\"", "")]
    [InlineData("[$-D07041E]d mmm yyyy", "")]
    [InlineData("\"1,250\"", "1250")]
    [InlineData("\\1\\2", "12")]
    [InlineData("0_1", "")]
    [InlineData(";;;", ";;;")]
    public void A_format_that_prints_digits_of_its_own_is_told(string? format, string expected) => FormatLiterals.Of(format).ShouldBe(expected);

    private static List<CellText[]> Rows(string letters) => [.. letters.Select(letter => Row(letter.ToString()))];

    private static CellText[] Row(string text) => [CellText.Of(new RawCell(RawCellKind.Text, text), false)];
}
