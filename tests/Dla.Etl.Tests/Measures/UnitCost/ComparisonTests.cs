using Dla.Etl.Definitions;
using Dla.Etl.Measures.UnitCost;
using Dla.Etl.Measures.UnitCost.Comparing;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Tables;
using Dla.Etl.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.Tests.Measures.UnitCost;

public class ComparisonTests
{
    private const string Head = "rules: unit-cost-crosswalk\nfiscal_year: 2564\nthreshold_percent: 20\nflat_percent: 5\nthreshold_source: ทดสอบ\n";

    private static readonly Crosswalk Nothing = HandWorked.ReadCrosswalk(Head + "entries: []\n");

    // Year 2564 of the hand-worked example: A3 has become A4, S2 was split into S2 and S3, S1 counts sets of ten entries, and A5 is new.
    private static readonly CostYear Later = YearOf2564(HandWorked.Yaml
        .Replace("fiscal_year: 2563", "fiscal_year: 2564", StringComparison.Ordinal)
        .Replace("A3: 20", "A4: 15, A5: 5", StringComparison.Ordinal)
        .Replace("A3: 100/3", "A4: 100/3", StringComparison.Ordinal)
        .Replace("[A3]", "[A4, A5]", StringComparison.Ordinal)
        .Replace("[A2, A3]", "[A2, A4, A5]", StringComparison.Ordinal)
        .Replace("S1: 60, S2: 40", "S1: 60, S2: 30, S3: 10", StringComparison.Ordinal)
        .Replace("unit: รายการ, quantity: 1000", "unit: ชุด, quantity: 90", StringComparison.Ordinal)
        .Replace("\nsub_outputs:", "  - {code: S3, name: ยานพาหนะ, unit: คัน, quantity: 3, source: 'สมมติ', shares: {A1: 100}}\n\nsub_outputs:", StringComparison.Ordinal));

    private static readonly Crosswalk Walk = HandWorked.ReadCrosswalk(Head + """
        entries:
          - {change: renamed, kind: sub_activity, old: [A3], new: [A4], name: 'ชื่อใหม่ของ A3', source: ทดสอบ}
          - {change: split, kind: sub_activity, old: [S2], new: [S2, S3], name: 'พัสดุและยานพาหนะ', source: ทดสอบ}
          - {change: changed_unit, kind: sub_activity, old: [S1], new: [S1], name: 'การเงินและบัญชี', old_unit: รายการ, new_unit: ชุด, factor: 1/10, source: ทดสอบ}
        """);

    public static TheoryData<string, string, string?, string, string> Changes => new()
    {
        { "100", "120", "20.00", "", "more" },
        { "100", "75", "(25.00)", "", "less stands in parentheses" },
        { "100", "100", "0.00", "", "the same" },
        { "0", "5", null, "ปีก่อนเป็นศูนย์", "nothing to compare with (DOMAIN 1.4)" },
        { "-5", "5", null, "ปีก่อนติดลบ", "a per cent of a credit means nothing" },
        { "300", "301", "0.33", "", "two decimals" },
        { "200", "200.01", "0.01", "", "halves away from zero" },
        { "200", "199.99", "(0.01)", "", "and so downwards" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_in_per_cent(string old, string now, string? percent, string because, string reason)
    {
        var cell = TableCell.Percent(Change.Of(Rational.Parse(old).Value, Rational.Parse(now).Value));
        (cell.Kind, cell.ToString(), cell.IsDecrease).ShouldBe(
            percent is null ? (TableCellKind.None, $"- ({because})", false) : (TableCellKind.Percent, percent, percent.StartsWith('(')), reason);
    }

    [Fact]
    public void Items_that_were_renamed_split_or_counted_otherwise_are_compared_through_the_crosswalk()
    {
        var items = ComparisonTables.Compared(HandWorked.Year, Later, ItemKind.SubActivity, Walk);
        items.Select(item => $"{item.Name} {item.Change} {string.Join('+', item.Old?.Codes ?? [])}→{string.Join('+', item.New?.Codes ?? [])}").ShouldBe(
        [
            "ชื่อ A1 Same A1→A1", "ชื่อ A2 Same A2→A2", "ชื่อใหม่ของ A3 Renamed A3→A4", "ชื่อ A5 New →A5",
            "การเงินและบัญชี ChangedUnit S1→S1", "พัสดุและยานพาหนะ Split S2→S2+S3",
        ]);
        items[5].New!.Total.ShouldBe(items[5].NewParts.Sum(part => part.Total));
        items[5].OfCost.Value.ShouldBe(Rational.Zero, "the same 40 per cent of the same centre, in two parts");
        items[5].OfVolume.UnknownBecause.ShouldBe("ปีก่อนไม่มีปริมาณ");
        items[4].OfVolume.Value.ShouldBe(Rational.Of(-10), "1,000 entries are 100 sets of ten, now there are 90");
        items[4].OfUnitCost.Value.ShouldBe(Rational.Of(100, 9));
        items[3].OfCost.UnknownBecause.ShouldBe("รายการใหม่");
        ComparisonTables.Compared(Later, HandWorked.Year, ItemKind.SubActivity, Nothing).Where(item => item.Change == ItemChange.Vanished).Select(item => item.Old!.Codes[0]).ShouldBe(["A4", "A5", "S3"]);
    }

    [Fact]
    public void Without_a_crosswalk_another_unit_of_measure_is_not_compared()
    {
        var item = ComparisonTables.Compared(HandWorked.Year, Later, ItemKind.SubActivity, Nothing).Single(one => one.Old?.Codes[0] == "S1");
        item.OfCost.IsKnown.ShouldBeTrue();
        (item.OfVolume.UnknownBecause, item.OfUnitCost.UnknownBecause).ShouldBe(("หน่วยนับเปลี่ยนจาก รายการ เป็น ชุด โดยไม่มีตารางเทียบ", "หน่วยนับเปลี่ยนจาก รายการ เป็น ชุด โดยไม่มีตารางเทียบ"));
        item.Moved(Nothing).ShouldBeNull();
    }

    [Fact]
    public void Table_7_prints_the_figures_of_both_tables_3_and_shows_the_parts_below()
    {
        var table = ComparisonTables.Of(HandWorked.Year, Later, Walk)[0];
        table.Rows.Select(row => $"{row.Kind} {row.Code}").ShouldBe(
            ["Item A1", "Item A2", "Item A4", "Item A5", "Item S1", "Item S2", "Part S2", "Part S3", "Total "]);
        table.At("A4", "old_total").ToString().ShouldBe("243,485.71");
        table.At("S1", "quantity_change").ToString().ShouldBe("(10.00)");
        table.TotalAt("old_total").ToString().ShouldBe("1,476,000.00");
        table.TotalAt("total_change").ToString().ShouldBe("0.00");
        table.Rows.Where(row => row.Kind == TableRowKind.Item).Sum(row => row.Cells[13].Amount).ShouldBe(table.TotalAt("new_total").Amount, "parts are not added once more");
        table.Notes.ShouldHaveSingleItem().ShouldContain("ข้อมูลสมมติ");
    }

    // Cost of the item last year and this year, volume last year and this year.
    public static TheoryData<long, long, int, int, MovedBy?, string> Factors => new()
    {
        { 1000, 1300, 10, 10, MovedBy.Cost, "cost up, volume flat" },
        { 1000, 1000, 10, 7, MovedBy.Volume, "volume down, cost flat" },
        { 1000, 1200, 10, 8, MovedBy.Both, "both" },
        { 1000, 700, 10, 10, MovedBy.Cost, "downwards as well" },
        { 1000, 1200, 10, 10, null, "20 per cent is not beyond 20" },
        { 10000, 12001, 10, 10, MovedBy.Cost, "20.01 is" },
        { 1000, 800, 10, 10, null, "nor is -20" },
        { 1000, 2000, 10, 20, null, "both doubled: the unit cost stayed" },
        { 1000, 1050, 100, 80, MovedBy.Volume, "5 per cent of cost is flat" },
        { 1000, 1051, 100, 80, MovedBy.Both, "5.1 is not" },
        { 1000, 1000, 10, 0, null, "no unit cost, nothing to compare; the table says why" },
    };

    [Theory]
    [MemberData(nameof(Factors))]
    public void The_factor_that_moved(long oldCost, long newCost, int oldVolume, int newVolume, MovedBy? expected, string reason) =>
        new ItemComparison("", ItemChange.Same, Figure(oldCost, oldVolume), Figure(newCost, newVolume), [], [], Declared<Rational>.Known(1)).Moved(Nothing).ShouldBe(expected, reason);

    [Fact]
    public void What_went_beyond_the_threshold_always_has_a_cause_that_moved() => Prop.ForAll(
        Gen.Four(Gen.Choose(1, 300)).ToArbitrary(), numbers =>
        {
            var (oldCost, newCost, oldVolume, newVolume) = numbers;
            var item = new ItemComparison("", ItemChange.Same, Figure(oldCost, oldVolume), Figure(newCost, newVolume), [], [], Declared<Rational>.Known(1));
            var moved = item.Moved(Nothing);
            return (moved is null) == (item.OfUnitCost.Value.Abs() <= 20)
                && (moved is not (MovedBy.Cost or MovedBy.Both) || item.OfCost.Value.Abs() > 5) && (moved is not (MovedBy.Volume or MovedBy.Both) || item.OfVolume.Value.Abs() > 5);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void New_items_and_those_that_ended_are_always_to_be_explained()
    {
        ComparisonTables.Beyond(HandWorked.Year, Later, Walk).Where(row => row.Table == "7").Select(row => $"{row.Item.Name} {row.By}").ShouldContain("ชื่อ A5 NewItem");
        ComparisonTables.Beyond(Later, HandWorked.Year, Nothing).Where(row => row.By == MovedBy.ItemEnded).Select(row => row.Item.Old!.Codes[0]).ShouldBe(["A4", "A5", "S3"]);
    }

    [Fact]
    public void Tables_11_and_12_are_sums_of_lines()
    {
        var costs = HandWorked.Costs.Select(line => line.Centre == "C11" && line.Category == ExpenseCategory.Operating ? line with { Amount = new Baht(4_500_000) } : line);
        var tables = ComparisonTables.Of(HandWorked.Year, HandWorked.YearOf(HandWorked.Drivers, costs, []), Nothing);
        tables[4].At("C11", "old_fixed").ToString().ShouldBe("690,000.00");
        tables[4].At("C11", "old_variable").ToString().ShouldBe("90,000.00");
        tables[4].At("C11", "new_total").ToString().ShouldBe("735,000.00");
        tables[4].At("C11", "change_variable").ToString().ShouldBe("(50.00)");
        tables[4].At("C90", "old_variable").ToString().ShouldBe("19,000.00", "with the credit");
        tables[4].TotalAt("old_total").ToString().ShouldBe("1,369,000.00");
        tables[5].At("operating", "old_variable").ToString().ShouldBe("100,000.00");
        tables[5].At("depreciation", "old_fixed").ToString().ShouldBe("7,000.00");
        tables[5].At("travel", "change_total").ToString().ShouldBe("- (ปีก่อนเป็นศูนย์)");
        tables[5].TotalAt("old_total").ToString().ShouldBe("107,000.00");
    }

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "  - {change: split, kind: sub_activity, old: [A1], new: [A1], name: x, source: x}", "split has one old and several new codes", "a split into one" },
        { "  - {change: merged, kind: sub_activity, old: [A1], new: [A1], name: x, source: x}", "merged several old and one new", "a merger of one" },
        { "  - {change: renamed, kind: sub_activity, old: [A1], new: [A1], name: x, source: x, factor: 2}", "only changed_unit has units and a factor", "a factor of a name" },
        { "  - {change: changed_unit, kind: sub_activity, old: [A1], new: [A1], name: x, source: x, old_unit: a, new_unit: b, factor: 0}", "above 0", "a factor of nought" },
        { "  - {change: renamed, kind: sub_activity, old: [A1], new: [A2], name: x, source: x}\n  - {change: renamed, kind: sub_activity, old: [A1], new: [A3], name: x, source: x}", "A1 stands twice", "an item in two entries" },
        { "  - {change: moved, kind: sub_activity, old: [A1], new: [A2], name: x, source: x}", "“moved” is not known", "a word nobody knows" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_in_the_crosswalk_is_told(string entries, string expected, string reason) =>
        Should.Throw<DefinitionException>(() => HandWorked.ReadCrosswalk($"{Head}entries:\n{entries}\n"), reason).Message.ShouldContain(expected);

    [Fact]
    public void A_flat_band_that_could_hide_the_cause_is_refused()
    {
        Should.Throw<DefinitionException>(() => HandWorked.ReadCrosswalk(Head.Replace("flat_percent: 5", "flat_percent: 10", StringComparison.Ordinal) + "entries: []\n"))
            .Message.ShouldContain("flat_percent: is too large beside threshold_percent");
        HandWorked.ReadCrosswalk(Head.Replace("flat_percent: 5", "flat_percent: 100/11", StringComparison.Ordinal) + "entries: []\n").Flat.ShouldBe(Rational.Of(100, 11), "(100 + f)/(100 - f) = 1.2 exactly");
    }

    [Fact]
    public void A_crosswalk_that_names_a_code_its_year_does_not_have_is_told() =>
        Should.Throw<DefinitionException>(() => ComparisonTables.Of(HandWorked.Year, HandWorked.Year, Walk)).Message.ShouldEndWith("A4 is no item of fiscal year 2563");

    [Fact]
    public void Quartiles_are_those_of_Excel()
    {
        // QUARTILE.INC of 1, 2, 4, 8, 100: 1, 2, 4, 8, 100; of 1, 2, 4, 8: 1, 1.75, 3, 5, 8.
        UnitCostSpread.Of("ครั้ง", [4, 100, 1, 8, 2]).Quartiles.ShouldBe([1, 2, 4, 8, 100]);
        var spread = UnitCostSpread.Of("ครั้ง", [8, 1, 4, 2]);
        spread.Quartiles.ShouldBe([1, Rational.Of(7, 4), 3, 5, 8]);
        UnitCostSpread.Of("ครั้ง", [7]).Quartiles.ShouldBe([7, 7, 7, 7, 7]);
        // Reach 1.5 × 3.25 = 4.875: far above 9.875 and below -3.125.
        (spread.IsFar(Rational.Of(79, 8)), spread.IsFar(Rational.Of(80, 8)), spread.IsFar(Rational.Of(-25, 8)), spread.IsFar(-4)).ShouldBe((false, true, false, true));
    }

    private static LevelFigure Figure(long cost, int volume) => new(["A1"], [], cost, cost, Declared<Measured>.Known(new Measured(new Quantity(volume * Quantity.Scale), "ครั้ง")), []);

    private static CostYear YearOf2564(string yaml) => HandWorked.YearOf(HandWorked.Read(yaml, 2564), HandWorked.Costs, HandWorked.Quantities);
}
