using Dla.Etl.Distribution;

namespace Dla.Etl.Tests.Distribution;

public class PlainLinesTests
{
    public static TheoryData<string, string, string> Folds => new()
    {
        { "one column less", "กขคงจฉช", "กขคงจฉช|" },
        { "just as wide", "กขคงจฉชซฌญ", "กขคงจฉชซฌญ|" },
        { "vowels above and below and tone marks take no column", "ที่นี่ที่นี่ที่นี่", "ที่นี่ที่นี่ที่นี่|" },
        { "after the last space that fits", "กขคงจ ฉชซฌญ กข", "กขคงจ|ฉชซฌญ กข|" },
        { "a run of Thai before a leading vowel", "กขคงจฉเชซฌญฎ", "กขคงจฉ|เชซฌญฎ|" },
        { "else where the width ends", "กขคงจฉชซฌญฎฏ", "กขคงจฉชซฌญ|ฎฏ|" },
        { "never between a consonant and its mark", "กขคงจฉชซฌญี่ฎ", "กขคงจฉชซฌญี่|ฎ|" },
        { "twice", "กขคงจ ฉชซฌญ กขคงจ", "กขคงจ|ฉชซฌญ|กขคงจ|" },
    };

    [Theory]
    [MemberData(nameof(Folds))]
    public void Lines_of_ten_columns(string why, string text, string lines) => new PlainLines("|", 10).Add(text).ToString().ShouldBe(lines, why);

    [Fact]
    public void Further_lines_hang() => new PlainLines("|", 10).Add("กขคงจ ฉชซฌ", "- ", "  ").ToString().ShouldBe("- กขคงจ|  ฉชซฌ|");

    [Fact]
    public void Sara_am_takes_a_column_and_a_tone_mark_none() => PlainLines.Columns("ที่น้ำ").ShouldBe(3);
}
