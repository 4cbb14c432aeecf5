using Dla.Etl.Reference.Authorities;
using Dla.Etl.Values;

namespace Dla.Etl.Samples.LocalGrants;

/// <summary>The made-up grants, projects and plans of an authority in a month: the same on every machine, and growing from month to month.</summary>
public static class GrantBook
{
    private static readonly (string Item, int PerHead, string Unit)[] Items =
    [
        ("เงินอุดหนุนสำหรับสนับสนุนอาหารกลางวัน", 4_000, "คน"), ("เงินอุดหนุนสำหรับสนับสนุนอาหารเสริม (นม)", 2_000, "คน"), ("โครงการสร้างหลักประกันรายได้แก่ผู้สูงอายุ", 7_800, "คน"),
        ("โครงการสนับสนุนการเสริมสร้างสวัสดิการทางสังคมให้แก่ผู้พิการหรือทุพพลภาพ", 9_600, "คน"), ("เงินอุดหนุนสำหรับดำเนินการตามอำนาจหน้าที่และภารกิจถ่ายโอน", 25_000, "แห่ง"),
        ("เงินอุดหนุนสำหรับสนับสนุนค่าใช้จ่ายในการจัดการศึกษาสำหรับศูนย์พัฒนาเด็กเล็ก", 3_100, "คน"), ("โครงการสนับสนุนการจัดสวัสดิการทางสังคมแก่ผู้ด้อยโอกาสทางสังคม", 6_000, "คน"),
        ("เงินอุดหนุนสำหรับสนับสนุนศูนย์พัฒนาเด็กเล็ก (เงินเดือน ค่าตอบแทน เงินเพิ่ม ค่าครองชีพ และสวัสดิการ)", 180_000, "คน"), ("เงินอุดหนุนสำหรับการดำเนินงานตามแนวทางโครงการพระราชดำริด้านสาธารณสุข", 20_000, "แห่ง"),
        ("เงินอุดหนุนสำหรับก่อสร้าง/ปรับปรุงซ่อมแซมถนนทางหลวงท้องถิ่น", 1_400_000, "แห่ง"), ("เงินอุดหนุนสำหรับสำรวจข้อมูลจำนวนสัตว์และขึ้นทะเบียนสัตว์ตามโครงการสัตว์ปลอดโรค คนปลอดภัยจากโรคพิษสุนัขบ้า", 3, "ตัว"),
        ("เงินอุดหนุนสำหรับขับเคลื่อนโครงการสัตว์ปลอดโรค คนปลอดภัยจากโรคพิษสุนัขบ้า", 30, "ตัว"),
    ];

    private static readonly string[] Works = ["ก่อสร้างถนนคอนกรีตเสริมเหล็ก สายทดลอง หมู่ 1", "ก่อสร้างระบบประปาหมู่บ้าน หมู่ 2", "ก่อสร้างลานกีฬา หมู่ 3"];

    /// <summary>The first so many of the twelve items of an authority.</summary>
    public static IEnumerable<SampleGrant> General(LocalAuthority of, Period month, int items) => Enumerable.Range(0, items).Select(index =>
    {
        var (item, perHead, unit) = Items[index];
        var random = new SplitMix(Seed(of), index);
        double heads = unit == "แห่ง" ? random.Between(1, 9) : random.Between(40, 900);
        var (received, share, done) = (heads * perHead * MonthsOf(month) / 12, random.Between(55, 97), random.Between(80, 100));
        return new SampleGrant(of, item, Math.Round(received, 2), Math.Round(received * share / 100, 2), heads, Math.Floor(heads * done / 100), unit)
        {
            CarriedOver = random.Between(0, 9) == 0 ? random.Between(1, 90) * 1_000 : null,
        };
    });

    /// <summary>The projects of an authority: up to three, many have none.</summary>
    public static IEnumerable<SampleProject> Projects(LocalAuthority of, Period month)
    {
        for (var index = 0; index < Seed(of) % 4; index++)
        {
            var random = new SplitMix(Seed(of), 100 + index);
            var (allocated, stage) = (random.Between(6, 40) * 100_000d, Math.Min(7, random.Between(1, 6) + (month.Month == 4 ? 0 : random.Between(0, 2))));
            yield return new SampleProject(of, Works[index], allocated, SampleProject.Stages[stage - 1])
            {
                Number = stage < 6 ? null : $"{index + 1}/2566",
                Signed = stage < 6 ? null : $"{random.Between(1, 28)} มีนาคม 2566",
                Committed = stage < 6 ? null : allocated * 0.98,
                Disbursed = stage < 7 ? 0 : allocated * (month.Month == 4 ? 0.3 : 0.5),
                Reason = stage == 1 ? "อยู่ระหว่างขออนุญาตใช้พื้นที่" : null,
            };
        }
    }

    /// <summary>How far the plan of an authority has come.</summary>
    public static SamplePlan Plan(LocalAuthority of, Period month)
    {
        var random = new SplitMix(Seed(of), 200);
        double planned = random.Between(80, 400), approved = Math.Floor(planned * 0.9), budgeted = Math.Floor(planned * 0.3);
        double contracted = Math.Floor(budgeted * MonthsOf(month) / 14), disbursed = Math.Floor(contracted * 0.8), each = random.Between(2, 9) * 100_000;
        return new SamplePlan(of, planned, planned * each, approved, approved * each, budgeted, budgeted * each, contracted, contracted * each, disbursed, disbursed * each * 0.9);
    }

    // October is the first month of a fiscal year.
    private static int MonthsOf(Period month) => (month.Month!.Value + 2) % 12 + 1;

    private static int Seed(LocalAuthority of) => int.Parse(of.Code.ToString(), System.Globalization.CultureInfo.InvariantCulture);
}
