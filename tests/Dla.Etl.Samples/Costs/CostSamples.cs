using Dla.Etl.Samples.Writers;
using static Dla.Etl.Samples.Costs.SampleCost;

namespace Dla.Etl.Samples.Costs;

/// <summary>The files of the whole department, for the demonstration: costs of two years, explanations and adjustments of the later one.</summary>
public static class CostSamples
{
    /// <summary>Path below <c>testdata</c>, and bytes.</summary>
    public static IEnumerable<KeyValuePair<string, byte[]>> All()
    {
        yield return new("samples/cost-by-cost-centre/2563/costs-2563.csv", DraftWriting.Write(Costs(2563), Container.CsvThai));
        yield return new("samples/cost-by-cost-centre/2564/costs-2564.xlsx", DraftWriting.Write(Costs(2564), Container.Xlsx));
        yield return new("samples/cost-explanation/2564/explanations-2564.xlsx", DraftWriting.Write(CostDrawing.Explanations(2564, Explanations).Draw(), Container.Xlsx));
        yield return new("samples/prior-year-adjustment/2564/adjustments-2564.xlsx", DraftWriting.Write(CostDrawing.Adjustments(2564, Adjustments).Draw(), Container.Xlsx));
    }

    /// <summary>The explanations of 2564: of most rows that pass the threshold with the made-up rules; SS03 is left, so that a missing one shows.</summary>
    public static IReadOnlyList<(int Table, string Item, string Name, string Words)> Explanations { get; } =
    [
        (7, "SA15", "สำรวจปัญหาการจัดเก็บภาษีที่ดินฯ", "ต้นทุนรวมเพิ่มขึ้นเพราะสำนักบริหารการคลังท้องถิ่นได้รับเงินอุดหนุนสำรวจข้อมูลเพิ่มในปีนี้ (ข้อมูลสังเคราะห์)"),
        (7, "SA17", "บันทึกบัญชีในระบบ e-LAAS", "ต้นทุนรวมเพิ่มขึ้นจากการปรับปรุงระบบบัญชีคอมพิวเตอร์ ขณะที่จำนวนงานใกล้เคียงเดิม (ข้อมูลสังเคราะห์)"),
        (7, "SA19", "สถิติการคลังท้องถิ่น", "ต้นทุนรวมเพิ่มขึ้นตามงบประมาณของสำนักบริหารการคลังท้องถิ่น (ข้อมูลสังเคราะห์)"),
        (7, "SS01", "ด้านการเงินและบัญชี", "สัดส่วนงานของกองคลังที่ใช้กับด้านการเงินและบัญชีเพิ่มขึ้น (ข้อมูลสังเคราะห์)"),
        (8, "SO2", "ส่งเสริมสนับสนุนตามอำนาจหน้าที่ ภารกิจ ของ อปท.", "ต้นทุนเพิ่มขึ้นตามกิจกรรมย่อยที่ 15, 17 และ 19 (ข้อมูลสังเคราะห์)"),
        (9, "MA3", "พัฒนาระบบเทคโนโลยีสารสนเทศฯ", "ต้นทุนเพิ่มขึ้นจากการพัฒนาระบบข้อมูลกลางของ อปท. (ข้อมูลสังเคราะห์)"),
        (7, "SS02", "ด้านการพัสดุ", "สัดส่วนงานของกองคลังที่ใช้กับด้านการพัสดุลดลง และจำนวนครั้งที่จัดซื้อเพิ่มขึ้น (ข้อมูลสังเคราะห์)"),
        (7, "SS12", "ด้านงานสารบรรณและช่วยอำนวยการ", "แบ่งงานของสำนักงานเลขานุการกรมใหม่ ส่วนใหญ่ย้ายไปด้านยานพาหนะ (ข้อมูลสังเคราะห์)"),
    ];

    /// <summary>The adjustments of 2564, which change costs of 2563.</summary>
    public static IReadOnlyList<SampleCost> Adjustments { get; } =
    [
        new(CostPlace.Of("P56"), Operating, Budget, Direct, Variable, "5104010104", -350_000_00, "ย้ายค่าใช้จ่ายที่บันทึกผิดศูนย์ต้นทุนในปี 2563 ไปยังกองคลัง (ข้อมูลสังเคราะห์)"),
        new(CostPlace.Of("D01"), Operating, Budget, Direct, Variable, "5104010104", 350_000_00, "รับโอนค่าใช้จ่ายที่บันทึกผิดศูนย์ต้นทุนในปี 2563 จาก สถจ.พะเยา (ข้อมูลสังเคราะห์)"),
        new(CostPlace.Of("P30"), Depreciation, NoCash, Direct, Fixed, "5105010101", 90_000_00, "คำนวณค่าเสื่อมราคาของปี 2563 ต่ำไป (ข้อมูลสังเคราะห์)"),
    ];

    private static Drafts.DraftWorkbook Costs(int year) => CostDrawing.Costs(year, CostBook.Of(year)).Draw();
}
