using Dla.Etl.Measures.UnitCost;
using Dla.Etl.Measures.UnitCost.Tables;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Tracing;

public class RoundingStoryTests
{
    private static readonly CostPlaces One = new("2564", TracePoint.To(new CostNode(CostLevel.Centre, "C1")));
    private static readonly CostPlaces Three = new("2564", new TracePoint([new(CostLevel.Centre, "C1"), new(CostLevel.Centre, "C2"), new(CostLevel.Centre, "C3")]));
    private static readonly ReportedFigures Quantity = new("f", FiscalYear.FromBuddhistEra(2564), "g", "i", "quantity", null);

    public static TheoryData<string, CellOrigin, string, bool, string, string?> Cases => new()
    {
        { "what is printed is exact", One, "1234", true, "12.34", null },
        { "rounded with its table, up", One, "100/3", true, "0.34", "ปัดเศษพร้อมกันทั้งตาราง" },
        { "the fraction is told", One, "100/3", true, "0.33", "0.333333… บาท (เศษส่วน 100/3 สตางค์)" },
        { "a satang apart is no longer one rounding", One, "100", true, "1.01", "ผลรวมของค่าที่ปัดเศษแล้ว" },
        { "two satang apart on one place cannot be", One, "100", true, "1.02", "ไม่ตรงกับค่าที่บันทึกไว้ ต่างกัน 0.02 บาท" },
        { "three satang apart on three places can", Three, "100", true, "1.03", "ผลรวมของค่าที่ปัดเศษแล้ว" },
        { "four cannot", Three, "100", true, "1.04", "ไม่ตรงกับค่าที่บันทึกไว้" },
        { "what one centre brought in is rounded by itself", One with { OnlyFromCentre = "C1" }, "201/2", true, "1.01", "ปัดครึ่งขึ้น" },
        { "a unit cost: half a satang up", new PerUnitOf(One, Quantity), "201/2", true, "1.01", "ปัดครึ่งขึ้น" },
        { "a unit cost that is not that", new PerUnitOf(One, Quantity), "201/2", true, "1.02", "ไม่ตรง" },
        { "per cent", new ChangeOf(One, One, IsPercent: true), "100/3", false, "33.33", "33.333333… (เศษส่วน 100/3) พิมพ์โดยปัดครึ่งขึ้น" },
        { "a quantity that somebody changed", Quantity, "5", false, "6", "ไม่ตรงกับค่าที่บันทึกไว้ ต่างกัน 1" },
        { "a long fraction is not told", One, $"1/{new string('7', 70)}", true, "0.01", "0… บาท ตารางนี้" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_way_from_the_exact_amount_to_the_printed_one_is_told(string why, CellOrigin origin, string exact, bool isMoney, string printed, string? said)
    {
        var told = RoundingStory.Of(origin, new Explained("") { Exact = Rational.Parse(exact).Value, IsMoney = isMoney }, Rational.Parse(printed).Value).ToList();
        if (said is null)
            told.ShouldBeEmpty(why);
        else
            told.ShouldHaveSingleItem(why).ShouldContain(said, Case.Sensitive, why);
    }

    [Fact]
    public void Without_a_number_on_either_side_nothing_is_said()
    {
        RoundingStory.Of(One, new Explained(""), Rational.One).ShouldBeEmpty();
        RoundingStory.Of(One, new Explained("") { Exact = Rational.One }, null).ShouldBeEmpty();
    }
}
