using System.Text;
using Dla.Etl.Samples.Drafts;
using Dla.Etl.Samples.Writers;

namespace Dla.Etl.Samples.Costs;

/// <summary>When the department's own files come in the demonstration: the costs of 2563 cut off at first, so that their control line speaks.</summary>
public static class CostArrivals
{
    private const string Head = "received,fiscal_year,province,file,folder,deliver_as,outcome,timing\n";

    /// <summary>Path below <c>testdata</c>, and bytes.</summary>
    public static IEnumerable<KeyValuePair<string, byte[]>> All()
    {
        yield return new("samples/cost-by-cost-centre/2563/costs-2563-cut-off.csv", DraftWriting.Write(CutOff(2563), Container.CsvThai));
        yield return Plan("cost-by-cost-centre",
            "2021-05-17T10:12:00+07:00,2563,00,2563/costs-2563-cut-off.csv,00-ส่วนกลาง,ค่าใช้จ่ายรายศูนย์ต้นทุน 2563.csv,rejected,on-time",
            "2021-05-27T14:40:00+07:00,2563,00,2563/costs-2563.csv,00-ส่วนกลาง,ค่าใช้จ่ายรายศูนย์ต้นทุน 2563.csv,accepted,on-time",
            "2022-05-25T09:05:00+07:00,2564,00,2564/costs-2564.xlsx,00-ส่วนกลาง,ค่าใช้จ่ายรายศูนย์ต้นทุน 2564.xlsx,accepted,on-time");
        yield return Plan("prior-year-adjustment",
            "2022-05-30T11:20:00+07:00,2564,00,2564/adjustments-2564.xlsx,00-ส่วนกลาง,การปรับปรุงข้อมูลต้นทุนปีก่อน 2564.xlsx,accepted,on-time");
        yield return Plan("cost-explanation",
            "2022-06-15T15:30:00+07:00,2564,00,2564/explanations-2564.xlsx,00-ส่วนกลาง,คำอธิบายการเปลี่ยนแปลงต้นทุน 2564.xlsx,accepted,on-time");
    }

    // The export broke off before its end; the control line is still that of the whole.
    private static DraftWorkbook CutOff(int year)
    {
        var lines = CostBook.Of(year);
        return (CostDrawing.Costs(year, [.. lines.Take(lines.Count - 40)]) with { Total = lines.Sum(line => line.Satang) / 100.0 }).Draw();
    }

    private static KeyValuePair<string, byte[]> Plan(string form, params IEnumerable<string> lines) =>
        new($"samples/{form}/arrivals.csv", Encoding.UTF8.GetBytes(Head + string.Concat(lines.Select(line => line + "\n"))));
}
