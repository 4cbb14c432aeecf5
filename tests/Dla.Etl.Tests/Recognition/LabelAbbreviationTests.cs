using Dla.Etl.Findings;

namespace Dla.Etl.Tests.Recognition;

/// <summary>Letters may be amiss in the words of an item's label, never in its abbreviations.</summary>
public class LabelAbbreviationTests
{
    [Theory]
    [InlineData(3, "(DLTV)", "(LEC)")]
    [InlineData(2, "(LEC)", "(LPA)")]
    [InlineData(6, "สถ.", "อปท.")]
    [InlineData(8, "อปท.", "สถ.")]
    [InlineData(9, "สถจ.", "อปท.")]
    [InlineData(9, "สถจ.", "สถ.")]
    [InlineData(12, "(LPA)", "(KPI)")]
    [InlineData(13, "สถ., สถจ., อปท.", "สถ., สถ., อปท.")]
    [InlineData(14, "(e-Plan)", "(e-LAAS)")]
    [InlineData(16, "อปท.", "อบต.")]
    [InlineData(4, "(นม)", "(ไข่)")]
    public void Another_abbreviation_is_another_item(int item, string abbreviation, string other)
    {
        var step = Returns.RecogniseCsv(Returns.OneTable(change: (number, row) => number == item ? Swapped(row, abbreviation, other) : row));

        step.Messages(Severity.Info).ShouldAllBe(message => !message.StartsWith("REC-022"));
        step.Artefact!.Rows.Where(row => row.Group.Code == "sub_activity" && row.Item?.Number == item).ShouldBeEmpty();
        (step.Errors().Count > 0 || step.Artefact.Rows.Any(row => row.Group.Code == "sub_activity" && row.Item is null)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(8, "บุคคล", "บุคล", "อปท.", "อปท.", "as printed")]
    [InlineData(16, "ทะเบียน", "ทเบียน", "ของ อปท.", "ของอปท.", "no space before it")]
    [InlineData(16, "ทะเบียน", "ทเบียน", "อปท.", "อปท", "no dot")]
    [InlineData(14, "เร่งรัด", "เรงรัด", "(e-Plan)", "(E - PLAN)", "capitals and spaces")]
    [InlineData(12, "ประสิทธิภาพ", "ประสิทธิภาพพ", "อปท. (LPA)", "อปท.(LPA)", "no space between")]
    public void Words_amiss_beside_the_right_abbreviation_are_read_and_said(int item, string word, string amiss, string abbreviation, string written, string reason)
    {
        var step = Returns.RecogniseCsv(Returns.OneTable(change: (number, row) =>
            number == item ? Swapped(row, abbreviation, written).Replace(word, amiss, StringComparison.Ordinal) : row));

        step.Errors().ShouldBeEmpty(reason);
        step.Messages(Severity.Info).ShouldHaveSingleItem().ShouldStartWith("REC-022 ");
        step.Quantities().ShouldBe(Returns.Expected("K", 6), reason);
    }

    // The label of the sub-activity is the ninth cell; the cells beside it stay as they are.
    private static string Swapped(string row, string from, string to)
    {
        var cells = row.Split('|');
        cells[8].ShouldContain(from);
        cells[8] = cells[8].Replace(from, to, StringComparison.Ordinal);
        return string.Join('|', cells);
    }
}
