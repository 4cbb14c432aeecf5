using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dla.Etl.Normalising;
using Dla.Etl.Samples.Writers;
using Dla.Etl.Values;

namespace Dla.Etl.Samples.Plans;

/// <summary>Made-up progress of the department's projects of 2564 in three months: what the demonstration files. The projects are the plan's, every result is invented.</summary>
public static partial class ProgressSamples
{
    private const string Head = "received,fiscal_year,province,file,folder,deliver_as,outcome,timing\n";

    private static readonly FiscalYear Year = FiscalYear.FromBuddhistEra(2564);

    private static readonly string[] Problems =
    [
        "สถานการณ์โรคติดเชื้อไวรัสโคโรนา 2019 ทำให้เลื่อนการฝึกอบรม (ข้อมูลสังเคราะห์)", "อยู่ระหว่างจัดทำขอบเขตของงาน (ข้อมูลสังเคราะห์)",
        "ไม่มีผู้ยื่นข้อเสนอในการจัดซื้อจัดจ้างครั้งแรก (ข้อมูลสังเคราะห์)",
    ];

    /// <summary>Path below <c>testdata</c>, and bytes.</summary>
    public static IEnumerable<KeyValuePair<string, byte[]>> All()
    {
        foreach (var month in new[] { 1, 2, 3 })
            yield return new($"samples/action-plan-progress/2564/progress-2564-0{month.ToString(CultureInfo.InvariantCulture)}.xlsx",
                DraftWriting.Write(ProgressDrawing.Of(Period.MonthOf(Year, month), [.. Lines(month)]).Draw(), Container.Xlsx));
        yield return new("samples/action-plan-progress/arrivals.csv", Encoding.UTF8.GetBytes(Head
            + "2021-02-08T10:20:00+07:00,2564,00,2564/progress-2564-01.xlsx,00-ส่วนกลาง,ผลการดำเนินงานตามแผน ม.ค. 64.xlsx,accepted,on-time\n"
            + "2021-03-09T15:05:00+07:00,2564,00,2564/progress-2564-02.xlsx,00-ส่วนกลาง,ผลการดำเนินงานตามแผน ก.พ. 64.xlsx,accepted,on-time\n"
            + "2021-04-08T11:45:00+07:00,2564,00,2564/progress-2564-03.xlsx,00-ส่วนกลาง,ผลการดำเนินงานตามแผน มี.ค. 64.xlsx,accepted,on-time\n"));
    }

    /// <summary>The rows of a month; some projects are told of in none.</summary>
    public static IEnumerable<ProgressLine> Lines(int month) => PlanRecord.Lines
        .Where(line => line.Line.IsProject && line.Line.Fund.StartsWith("งบอำนวยการ", StringComparison.Ordinal))
        .Where(line => line.SourceLine % 19 != 5).Select(line => Line(line.SourceLine, line.Line, month));

    private static ProgressLine Line(int number, PlanLine line, int month)
    {
        var dice = new SplitMix(2564, number);
        var (begins, lasts) = (dice.Between(0, 7), dice.Between(2, 8));
        var (now, day) = (month + 2, dice.Between(1, 28)); // October is 0
        var cancelled = number == 369 && month == 3;
        var state = cancelled ? 3 : now < begins ? 0 : now < begins + lasts ? 1 : 2;
        var share = state switch { 0 => 0m, 2 => 1m, _ => (decimal)(now - begins + 1) / (lasts + 1) };
        var spent = Math.Round((decimal)line.Baht * share * dice.Between(62, 98) / 100 / 100) * 100;
        spent = line.Baht == 0 || cancelled ? 0 : Math.Min(spent, (decimal)line.Baht);
        return new ProgressLine(line.Project, line.Office.Length == 0 ? "สน.คท." : line.Office.TrimEnd(' ', '*'), line.Baht > 0 ? line.Baht : null, (double)spent,
            ((string[])["ยังไม่ดำเนินการ", "อยู่ระหว่างดำเนินการ", "ดำเนินการแล้วเสร็จ", "ยกเลิก"])[state])
        {
            Output = Target(line.Target) is var (target, unit) ? ((double?)target, (double?)(state == 0 ? 0 : Math.Floor(target * (double)share)), unit) : (null, null, null),
            Percent = line.Baht > 0 ? (double)Math.Round(spent * 100 / (decimal)line.Baht, 2, MidpointRounding.AwayFromZero) : null,
            Started = state is 1 or 2 ? Day(begins, day) : null,
            Finished = state == 2 ? Day(begins + lasts - 1, 28) : null,
            Problem = state == 1 && number % 4 == 0 ? Problems[number / 4 % Problems.Length] : null,
            Note = cancelled ? "ยกเลิกตามมติคณะกรรมการ (ข้อมูลสังเคราะห์)" : null,
        };
    }

    private static string Day(int month, int day) => ThaiDates.Long(Year.Start.AddMonths(month).AddDays(day - 1));

    private static (double, string)? Target(string text) => Counted().Match(text) is { Success: true } found
        ? (double.Parse(found.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture), found.Groups[2].Value)
        : null;

    [GeneratedRegex("^(?:จำนวน )?([0-9,]+) (คน|เล่ม|แห่ง|เรื่อง|ฉบับ)$")]
    private static partial Regex Counted();
}
