using Dla.Etl.Reference.Authorities;
using Dla.Etl.Samples.Drafts;
using Dla.Etl.Values;

namespace Dla.Etl.Samples.LocalGrants;

/// <summary>The case folders of <c>development-plan-progress</c>.</summary>
internal static class DevelopmentPlanCases
{
    private static readonly Period May = Period.MonthOf(FiscalYear.FromBuddhistEra(2566), 5), April = Period.MonthOf(FiscalYear.FromBuddhistEra(2566), 4);

    private static readonly LocalAuthority BanMai = GrantDrawing.Authority("05560103"), Kilometre = GrantDrawing.Authority("06560304");

    public static IEnumerable<GrantCase> All =>
    [
        Case("ok-typical", "สอง อปท.", Typical(), new SamplePlan(Kilometre, 40, 21_000_000, 40, 21_000_000, 12, 6_000_000, 0, 0, 0, 0)) with { Values = [(At(1, "planned_baht"), "310000000.00"), (At(2, "disbursed_baht"), "0.00")] },
        Case("ok-equal-steps", "ทุกขั้นเท่ากัน", new SamplePlan(BanMai, 9, 9_000, 9, 9_000, 9, 9_000, 9, 9_000, 9, 9_000)),
        Case("ok-nothing-to-report", "ไม่มีโครงการ", new SamplePlan(Kilometre, Enumerable.Repeat<double?>(null, 10).ToList()) { Result = SampleGrant.Nothing }) with { Values = [(At(1, "result"), "none")] },
        Case("error-approved-more-projects", "อนุมัติแผนมากกว่าที่มีในแผน", Typical(approved: 321)) with { Findings = [new("VAL-110", At(1, "approved_projects"))] },
        Case("error-contracts-above-budget", "ลงนามเกินงบประมาณที่อนุมัติ", Typical(contractedBaht: 42_000_000.01)) with { Findings = [new("VAL-110", At(1, "contracted_baht"))] },
        Case("error-paid-above-budget", "เบิกจ่ายเกินงบประมาณที่อนุมัติ", Typical(disbursedBaht: 42_000_000.01)) with { Findings = [new("VAL-110", At(1, "disbursed_baht")), new("VAL-111", At(1, "disbursed_baht"))] },
        Case("warning-budget-above-plan", "งบประมาณมากกว่าวงเงินที่อนุมัติแผน", Typical(approvedBaht: 41_000_000)) with { Findings = [new("VAL-111", At(1, "budgeted_baht"))] },
        Case("warning-more-contracts-than-projects", "ลงนามมากกว่าจำนวนโครงการที่อนุมัติงบประมาณ", Typical(contracted: 76)) with { Findings = [new("VAL-111", At(1, "contracted_projects"))] },
        Case("error-blank-step", "เว้นว่างหนึ่งช่อง", Typical()) with { Change = draft => draft.Replace(At(1, "budgeted_baht"), null), Findings = [new("VAL-001", At(1, "budgeted_baht"))] },
        Case("ok-code-without-name", "มีคอลัมน์รหัส อปท. และเว้นชื่อว่าง", Typical()) with
        {
            Table = GrantDrawing.Plans(May, 56, Typical()) is var table ? table with { Columns = [("authority_code", "รหัส อปท.", 12), .. table.Columns], Rows = [.. table.Rows.Select(row => (IReadOnlyList<object?>)["05560103", .. row])] } : null!,
            Change = draft => draft.Replace(At(1, "authority"), null),
        },
        Case("ok-sum-row", "แถวรวมอยู่ในช่องชื่อ อปท.", Typical(), new SamplePlan(Kilometre, 40, 21_000_000, 40, 21_000_000, 12, 6_000_000, 0, 0, 0, 0)) with
        {
            Change = draft =>
            {
                draft.Sheets[0].Put(7, 0, null);
                foreach (var (column, value) in new (int, object)[] { (1, "รวม"), (2, 360d), (3, 331_000_000d), (9, 20_000_000d) })
                    draft.Sheets[0].Put(7, column, value, Look.Money);
                draft.Sheets[0].Put(8, 0, GrantDrawing.SyntheticNote, Look.Plain);
            },
        },
        Case("error-authority-twice", "อปท. เดียวกันสองแถว", Typical(), Typical()) with { Findings = [new("VAL-012", At(2, "authority"))] },
        Case("error-negative", "ติดลบ", Typical(disbursedBaht: -1)) with { Findings = [new("VAL-020", At(1, "disbursed_baht"))] },
        Case("error-shrunk", "ยอดเบิกจ่ายลดลงไม่มีหมายเหตุ", Typical(disbursedBaht: 5_000_000)) with { Before = GrantDrawing.Plans(April, 56, Typical()), Findings = [new("VAL-130", At(1, "disbursed_baht"))] },
        Case("error-more-than-a-later-month", "ส่งเดือนพฤษภาคมหลังเดือนกรกฎาคม ยอดเบิกจ่ายมากกว่าเดือนหลัง", Typical()) with
        {
            After = GrantDrawing.Plans(Period.MonthOf(FiscalYear.FromBuddhistEra(2566), 7), 56, Typical(disbursedBaht: 15_499_999.99)), Findings = [new("VAL-141", At(1, "disbursed_baht"))],
        },
        Case("ok-plan-revised-downwards", "แก้ไขแผนให้น้อยลงได้", Typical(planned: 310)) with { Before = GrantDrawing.Plans(April, 56, Typical()) },
        Case("error-in-thousands", "กรอกเป็นพันบาทโดยไม่บอก", new SamplePlan(BanMai, 320, 310_000, 310, 300_000, 75, 42_000, 40, 20_000, 33, 15_500)) with
        {
            Before = GrantDrawing.Plans(April, 56, Typical()), Findings = [new("VAL-096"), new("VAL-130", At(1, "contracted_baht")), new("VAL-130", At(1, "disbursed_baht"))],
        },
    ];

    private static SamplePlan Typical(
        double planned = 320, double approved = 310, double approvedBaht = 300_000_000, double contracted = 40, double contractedBaht = 20_000_000, double disbursedBaht = 15_500_000) =>
        new(BanMai, planned, 310_000_000, approved, approvedBaht, 75, 42_000_000, contracted, contractedBaht, 33, disbursedBaht);

    private static LineCell At(int line, string field) => new("plan", line, field);

    private static GrantCase Case(string name, string what, params IReadOnlyList<SamplePlan> rows) => new()
    {
        Form = "development-plan-progress", Name = "2566-" + name, What = what, Table = GrantDrawing.Plans(May, 56, rows),
        Unit = rows.Select(row => row.Of.Code.ToString()).Distinct().ToList() is [var only] ? only : "56",
    };
}
