using Dla.Etl.Findings;
using Dla.Etl.Measures.Disbursement.FollowUp;
using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.Disbursement.Printing;

/// <summary>One of the three forms that a province has to see entered (S001).</summary>
/// <param name="Name">Name of its query and of its columns.</param>
/// <param name="Form">Id of the form.</param>
/// <param name="Group">Group of the form whose rows name the authorities.</param>
/// <param name="Label">In Thai, as sheets head it.</param>
/// <param name="Short">The same in a word, for remarks.</param>
internal sealed record FollowedForm(string Name, string Form, string Group, string Label, string Short);

/// <summary>Of where a count is: the country, a province, or a district of it.</summary>
internal readonly record struct FollowUpPlace(string? Province = null, string? District = null);

/// <summary>Everything the sheets of <c>grant-follow-up</c> and <c>grant-follow-up-province</c> print, computed once for a report.</summary>
internal sealed record FollowUpAccounts
{
    /// <summary>The three feeds of S001, in the order of the columns.</summary>
    public static readonly IReadOnlyList<FollowedForm> Forms =
    [
        new("general", "general-grant-disbursement", "grant", "เงินอุดหนุนทั่วไป", "ทั่วไป"),
        new("specific", "specific-grant-status", "project", "เงินอุดหนุนเฉพาะกิจ", "เฉพาะกิจ"),
        new("plan", "development-plan-progress", "plan", "แผนพัฒนาท้องถิ่น", "แผนพัฒนา"),
    ];

    /// <summary>Registry edition and provinces.</summary>
    public required MonthlyReport Report { get; init; }

    /// <summary>Who entered what, in the order of <see cref="Forms"/>.</summary>
    public required IReadOnlyList<FormFollowUp> FollowUps { get; init; }

    /// <summary>The authorities of each province, by district and name.</summary>
    public required IReadOnlyList<(Province Province, IReadOnlyList<LocalAuthority> Authorities)> Provinces { get; init; }

    /// <summary>The month.</summary>
    public required Period Period { get; init; }

    /// <summary>What holds the report back.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Of the input of a report; the sheets of one report share it.</summary>
    public static FollowUpAccounts Of(MeasureInput input) => input.Once("follow_up_accounts", () => Compute(input));

    private static FollowUpAccounts Compute(MeasureInput input)
    {
        var report = MonthlyReport.Of(input);
        return new FollowUpAccounts
        {
            Report = report,
            FollowUps = [.. Forms.Select(form => FormFollowUp.Of(
                form.Form, input.Forms.Get(form.Form, input.Period).Deadline, report.Registry, input.Rows<EntryRow>(form.Name), input.Rows<RefusedRow>(form.Name + "_refused"),
                form.Name == "specific" ? input.Rows<AllocatedRow>("allocated").Select(row => row.Authority).ToHashSet(StringComparer.Ordinal) : null))],
            Provinces = [.. report.Provinces.Select(province => (province, (IReadOnlyList<LocalAuthority>)[.. AuthorityOrder.Sorted(report.Registry.Of(province.Code), one => one)]))],
            Period = input.Period,
            Findings = report.Findings,
        };
    }

    /// <summary>How authorities stand with a form.</summary>
    public FollowUpCounts Counts(int form, IEnumerable<LocalAuthority> authorities) => FollowUpCounts.Of(authorities.Select(authority => FollowUps[form].Entries[authority.Code.ToString()]));

    /// <summary>How an authority stands with each form, in their order.</summary>
    public IReadOnlyList<FollowUpEntry> EntriesOf(LocalAuthority authority) => [.. FollowUps.Select(form => form.Entries[authority.Code.ToString()])];

    /// <summary>True when all that an authority has entered came by the deadline.</summary>
    public bool IsOnTime(LocalAuthority authority) => EntriesOf(authority).All(entry => !entry.HasEntered || entry.IsOnTime);

    /// <summary>The rows of an authority in a form.</summary>
    public AuthorityFigures Origin(int form, string authority) => new(Forms[form].Form, Period, Forms[form].Group, "authority") { Authority = authority, Shows = AuthorityChoice.Rows };

    /// <summary>What a state and its day come from. Where another return counts by now, its rows tell nothing of the day, so every file is told that may have been the first.</summary>
    public CellOrigin Origin(int form, string authority, FollowUpEntry entry) => entry is { IsReplaced: true, Day: { } day }
        ? new ComputedOf(
            $"วันที่ได้รับ และการส่งทันกำหนดหรือไม่ เป็นของฉบับแรกที่ผ่านการตรวจสอบและมีแถวของ อปท. แห่งนี้ ซึ่งได้รับเมื่อ {ThaiPrint.Day(day)} ส่วนแถวที่แสดงเป็นแถวที่ใช้อยู่ในขณะจัดทำรายงาน ซึ่งมาจากฉบับที่ได้รับภายหลัง",
            [.. ((string[])[authority, authority[2..4]]).Select(unit => new StandingReturns(Forms[form].Form, Period) { Unit = unit }), Origin(form, authority)])
        : Origin(form, authority);

    /// <summary>The authorities of a place that have rows in a form.</summary>
    public AuthorityFigures Origin(int form, FollowUpPlace place) => new(Forms[form].Form, Period, Forms[form].Group, "authority")
    {
        Province = place.Province, District = place.District, Shows = AuthorityChoice.Authorities,
    };

    /// <summary>Something told of all forms together.</summary>
    public ComputedOf AllForms(string words) => new(words, [.. Forms.Select((_, form) => Origin(form, Place))]);

    /// <summary>Of where the whole report is.</summary>
    public FollowUpPlace Place => new(Provinces is [var only] ? only.Province.Code.ToString() : null);
}
