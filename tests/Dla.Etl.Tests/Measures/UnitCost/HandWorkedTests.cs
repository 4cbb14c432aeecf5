using Dla.Etl.Measures.UnitCost;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Tables;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Measures.UnitCost;

/// <summary>What was worked out on paper is what the program computes: every intermediate figure, and every printed one.</summary>
public class HandWorkedTests
{
    public static TheoryData<string, string, string> Exact => Data("exact.csv", "level", "code", "budget|offbudget|central|depreciation|total");

    public static TheoryData<string, string, string> Printed => Data("printed.csv", "table", "row", "column|printed");

    [Theory]
    [MemberData(nameof(Exact))]
    public void Every_intermediate_figure(string level, string code, string baht)
    {
        var words = level.Split(' ');
        var node = new CostNode(Enum.Parse<CostLevel>(words[0]), code, words.Length > 1 ? Enum.Parse<ExpenseCategory>(words[1], ignoreCase: true) : null);
        var cost = HandWorked.Allocated.Graph.Of(node);
        new[] { cost.Budget, cost.OffBudget, cost.Central, cost.Depreciation, cost.Total }.Select(satang => satang / 100)
            .ShouldBe(baht.Split('|').Select(text => Rational.Parse(text).Value));
    }

    [Fact]
    public void Nothing_was_left_out_of_the_paper()
    {
        var levels = new[] { CostLevel.CentreCost, CostLevel.Centre, CostLevel.SubActivity, CostLevel.Support, CostLevel.Borne, CostLevel.SubOutput, CostLevel.MainActivity, CostLevel.MainOutput };
        levels.Sum(level => HandWorked.Allocated.Graph.At(level).Count).ShouldBe(HandWorked.Csv("exact.csv").Count());
    }

    [Theory]
    [MemberData(nameof(Printed))]
    public void Every_printed_figure(string table, string row, string expected)
    {
        var (column, printed) = (expected.Split('|')[0], expected.Split('|')[1]);
        var found = CostTables.Of(HandWorked.Year).Single(one => one.Code == table);
        (row == "total" ? found.TotalAt(column) : found.At(row, column)).ToString().ShouldBe(printed);
    }

    [Fact]
    public void What_is_excluded_leads_back_to_the_financial_statements()
    {
        var reconciliation = Reconciliation.Of(HandWorked.Allocated);
        reconciliation.Total.ShouldBe(new Baht(147_600_000));
        reconciliation.Excluded.ShouldHaveSingleItem().Amount.ShouldBe(new Baht(100_000_000));
        reconciliation.Remainder.Value.ShouldBe(new Baht(0));
        reconciliation.Findings().ShouldBeEmpty();
        HandWorked.Allocated.Excluded.ShouldHaveSingleItem().Line.Account.ShouldBe("5107");
    }

    [Fact]
    public void The_offices_unit_costs_and_how_far_they_are_from_the_median()
    {
        var spread = ProvinceSpread.Of(HandWorked.Year).Single(one => one.Item == "A1");
        spread.Provinces.Select(office => office.UnitCost.Value / 100)
            .ShouldBe([Rational.Of(2_894_000, 7 * 120), Rational.Of(1_093_600, 7 * 80)]);
        (spread.Spreads.ShouldHaveSingleItem().Median / 100).ShouldBe((Rational.Of(2_894_000, 840) + Rational.Of(1_093_600, 560)) / 2);
        spread.Provinces[0].FromMedian.Value.ShouldBe(-spread.Provinces[1].FromMedian.Value, "the median of two lies in the middle");
        ProvinceSpread.Of(HandWorked.Year).Single(one => one.Item == "A3").Spreads.Select(one => one.UnitOfMeasure).ShouldBe(["คน", "ราย"], "not compared with each other");
        ProvinceSpread.Of(HandWorked.Year).Single(one => one.Item == "A2").Provinces[1].FromMedian.UnknownBecause.ShouldBe("ปริมาณเป็นศูนย์");
    }

    [Fact]
    public void The_findings_of_the_year_name_what_has_no_unit_cost() =>
        HandWorked.Year.Findings().Select(finding => $"{finding.Kind.Id} {finding.Subject.Split(' ')[0]} {finding.Reason}".TrimEnd()).ShouldBe(
        [
            "COST-012 A3 หน่วยนับต่างกัน 2 หน่วย (คน, ราย) จึงรวมปริมาณไม่ได้",
            "COST-012 S2 ไม่มีปริมาณ",
            "COST-012 U2 ปริมาณเป็นศูนย์",
            "COST-012 M2 ไม่มีปริมาณ",
        ]);

    private static TheoryData<string, string, string> Data(string file, string first, string second, string rest)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var row in HandWorked.Csv(file))
            data.Add(row[first], row[second], string.Join('|', rest.Split('|').Select(name => row[name])));
        return data;
    }
}
