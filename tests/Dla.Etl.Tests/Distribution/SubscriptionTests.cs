using System.Globalization;
using System.Text;
using Dla.Etl.Definitions;
using Dla.Etl.Distribution.Subscriptions;
using Dla.Etl.Tests.Definitions;

namespace Dla.Etl.Tests.Distribution;

/// <summary>When a subscription sends, and what stops its file.</summary>
public class SubscriptionTests
{
    private static readonly DefinitionFiles Files = DefinitionFiles.Read(Templates.Folder);
    private static readonly ReportCatalogue Reports = ReportCatalogue.Load(Files);
    private static readonly DateOnly Deadline = new(2021, 5, 31);

    [Theory]
    [InlineData(SendWhen.Nightly, "2021-05-20", "version-v", "every night, when changed")]
    [InlineData(SendWhen.NightlyAlways, "2021-05-20", "night-2021-05-20", "every night")]
    [InlineData(SendWhen.MonthlyOnFirst, "2021-05-31", "", "30 days after the 1st: passed")]
    [InlineData(SendWhen.MonthlyOnFirst, "2021-06-01", "month-2021-06-01", "the 1st")]
    [InlineData(SendWhen.MonthlyOnFirst, "2021-06-11", "month-2021-06-01", "ten days late")]
    [InlineData(SendWhen.MonthlyOnFirst, "2021-06-12", "", "eleven days late: passed")]
    [InlineData(SendWhen.MonthlyOnFifth, "2021-06-04", "", "before the 5th, and the last one long ago")]
    [InlineData(SendWhen.MonthlyOnFifth, "2021-06-05", "month-2021-06-05", "the 5th, a Saturday: mail waits, people need not")]
    [InlineData(SendWhen.MonthlyOnFifth, "2022-01-03", "", "over the end of a year")]
    [InlineData(SendWhen.AfterDeadline, "2021-05-31", "", "the day itself is not over")]
    [InlineData(SendWhen.AfterDeadline, "2021-06-01", "deadline-2021-05-31", "the day after")]
    [InlineData(SendWhen.AfterDeadline, "2021-06-11", "deadline-2021-05-31", "ten days late")]
    [InlineData(SendWhen.AfterDeadline, "2021-06-12", "", "passed")]
    [InlineData(SendWhen.AfterDeadline, "2026-06-01", "", "installed years later")]
    [InlineData(SendWhen.BeforeDeadline, "2021-05-27", "", "four days before")]
    [InlineData(SendWhen.BeforeDeadline, "2021-05-28", "before-2021-05-31", "three days before")]
    [InlineData(SendWhen.OnDeadline, "2021-05-30", "", "the day before")]
    [InlineData(SendWhen.OnDeadline, "2021-05-31", "on-2021-05-31", "the day itself")]
    [InlineData(SendWhen.AfterDeadlineWhenChanged, "2021-06-01", "after-2021-05-31", "the day after")]
    public void A_subscription_is_due_on_its_day_and_made_up_for_some_days(SendWhen when, string today, string expected, string because) =>
        string.Join(' ', SubscriptionPeriods.Due([when], Day(today), Deadline, "v").Select(period => period.Key)).ShouldBe(expected, because);

    [Fact]
    public void What_names_the_mail_is_the_rarest_occasion_and_all_are_answered_by_it() =>
        SubscriptionPeriods.Due([SendWhen.Nightly, SendWhen.MonthlyOnFirst, SendWhen.AfterDeadline], Day("2021-06-01"), Deadline, "v").Select(period => (period.Key, period.OnlyWhenChanged))
            .ShouldBe([("deadline-2021-05-31", false), ("month-2021-06-01", false), ("version-v", true)]);

    [Theory]
    [InlineData("2021-05-31", "2021-06-01", "after the deadline, before the 5th")]
    [InlineData("2021-06-01", "2021-06-05", "the deadline has passed")]
    [InlineData("2021-06-05", "2021-07-05", "today is due, not next")]
    public void The_next_day_is_told(string today, string expected, string because) =>
        SubscriptionPeriods.Next([SendWhen.AfterDeadline, SendWhen.MonthlyOnFifth, SendWhen.Nightly], Day(today), Deadline).ShouldBe(Day(expected), because);

    [Fact]
    public void The_shipped_ones_load()
    {
        var shipped = SubscriptionCatalogue.Load(Files, Reports, Templates.Forms);
        shipped.All.Select(one => one.Id).ShouldBe(
        [
            "action-plan-progress", "action-plan-reconciliation", "development-plan-strategy", "grant-disbursement-strategy", "grant-follow-up-office", "grant-follow-up-strategy", "grant-pipeline-strategy",
            "unit-cost-quantities-accounting", "unit-cost-quantities-strategy", "unit-cost-tables",
        ]);
        shipped.Failure.ShouldNotBeNull();
        Files.All.Where(file => file.Path.StartsWith("mail/", StringComparison.Ordinal)).ShouldAllBe(file => !file.Text.Replace("gfmis@dla.go.th", "", StringComparison.Ordinal).Contains('@'), "no address of a person stands in what is kept for ever; the circular's own is that of the office");
    }

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "report: unit-cost-quantities", "report: no-such", "there is no report 'no-such'; there are action-plan-" },
        { "{provinces_missing}", "{provinces_missng}", "nothing fills {provinces_missng}" },
        { "{recipient}", "{name}", "nothing fills {name}" },
        { "when: [nightly]", "when: [weekly]", "“weekly” is not known" },
        { "when: [nightly]", "when: []", "must not be empty" },
        { "to: [accounting-head]", "to: []", "must not be empty" },
        { "to: [accounting-head]", "to: [office]", "is [office] just where the report is for_each province" },
        { "report: unit-cost-quantities", "report: grant-follow-up-province", "is [office] just where the report is for_each province" },
        { "years: latest", "years: 2563", "allowed are latest, all" },
        { "subscription: one", "subscription: two", "must be the name of its file" },
        { "value: '{not_sent}/{provinces}'", "value: '{not_sent}/{of}'", "nothing fills {of}" },
        { "closing: [c]", "closing: [c]\ncc: [x]", "unknown key" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named(string good, string bad, string says)
    {
        const string Good =
            """
            subscription: one
            report: unit-cost-quantities
            years: latest
            to: [accounting-head]
            when: [nightly]
            subject: 's {fiscal_year_thai}'
            opening: 'เรียน {recipient}'
            paragraphs: ['{provinces_missing}']
            facts: [{label: l, value: '{not_sent}/{provinces}'}]
            closing: [c]
            """;
        Load(Good).All.ShouldHaveSingleItem();
        Good.ShouldContain(good);
        var wrong = Should.Throw<DefinitionException>(() => Load(Good.Replace(good, bad, StringComparison.Ordinal)));
        wrong.Message.ShouldContain(says);
        wrong.Message.ShouldContain("one.yaml");
    }

    [Fact]
    public void Without_the_words_for_a_missing_report_there_is_no_subscription() =>
        Should.Throw<DefinitionException>(() => SubscriptionCatalogue.Load(
            DefinitionFiles.Of("x", Files.All.Where(file => file.Path != "mail/report-failed.yaml")), Reports, Templates.Forms)).Message.ShouldContain("report-failed.yaml");

    private static SubscriptionCatalogue Load(string text) => SubscriptionCatalogue.Load(
        DefinitionFiles.Of("x",
        [
            .. Files.All.Where(file => !file.Path.StartsWith("mail/subscriptions/", StringComparison.Ordinal)),
            new DefinitionFile("mail/subscriptions/one.yaml", Encoding.UTF8.GetBytes(text)),
        ]), Reports, Templates.Forms);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
