using Dla.Etl.Findings;
using Dla.Etl.Recognition;
using Dla.Etl.Tests.Validation;

namespace Dla.Etl.Tests.Recognition;

/// <summary>Months without a day and whole dates in the lines of a monthly form that is due on the 5th.</summary>
public sealed class StatedMonthsTests
{
    public static TheoryData<string, string, string, string> Lines => new()
    {
        { "ประจำเดือนพฤษภาคม 2566\nข้อมูล ณ วันที่ 3 มิถุนายน 2566", "ก", "2566-05", "the date is the day of drawing up" },
        { "ข้อมูล ณ วันที่ 3 มิถุนายน 2566\nประจำเดือนพฤษภาคม 2566", "ก", "2566-05", "in whatever order" },
        { "ประจำเดือนพฤษภาคม 2566\nข้อมูล ณ วันที่ 20 มิถุนายน 2566", "ก", "2566-05", "late, but the month is stated" },
        { "ประจำเดือนกันยายน 2566\nข้อมูล ณ วันที่ 3 ตุลาคม 2566", "ก", "2566-09", "nor does the date tell the fiscal year" },
        { "ข้อมูล ณ วันที่ 31 พฤษภาคม 2566", "ก", "2566-05", "the last day" },
        { "ข้อมูล ณ วันที่ 6 มิถุนายน 2566", "ก", "2566-06", "the day after that on which May is due" },
        { "ข้อมูล ณ วันที่ 5 มิถุนายน 2566", "ก", "REC-033 A2", "May or June?" },
        { "ข้อมูล ณ วันที่ 5/6/2566", "ก", "REC-033 A2", "the same in figures" },
        { "ข้อมูล ณ วันที่ 3 มิถุนายน 2566", "เบิกจ่าย พ.ค. 66", "2566-05", "the file name tells which" },
        { "ประจำเดือนพฤษภาคม 2566\nประจำเดือนมิถุนายน 2566", "ก", "REC-034 A3", "two months contradict each other" },
        { "ข้อมูล ณ วันที่ 31 พฤษภาคม 2566\nข้อมูล ณ วันที่ 30 มิถุนายน 2566", "ก", "REC-034 A3", "two ends of months too" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_whole_date_is_weaker_than_a_month(string lines, string name, string told, string because)
    {
        var forms = KeyedForm.With(change: yaml => yaml.Replace("deadline: 2023-05-31", "period: month\ndeadline_day: 5", StringComparison.Ordinal)
            .Replace("year_lines: [ปีงบประมาณ]", "year_lines: [ปีงบประมาณ], month_lines: [ประจำเดือน, ข้อมูล ณ วันที่]", StringComparison.Ordinal));
        var read = new FormRecogniser(forms).Recognise(
            Grid.Csv($"แบบเล็กของโครงการ ปีงบประมาณ 2566\n{lines}\nจังหวัดพะเยา\nหน่วยงาน|โครงการ|สถานะ|ได้รับจัดสรร|เบิกจ่ายแล้ว|ร้อยละ|วันที่สัญญา|หมายเหตุของแถว\nก|ถนน|ลงนาม|#2|#0"), new Delivery(name + ".csv", null));
        (read.Artefact?.Period.ToString() ?? string.Join(", ", read.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.Kind.Id} {finding.Place.Cell}")))
            .ShouldBe(told, because);
    }
}
