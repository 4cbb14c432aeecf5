using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;
using Dla.Etl.Tests.Cases;

namespace Dla.Etl.Tests.Plans;

/// <summary>The whole plan of 2564, transcribed from the published text, read as the department would file it (DOMAIN §3.2, §9).</summary>
public sealed class PlanOf2564Tests
{
    private static readonly Lazy<Examined> Read = new(() => new Pipeline(
        new WorkbookReader(new ReadingLimits(), TimeProvider.System),
        new FormRecogniser(FormCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "templates"))),
        _ => null,
        DefinitionFiles.Read(Path.Combine(AppContext.BaseDirectory, "templates")))
        .Examine(ExpectedCase.TestData("samples/action-plan/2564/plan-2564.xlsx"), new Delivery("แผน 2564.xlsx", "00-ส่วนกลาง"), CancellationToken.None));

    public static TheoryData<string, string, int, long, string> Lists => new()
    {
        { "department", "1", 8, 24_313_200, "agrees with the published total to the baht" },
        { "department", "2", 16, 78_586_000, "agrees, with the budget that slipped into the next column and one project without budget" },
        { "department", "3", 3, 17_902_750, "agrees" },
        { "department", "4", 19, 122_465_300, "three projects and 39,844,200 baht short: 9 of the 10 pages are in the text" },
        { "department", "5", 68, 356_936_940, "five projects and 11,333,200 baht short: 34 of the 38 pages are in the text" },
        { "grants", "3", 44, 236_479_663_099, "agrees" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void Each_list_has_the_rows_of_the_text(string fund, string strategy, int projects, long baht, string because)
    {
        var rows = Rows.Where(row => Text(row, "fund") == fund && Text(row, "strategy") == strategy).ToList();
        rows.Count.ShouldBe(projects, because);
        rows.Sum(row => Field(row, "budget").Amount).ShouldBe(baht * 100, because);
    }

    [Fact]
    public void It_passes_with_what_the_scan_lost_as_warnings()
    {
        Read.Value.Return!.Passed.ShouldBeTrue();
        Read.Value.Findings.Where(finding => finding.Severity == Severity.Warning).Select(finding => finding.Kind.Id).ShouldBe(["VAL-002", "PLAN-004"], ignoreOrder: true);
    }

    [Fact]
    public void A_project_without_budget_states_it_and_is_no_zero_by_silence()
    {
        var stated = Rows.Where(row => Field(row, "budget").State == FieldState.StatedZero).ToList();
        stated.ShouldHaveSingleItem().Key.ShouldStartWith("โครงการร่างระเบียบกระทรวงมหาดไทย");
        CellContent.TextOf(Field(stated[0], "budget").Source!.Value.Raw).ShouldBe("ไม่ใช้งบประมาณ");
    }

    [Fact]
    public void Lines_that_only_go_on_belong_to_the_project_before()
    {
        var report = Rows.Single(row => row.Key.StartsWith("โครงการจัดทำหนังสือรายงานประจำปี 2563", StringComparison.Ordinal));
        Text(report, "activities").ShouldContain("กิจกรรมที่ 1 :");
        Text(report, "activities").ShouldContain("กิจกรรมที่ 11 :");
        Text(report, "target").ShouldContain("จำนวน 10,211 เล่ม");
        Rows.ShouldAllBe(row => !row.Key.StartsWith("กิจกรรม", StringComparison.Ordinal));
        // Three lines of arrows under one project of strategy 3.
        Rows.Single(row => row.Key.StartsWith("โครงการบำรุงรักษาระบบสารสนเทศการจัดการฐานข้อมูล", StringComparison.Ordinal)).ShouldSatisfyAllConditions(
            row => Text(row, "q1").ShouldBe("from"), row => Text(row, "q4").ShouldBe("to"));
    }

    [Fact]
    public void Every_office_is_one_of_the_department_with_its_footnote_mark_stripped() =>
        Rows.Count(row => Text(row, "office").Length == 0).ShouldBe(1); // in the text the project of LTAX 3000 has none

    private static IReadOnlyList<NormalisedRow> Rows => Read.Value.Return!.Return.Rows;

    private static NormalisedField Field(NormalisedRow row, string field) => row.Fields[row.Group.IndexOf(field)];

    private static string Text(NormalisedRow row, string field) => Field(row, field).Text ?? "";
}
