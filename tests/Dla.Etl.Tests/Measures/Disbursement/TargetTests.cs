using System.Globalization;
using System.Text;
using Dla.Etl.Definitions;
using Dla.Etl.Measures.Disbursement.Targets;
using Dla.Etl.Tests.Definitions;
using Dla.Etl.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.Tests.Measures.Disbursement;

public sealed class TargetTests
{
    private static readonly DefinitionFiles Shipped = DefinitionFiles.Read(Templates.Folder);

    [Theory]
    [InlineData(Spending.Overall, "69.33", "54 + 23 × 2/3")]
    [InlineData(Spending.Investment, "56.67", "40 + 25 × 2/3")]
    [InlineData(Spending.Current, "72.67", "58 + 22 × 2/3")]
    public void The_targets_that_were_published_for_the_end_of_May_2563_come_out(Spending spending, string published, string line) =>
        Hundredths(TargetLine.At(Of(2563), spending, 5).Percent.Value).ShouldBe(published, line);

    [Theory]
    [InlineData(2561, "30.29 52.29 74.29 96", "21.11 43.11 65.11 88", "? ? ? ?")]
    [InlineData(2562, "32 54 77 100", "20 45 65 100", "36 57 80 100")]
    [InlineData(2563, "23 54 77 100", "8 40 65 100", "? 58 80 100")]
    [InlineData(2564, "32 54 77 100", "20 45 65 100", "36 57 80 100")]
    [InlineData(2565, "30 51 72 93", "13 29 46 75", "34 57 79 98")]
    [InlineData(2566, "32 52 75 93", "19 39 57 75", "35 55 80 98")]
    [InlineData(2567, "? ? ? ?", "? ? 21 70", "? ? ? ?")]
    [InlineData(2568, "? ? ? ?", "? ? ? 80", "? ? ? ?")]
    [InlineData(2569, "? ? ? 93", "? ? ? 75", "? ? ? 98")]
    public void Each_year_has_the_quarters_that_are_known_and_no_other(int year, string overall, string investment, string current)
    {
        Quarters(year, Spending.Overall).ShouldBe(overall);
        Quarters(year, Spending.Investment).ShouldBe(investment);
        Quarters(year, Spending.Current).ShouldBe(current);
        Of(year).Quarters.ShouldAllBe(quarter => quarter.Percent.IsKnown ? quarter.Source.Length > 0 && quarter.Confidence != null : quarter.Percent.UnknownBecause!.Length > 0);
    }

    [Theory]
    [InlineData(Spending.Overall, 2563, 12, "23", "the end of the first quarter is its target and nothing of the second")]
    [InlineData(Spending.Overall, 2563, 10, "7.67", "October is a third of the way from 0")]
    [InlineData(Spending.Overall, 2563, 9, "100", "the end of the year")]
    [InlineData(Spending.Investment, 2568, 9, "80", "the year's target needs no quarter before it")]
    [InlineData(Spending.Investment, 2567, 7, "37.33", "between two known quarters: 21 + 49 × 1/3")]
    [InlineData(Spending.Current, 2563, 3, "58", "a known quarter end though the one before is not known")]
    public void A_month_lies_on_the_line(Spending spending, int year, int month, string expected, string reason) =>
        Hundredths(TargetLine.At(Of(year), spending, month).Percent.Value).ShouldBe(expected, reason);

    [Theory]
    [InlineData(Spending.Overall, 2567, 5, "ล่าช้า", "no quarter of the year is known")]
    [InlineData(Spending.Investment, 2567, 4, "ไตรมาสที่ 2", "only the quarter behind is known")]
    [InlineData(Spending.Investment, 2568, 8, "ไตรมาสที่ 3", "the year alone makes no line")]
    [InlineData(Spending.Current, 2563, 11, "ไตรมาสที่ 1", "the first quarter is not known")]
    [InlineData(Spending.Current, 2563, 1, "ไตรมาสที่ 1", "the line begins at a quarter that is not known")]
    public void A_month_that_needs_an_unknown_quarter_has_no_target_and_says_why(Spending spending, int year, int month, string said, string reason)
    {
        var target = TargetLine.At(Of(year), spending, month).Percent;
        target.IsKnown.ShouldBeFalse(reason);
        target.UnknownBecause!.ShouldContain(said);
    }

    [Fact]
    public void The_line_meets_every_quarter_end_and_never_falls() =>
        Prop.ForAll(Rising().ToArbitrary(), quarters =>
        {
            var targets = Made(quarters);
            var line = Enumerable.Range(0, 12).Select(index => TargetLine.At(targets, Spending.Overall, ((index + 9) % 12) + 1).Percent.Value).ToList();
            var steps = line.Prepend(Rational.Zero).Zip(line, (before, after) => after - before).ToList();
            return Enumerable.Range(0, 4).All(quarter => line[(quarter * 3) + 2] == Rational.Parse(quarters[quarter]).Value)
                && steps.TrueForAll(step => step.Sign >= 0)
                && steps.Chunk(3).All(quarter => quarter.Distinct().Count() == 1);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("q2: {percent: 54,", "q2: {percent: 22,", "cannot fall", "cumulative targets do not fall")]
    [InlineData("q2: {percent: 54,", "q2: {percent: 100.5,", "from 0 to 100", "no more than everything")]
    [InlineData("q2: {percent: 54,", "q2: {percent: -1,", "from 0 to 100", "no less than nothing")]
    [InlineData("q2: {percent: 54,", "q2: {percent: '54 %',", "from 0 to 100", "a number without a sign")]
    [InlineData("confidence: published,", "confidence: sure,", "not known", "confidence is a closed list")]
    [InlineData("confidence: published, ", "", "missing key", "every figure says how far to rely on it")]
    [InlineData("{percent: 54,", "{unknown: lost, percent: 54,", "either unknown", "known and unknown at once")]
    [InlineData("fiscal_year: 2563", "fiscal_year: 2564", "name of the file", "a copy of another year's file")]
    public void A_mistake_of_the_file_is_named(string was, string now, string said, string reason)
    {
        var text = Encoding.UTF8.GetString(Shipped.Get("rules/targets/disbursement.2563.yaml").Content.Span);
        text.ShouldContain(was);
        var wrong = RulesProof.Mistakes(Files(2563, text.Replace(was, now, StringComparison.Ordinal))).ShouldHaveSingleItem(reason);
        wrong.ShouldContain(said);
        wrong.ShouldContain("disbursement.2563.yaml");
    }

    [Fact]
    public void A_year_without_a_file_names_the_years_that_have_one() =>
        Should.Throw<DefinitionException>(() => DisbursementTargets.Load(Shipped, FiscalYear.FromBuddhistEra(2570))).Message.ShouldContain("2561, 2562, 2563");

    private static DisbursementTargets Of(int year) => DisbursementTargets.Load(Shipped, FiscalYear.FromBuddhistEra(year));

    private static string Quarters(int year, Spending spending) => string.Join(' ', Enumerable.Range(1, 4).Select(quarter => Of(year).Of(spending, quarter).Percent)
        .Select(percent => percent.IsKnown ? Hundredths(percent.Value) : "?"));

    private static string Hundredths(Rational percent) => ((decimal)(percent * 100).Round() / 100).ToString("0.##", CultureInfo.InvariantCulture);

    private static Gen<string[]> Rising() => Gen.Choose(0, 10_000).ListOf(4).Select(numbers =>
        numbers.Order().Select(number => (number / 100m).ToString("0.##", CultureInfo.InvariantCulture)).ToArray());

    private static DisbursementTargets Made(string[] quarters)
    {
        var line = string.Concat(quarters.Select((percent, index) => $"  q{index + 1}: {{percent: {percent}, confidence: derived, source: made up}}\n"));
        return DisbursementTargets.Load(Files(2563, $"rules: disbursement-targets\nfiscal_year: 2563\noverall:\n{line}investment:\n{line}current:\n{line}"), FiscalYear.FromBuddhistEra(2563));
    }

    private static DefinitionFiles Files(int year, string yaml) =>
        DefinitionFiles.Of("test", [new DefinitionFile(string.Create(CultureInfo.InvariantCulture, $"rules/targets/disbursement.{year}.yaml"), Encoding.UTF8.GetBytes(yaml))]);
}
