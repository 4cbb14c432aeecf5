using System.Data.Common;
using System.Globalization;
using System.Text;
using Dla.Etl.Correspondence;
using Dla.Etl.Distribution;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Distribution.Subscriptions;
using Dla.Etl.Normalising;
using Dla.Etl.Reporting;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Makes the mails of subscriptions.</summary>
internal sealed class ReportMail(DbConnection connection, Workplace workplace)
{
    // What a mail weighs besides its attachment, and what base64 with its line ends adds to that (RFC 2045, 6.8).
    private const long OwnWeight = 100_000;
    private const double Base64 = 78.0 / 57;

    private IReadOnlyList<string> Letterhead(IEnumerable<(string Form, Period Period)> about) =>
        Letterheads.Of(workplace, about.Select(one => workplace.Forms.Get(one.Form, one.Period).Owner).Distinct().ToArray() is [var owner] ? owner : null);

    /// <summary>A report that is there and those it goes to.</summary>
    public sealed record Ready(Subscription Subscription, Period Period, Post Post, LastWritten Last, byte[] Workbook)
    {
        /// <summary>The province that it is of; null for the whole country.</summary>
        public UnitCode? Unit { get; init; }
    }

    /// <summary>The mail that brings a report; it answers all the occasions at once.</summary>
    public DueNotice Bring(Ready ready, IReadOnlyList<SubscriptionPeriod> periods, IReadOnlyList<(int Place, string Address)> places)
    {
        var (subscription, period, post, last, workbook) = ready;
        var values = Values(ready);
        var subject = SlotText.Fill(subscription.Wording.Subject, values);
        var fits = (workbook.Length * Base64) + OwnWeight <= workplace.Mail.MaxMailBytes;
        return new DueNotice(
            OutgoingKind.Report, string.Create(CultureInfo.InvariantCulture, $"report {subscription.Id} {period.Number} {periods[0].Key} {post.Role}"), post.Title, places, subject)
        {
            Letter = () => SubscriptionLetter.Of(Letterhead([(subscription.Report.Form, period)]), subscription.Wording, values, subject, fits ? Attached(last) : OnShare(last, workbook.LongLength), Letterheads.Foot),
            Attach = () => fits ? [new OutgoingAttachment(NameOf(last), workplace.Archive.StoreDefinition(workbook), workbook.LongLength)] : [],
            Also = (lane, outbox, place) => Record(lane, ready, periods, outbox, place),
        };
    }

    /// <summary>The mail that says which reports are not there: one a night, or one a month for what data or rules hold back in the same way.</summary>
    public DueNotice Missing(Post post, DateOnly night, IReadOnlyList<MissingReport> missing)
    {
        var wording = workplace.Subscriptions.Failure!;
        var count = missing.Count.ToString(CultureInfo.InvariantCulture);
        var values = new Dictionary<string, string>
        {
            ["night"] = ThaiDates.Long(night), ["night_thai"] = ThaiDates.Long(night, thaiDigits: true), ["count"] = count, ["count_thai"] = ThaiPrint.Digits(count),
            [SubscriptionCatalogue.Recipient] = post.Title,
        };
        var subject = SlotText.Fill(wording.Subject, values) + Letterheads.Mark(workplace);
        return new DueNotice(
            OutgoingKind.ReportFailed, Occasion(post, night, missing), post.Title,
            [.. post.Addresses.Select((address, index) => (index + 1, address))], subject)
        {
            Letter = () => SubscriptionLetter.OfFailure(
                Letterhead(missing.Select(one => (one.Report.Form, one.Period))), wording, values, subject,
                [.. missing.Select(one => ($"{one.Report.Title} ประจำ{ThaiPrint.Digits(ThaiPeriods.Called(one.Period))}", one.Cause))], Letterheads.Foot),
        };
    }

    private static string Occasion(Post post, DateOnly night, IReadOnlyList<MissingReport> missing) => missing.All(one => one.IsOfData)
        ? string.Create(CultureInfo.InvariantCulture, $"report_failed {night:yyyy-MM} {post.Role} {CausesOf(missing)}")
        : string.Create(CultureInfo.InvariantCulture, $"report_failed {night:yyyy-MM-dd} {post.Role}");

    private static string CausesOf(IReadOnlyList<MissingReport> missing) => ContentHash.Of(Encoding.UTF8.GetBytes(string.Concat(
        missing.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Report.Id} {one.Period} {one.Cause}\n")).Order(StringComparer.Ordinal)))).Hex[..16];

    private Dictionary<string, string> Values(Ready ready)
    {
        var request = new ReportRequest(ready.Subscription.Report.Id, ready.Period, ready.Last.Sequence, CommitSequence.CommittedAt(connection, ready.Last.Sequence)) { Unit = ready.Unit, Notice = workplace.Notice };
        return new Dictionary<string, string>(ReportFacts.Of(ready.Subscription.Report, workplace.Forms, connection, request), StringComparer.Ordinal)
        {
            [SubscriptionCatalogue.Recipient] = ready.Post.Title,
        };
    }

    private static string NameOf(LastWritten last) => Path.GetFileName(last.FileName);

    private static string Attached(LastWritten last) => $"{NameOf(last)} (ไฟล์แนบ)";

    private string OnShare(LastWritten last, long size)
    {
        var megabytes = (size / 1_048_576.0).ToString("0.0", CultureInfo.InvariantCulture);
        return $"{NameOf(last)} มีขนาด {megabytes} เมกะไบต์ เกินกว่าที่แนบทางอีเมลได้ โปรดเปิดที่ {PathOf(last.FileName)}";
    }

    private string PathOf(string file) => workplace.Mail.ReportsShare is { Length: > 0 } share
        ? share.Contains('\\', StringComparison.Ordinal) ? $"{share.TrimEnd('\\', '/')}\\{file.Replace('/', '\\')}" : $"{share.TrimEnd('/')}/{file}"
        : Path.Combine(workplace.Folders.Reports, file);

    private static void Record(WriteLane lane, Ready ready, IReadOnlyList<SubscriptionPeriod> periods, string outbox, int place)
    {
        foreach (var period in periods)
            lane.Execute(
                """
                INSERT INTO subscription_mail (subscription, fiscal_year, period, role, place, outbox_id, content_hash)
                VALUES (@subscription, @year, @period, @role, @place, @outbox, @content)
                ON CONFLICT (subscription, fiscal_year, period, role, place) DO NOTHING
                """,
                new { subscription = ready.Subscription.Id, year = ready.Period.Number, period = period.Key, role = ready.Post.Role, place, outbox, content = ready.Last.Content });
    }
}
