using System.Globalization;
using Dla.Etl.Normalising;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.Tests.Normalising;

/// <summary>What holds for any text, not only for the cases that somebody thought of.</summary>
public class NormalisingProperties
{
    // Letters that clash: bases, every mark, am, invisible ones, glyphs, spaces, digits, punctuation, Latin with accents.
    private const string Alphabet =
        "กขนปะาำเแๆฯ\u0E31\u0E34\u0E35\u0E36\u0E37\u0E38\u0E39\u0E3A\u0E47\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E4D\u0E4E"
        + "\u200B\uFEFF\u00AD\u00A0\u2007\u3000 \t\n\uF700\uF701\uF70B\uF711\uF71A๐๕9,.()-–%*aZé\u0301\u0323\uD800";

    private static readonly Arbitrary<string> ThaiLike =
        Gen.Elements(Alphabet.ToCharArray()).ArrayOf().Select(letters => new string(letters)).ToArbitrary();

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(40);

    [Fact]
    public void Cleaning_twice_is_cleaning_once() =>
        Check(text => ThaiText.Clean(ThaiText.Clean(text).Value) is var again && again.Value == ThaiText.Clean(text).Value && again.Tolerances.Count == 0);

    [Fact]
    public void Folding_does_not_care_whether_the_text_was_cleaned() =>
        Check(text => ThaiText.Fold(ThaiText.Clean(text).Value) == ThaiText.Fold(text) && ThaiText.Fold(ThaiText.Fold(text)) == ThaiText.Fold(text));

    [Fact]
    public void The_quick_look_never_hides_work() =>
        Check(text => !ThaiTextScan.IsClean(text) || ThaiTextRewriting.Rewrite(text) is { Tolerances.Count: 0 } same && same.Value == text);

    [Fact]
    public void Clean_text_has_no_break_no_edge_space_and_no_double_space() =>
        Check(text => ThaiText.Clean(text).Value is var clean && clean == clean.Trim() && !clean.Contains("  ", StringComparison.Ordinal) && !clean.Contains('\n', StringComparison.Ordinal));

    [Fact]
    public void Digits_go_there_and_back() => Prop.ForAll<ulong>(number =>
    {
        var arabic = number.ToString(CultureInfo.InvariantCulture);
        return ThaiDigits.ToArabic(ThaiDigits.ToThai(arabic)) == arabic && ThaiDigits.ContainsThai(ThaiDigits.ToThai(arabic));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Distance_agrees_with_the_plain_table() => Prop.ForAll(
        Gen.Elements("กขค".ToCharArray()).ArrayOf().Select(x => new string(x)).ToArbitrary(),
        Gen.Elements("กขค".ToCharArray()).ArrayOf().Select(x => new string(x)).ToArbitrary(),
        Gen.Choose(0, 6).ToArbitrary(),
        (a, b, atMost) => EditDistance.Between(a, b, atMost) == Math.Min(PlainDistance(a, b), atMost + 1)).Check(Many);

    [Fact]
    public void Any_decimal_is_read_back_in_thai_digits_and_groups() => Prop.ForAll<long>(satang =>
    {
        var number = satang / 100m;
        var text = ThaiDigits.ToThai(number.ToString("#,##0.00", CultureInfo.InvariantCulture));
        return NumberText.Parse(text) is { Succeeded: true } read && read.Value == number;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_makes_a_parser_throw() => Check(text =>
    {
        _ = NumberText.Parse(text);
        _ = DateText.Parse(text);
        _ = UnitsOfMeasure.Parse(text);
        _ = ProvinceNames.ParseWithAbbreviations(text);
        _ = ProvinceNames.FindIn(text);
        _ = FiscalYearText.Find(text);
        _ = DocumentNumber.Parse(text);
        if (!CellContent.IsMissing(Cells.Text(text)))
        {
            _ = QuantityText.Parse(Cells.Text(text));
            _ = MoneyText.Parse(Cells.Text(text));
            _ = RatioText.Parse(Cells.Text(text));
        }

        return NumberText.Parse(text).Succeeded || NumberText.Parse(text).Reason is { Length: > 0 };
    });

    [Fact]
    public void No_number_of_a_workbook_makes_a_parser_throw() => Prop.ForAll<double>(value =>
    {
        var cell = Cells.Number(value);
        _ = DateText.Parse(cell);
        _ = MoneyText.Parse(cell, MoneyScale.Million);
        _ = RatioText.Parse(cell);
        return QuantityText.Parse(cell) is var read && (read.Succeeded || read.Reason.Length > 0);
    }).Check(Many);

    private static void Check(Func<string, bool> holds) => Prop.ForAll(ThaiLike, holds).Check(Many);

    private static int PlainDistance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            for (var j = 0; j <= b.Length; j++)
                table[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(
                    table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1),
                    1 + Math.Min(table[i - 1, j], table[i, j - 1]));
        return table[a.Length, b.Length];
    }
}
