using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;
using Dla.Etl.Tests.Definitions;

namespace Dla.Etl.Tests.Recognition;

/// <summary>Returns of the unit-cost form as grids; the figures are synthetic: item n has the quantity 100 + n.</summary>
internal static class Returns
{
    public const string Title = "ตารางกำหนดผลผลิตหลัก กิจกรรมหลัก ผลผลิตย่อย กิจกรรมย่อย ประจำปีงบประมาณ พ.ศ. 2563 ของหน่วยงานหลัก";
    public const string Office = "ชื่อหน่วยงานหลัก สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดพะเยา";

    public const string Header = """
        ผลผลิตหลัก|การกำหนดกิจกรรมหลัก|||การกำหนดผลผลิตย่อย||||การกำหนดกิจกรรมย่อย|||
        |ชื่อกิจกรรมหลัก|อัตราส่วน|หน่วยนับ|ชื่อผลผลิตย่อย|อัตราส่วน|ปริมาณ|หน่วยนับ|ชื่อกิจกรรมย่อย|อัตราส่วน|ปริมาณ|หน่วยนับ

        """;

    public static FormRecogniser Recogniser { get; } = new(Templates.Forms);

    public static IReadOnlyList<ItemDefinition> SubActivities { get; } = Templates.Form().Group("sub_activity").Items;

    /// <summary>One table with a row for every sub-activity.</summary>
    public static string OneTable(string title = Title, string office = Office, string header = Header, Func<int, string, string>? change = null) =>
        $"{title}\n{office}\n\n{header}{Rows(1, 20, change)}";

    /// <summary>Rows of sub-activities with what stands beside them.</summary>
    public static string Rows(int first, int last, Func<int, string, string>? change = null)
    {
        var rows = "";
        for (var number = first; number <= last; number++)
        {
            var row = $"{Beside(number, first)}|{number}. {SubActivities[number - 1].Label}|#5|#{100 + number}|ครั้ง";
            rows += (change?.Invoke(number, row) ?? row) + "\n";
        }

        return rows;
    }

    public static Step<RecognisedForm> Recognise(RawWorkbook workbook, string? folder = "56-พะเยา", string file = "แบบปริมาณ.xlsx") =>
        Recogniser.Recognise(workbook, new Delivery(file, folder));

    public static Step<RecognisedForm> RecogniseCsv(string literal, string? folder = "56-พะเยา", string file = "แบบปริมาณ.csv") =>
        Recognise(Grid.Csv(literal), folder, file);

    /// <summary>The findings of ERROR and worse, as officers read them.</summary>
    public static IReadOnlyList<string> Errors(this Step<RecognisedForm> step) => Messages(step, Severity.Error);

    public static IReadOnlyList<string> Messages(this Step<RecognisedForm> step, Severity least) =>
        [.. step.Findings.Where(finding => finding.Severity >= least).Select(finding => $"{finding.Kind.Id} {finding.Place}: {finding.Message}")];

    /// <summary>The quantities of a group by item: <c>SA01=101@K5</c>.</summary>
    public static string Quantities(this Step<RecognisedForm> step, string group = "sub_activity")
    {
        var definition = step.Artefact!.Form.Group(group);
        var field = definition.IndexOf(FieldRole.Figure);
        return string.Join(" ", step.Artefact.Rows.Where(row => row.Group.Code == group)
            .Select(row => $"{row.Item?.Code ?? "?"}={row.Fields[field]?.Raw.Value}@{row.Fields[field]?.Address}"));
    }

    /// <summary>What <see cref="Quantities"/> gives when item n stands on row first + n in a column.</summary>
    public static string Expected(string column, int rowOfFirst, int first = 1, int last = 20) =>
        string.Join(" ", Enumerable.Range(first, last - first + 1).Select(number => $"SA{number:00}={100 + number}@{column}{rowOfFirst + number - first}"));

    private static string Beside(int number, int first) => number switch
    {
        1 => "ส่งเสริมและสนับสนุน อปท.|1. พัฒนาบุคลากร|#25|7,850 แห่ง|1. การส่งเสริม สนับสนุนการดำเนินงานของ อปท.|#70|#71|จำนวน อปท. ในจังหวัด",
        7 => $"{Again(first)}|2. พัฒนาและเพิ่มศักยภาพการบริหาร หน่วยงาน|#25|7,850 แห่ง||||",
        14 => $"{Again(first)}|3. พัฒนาระบบเทคโนโลยีสารสนเทศและการสื่อสาร|#25|7,850 แห่ง|2. การส่งเสริมและสนับสนุนการดำเนินงานตามอำนาจหน้าที่ ภารกิจ ของ อปท.|#30|#71|จำนวน อปท. ในจังหวัด",
        _ => "|||||||",
    };

    private static string Again(int first) => first > 1 ? "ส่งเสริมและสนับสนุน อปท. (ต่อ)" : "";
}
