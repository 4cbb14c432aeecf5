using Dla.Etl.Definitions;
using Dla.Etl.Measures.Disbursement.DevelopmentPlan;
using Dla.Etl.Measures.Disbursement.Grants;
using Dla.Etl.Measures.Disbursement.Pipeline;
using Dla.Etl.Reporting;
using Dla.Etl.Samples.Registry;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

using static Dla.Etl.StorageTests.GrantRows;

namespace Dla.Etl.StorageTests;

/// <summary>The reports over local authorities from the warehouse: their queries on both engines, and figures that explain themselves.</summary>
public class GrantReportTests
{
    private static readonly string Templates = Path.Combine(AppContext.BaseDirectory, "templates");

    private static readonly Period April = Period.MonthOf(FiscalYear.FromBuddhistEra(2566), 4), May = Period.MonthOf(FiscalYear.FromBuddhistEra(2566), 5);

    private static readonly FormCatalogue Forms = FormCatalogue.Load(Templates);

    private static readonly ReportCatalogue Reports = ReportCatalogue.Load(Templates);

    public static TheoryData<string> Engines => StorageUnderTest.Engines;

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void An_authority_s_own_later_return_stands_in_for_its_row_of_the_province_s(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        var (first, second) = (MadeUpRegistry.Now.All[0], MadeUpRegistry.Now.All[1]);
        Import(database);
        Load(database, "general-grant-disbursement", May, first.Province.ToString(), "grant", Grant(first, "G14", 100, 40), Grant(first, "G15", 100, 40), Grant(second, "G14", 300, 200));
        Load(database, "general-grant-disbursement", May, first.Code.ToString(), "grant", Grant(first, "G14", 100, 90));

        using var connection = database.Read();
        var request = new ReportRequest("grant-disbursement", May, 3, DateTimeOffset.UnixEpoch);
        var input = new ReportData(Reports.Get(request.Report), Forms, connection, request).Input(Reports.Get(request.Report).Templates[May.Year]);
        input.Rows<GrantRow>("rows").Select(row => (row.Authority, row.Item, row.Disbursed)).OrderBy(row => row.Authority, StringComparer.Ordinal)
            .ShouldBe([(first.Code.ToString(), "G14", 9000L), (second.Code.ToString(), "G14", 20000L)]);
        ReportFacts.Of(Reports.Get(request.Report), Forms, connection, request)["percent"].ShouldBe("72.50", "290 of 400; the withdrawn item of the compilation counts no more");

        var story = new AuthorityStory(connection, Forms, 3, new FigureStory(connection, Forms, 3));
        var all = new AuthorityFigures("general-grant-disbursement", May, "grant", "disbursed");
        story.Of(all).Exact.ShouldBe(29000);
        story.Of(all with { Authority = first.Code.ToString() }).Exact.ShouldBe(9000);
        story.Of(all with { Only = new RowChoice("item", "G15") }).Exact.ShouldBeNull("nobody reports it any more");
        story.Of(all with { Shows = AuthorityChoice.Authorities, Field = "authority" }).Exact.ShouldBe(2);
        story.Of(all).Below.Select(province => province.Below.ShouldHaveSingleItem("each in a province of its own").Exact).ShouldBe([9000, 20000]);
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_project_knows_since_when_it_stands_where_it_is(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        var authority = MadeUpRegistry.Now.All[0];
        Import(database);
        Load(database, "specific-grant-status", April, authority.Code.ToString(), "project", Project(authority, "ถนน", "3"), Project(authority, "ประปา", "5"));
        Load(database, "specific-grant-status", May, authority.Code.ToString(), "project", Project(authority, "ถนน", "3"), Project(authority, "ประปา", "6"));

        using var connection = database.Read();
        var request = new ReportRequest("grant-pipeline", May, 3, DateTimeOffset.UnixEpoch);
        var input = new ReportData(Reports.Get(request.Report), Forms, connection, request).Input(Reports.Get(request.Report).Templates[May.Year]);
        input.Rows<StageOfMonth>("stages").Select(stage => (stage.Period, stage.Stage)).Order().ShouldBe([(256604, "3"), (256604, "5")]);
        var facts = ReportFacts.Of(Reports.Get(request.Report), Forms, connection, request);
        facts["projects"].ShouldBe("2");
        facts["moved_line"].ShouldStartWith("คืบหน้า 1  คงเดิม 1  ย้อนกลับ 0");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void A_plan_has_moved_by_what_those_say_who_reported_in_both_months(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        var (first, second, third) = (MadeUpRegistry.Now.All[0], MadeUpRegistry.Now.All[1], MadeUpRegistry.Now.All[2]);
        Import(database);
        Load(database, "development-plan-progress", April, first.Code.ToString(), "plan", Plan(first, 10, 100));
        Load(database, "development-plan-progress", May, first.Code.ToString(), "plan", Plan(first, 12, 150));
        Load(database, "development-plan-progress", May, second.Code.ToString(), "plan", Plan(second, 5, 50));
        Load(database, "development-plan-progress", May, third.Code.ToString(), "plan", NoPlan(third));

        using var connection = database.Read();
        var request = new ReportRequest("development-plan", May, 5, DateTimeOffset.UnixEpoch);
        var input = new ReportData(Reports.Get(request.Report), Forms, connection, request).Input(Reports.Get(request.Report).Templates[May.Year]);
        input.Rows<PlanRow>("rows").Select(row => (row.Authority, row.SaysNothing, row.DisbursedBaht)).OrderBy(row => row.Authority, StringComparer.Ordinal)
            .ShouldBe(new[] { (first.Code.ToString(), false, (long?)15_000), (second.Code.ToString(), false, 5_000), (third.Code.ToString(), true, null) }.OrderBy(row => row.Item1, StringComparer.Ordinal));
        var facts = ReportFacts.Of(Reports.Get(request.Report), Forms, connection, request);
        facts["projects_line"].ShouldContain("เบิกจ่าย 17");
        facts["moved_line"].ShouldContain("เบิกจ่าย 50.00  (เทียบเฉพาะ อปท. ที่รายงานทั้งสองเดือน 1 แห่ง)", customMessage: "who reports for the first time has not moved by all that it has");

        var story = new AuthorityStory(connection, Forms, 5, new FigureStory(connection, Forms, 5));
        var all = new AuthorityFigures("development-plan-progress", May, "plan", "disbursed_baht");
        (story.Of(all).Exact, story.Of(all with { AlsoIn = April }).Exact, story.Of(all with { Period = April, AlsoIn = May }).Exact).ShouldBe((20_000, 15_000, 10_000));
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void The_follow_up_asks_the_three_forms(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        var (first, second) = (MadeUpRegistry.Now.All[0], MadeUpRegistry.Now.All[1]);
        Import(database);
        Load(database, "general-grant-disbursement", May, first.Code.ToString(), "grant", Grant(first, "none", null, null));
        Load(database, "specific-grant-status", April, second.Code.ToString(), "project", Project(second, "ถนน", "3"));

        using var connection = database.Read();
        var facts = ReportFacts.Of(Reports.Get("grant-follow-up"), Forms, connection, new ReportRequest("grant-follow-up", May, 3, DateTimeOffset.UnixEpoch));
        facts["general_line"].ShouldContain($"ส่งแล้ว 1 จาก {MadeUpRegistry.Now.All.Count} แห่ง");
        facts["general_line"].ShouldContain("ไม่มีรายการ 1");
        facts["specific_line"].ShouldStartWith("ส่งแล้ว 0 จาก 1 แห่ง", customMessage: "only who reported a project in April is known to have an allocation");
    }

    [SkippableTheory]
    [MemberData(nameof(Engines))]
    public void What_a_revert_undid_is_no_allocation(string engine)
    {
        using var storage = StorageUnderTest.Of(engine);
        var database = storage.Open();
        var (right, wrong, province) = (MadeUpRegistry.Now.All[0], MadeUpRegistry.Now.All[1], MadeUpRegistry.Now.All[0].Province.ToString());
        Import(database);
        Load(database, "specific-grant-status", April, province, "project", Project(right, "ถนน", "3"));
        Load(database, "specific-grant-status", April, province, "project", 2, null, Project(right, "ถนน", "3"), Project(wrong, "ประปา", "5"));
        Load(database, "specific-grant-status", April, province, "project", 3, 1, Project(right, "ถนน", "3"));
        Load(database, "general-grant-disbursement", May, right.Code.ToString(), "grant", Grant(right, "none", null, null));

        using var connection = database.Read();
        string Specific(long sequence) => ReportFacts.Of(Reports.Get("grant-follow-up"), Forms, connection, new ReportRequest("grant-follow-up", May, sequence, DateTimeOffset.UnixEpoch))["specific_line"];
        Specific(3).ShouldStartWith("ส่งแล้ว 0 จาก 2 แห่ง", customMessage: "as of then the second version stood");
        Specific(5).ShouldStartWith("ส่งแล้ว 0 จาก 1 แห่ง", customMessage: "the version with the other authority was undone");
        Load(database, "specific-grant-status", April, right.Code.ToString(), "project", NoProject(right));
        Specific(6).ShouldNotContain("จาก 1 แห่ง", customMessage: "its own return says that there is no project");
    }
}
