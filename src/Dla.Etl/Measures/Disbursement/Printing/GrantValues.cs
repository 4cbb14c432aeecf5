using Dla.Etl.Measures.Disbursement.Grants;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;

namespace Dla.Etl.Measures.Disbursement.Printing;

/// <summary>The key figures of general grants, for the texts of every sheet and for the mail. Their names are the same whatever the figures are.</summary>
internal static class GrantValues
{
    /// <summary>Why a printed gap may differ from what the printed percentages give: it is rounded once, by itself.</summary>
    public const string GapNote = "สูง/(ต่ำ)กว่าเป้าหมายคำนวณจากตัวเลขก่อนปัดเศษ จึงอาจต่างจากผลลบของตัวเลขที่แสดง 0.01";

    private const int MostNames = 5;

    /// <summary>A sheet's result.</summary>
    public static MeasureResult Result(GrantAccounts accounts, MeasuredTable table) => new(table) { Values = Of(accounts), Findings = accounts.Findings };

    private static Dictionary<string, CellContent> Of(GrantAccounts accounts)
    {
        var (standing, origins, all) = (accounts.Standing, accounts.Origins, default(GrantPlace));
        return new Dictionary<string, CellContent>(StringComparer.Ordinal)
        {
            ["authorities"] = CellContent.Text(Cells.Told(standing.Coverage.Of)),
            ["authorities_reported"] = CellContent.Text(Cells.Told(standing.Coverage.Reported)).From(origins.Authorities(all)),
            ["authorities_percent"] = CellContent.Text(Cells.Told(standing.Coverage.Percent)).From(origins.Authorities(all)),
            ["registry_line"] = CellContent.Text(accounts.Report.RegistryLine),
            ["target_line"] = CellContent.Text(origins.TargetLine).From(origins.Target),
            ["gap_note"] = CellContent.Text(GapNote),
            ["received"] = Baht(standing.Country?.Received, origins.Money("received", all)),
            ["disbursed"] = Baht(standing.Country?.Disbursed, origins.Money("disbursed", all)),
            ["remaining"] = Baht(standing.Country?.Remaining, origins.Remaining(all)),
            ["carried_over"] = Baht(standing.Country?.CarriedOver, origins.Money("carried_over", all)),
            ["percent"] = CellContent.Text(Cells.Told(standing.Country?.Percent)).From(origins.Percent(all)),
            ["target"] = CellContent.Text(accounts.Target.Percent.IsKnown ? Cells.Told(accounts.Target.Percent.Value) : "ไม่มี").From(origins.Target),
            ["gap"] = CellContent.Text(Gap(accounts)).From(origins.Gap(all)),
            ["best"] = CellContent.Text(Provinces(Ranked(standing).Take(MostNames))),
            ["worst"] = CellContent.Text(Provinces(Ranked(standing).Reverse().Take(MostNames))),
            ["below_target"] = CellContent.Text(Cells.Told(Below(accounts))),
            ["without_report"] = CellContent.Text(MonthlyReport.WithoutReport(standing.Provinces.Select(province => (province.Province, province.Coverage)))),
            ["warnings"] = CellContent.Text(MonthlyReport.Numbered(Warnings(accounts))),
        };
    }

    /// <summary>The provinces with a percentage, the highest first.</summary>
    public static IEnumerable<ProvincePart> Ranked(GrantStanding standing) => standing.Provinces.Where(province => province.Rank is not null).OrderBy(province => province.Rank);

    /// <summary>What a reader must know before relying on the figures.</summary>
    public static IEnumerable<string> Warnings(GrantAccounts accounts) =>
        accounts.Report.Warnings(accounts.Standing.Coverage, [.. accounts.Standing.Strangers.Select(row => row.Authority)], Own(accounts));

    private static IEnumerable<string> Own(GrantAccounts accounts)
    {
        if (accounts.Standing.Incomplete > 0)
            yield return $"มี {Cells.Told(accounts.Standing.Incomplete)} แถวที่ไม่ระบุเงินได้รับหรือเงินเบิกจ่าย จึงไม่อยู่ในยอดรวม";
        if (!accounts.Target.Percent.IsKnown)
            yield return accounts.Origins.TargetLine;
    }

    private static int Below(GrantAccounts accounts) => accounts.Standing.Provinces.Count(province => province.Sum?.Gap(accounts.Target.Percent) is { Sign: < 0 });

    private static string Provinces(IEnumerable<ProvincePart> provinces) => MonthlyReport.Numbered(provinces.Select(province => $"{province.Province.NameThai} ร้อยละ {Cells.Told(province.Sum!.Value.Percent)}"));

    private static string Gap(GrantAccounts accounts) => accounts.Standing.Country?.Gap(accounts.Target.Percent) is not { } gap ? "ไม่มี"
        : gap.Sign < 0 ? $"ต่ำกว่าเป้าหมาย {Cells.Told(gap.Abs())}" : gap.Sign > 0 ? $"สูงกว่าเป้าหมาย {Cells.Told(gap)}" : "เท่ากับเป้าหมาย";

    private static CellContent Baht(long? satang, CellOrigin origin) => CellContent.Text(satang is { } known ? Cells.Told(known) : "ไม่มีข้อมูล").From(origin);
}
