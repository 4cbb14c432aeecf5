using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Tracing;

public class TreeTextTests
{
    [Fact]
    public void The_largest_part_is_told_first_and_down_to_its_end_and_what_is_left_out_is_counted_and_summed()
    {
        var tree = Money("รวม", 1000, Money("เล็ก", 50), Money("ใหญ่", 700, Money("ใหญ่.1", 700, Money("ใหญ่.1.1", 400), Money("ใหญ่.1.2", 200), Money("ใหญ่.1.3", 100))), Money("ลด", -100), Money("กลาง", 150, Money("กลาง.1", 150)), Money("รอง", 200));
        Told(tree, new TreeLimits(1, 3)).ShouldBe(
            """
            รวม
               - ใหญ่
                  - ใหญ่.1
                     - ใหญ่.1.1
                     … อีก 2 รายการ รวม 3.00 บาท
               - รอง
               - กลาง … ประกอบด้วย 1 รายการ
               … อีก 2 รายการ รวม -0.50 บาท
            """);
    }

    [Fact]
    public void One_that_would_be_left_out_alone_is_told() => Told(Money("รวม", 3, Money("ก", 2), Money("ข", 1)), new TreeLimits(1, 1)).ShouldBe(
        """
        รวม
           - ก
           - ข
        """);

    [Fact]
    public void Depth_nought_tells_the_figure_and_the_way_of_its_largest_part() => Told(Money("รวม", 3, Money("ก", 1), Money("ข", 2, Money("ข.1", 2))), new TreeLimits(0, 9)).ShouldBe(
        """
        รวม
           - ข
              - ข.1
           … อีก 1 รายการ รวม 0.01 บาท
        """);

    [Fact]
    public void What_was_told_whole_above_is_not_told_again_and_what_was_cut_is()
    {
        Explained Twice() => Money("ก้อน", 5, Money("ก้อน.1", 3), Money("ก้อน.2", 2)) with { Key = "pool" };
        var tree = Money("รวม", 10, Money("ก", 6, Twice()), Money("ข", 4, Twice()));
        var all = TreeText.Tell(tree, TreeLimits.None);
        all.Below[1].Below[0].ToldAbove.ShouldBeTrue();
        all.Below[1].Below[0].Below.ShouldBeEmpty();
        TreeText.IsCut(all).ShouldBeFalse("what is told above is told");
        var cut = TreeText.Tell(tree, new TreeLimits(2, 1));
        cut.Below[1].Below[0].ToldAbove.ShouldBeFalse("the first time it was not told whole");
        TreeText.IsCut(cut).ShouldBeTrue();
    }

    [Fact]
    public void Unit_costs_are_never_summed_up()
    {
        var parts = Enumerable.Range(1, 6).Select(number => new Explained($"หน่วยที่ {number}", number) { Exact = number, IsMoney = true }).ToArray();
        TreeText.Lines(TreeText.Tell(new Explained("มัธยฐาน") { Below = parts }, new TreeLimits(1, 2))).Last().ShouldBe("   … อีก 4 รายการ");
    }

    private static string Told(Explained tree, TreeLimits limits) => string.Join('\n', TreeText.Lines(TreeText.Tell(tree, limits)));

    private static Explained Money(string text, long satang, params Explained[] below) =>
        new(text, ((Rational)satang).Abs()) { Exact = satang, IsMoney = true, AddsUp = true, Below = below };
}
