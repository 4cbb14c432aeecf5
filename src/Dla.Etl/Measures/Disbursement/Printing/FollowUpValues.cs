using Dla.Etl.Measures.Disbursement.FollowUp;
using Dla.Etl.Reporting;

namespace Dla.Etl.Measures.Disbursement.Printing;

/// <summary>The key figures of the monthly follow-up, for the texts of every sheet and for the mail. Their names are the same whatever the figures are.</summary>
internal static class FollowUpValues
{
    private const int MostNames = 10;

    /// <summary>A sheet's result.</summary>
    public static MeasureResult Result(FollowUpAccounts accounts, MeasuredTable table) => new(table) { Values = Of(accounts), Findings = accounts.Findings };

    private static Dictionary<string, CellContent> Of(FollowUpAccounts accounts)
    {
        var values = new Dictionary<string, CellContent>(StringComparer.Ordinal)
        {
            ["authorities"] = CellContent.Text(Cells.Told(accounts.Report.Registry.All.Count)),
            ["registry_line"] = CellContent.Text(accounts.Report.RegistryLine),
            ["deadlines"] = CellContent.Text(ThaiPrint.Day(accounts.FollowUps[0].Deadline)),
        };
        for (var form = 0; form < FollowUpAccounts.Forms.Count; form++)
        {
            var (name, counts) = (FollowUpAccounts.Forms[form].Name, accounts.Counts(form, accounts.Report.Registry.All));
            values[$"{name}_line"] = CellContent.Text(Line(counts)).From(accounts.Origin(form, accounts.Place));
            values[$"{name}_percent"] = CellContent.Text(Cells.Told(counts.Coverage.Percent)).From(accounts.Origin(form, accounts.Place));
            values[$"{name}_complete"] = CellContent.Text(Provinces(accounts, form, counted => counted is { Coverage: { Missing: 0, Of: > 0 }, Late: 0 }));
            values[$"{name}_nobody"] = CellContent.Text(Provinces(accounts, form, counted => counted.Coverage is { Reported: 0, Of: > 0 }));
        }

        return values;
    }

    private static string Line(FollowUpCounts counts) =>
        $"ส่งแล้ว {Cells.Told(counts.Coverage.Reported)} จาก {Cells.Told(counts.Coverage.Of)} แห่ง (ร้อยละ {Cells.Told(counts.Coverage.Percent)})  ในกำหนด {Cells.Told(counts.OnTime)}  ล่าช้า {Cells.Told(counts.Late)}"
        + $"  ไม่มีรายการ {Cells.Told(counts.Nothing)}  ไม่ผ่าน {Cells.Told(counts.Refused)}  ยังไม่ส่ง {Cells.Told(counts.NotSent)}";

    private static string Provinces(FollowUpAccounts accounts, int form, Func<FollowUpCounts, bool> which)
    {
        var names = accounts.Provinces.Where(one => which(accounts.Counts(form, one.Authorities))).Select(one => one.Province.NameThai).ToList();
        return names.Count == 0 ? "ไม่มี" : $"{Cells.Told(names.Count)} จังหวัด ได้แก่ {string.Join(" ", names.Take(MostNames))}{(names.Count > MostNames ? " เป็นต้น" : "")}";
    }
}
