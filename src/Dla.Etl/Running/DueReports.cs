using System.Data.Common;
using Dapper;
using Dla.Etl.Correspondence;
using Dla.Etl.Definitions;
using Dla.Etl.Distribution.Subscriptions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Intake;
using Dla.Etl.Normalising;
using Dla.Etl.Reporting;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Looks which subscriptions are due: what is sent, and what cannot be because its report is not there. Changes nothing.</summary>
/// <param name="connection">The warehouse.</param>
/// <param name="workplace">Subscriptions, reports, addresses.</param>
/// <param name="time">The instant.</param>
internal sealed class DueReports(DbConnection connection, Workplace workplace, NoticeTime time)
{
    private readonly AddressBook _book = workplace.Addresses;
    private readonly DateOnly _today = ThaiDates.DayInBangkok(time.Now);
    private readonly NightlyReport _night = new(connection, workplace, time);
    private readonly ReportMail _mail = new(connection, workplace);
    private readonly Dictionary<(string, Period), ReportReadiness> _readiness = [];
    private readonly List<MissingReport> _missing = [];

    /// <summary>For the operator.</summary>
    public List<IntakeProblem> Problems { get; } = [];

    /// <summary>The mails that are due, those that tell of missing reports last.</summary>
    public IReadOnlyList<DueNotice> Find()
    {
        var (due, offices) = (new List<DueNotice>(), new DueOfficeReports(connection, workplace, _night, _today));
        foreach (var subscription in workplace.Subscriptions.All)
            foreach (var period in Periods(subscription))
                if (subscription.Report.Scope == ReportScope.Country)
                    due.AddRange(subscription.To.SelectMany(role => Of(subscription, period, role)));
                else
                    due.AddRange(offices.Find(subscription, period));
        Problems.AddRange(offices.Problems);
        return [.. due, .. Failures()];
    }

    private IEnumerable<DueNotice> Of(Subscription subscription, Period period, string role)
    {
        var readiness = Readiness(subscription.Report, period);
        if (readiness is ReportReadiness.NothingToReport or ReportReadiness.NotYet)
            return [];
        var last = _night.LastOf(subscription.Report, period, null);
        var deadline = workplace.Forms.Get(subscription.Report.Form, period).Deadline;
        var occasions = SubscriptionPeriods.Due(subscription.When, _today, deadline, last?.Version ?? "none");
        var post = _book.PostOf(role);
        var sent = new SentBefore(connection, subscription.Id, period, role);
        var places = (post?.Addresses ?? []).Select((address, index) => (Place: index + 1, address))
            .Where(one => occasions.Any(occasion => sent.Lacks(one.Place, occasion, readiness == ReportReadiness.Ready ? last!.Content : null))).ToList();
        if (occasions.Count > 0 && post is not { Addresses.Count: > 0 })
            Problems.Add(Nobody(role, subscription.Report.Title));
        if (places.Count == 0)
            return [];
        var workbook = readiness == ReportReadiness.Ready ? ReportWorkbook.Read(workplace, subscription.Report, last!) : null;
        if (workbook is { Problem: { } problem })
            Problems.Add(problem);
        if (workbook?.Bytes is { } bytes)
            return [_mail.Bring(new(subscription, period, post!, last!, bytes), occasions, places)];
        _missing.Add(workbook is null
            ? Held(post!, subscription.Report, period, readiness)
            : new(post!, subscription.Report, period, workbook.Cause));
        return [];
    }

    // One mail a night to a post, whatever is missing.
    private IEnumerable<DueNotice> Failures() => _missing.GroupBy(one => one.Post.Role, StringComparer.Ordinal)
        .Select(group => _mail.Missing(group.First().Post, _today, [.. group.DistinctBy(one => (one.Report.Id, one.Period))]));

    private ReportReadiness Readiness(ReportDefinition report, Period period)
    {
        if (!_readiness.TryGetValue((report.Id, period), out var known))
            _readiness[(report.Id, period)] = known = _night.Of(report, period, null);
        return known;
    }

    // The latest is the latest of which a return stands: one file of a wrong year that was rejected must not turn the head's report to that year.
    private List<Period> Periods(Subscription subscription)
    {
        var periods = subscription.Report.Templates.Keys.Where(year => workplace.Forms.Years(subscription.Report.Form).Contains(year)).Order()
            .SelectMany(year => workplace.Forms.PeriodsOf(subscription.Report.Form, year)).ToList();
        if (subscription.AllYears)
            return periods;
        var known = connection.Query<(int Year, bool Stands)>(
            "SELECT fiscal_year, max(CASE WHEN version_id IS NULL THEN 0 ELSE 1 END) FROM outcome WHERE form = @form AND fiscal_year IS NOT NULL GROUP BY fiscal_year",
            new { form = subscription.Report.Form }).AsList();
        var latest = periods.FindLast(period => known.Contains((period.Number, true)));
        return latest != default ? [latest] : [.. periods.Where(period => known.Contains((period.Number, false))).TakeLast(1)];
    }

    private static IntakeProblem Nobody(string role, string what) =>
        new(role, new Finding(NoticeFindings.PostWithoutAddress) { Subject = role, Found = $"รายงาน “{what}”" });

    // Of a report that data or rules hold back the reader is told what is missing: the department can mend it, the operator cannot.
    private MissingReport Held(Post post, ReportDefinition report, Period period, ReportReadiness readiness)
    {
        if (readiness != ReportReadiness.HeldBack)
            return new(post, report, period, CauseOf(readiness));
        var sequence = CommitSequence.Last(connection);
        var findings = ReportFacts.Refusals(report, workplace.Forms, connection, new ReportRequest(report.Id, period, sequence, CommitSequence.CommittedAt(connection, sequence)));
        return findings.Count == 0
            ? new(post, report, period, CauseOf(readiness))
            : new(post, report, period, ReportRefusal.InShort(ReportFile.NameOf(report, period, null, null), findings)) { IsOfData = true };
    }

    private static string CauseOf(ReportReadiness readiness) => readiness switch
    {
        ReportReadiness.Failed => "การจัดทำรายงานเมื่อคืนขัดข้องก่อนเสร็จ",
        ReportReadiness.Stopped => "การจัดทำรายงานเมื่อคืนถูกสั่งหยุดก่อนเสร็จ",
        ReportReadiness.NotRun => "ระบบไม่ได้จัดทำรายงานตามเวลาที่กำหนด",
        ReportReadiness.HeldBack => "รายงานไม่ผ่านการตรวจก่อนเผยแพร่ หรือเขียนไฟล์ไม่ได้ จึงถูกระงับไว้",
        _ => throw new ArgumentOutOfRangeException(nameof(readiness), readiness, "That is no cause."),
    };
}

/// <summary>A report that was due to a post and is not there.</summary>
internal sealed record MissingReport(Post Post, ReportDefinition Report, Period Period, string Cause)
{
    /// <summary>True when data or rules are wanting, which may stay so for weeks: told when it changes and once a month, not every night.</summary>
    public bool IsOfData { get; init; }
}
