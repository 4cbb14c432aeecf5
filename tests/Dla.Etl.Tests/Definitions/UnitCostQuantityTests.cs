using Dla.Etl.Definitions;

namespace Dla.Etl.Tests.Definitions;

/// <summary>The first form, against the circular and DOMAIN §1.1.</summary>
public class UnitCostQuantityTests
{
    [Fact]
    public void Twenty_sub_activities_two_sub_outputs_three_main_activities_one_main_output()
    {
        var form = Templates.Form();

        form.Groups.Select(group => (group.Code, group.Items.Count)).ShouldBe([("main_output", 1), ("main_activity", 3), ("sub_output", 2), ("sub_activity", 20)]);
        form.Group("sub_activity").Items.Select(item => item.Code).ShouldBe(Enumerable.Range(1, 20).Select(number => $"SA{number:00}"));
        form.Group("sub_activity").Items.Select(item => item.Number).ShouldBe(Enumerable.Range(1, 20));
        form.Group("main_activity").UnknownItems.ShouldHaveSingleItem().ShouldContain("รวมได้ 75 ไม่ครบ 100");
    }

    [Fact]
    public void Only_what_the_scan_pairs_without_a_guess_is_known()
    {
        var items = Templates.Form().Group("sub_activity").Items;

        items.Where(item => item.Unit.IsKnown).Select(item => $"{item.Code} {item.Unit.Value} {item.Ratio.Value}")
            .ShouldBe(["SA06 คน 50000", "SA07 คน 50000", "SA08 เรื่อง 50000", "SA09 รายการ 50000", "SA10 เรื่อง 50000"]);
        items.Count(item => item.Ratio.IsKnown).ShouldBe(5);
        Templates.Form().Group("sub_output").Items.Select(item => (item.Ratio.Value, item.ReferenceCount)).ShouldBe([(700_000, "local_authorities"), (300_000, "local_authorities")]);
        Templates.Form().Group("main_activity").Items.ShouldAllBe(item => item.Ratio.Value == 250_000 && item.Unit.Value == "แห่ง");
    }

    [Fact]
    public void Parents_stand_as_the_three_pages_print_them()
    {
        var parents = Templates.Form().Group("sub_activity").Items.Select(item => $"{item.Parents["main_activity"]} {item.Parents["sub_output"]}").ToList();

        parents.ShouldBe([.. Enumerable.Repeat("MA1 SO1", 6), .. Enumerable.Repeat("MA2 SO1", 7), .. Enumerable.Repeat("MA3 SO2", 7)]);
    }

    [Fact]
    public void The_sender_must_fill_the_quantities_of_sub_activities_and_sub_outputs()
    {
        Templates.Form().Groups.SelectMany(group => group.Fields.Where(field => field.Required).Select(field => $"{group.Code}.{field.Code}"))
            .ShouldBe(["sub_output.quantity", "sub_activity.quantity"]);
    }

    [Fact]
    public void Its_own_ratios_that_do_not_add_up_are_remarks()
    {
        Templates.Form().Remarks.ShouldContain("กิจกรรมหลักภายใต้ MO1: อัตราส่วนรวมได้ 75 ไม่ใช่ 100");
        Templates.Form().Remarks.ShouldNotContain(remark => remark.StartsWith("ผลผลิตย่อยภายใต้", StringComparison.Ordinal), "70 and 30 make 100");
        Templates.Form().Remarks.Count(remark => remark.StartsWith("กิจกรรมย่อย", StringComparison.Ordinal)).ShouldBe(6, "units and ratios of three pages");
    }

    [Fact]
    public void Both_years_have_their_own_deadline_and_hash()
    {
        Templates.Form().Deadline.ShouldBe(new DateOnly(2021, 5, 31));
        Templates.Form(2564).Deadline.ShouldBe(new DateOnly(2022, 5, 31));
        Templates.Form(2564).Hash.ShouldNotBe(Templates.Form().Hash);
        Templates.Form(2564).Source.ShouldContain("ข้อสันนิษฐาน");
        Templates.Form(2564).Title.ShouldContain("พ.ศ. 2564");
        FormDifference.Between(Templates.Form(), Templates.Form(2564)).Count.ShouldBe(3, "title, source and deadline");
    }
}
