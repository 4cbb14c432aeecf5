using System.Data.Common;
using System.Globalization;
using Dla.Etl.Correspondence;
using Dla.Etl.Distribution.Subscriptions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Intake;
using Dla.Etl.Normalising;
using Dla.Etl.Reference;
using Dla.Etl.Values;

namespace Dla.Etl.Running;

/// <summary>
/// Looks which offices get the workbook of their own province. It goes to the addresses that the address book has for the office and to nobody else; an
/// office hears nothing of a workbook that is not there, which is the department's trouble and told to the operator.
/// </summary>
/// <param name="connection">The warehouse.</param>
/// <param name="workplace">Subscriptions, reports, addresses.</param>
/// <param name="night">The reports of the night.</param>
/// <param name="today">The day in Bangkok.</param>
internal sealed class DueOfficeReports(DbConnection connection, Workplace workplace, NightlyReport night, DateOnly today)
{
    private readonly AddressBook _book = workplace.Addresses;
    private readonly ReportMail _mail = new(connection, workplace);
    private readonly List<string> _nobody = [], _absent = [];

    /// <summary>For the operator.</summary>
    public List<IntakeProblem> Problems { get; } = [];

    /// <summary>The mails of a subscription for a period.</summary>
    public IReadOnlyList<DueNotice> Find(Subscription subscription, Period period)
    {
        var deadline = workplace.Forms.Get(subscription.Report.Form, period).Deadline;
        // Of most months nothing is due, and then nothing is asked of 76 provinces.
        if (SubscriptionPeriods.Due(subscription.When, today, deadline, "").Count == 0)
            return [];
        _nobody.Clear();
        _absent.Clear();
        List<DueNotice> due = [.. night.UnitsOf(subscription.Report, period).OfType<UnitCode>().Select(unit => Of(subscription, period, Units.Get(unit), deadline)).OfType<DueNotice>()];
        Tell(NoticeFindings.UnitsWithoutAddress, _nobody, subscription.Report.Title, period);
        Tell(NoticeFindings.OfficeReportsAbsent, _absent, subscription.Report.Title, period);
        return due;
    }

    private DueNotice? Of(Subscription subscription, Period period, Unit unit, DateOnly deadline)
    {
        var readiness = night.Of(subscription.Report, period, unit.Code);
        if (readiness is ReportReadiness.NothingToReport or ReportReadiness.NotYet)
            return null;
        var (last, isReady) = (night.LastOf(subscription.Report, period, unit.Code), readiness == ReportReadiness.Ready);
        var occasions = SubscriptionPeriods.Due(subscription.When, today, deadline, last?.Version ?? "none");
        var post = new Post(unit.Code.ToString(), unit.OfficeName, _book.AddressesOf(unit.Code.ToString()));
        var sent = new SentBefore(connection, subscription.Id, period, post.Role);
        var places = post.Addresses.Select((address, index) => (Place: index + 1, address))
            .Where(one => occasions.Any(occasion => sent.Lacks(one.Place, occasion, isReady ? last!.Content : null))).ToList();
        if (post.Addresses.Count == 0)
            _nobody.Add(unit.Label);
        if (places.Count == 0)
            return null;
        if (!isReady)
        {
            _absent.Add(unit.Label);
            return null;
        }

        var workbook = ReportWorkbook.Read(workplace, subscription.Report, last!);
        if (workbook.Problem is { } problem)
            Problems.Add(problem);
        return workbook.Bytes is { } bytes ? _mail.Bring(new(subscription, period, post, last!, bytes) { Unit = unit.Code }, occasions, places) : null;
    }

    private void Tell(FindingKind kind, List<string> units, string report, Period period)
    {
        if (units.Count > 0)
            Problems.Add(new IntakeProblem(report, new Finding(kind)
            {
                Subject = string.Create(CultureInfo.InvariantCulture, $"รายงาน “{report}” {ThaiPeriods.Called(period)} ของ {units.Count} จังหวัด"), Found = string.Join(", ", units),
            }));
    }
}
