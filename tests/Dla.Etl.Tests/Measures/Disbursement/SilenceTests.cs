using Dla.Etl.Measures;
using Dla.Etl.Measures.Disbursement.DevelopmentPlan;
using Dla.Etl.Measures.Disbursement.FollowUp;
using Dla.Etl.Measures.Disbursement.Pipeline;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Reporting;

namespace Dla.Etl.Tests.Measures.Disbursement;

/// <summary>What nobody has reported is neither zero nor a wrong reason.</summary>
public sealed class SilenceTests
{
    private const string NothingToReport = "06340101";

    [Theory]
    [InlineData("pipeline_provinces", "projects", "มหาสารคาม", CellContentKind.Missing, "nobody there has reported")]
    [InlineData("pipeline_provinces", "gone", "มหาสารคาม", CellContentKind.Missing, "nor in the month before")]
    [InlineData("pipeline_provinces", "stages", "มหาสารคาม", CellContentKind.Missing, "nobody there has reported")]
    [InlineData("pipeline_money", "allocated", "มหาสารคาม", CellContentKind.Missing, "nobody there has reported")]
    [InlineData("pipeline_money", "used_percent", "มหาสารคาม", CellContentKind.Missing, "nobody there has reported")]
    [InlineData("pipeline_provinces", "projects", "อุบลราชธานี", CellContentKind.Number, "its authority says that there is nothing to report")]
    [InlineData("pipeline_money", "allocated", "อุบลราชธานี", CellContentKind.Number, "its authority says that there is nothing to report")]
    [InlineData("pipeline_provinces", "projects", "รวมทั้งประเทศ", CellContentKind.Number, "others have reported")]
    public void A_province_without_a_return_has_no_figures_and_one_with_nothing_to_report_has_zeros(string measure, string column, string place, CellContentKind kind, string reason)
    {
        var cell = Cell(Pipeline(measure, [.. HandWorkedMonth.Projects, new ProjectRow { Authority = NothingToReport }], HandWorkedMonth.ProjectsBefore), place, column);
        cell.Kind.ShouldBe(kind, reason);
        if (place == "อุบลราชธานี")
            cell.NumberValue.ShouldBe(0, reason);
    }

    [Theory]
    [InlineData("pipeline_provinces", "projects", CellContentKind.Missing, "no return of the month")]
    [InlineData("pipeline_provinces", "advanced", CellContentKind.Missing, "what moved is not known")]
    [InlineData("pipeline_provinces", "gone", CellContentKind.Number, "what the month before has and this has not is known")]
    [InlineData("pipeline_money", "disbursed", CellContentKind.Missing, "no return of the month")]
    public void A_month_without_any_return_has_no_figures_of_the_country(string measure, string column, CellContentKind kind, string reason)
    {
        var result = Pipeline(measure, [], HandWorkedMonth.ProjectsBefore);
        Cell(result, "รวมทั้งประเทศ", column).Kind.ShouldBe(kind, reason);
        (result.Values["projects"].TextValue, result.Values["allocated"].TextValue).ShouldBe(("…", "…"), reason);
        result.Values["warnings"].TextValue.ShouldContain("ยังไม่มี อปท. ใดรายงานในเดือนนี้");
    }

    [Theory]
    [InlineData("total", "a silent month")]
    [InlineData("stage", "each stage of it")]
    public void The_summary_of_a_silent_month_has_no_figures(string kind, string reason)
    {
        var rows = Pipeline("pipeline_summary", [], HandWorkedMonth.ProjectsBefore).Table!.Rows.Where(row => row.Kind == kind).ToList();
        rows.ShouldNotBeEmpty(reason);
        rows.SelectMany(row => row.Cells.Skip(2).Take(5)).ShouldAllBe(cell => cell.Kind == CellContentKind.Missing, reason);
        rows.ShouldAllBe(row => row.Cells[7].Kind == CellContentKind.Number && row.Cells[8].Kind == CellContentKind.Missing, reason);
    }

    [Theory]
    [InlineData("05560101", "ไม่มี อปท. ใดรายงานตัวเลขทั้งเดือนนี้และเดือนเมษายน พ.ศ. 2566 จึงไม่มีตัวเลขให้เปรียบเทียบ", "April has rows, of nobody who has any in May")]
    [InlineData(null, "ไม่มีข้อมูลเดือนเมษายน พ.ศ. 2566 ให้เปรียบเทียบ", "April has none")]
    public void Plans_say_why_there_is_nothing_to_compare(string? before, string line, string reason)
    {
        var rows = HandWorkedMonth.Plans.Where(row => row.Authority != "05560101").ToList();
        List<PlanRow> then = [.. HandWorkedMonth.PlansBefore.Where(row => row.Authority == before)];
        var input = HandWorkedMonth.Input("development-plan", HandWorkedMonth.Registry) with { Query = (name, _) => name == "rows" ? rows : then };
        var sheet = HandWorkedMonth.Report("development-plan").Sheets[0];
        var values = MeasureCatalogue.Get(sheet.Measure)(input with { Settings = sheet.Settings }).Values;
        (values["moved_line"].TextValue, values["compared_line"].TextValue).ShouldBe((line, line), reason);
    }

    [Theory]
    [InlineData("follow_up_province_lacking", "none")]
    [InlineData("follow_up_province_authorities", "district")]
    public void A_province_without_authorities_in_the_registry_is_told_so(string measure, string kind)
    {
        const string told = "ทะเบียน อปท. ณ วันที่ 1 มีนาคม 2566 ไม่มี อปท. ในจังหวัดนี้";
        var input = HandWorkedMonth.Input("grant-follow-up-province", new AuthorityRegistry(new DateOnly(2023, 3, 1), [])) with { Query = (_, type) => Array.CreateInstance(type, 0) };
        var result = MeasureCatalogue.Get(measure)(input);
        var row = result.Table!.Rows.ShouldHaveSingleItem();
        row.Kind.ShouldBe(kind);
        row.Cells[0].TextValue.ShouldStartWith(told);
        result.Values["registry_line"].TextValue.ShouldStartWith(told);
        result.Values["complete_line"].TextValue.ShouldStartWith(told);
        result.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ตัวอย่างสาม", "จังหวัดรวบรวมส่ง (ทั่วไป)", "its own plan was not sent")]
    [InlineData("ตัวอย่างห้า", "จังหวัดรวบรวมส่ง (ทั่วไป เฉพาะกิจ)  ส่งว่าไม่มีรายการหลังกำหนด", "two forms stand in the compilation")]
    [InlineData("ตัวอย่างหนึ่ง", null, "it sends itself")]
    public void A_remark_names_the_forms_that_the_province_compiled(string name, string? remark, string reason)
    {
        var rows = MeasureCatalogue.Get("follow_up_authorities")(HandWorkedMonth.Input("grant-follow-up", HandWorkedMonth.Registry)).Table!.Rows;
        rows.Single(row => row.Kind != "province" && row.Cells[2].TextValue.EndsWith(name, StringComparison.Ordinal)).Cells[^1].TextValue.ShouldBe(remark, reason);
    }

    [Fact]
    public void A_remark_on_all_forms_is_short()
    {
        List<EntryRow> compiled = [new() { Authority = "05210101", Unit = "21", Rows = 1, FirstReceivedAt = "2023-06-02T03:00:00.0000000Z", ReceivedAt = "2023-06-02T03:00:00.0000000Z" }];
        var input = HandWorkedMonth.Input("grant-follow-up", HandWorkedMonth.Registry) with
        {
            Query = (_, type) => type == typeof(EntryRow) ? compiled : Array.CreateInstance(type, 0),
        };
        var rows = MeasureCatalogue.Get("follow_up_authorities")(input).Table!.Rows;
        rows.Single(row => row.Kind != "province" && row.Cells[2].TextValue.EndsWith("ตัวอย่างสาม", StringComparison.Ordinal)).Cells[^1].TextValue.ShouldBe("จังหวัดรวบรวมส่ง (ทุกแบบ)");
    }

    private static MeasureResult Pipeline(string measure, IReadOnlyList<ProjectRow> rows, IReadOnlyList<ProjectRow> before) =>
        MeasureCatalogue.Get(measure)(HandWorkedMonth.Input("grant-pipeline", HandWorkedMonth.Registry) with
        {
            Query = (name, _) => name switch { "rows" => rows, "rows_before" => before, _ => HandWorkedMonth.Stages },
        });

    private static CellContent Cell(MeasureResult result, string place, string column)
    {
        var names = result.Table!.Columns.SelectMany(one => Enumerable.Repeat(one.Name, one.Cells)).ToList();
        return result.Table.Rows.Single(row => row.Cells[1].TextValue == place).Cells[names.IndexOf(column)];
    }
}
