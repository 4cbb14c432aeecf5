using Dla.Etl.Measures.Disbursement.FollowUp;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Reporting;

namespace Dla.Etl.Measures.Disbursement.Printing;

/// <summary>The sheets of the follow-up that one province looks at, signs and sends on by the 5th (S001): by district, by authority, and who still lacks what.</summary>
internal static class ProvinceFollowUpSheets
{
    private static readonly MeasuredColumn[] AuthorityColumns =
        ["number", "name", .. FollowUpAccounts.Forms.SelectMany(form => (MeasuredColumn[])[$"{form.Name}_state", $"{form.Name}_day"]), "complete", "remark"];

    private static readonly MeasuredColumn[] LackingColumns = ["number", "district", "name", .. FollowUpAccounts.Forms.Select(form => (MeasuredColumn)form.Name), "action"];

    /// <summary>The sheet สรุป: the districts of the province. Rows: item, total.</summary>
    [Measure("follow_up_province_districts")]
    public static MeasureResult Districts(MeasureInput input)
    {
        var (accounts, province) = (FollowUpAccounts.Of(input), Province(input));
        var rows = ByDistrict(accounts)
            .Select((district, index) => FollowUpSheets.Counted(accounts, "item", index + 1, district.Key, [.. district], new(province, district.Key)))
            .Append(FollowUpSheets.Counted(accounts, "total", null, $"รวมจังหวัด{input.Unit!.Name}", accounts.Report.Registry.All, new(province)));
        return Result(accounts, new MeasuredTable(FollowUpSheets.CountColumns, [.. rows]));
    }

    /// <summary>The sheet ราย อปท.: every authority below its district. Rows: district, complete, incomplete.</summary>
    [Measure("follow_up_province_authorities")]
    public static MeasureResult Authorities(MeasureInput input)
    {
        var (accounts, number) = (FollowUpAccounts.Of(input), 0);
        var rows = ByDistrict(accounts).SelectMany(district => district.Select(authority => Row(accounts, ++number, authority))
            .Prepend(MonthlyReport.Across("district", AuthorityColumns.Length, Heading(accounts, district)))).ToList();
        if (accounts.Report.NobodyInRegistry is { } nobody)
            rows.Add(MonthlyReport.Across("district", AuthorityColumns.Length, nobody));
        return Result(accounts, new MeasuredTable(AuthorityColumns, rows));
    }

    /// <summary>The sheet ที่ยังขาด: the authorities that lack a form, with what to do. Rows: item, none.</summary>
    [Measure("follow_up_province_lacking")]
    public static MeasureResult Lacking(MeasureInput input)
    {
        var (accounts, number) = (FollowUpAccounts.Of(input), 0);
        List<MeasuredRow> rows = [.. ByDistrict(accounts).SelectMany(district => district).Where(authority => !IsComplete(accounts, authority)).Select(authority => Lack(accounts, ++number, authority))];
        if (rows.Count == 0)
            rows.Add(MonthlyReport.Across("none", LackingColumns.Length, accounts.Report.NobodyInRegistry ?? "ไม่มี  อปท. ทุกแห่งส่งครบทุกแบบที่ต้องรายงานแล้ว"));
        return Result(accounts, new MeasuredTable(LackingColumns, rows));
    }

    // The provincial organization comes first, so its district, the capital's, does too.
    private static IEnumerable<IGrouping<string, LocalAuthority>> ByDistrict(FollowUpAccounts accounts) =>
        accounts.Provinces.SelectMany(one => one.Authorities).GroupBy(authority => authority.District);

    private static string Province(MeasureInput input) => input.Unit?.Code.ToString()
        ?? throw new InvalidOperationException("This measure is of one province: its report.yaml lacks for_each: province.");

    private static bool IsComplete(FollowUpAccounts accounts, LocalAuthority authority) => Lacks(accounts, authority) == 0;

    private static int Lacks(FollowUpAccounts accounts, LocalAuthority authority) => accounts.EntriesOf(authority).Count(entry => entry is { HasEntered: false, IsConcerned: true });

    private static string Heading(FollowUpAccounts accounts, IGrouping<string, LocalAuthority> district) =>
        $"อำเภอ{district.Key}  อปท. {Cells.Told(district.Count())} แห่ง      ส่งครบทุกแบบที่ต้องรายงาน {Cells.Told(district.Count(authority => IsComplete(accounts, authority)))} แห่ง";

    private static MeasuredRow Row(FollowUpAccounts accounts, int number, LocalAuthority authority)
    {
        var (entries, lacks) = (accounts.EntriesOf(authority), Lacks(accounts, authority));
        return new MeasuredRow(lacks == 0 ? "complete" : "incomplete",
        [
            Cells.Count(number), CellContent.Text(authority.FullName),
            .. entries.SelectMany((entry, form) => FollowUpSheets.Cell(accounts, form, authority.Code.ToString(), entry)),
            CellContent.Text(lacks > 0 ? $"ขาด {Cells.Told(lacks)} แบบ" : accounts.IsOnTime(authority) ? "ครบ ตรงเวลา" : "ครบ ล่าช้า"), Cells.Text(FollowUpSheets.Remark(entries)),
        ]);
    }

    private static MeasuredRow Lack(FollowUpAccounts accounts, int number, LocalAuthority authority)
    {
        var entries = accounts.EntriesOf(authority);
        return new MeasuredRow("item",
        [
            Cells.Count(number), CellContent.Text(authority.District), CellContent.Text(authority.FullName),
            .. entries.Select(entry => entry switch
            {
                { State: FollowUpState.Refused, Day: { } day } => CellContent.Text($"{entry.State.Thai()} ({ThaiPrint.ShortDay(day)})"),
                { HasEntered: false, IsConcerned: true } => CellContent.Text(entry.State.Thai()),
                _ => CellContent.Nothing,
            }),
            CellContent.Text(Action(entries)),
        ]);
    }

    private static string Action(IReadOnlyList<FollowUpEntry> entries)
    {
        var parts = new List<string>();
        if (entries.Any(entry => entry.State == FollowUpState.NotSent))
            parts.Add("แจ้งให้ส่งแบบที่ยังไม่ส่ง");
        if (entries.Any(entry => entry is { State: FollowUpState.Refused, ByProvince: false }))
            parts.Add("แจ้งให้แก้ไขตามใบตอบรับแล้วส่งใหม่");
        if (entries.Any(entry => entry is { State: FollowUpState.Refused, ByProvince: true }))
            parts.Add("แก้ไขฉบับรวมของจังหวัดแล้วส่งใหม่");
        return string.Join("  ", parts);
    }

    private static MeasureResult Result(FollowUpAccounts accounts, MeasuredTable table)
    {
        var result = FollowUpValues.Result(accounts, table);
        var all = accounts.Report.Registry.All;
        var complete = all.Count(authority => IsComplete(accounts, authority));
        return result with
        {
            Values = new Dictionary<string, CellContent>(result.Values, StringComparer.Ordinal)
            {
                ["complete_line"] = CellContent.Text(accounts.Report.NobodyInRegistry ?? $"ส่งครบทุกแบบที่ต้องรายงาน {Cells.Told(complete)} จาก {Cells.Told(all.Count)} แห่ง (ร้อยละ {Cells.Told(new Coverage(complete, all.Count).Percent)})"
                    + $"  ในจำนวนนี้ตรงเวลาทุกแบบ {Cells.Told(all.Count(authority => IsComplete(accounts, authority) && accounts.IsOnTime(authority)))}  ยังขาดอย่างน้อยหนึ่งแบบ {Cells.Told(all.Count - complete)}")
                    .From(accounts.AllForms("นับ อปท. ที่ส่งครบทุกแบบที่ต้องรายงาน จากสถานะของแต่ละแบบ")),
            },
        };
    }
}
