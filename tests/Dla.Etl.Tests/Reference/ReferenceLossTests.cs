using Dla.Etl.Reference;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Reference;

/// <summary>A file that was cut is told from one in which a little changed; both edges of every limit.</summary>
public class ReferenceLossTests
{
    public static TheoryData<int, int, int, int, int, bool, string> Cases => new()
    {
        // 56 before, 56 after, 57 before, 57 after, vanished; each province is published with 10
        { 10, 9, 10, 9, 2, false, "a tenth vanishes, and each has nine of ten" },
        { 10, 10, 10, 10, 3, true, "more than a tenth vanishes, though as many came" },
        { 10, 8, 90, 90, 2, true, "one falls below nine of ten" },
        { 8, 7, 90, 90, 1, false, "it was below already" },
        { 10, 0, 990, 990, 10, true, "one is emptied" },
        { 0, 0, 90, 90, 0, false, "it had none before" },
        { 10, 12, 10, 10, 0, false, "more than before" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void More_than_a_tenth_or_a_whole_province_is_too_much(int before56, int after56, int before57, int after57, int vanished, bool isLoss, string why)
    {
        var loss = ReferenceLoss.Of(Many(before56, before57), Many(after56, after57), vanished, _ => 10);
        (loss is not null).ShouldBe(isLoss, why);
        if (loss is not null)
            (loss.Before, loss.Vanished, loss.Named.Contains("พะเยา", StringComparison.Ordinal)).ShouldBe((before56 + before57, vanished, after56 < 9), why);
    }

    private static IEnumerable<ProvinceCode> Many(int phayao, int chiangRai) =>
        [.. Enumerable.Repeat(ProvinceCode.From(56), phayao), .. Enumerable.Repeat(ProvinceCode.From(57), chiangRai)];

    [Theory]
    [InlineData(76, 10, 0, false, "the whole country as published")]
    [InlineData(76, 9, 0, false, "a tenth less is a change")]
    [InlineData(76, 10, 1, true, "one province of which most is missing")]
    [InlineData(70, 10, 0, true, "six provinces are not in the file")]
    [InlineData(3, 10, 2, false, "a file of a few provinces is no country: the made-up registry of a demo")]
    public void A_first_edition_that_was_cut_is_found_out(int provinces, int each, int cut, bool isLoss, string reason) =>
        (ReferenceLoss.OfFirst(Provinces.All.Take(provinces).SelectMany((province, index) => Enumerable.Repeat(province.Code, index < cut ? 2 : each)), _ => 10) is not null).ShouldBe(isLoss, reason);
}
