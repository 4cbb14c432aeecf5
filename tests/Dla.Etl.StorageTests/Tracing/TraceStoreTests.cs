using Dapper;
using Dla.Etl.Definitions;
using Dla.Etl.Measures.UnitCost;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Drivers;
using Dla.Etl.Measures.UnitCost.Tables;
using Dla.Etl.Measures.UnitCost.Tracing;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.StorageTests.Tracing;

/// <summary>A report's trace stored and read again: exact, shared where it is the same, told down to the cell.</summary>
public class TraceStoreTests
{
    private static readonly CostNode Direct = new(CostLevel.Direct, "C1", ExpenseCategory.Travel, Behaviour.Fixed);
    private static readonly CostNode CentreCost = new(CostLevel.CentreCost, "C1", ExpenseCategory.Travel);
    private static readonly CostNode Centre = new(CostLevel.Centre, "C1");
    private static readonly CostNode Activity = new(CostLevel.SubActivity, "A1");
    private static readonly Split Ratio = new("workload[0].shares", "อัตราส่วน (ร้อยละ)", "บันทึกสมมติ", Declared<IReadOnlyList<SplitPart>>.Unknown("ทดสอบ"));

    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_calculation_comes_back_exact_with_the_lines_of_its_files(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var (version, sequence) = Load(desk, "costs 1", 10_000, 5);
        var stored = Calculation(version, 10_000, 5);
        Store(desk, sequence, "a", stored);

        using var connection = desk.Database.Read();
        var report = StoredReport.WithContent(connection, [Hash("a")]).ShouldHaveSingleItem();
        var again = report.Calculation("2563");
        again.Graph.Nodes.ShouldBe(stored.Rows.Graph().Nodes);
        foreach (var node in again.Graph.Nodes)
        {
            again.Graph.Of(node).ShouldBe(stored.Rows.Graph().Of(node), $"{node}");
            again.Graph.Into(node).Select(part => (part.Edge.From, part.Edge.Share, part.Edge.By?.Key, part.Amount))
                .ShouldBe(stored.Rows.Graph().Into(node).Select(part => (part.Edge.From, part.Edge.Share, part.Edge.By?.Key, part.Amount)));
        }

        again.Graph.Of(Activity).Total.ShouldBe(Rational.Of(10_005, 3), "a third of a satang is kept");
        again.Graph.LinesOf(Direct).Select(line => (line.Amount.Satang, line.Source, line.Origin!.VersionId, line.Origin.RowPosition, line.Origin.File, Cell: line.Origin.Place.Cell?.ToString()))
            .ShouldBe([(10_000, FundingSource.Budget, version, 0, "a.xlsx", "B9"), (5, FundingSource.OffBudget, version, 1, "a.xlsx", "B9")]);
        (again.Name("A1"), again.Name("?"), again.Traced.DriversPath).ShouldBe(("กิจกรรมที่หนึ่ง", "?", "rules/allocation/drivers.2563.yaml"));
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void What_is_the_same_is_stored_once_over_all_nights(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var (version, sequence) = Load(desk, "costs 1", 10_000, 5);
        var calculation = Calculation(version, 10_000, 5);
        Store(desk, sequence, "a", calculation);
        var once = Counts(desk);
        Store(desk, sequence, "a", calculation);
        Counts(desk).ShouldBe(once, "the same report again is already there");
        Store(desk, sequence + 1, "a", calculation);
        Counts(desk).ShouldBe(once with { Reports = 2 }, "as of another sequence it is another report of the same origins and calculation");
        Store(desk, sequence + 1, "b", Calculation(version, 10_000, 6));
        var other = Counts(desk);
        (other.Reports, other.Sheets, other.Cells, other.Calculations).ShouldBe((3, once.Sheets, once.Cells, 2), "only the costs changed");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_cell_is_told_down_to_file_sheet_and_cell_and_a_line_is_followed_to_its_cells(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var (version, sequence) = Load(desk, "costs 1", 10_000, 5);
        Store(desk, sequence, "a", Calculation(version, 10_000, 5));
        Load(desk, "costs 2", 99_999, 5);

        using var connection = desk.Database.Read();
        var report = StoredReport.WithContent(connection, [Hash("a")]).Single();
        var story = new CellStory(connection, FormCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "templates")), report);
        var origin = report.OriginOf(report.Sheets[0], new CellAddress(6, 2)).ShouldBeOfType<CostPlaces>();
        string.Join('\n', TreeText.Lines(TreeText.Tell(story.Of(origin), TreeLimits.None))).ShouldBe(
            """
            ต้นทุนจากเงินในงบประมาณของกิจกรรมย่อย A1 กิจกรรมที่หนึ่ง ก่อนปันส่วนงานสนับสนุน 33.33 บาท (ปัดเศษ) ปีงบประมาณ พ.ศ. 2563 ปันส่วนตามเกณฑ์ในไฟล์ rules/allocation/drivers.2563.yaml
               - ศูนย์ต้นทุน C1 สถจ.สมมติ 100.00 บาท × 1/3 (ร้อยละ 33.33) = 33.33 บาท (ปัดเศษ) ตามอัตราส่วน (ร้อยละ) (workload[0].shares) แหล่งที่มา: บันทึกสมมติ
                  - ค่าใช้จ่ายเดินทาง ของศูนย์ต้นทุน C1 สถจ.สมมติ 100.00 บาท
                     - ค่าใช้จ่ายเดินทาง ต้นทุนคงที่ ทางตรงของศูนย์ต้นทุน C1 สถจ.สมมติ 100.00 บาท
                        - ศูนย์ต้นทุน C1 ค่าใช้จ่ายเดินทาง เงินในงบประมาณ 100.00 บาท จากไฟล์ “a.xlsx” แผ่นงาน “ปริมาณ” เซลล์ B9 เขียนว่า “100” เลขรับที่ 000001 ฉบับที่ 1 รับเมื่อ 1 พฤษภาคม 2564
            """, "the version that stood then, though another stands now");

        var line = SourceFact.OfRow(connection, version, 0).Single(fact => fact.Role == "figure");
        new Feeding(report, story, line).Into(origin).ShouldBe("รับจากเซลล์นี้ 33.33 บาท (ปัดเศษ)");
        var offBudget = SourceFact.OfRow(connection, version, 1).Single(fact => fact.Role == "figure");
        new Feeding(report, story, offBudget).Into(origin).ShouldBeNull("the cell shows the budget only");
        new Feeding(report, story, offBudget).Into(new PerUnitOf(new CostPlaces("2563", TracePoint.To(Activity)), new ComputedOf("ปริมาณ", []))).ShouldBe("ต้นทุน: รับจากเซลล์นี้ 0.02 บาท (ปัดเศษ)");
        new Feeding(report, story, line).Into(new CostPlaces("2563", TracePoint.To(Activity)) { OnlyFromCentre = "C2" }).ShouldBeNull("nothing of it goes through that centre");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_calculation_that_lost_a_place_is_complained_of(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var desk = new Desk(storage);
        var (version, sequence) = Load(desk, "costs 1", 10_000, 5);
        Store(desk, sequence, "a", Calculation(version, 10_000, 5));
        Complaints(desk).ShouldBeEmpty();
        desk.Database.Write(lane => lane.Execute("DELETE FROM calculation_node WHERE level = 'centre'"));
        Complaints(desk).ShouldHaveSingleItem().ShouldContain("without their place");
    }

    private static IReadOnlyList<string> Complaints(Desk desk) => desk.Database.Check().Single(thing => thing.Name == "stored calculations").Complaints;

    private static (string Version, long Sequence) Load(Desk desk, string content, params long[] satang)
    {
        var form = Given.Form();
        var sequence = desk.Load(content, Given.Return(form, 56, [.. satang.Select(amount => Given.Project(form, "C1", amount))])).Sequence;
        using var connection = desk.Database.Read();
        return (connection.QuerySingle<string>("SELECT id FROM return_version WHERE sequence = @sequence", new { sequence }), sequence);
    }

    private static TracedCalculation Calculation(string version, params long[] satang)
    {
        CostLine Line(int row) => new()
        {
            Centre = "C1", Category = ExpenseCategory.Travel, Source = row == 0 ? FundingSource.Budget : FundingSource.OffBudget, Directness = Directness.Direct,
            Behaviour = Behaviour.Fixed, Amount = new Baht(satang[row]), Origin = new CostOrigin(version, row, "", default),
        };
        var graph = CostGraph.Compute(
            [.. satang.Select((_, row) => new CostInput(Line(row), Direct))],
            [new(Direct, CentreCost, Rational.One, null), new(CentreCost, Centre, Rational.One, null), new(Centre, Activity, Rational.Of(1, 3), Ratio)]);
        return new TracedCalculation(
            "2563", Given.Year(2563), TraceRows.Of(graph), new Dictionary<string, string> { ["A1"] = "กิจกรรมที่หนึ่ง", ["C1"] = "สถจ.สมมติ" },
            "rules/allocation/drivers.2563.yaml", Hash("drivers"));
    }

    private static void Store(Desk desk, long sequence, string content, TracedCalculation calculation)
    {
        var hash = ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(content));
        var cells = new Dictionary<CellAddress, CellOrigin> { [new CellAddress(6, 2)] = new CostPlaces("2563", TracePoint.To(Activity, FundingSource.Budget)) };
        var written = new WrittenReport(new ReportRequest("test", Given.Year(2563), sequence, DateTimeOffset.UnixEpoch), "test.xlsx", hash, hash, hash, [], 1, 1)
        {
            Trace = ReportTrace.Of("รายงานทดสอบ", [new SheetTrace("ตาราง 3", "test", cells), new SheetTrace("ว่าง", "test", new Dictionary<CellAddress, CellOrigin>())], [calculation, calculation]),
        };
        desk.Database.Write(lane => TraceStore.Write(lane, written));
    }

    private static string Hash(string content) => ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(content)).Hex;

    private static Stored Counts(Desk desk) => new(desk.Count("traced_report"), desk.Count("sheet_trace"), desk.Count("report_cell"), desk.Count("calculation"));

    private sealed record Stored(long Reports, long Sheets, long Cells, long Calculations);
}
