using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Reference;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Measures;

/// <summary>Who sent on time, who late, whose return did not pass, who sent nothing.</summary>
public static class SubmissionStatus
{
    private static readonly MeasuredColumn[] Columns = ["number", "name", "region", "status", "received", "version", "warnings", "remark"];

    /// <summary>The table of the sheet สถานะการส่ง, one row a province, and the counts: of each standing and of the provinces whose standing return has warnings (<c>warned</c>), each with the names as <c>…_names</c>.</summary>
    [Measure("submission_status")]
    public static MeasureResult Of(MeasureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var warnings = input.Rows<StandingReturn>("returns").ToDictionary(row => row.Unit, row => row.Warnings, StringComparer.Ordinal);
        // The header prints the form's deadline of today, so rows and counts are judged by the same one and not by that of the day of loading.
        var status = input.Status.Select(one => one.JudgedBy(input.Form.Deadline)).ToDictionary(one => one.Unit);
        var rows = input.ByRegion.SelectMany(region => region)
            .Select((province, index) => Row(index + 1, province, status[province.Code], input.Form, warnings));
        return new MeasureResult(new MeasuredTable(Columns, [.. rows]))
        {
            Values = new Dictionary<string, CellContent>(
                Enum.GetValues<Standing>().SelectMany(standing => Counted(input, KindOf(standing), province => status[province.Code].Standing == standing))
                    .Concat(Counted(input, "warned", province => warnings.GetValueOrDefault(province.Code.ToString()) > 0)), StringComparer.Ordinal),
        };
    }

    private static IEnumerable<KeyValuePair<string, CellContent>> Counted(MeasureInput input, string name, Func<Province, bool> which) =>
        [
            new(name, Whole(input.Provinces.Count(which)).From(new StandingReturns(input.Form.Id, input.Form.Period))),
            new($"{name}_names", CellContent.Text(input.Listed(which)).From(new StandingReturns(input.Form.Id, input.Form.Period))),
        ];

    private static MeasuredRow Row(int number, Province province, UnitStatus status, FormDefinition form, Dictionary<string, int> warnings)
    {
        var from = new StandingReturns(form.Id, form.Period) { Unit = province.Code.ToString() };
        CellContent[] told =
        [
            CellContent.Text(NameOf(status.Standing)),
            status.FirstReceivedAt is { } received ? CellContent.Day(ThaiPrint.DayOf(received)) : CellContent.Missing,
            status.Version is { } version ? CellContent.Number(version.Number) : CellContent.Missing,
            status.Version is not null && warnings.TryGetValue(province.Code.ToString(), out var count) ? CellContent.Number(count) : CellContent.Missing,
            Remark(status, form.Deadline) is { Length: > 0 } remark ? CellContent.Text(remark) : CellContent.Nothing,
        ];
        return new MeasuredRow(
            KindOf(status.Standing),
            [CellContent.Number(number), CellContent.Text(province.NameThai), CellContent.Text(province.Region.NameThai()), .. told.Select(cell => cell.From(from))]);
    }

    private static string Remark(UnitStatus status, DateOnly deadline)
    {
        var parts = new List<string>();
        if (status.Standing == Standing.Late && status.FirstReceivedAt is { } first)
            parts.Add($"ช้ากว่ากำหนด {Number(ThaiPrint.DayOf(first).DayNumber - deadline.DayNumber)} วัน");
        if (status.Version is { RevertsVersion: { } reverted, StandsSince: var since })
            parts.Add($"กรมฯ ให้กลับไปใช้ข้อมูลฉบับที่ {Number(reverted)} เมื่อ {ThaiPrint.ShortDay(ThaiPrint.DayOf(since))}");
        else if (status.Version is { Number: > 1 } version)
            parts.Add($"ส่งฉบับแก้ไขเมื่อ {ThaiPrint.ShortDay(ThaiPrint.DayOf(version.ReceivedAt))}");
        if (status.Version is not null && status.Last is { Verdict: Verdict.Rejected } last)
            parts.Add($"ฉบับที่ส่งเมื่อ {ThaiPrint.ShortDay(ThaiPrint.DayOf(last.ReceivedAt))} ไม่ผ่านการตรวจสอบ ยังใช้ฉบับเดิม");
        if (status.Standing == Standing.Rejected && status.Last is { } rejected)
            parts.Add($"ส่งแล้ว {Number(status.Rejections)} ครั้ง ครั้งล่าสุดเมื่อ {ThaiPrint.ShortDay(ThaiPrint.DayOf(rejected.ReceivedAt))}");
        if (status.Standing == Standing.Missing)
            parts.Add("ยังไม่ได้รับแบบรายงานที่ระบุได้ว่าเป็นของจังหวัดนี้");
        return string.Join("  ", parts);
    }

    private static string KindOf(Standing standing) => standing switch
    {
        Standing.OnTime => "on_time",
        Standing.Late => "late",
        Standing.Rejected => "rejected",
        _ => "not_sent",
    };

    private static string NameOf(Standing standing) => standing switch
    {
        Standing.OnTime => "ตรงเวลา",
        Standing.Late => "ล่าช้า",
        Standing.Rejected => "ไม่ผ่าน",
        _ => "ยังไม่ส่ง",
    };

    private static CellContent Whole(int number) => CellContent.Text(Number(number));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
