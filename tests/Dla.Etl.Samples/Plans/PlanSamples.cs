using System.Text;
using Dla.Etl.Samples.Writers;

namespace Dla.Etl.Samples.Plans;

/// <summary>The department's whole plan of 2564 as a workbook, from the transcription: what the demonstration files.</summary>
public static class PlanSamples
{
    private const string Head = "received,fiscal_year,province,file,folder,deliver_as,outcome,timing\n";

    /// <summary>The plan, drawn as the document prints it.</summary>
    public static PlanDrawing Plan { get; } = new()
    {
        Lines = [.. PlanRecord.Lines.Select(line => line.Line)],
        Page = 6,
        Note = "หมายเหตุ : ถอดความจากแผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. 2564 เฉพาะแถวที่มีในข้อความที่สแกนไว้",
    };

    /// <summary>Path below <c>testdata</c>, and bytes.</summary>
    public static IEnumerable<KeyValuePair<string, byte[]>> All()
    {
        yield return new("samples/action-plan/2564/plan-2564.xlsx", DraftWriting.Write(Plan.Draw(), Container.Xlsx));
        yield return new("samples/action-plan/arrivals.csv", Encoding.UTF8.GetBytes(
            Head + "2020-09-28T10:30:00+07:00,2564,00,2564/plan-2564.xlsx,00-ส่วนกลาง,แผนปฏิบัติราชการ 2564.xlsx,accepted,on-time\n"));
    }
}
