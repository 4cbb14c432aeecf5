using Dla.Etl.Measures.UnitCost;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Tables;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Tracing;

/// <summary>What is stored of a cell's origin is what was said, and short.</summary>
public class OriginJsonTests
{
    private static readonly FiscalYear Year = FiscalYear.FromBuddhistEra(2564);
    private static readonly ReportedFigures Quantity = new("unit-cost-quantity", Year, "sub_activity", "SA01", "quantity", "เรื่อง");

    public static TheoryData<string, CellOrigin> Origins => new()
    {
        { "a sum over all units", Quantity },
        { "any unit of measure is not the same as none stated", Quantity with { UnitOfMeasure = null } },
        { "none stated", Quantity with { UnitOfMeasure = "" } },
        { "one unit, also in the other year", Quantity with { Unit = "56", AlsoIn = Year.Previous, Shows = FigureChoice.Largest } },
        { "a count", Quantity with { Shows = FigureChoice.Count } },
        { "returns of all units", new StandingReturns("unit-cost-quantity", Year) },
        { "returns of one unit", new StandingReturns("unit-cost-quantity", Year) { Unit = "00" } },
        { "a line", new ReturnLine("0180c8e0-8900-7fab-a14d-83b7099e7900", 12, "amount") },
        { "a rule with its value", new RuleValue("rules/allocation/drivers.2564.yaml", "support[0].quantity", "บันทึก \"ที่\" <1>") { Value = Rational.Of(100, 3), UnitOfMeasure = "เครื่อง" } },
        { "a change with another unit of measure", new ChangeOf(Quantity with { Period = Year.Previous }, Quantity, IsPercent: true) { OldTimes = Rational.Of(1, 12) } },
        { "a difference", new ChangeOf(Quantity, Quantity with { Unit = "11" }, IsPercent: false) },
        { "a sum of several", new ComputedOf("ผลรวม", [Quantity, Quantity with { Item = "SA02" }]) { IsSum = true } },
        { "parts with their factors", new ComputedOf("มัธยฐาน", [Quantity, Quantity with { Unit = "11" }]) { Times = [Rational.Of(3, 4), Rational.Of(1, 4)] } },
        { "a figure that is not there", new NoFigure("หน่วยนับต่างกัน", new PerUnitOf(Quantity, Quantity)) },
        { "one of which nothing more is known", new NoFigure("ไม่มีรายการนี้ในปีก่อน", null) },
    };

    [Theory]
    [MemberData(nameof(Origins))]
    public void What_is_stored_is_what_was_said(string why, CellOrigin origin) => OriginJson.Read(OriginJson.Of(origin)).ShouldBe(origin, why);

    [Fact]
    public void A_cost_keeps_its_places_source_and_centre()
    {
        CostNode[] direct = [.. from category in CostKinds.Categories from behaviour in Enum.GetValues<Behaviour>() from centre in Enumerable.Range(11, 80) select new CostNode(CostLevel.Direct, $"P{centre}", category, behaviour)];
        var cost = new CostPlaces("2563 ปรับปรุง", new TracePoint([new CostNode(CostLevel.Centre, "C \"1\""), new CostNode(CostLevel.Category, "travel", ExpenseCategory.Travel)], FundingSource.OffBudget) { Less = direct })
        {
            OnlyFromCentre = "P56",
        };
        var json = OriginJson.Of(cost);
        var again = OriginJson.Read(json).ShouldBeOfType<CostPlaces>();
        (again.Calculation, again.OnlyFromCentre, again.Point.Source).ShouldBe(("2563 ปรับปรุง", "P56", FundingSource.OffBudget));
        again.Point.Nodes.Order().ShouldBe(cost.Point.Nodes.Order());
        again.Point.Less.Order().ShouldBe(direct.Order());
        json.Length.ShouldBeLessThan(1200, "the codes of 80 centres are written once, not for each of the 14 kinds of cost");
    }

    [Fact]
    public void Places_with_other_codes_are_not_taken_for_alike()
    {
        CostNode[] nodes = [new(CostLevel.Direct, "A", ExpenseCategory.Travel, Behaviour.Fixed), new(CostLevel.Direct, "B", ExpenseCategory.Travel, Behaviour.Variable), new(CostLevel.Direct, "A", ExpenseCategory.Other, Behaviour.Fixed)];
        OriginJson.Read(OriginJson.Of(new CostPlaces("2564", new TracePoint(nodes)))).ShouldBeOfType<CostPlaces>().Point.Nodes.Order().ShouldBe(nodes.Order());
    }

    [Fact]
    public void The_unit_costs_of_many_offices_are_stored_short_and_come_back_each_with_its_office()
    {
        var point = TracePoint.To(new CostNode(CostLevel.Borne, "SA01"));
        CellOrigin[] offices = [.. Enumerable.Range(11, 76).Select(code => new PerUnitOf(new CostPlaces("2564", point) { OnlyFromCentre = $"P{code}" }, Quantity with { Unit = $"{code}" }))];
        var json = OriginJson.Of(new ComputedOf("มัธยฐาน", offices));
        json.Length.ShouldBeLessThan(1500);
        var again = OriginJson.Read(json).ShouldBeOfType<ComputedOf>().Parts.Cast<PerUnitOf>().ToList();
        again.Select(part => (((CostPlaces)part.Cost).OnlyFromCentre, ((ReportedFigures)part.Quantity).Unit)).ShouldBe(Enumerable.Range(11, 76).Select(code => ((string?)$"P{code}", (string?)$"{code}")));
        again.Select(part => (ReportedFigures)part.Quantity with { Unit = null }).Distinct().ShouldBe([Quantity]);
        again.Select(part => ((CostPlaces)part.Cost).Point.Nodes.Single()).Distinct().ShouldBe(point.Nodes);
    }

    [Fact]
    public void One_office_that_is_not_alike_makes_all_be_written_out()
    {
        var point = TracePoint.To(new CostNode(CostLevel.Borne, "SA01"));
        CellOrigin[] offices = [.. Enumerable.Range(11, 6).Select(code => new PerUnitOf(new CostPlaces("2564", point) { OnlyFromCentre = $"P{code}" }, Quantity with { Unit = $"{code}", UnitOfMeasure = code == 14 ? "ครั้ง" : "เรื่อง" }))];
        OriginJson.Read(OriginJson.Of(new ComputedOf("มัธยฐาน", offices))).ShouldBeOfType<ComputedOf>().Parts.Cast<PerUnitOf>()
            .Select(part => ((ReportedFigures)part.Quantity).UnitOfMeasure).ShouldBe(["เรื่อง", "เรื่อง", "เรื่อง", "ครั้ง", "เรื่อง", "เรื่อง"]);
    }
}
