using Dla.Etl.Measures.Disbursement.Pipeline;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;

namespace Dla.Etl.Measures.Disbursement.Printing;

/// <summary>The key figures of specific grants, for the texts of every sheet and for the mail. Their names are the same whatever the figures are.</summary>
internal static class PipelineValues
{
    /// <summary>A sheet's result.</summary>
    public static MeasureResult Result(PipelineAccounts accounts, MeasuredTable table) => new(table) { Values = Of(accounts), Findings = accounts.Findings };

    private static Dictionary<string, CellContent> Of(PipelineAccounts accounts)
    {
        var (now, moved) = (accounts.Now, accounts.Moved(null));
        var signed = now.SignedUndisbursed;
        string Heard(string told) => now.Reported > 0 ? told : CellContent.MissingMark;
        return new Dictionary<string, CellContent>(StringComparer.Ordinal)
        {
            ["registry_line"] = CellContent.Text(accounts.Report.RegistryLine),
            ["projects"] = CellContent.Text(Heard(Cells.Told(now.Country.Projects))).From(accounts.Count()),
            ["authorities_with_projects"] = CellContent.Text(Cells.Told(now.Provinces.Sum(province => province.Authorities))).From(accounts.Money("authority") with { Shows = AuthorityChoice.Authorities }),
            ["authorities_without"] = CellContent.Text(Cells.Told(now.SayNothing)),
            ["allocated"] = CellContent.Text(Heard(Cells.Told(now.Country.Allocated))).From(accounts.Money("allocated")),
            ["disbursed"] = CellContent.Text(Heard(Cells.Told(now.Country.Disbursed))).From(accounts.Money("disbursed")),
            ["disbursed_percent"] = CellContent.Text(Heard(Cells.Told(now.Country.DisbursedPercent))).From(new ShareOf(accounts.Money("disbursed"), accounts.Money("allocated"))),
            ["used_percent"] = CellContent.Text(Heard(Cells.Told(now.Country.UsedPercent))),
            ["moved_line"] = CellContent.Text(accounts.HasBefore
                ? $"คืบหน้า {Heard(Cells.Told(moved.Advanced))}  คงเดิม {Heard(Cells.Told(moved.Stayed))}  ย้อนกลับ {Heard(Cells.Told(moved.Back))}  ใหม่ {Heard(Cells.Told(moved.New))}  ไม่รายงานเดือนนี้ {Cells.Told(moved.Gone)}"
                : NoComparison(accounts)).From(accounts.Moving("การเคลื่อนไหวของโครงการจากเดือนก่อน")),
            ["not_ready"] = CellContent.Text(Heard(Cells.Told(now.NotReady.Count))).From(accounts.Count(stage: "1")),
            ["not_ready_without_reason"] = CellContent.Text(Heard(Cells.Told(now.NotReady.Count(project => string.IsNullOrEmpty(project.Row.Reason))))),
            ["signed_undisbursed"] = CellContent.Text(Heard(Cells.Told(signed.Count))),
            ["signed_undisbursed_baht"] = CellContent.Text(Heard(Cells.Told(signed.Sum(project => project.Row.Committed ?? 0)))),
            ["stages_line"] = CellContent.Text(string.Join("  ", now.Stages.Select((sum, index) => $"ขั้น {Cells.Told(index + 1)}: {Heard(Cells.Told(sum.Projects))}"))),
            ["stage_names"] = CellContent.Text(string.Join("   ", Enumerable.Range(1, ProjectPipeline.StageCount).Select(stage => $"{Cells.Told(stage)} = {accounts.StageName(stage)}"))),
            ["warnings"] = CellContent.Text(MonthlyReport.Numbered(Warnings(accounts))),
        };
    }

    /// <summary>Why there is nothing to compare with.</summary>
    public static string NoComparison(PipelineAccounts accounts) => MonthlyReport.NoComparison(accounts.MonthBefore);

    /// <summary>What a reader must know before relying on the figures.</summary>
    public static IEnumerable<string> Warnings(PipelineAccounts accounts)
    {
        if (accounts.Now.Reported == 0)
            yield return $"{MonthlyReport.NobodyReported}ในเดือนนี้ จึงไม่มียอดให้แสดง และไม่นับเป็นศูนย์";
        var without = accounts.Now.NotReady.Count(project => string.IsNullOrEmpty(project.Row.Reason));
        if (without > 0)
            yield return $"โครงการที่ไม่พร้อมดำเนินการ {Cells.Told(without)} โครงการไม่ระบุเหตุผล (แผ่นงาน “ไม่พร้อม”)";
        var back = accounts.HasBefore ? accounts.Moved(null).Back : 0;
        if (back > 0)
            yield return $"โครงการที่ย้อนกลับไปขั้นก่อนหน้า {Cells.Told(back)} โครงการ (แผ่นงาน “จำนวนรายจังหวัด”)";
        if (accounts.Now.Strangers.Count > 0)
            yield return $"มี {Cells.Told(accounts.Now.Strangers.Count)} โครงการของ อปท. ที่ไม่มีในทะเบียนฉบับที่ใช้ จึงไม่อยู่ในยอดรวม";
        yield return "ระบบไม่มีบัญชีผู้ได้รับจัดสรร ยอดนี้จึงเป็นของ อปท. ที่รายงานโครงการแล้วเท่านั้น";
    }
}
