using Dla.Etl.Measures.UnitCost;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Tables;
using Dla.Etl.Measures.UnitCost.Tracing;
using Dla.Etl.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.Tests.Measures.UnitCost;

public class TraceTests
{
    [Fact]
    public void The_stored_rows_give_back_every_figure_and_share() => Prop.ForAll(RandomYear.Any, year =>
    {
        var graph = year.Year.Allocated.Graph;
        var rows = TraceRows.Of(graph);
        var again = rows.Graph();
        return again.Nodes.SequenceEqual(graph.Nodes) && again.Nodes.All(node => again.Of(node) == graph.Of(node))
            && again.Nodes.All(node => again.Into(node).Select(part => part.Amount).SequenceEqual(graph.Into(node).Where(part => !part.Amount.IsZero || graph.Nodes.Contains(part.Edge.From)).Select(part => part.Amount)))
            && rows.Edges.All(edge => Rational.Parse(edge.Share.ToString()).Value == edge.Share);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_figure_is_told_down_to_the_lines_of_the_files()
    {
        var cell = CostTables.Of(HandWorked.Year)[2].At("A1", "source_1");
        string.Join('\n', CostStory.Of(HandWorked.Allocated.Graph, cell.From!, code => $"ชื่อ {code}").Select(line => $"{new string(' ', line.Depth)}{line.Text}")).ShouldBe(
            """
            เงินในงบประมาณ 470,857.14 บาท (ปัดเศษ)
             กิจกรรมย่อย A1 ชื่อ A1 ก่อนปันส่วนงานสนับสนุน 470,857.14 บาท (ปัดเศษ)
              ศูนย์ต้นทุน C11 ชื่อ C11 642,857.14 บาท (ปัดเศษ) × 1/2 (ร้อยละ 50) = 321,428.57 บาท (ปัดเศษ) ตามอัตราส่วน (ร้อยละ) (workload[0].shares) แหล่งที่มา: สมมติ
               ค่าใช้จ่ายบุคลากร ของศูนย์ต้นทุน C11 ชื่อ C11 600,000.00 บาท
                ค่าใช้จ่ายบุคลากร ต้นทุนคงที่ ทางตรงของศูนย์ต้นทุน C11 ชื่อ C11 600,000.00 บาท
                 รายการที่ไม่ได้มาจากไฟล์ ศูนย์ต้นทุน C11 ค่าใช้จ่ายบุคลากร เงินในงบประมาณ บัญชี 5101 600,000.00 บาท
               ค่าตอบแทน ใช้สอย วัสดุ และค่าสาธารณูปโภค ของศูนย์ต้นทุน C11 ชื่อ C11 42,857.14 บาท (ปัดเศษ)
                ต้นทุนทางอ้อม I1 ชื่อ I1 ค่าตอบแทน ใช้สอย วัสดุ และค่าสาธารณูปโภค ต้นทุนผันแปร 100,000.00 บาท × 3/7 (ร้อยละ 42.86) = 42,857.14 บาท (ปัดเศษ) ตามจำนวนบุคลากร (คน) (drivers[0].figures) แหล่งที่มา: สมมติ
                 รายการที่ไม่ได้มาจากไฟล์ ศูนย์ต้นทุน C90 ค่าตอบแทน ใช้สอย วัสดุ และค่าสาธารณูปโภค เงินในงบประมาณ บัญชี 5104 100,000.00 บาท
              ศูนย์ต้นทุน C12 ชื่อ C12 373,571.43 บาท (ปัดเศษ) × 2/5 (ร้อยละ 40) = 149,428.57 บาท (ปัดเศษ) ตามอัตราส่วน (ร้อยละ) (workload[1].shares) แหล่งที่มา: สมมติ
               ค่าใช้จ่ายบุคลากร ของศูนย์ต้นทุน C12 ชื่อ C12 300,000.00 บาท
                ค่าใช้จ่ายบุคลากร ต้นทุนคงที่ ทางตรงของศูนย์ต้นทุน C12 ชื่อ C12 300,000.00 บาท
                 รายการที่ไม่ได้มาจากไฟล์ ศูนย์ต้นทุน C12 ค่าใช้จ่ายบุคลากร เงินในงบประมาณ บัญชี 5101 300,000.00 บาท
               ค่าใช้จ่ายเดินทาง ของศูนย์ต้นทุน C12 ชื่อ C12 45,000.00 บาท
                ค่าใช้จ่ายเดินทาง ต้นทุนผันแปร ทางตรงของศูนย์ต้นทุน C12 ชื่อ C12 45,000.00 บาท
                 รายการที่ไม่ได้มาจากไฟล์ ศูนย์ต้นทุน C12 ค่าใช้จ่ายเดินทาง เงินในงบประมาณ บัญชี 5103 45,000.00 บาท
               ค่าตอบแทน ใช้สอย วัสดุ และค่าสาธารณูปโภค ของศูนย์ต้นทุน C12 ชื่อ C12 28,571.43 บาท (ปัดเศษ)
                ต้นทุนทางอ้อม I1 ชื่อ I1 ค่าตอบแทน ใช้สอย วัสดุ และค่าสาธารณูปโภค ต้นทุนผันแปร 100,000.00 บาท × 2/7 (ร้อยละ 28.57) = 28,571.43 บาท (ปัดเศษ) ตามจำนวนบุคลากร (คน) (drivers[0].figures) แหล่งที่มา: สมมติ (แจกแจงแล้วข้างต้น)
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Indirect_cost_is_told_as_the_centre_less_its_direct_cost() =>
        CostStory.Of(HandWorked.Allocated.Graph, CostTables.Of(HandWorked.Year)[1].At("C12", "indirect").From!, code => code).Select(line => line.Text)
            .ShouldContain("หัก ค่าใช้จ่ายเดินทาง ต้นทุนผันแปร ทางตรงของศูนย์ต้นทุน C12 45,000.00 บาท (แจกแจงแล้วข้างต้น)");

    [Fact]
    public void The_tree_of_the_whole_is_never_longer_than_the_trace() => Prop.ForAll(RandomYear.Any, random =>
    {
        var graph = random.Year.Allocated.Graph;
        return CostStory.Of(graph, CostTables.Of(random.Year)[5].TotalAt("total").From!, code => code).Count() <= 1 + graph.Edges.Count + graph.Inputs.Count + graph.Nodes.Count();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_line_is_followed_to_the_main_outputs()
    {
        var onward = CostStory.Onward(HandWorked.Allocated.Graph, new CostNode(CostLevel.Direct, "C12", ExpenseCategory.Travel, Behaviour.Variable), code => $"ชื่อ {code}").ToList();
        onward[0].ShouldBe(new StoryLine(0, "ค่าใช้จ่ายเดินทาง ต้นทุนผันแปร ทางตรงของศูนย์ต้นทุน C12 ชื่อ C12 45,000.00 บาท"));
        onward.Select(line => line.Text).ShouldContain("กิจกรรมย่อย A2 ชื่อ A2 หลังปันส่วนงานสนับสนุน 18,000.00 บาท");
        onward[^1].Text.ShouldBe("ผลผลิตหลัก X1 ชื่อ X1 45,000.00 บาท");
    }

    [Fact]
    public void The_annexes_show_drivers_ratios_and_what_was_left_out()
    {
        var annexes = AnnexTables.Of(HandWorked.Year);
        annexes.Select(table => table.Code).ShouldBe(["ก", "ข", "ค", "กระทบยอด"]);
        annexes[0].Rows.Select(row => $"{row.Code} {row.Cells[3]} {row.Cells[4]}").ShouldBe(
            ["C11 3 42,857.14", "C12 2 28,571.43", "C90 2 28,571.43", "I1 7 100,000.00", "C11 200 4,000.00", "C12 100 2,000.00", "C90 50 1,000.00", "I2 350 7,000.00"]);
        annexes[1].Rows.Count.ShouldBe(8);
        annexes[2].Rows.Select(row => $"{row.Cells[0]} {row.Cells[1]} {row.Cells[2]}").ShouldContain("S2 พัสดุ A1 100/3");
        annexes[3].Rows.Select(row => $"{row.Cells[0]} {row.Cells[2]}").ShouldBe(
        [
            "เงินอุดหนุนที่ส่งผ่านให้ อปท. 1,000,000.00", "ค่าใช้จ่ายตามงบการเงิน 2,476,000.00", "หัก เงินอุดหนุนที่ส่งผ่านให้ อปท. (1,000,000.00)", "ผลต่างที่ยังอธิบายไม่ได้ 0.00", "ต้นทุนรวม 1,476,000.00",
        ]);
    }
}
