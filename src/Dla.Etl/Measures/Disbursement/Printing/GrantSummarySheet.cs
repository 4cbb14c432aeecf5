using Dla.Etl.Measures.Disbursement.Grants;
using Dla.Etl.Reporting;

namespace Dla.Etl.Measures.Disbursement.Printing;

/// <summary>The first sheet of general grants, for the head of division: where the country stands, who is ahead and behind, what to be careful of.</summary>
internal static class GrantSummarySheet
{
    private const int Most = 5;

    private static readonly MeasuredColumn[] Columns = ["label", .. GrantCells.Columns, "remark"];

    /// <summary>The sheet สรุป. Rows: heading, total, item, message, warning, note.</summary>
    [Measure("grant_summary")]
    public static MeasureResult Of(MeasureInput input)
    {
        var accounts = GrantAccounts.Of(input);
        var standing = accounts.Standing;
        var ranked = GrantValues.Ranked(standing).ToList();
        var warnings = GrantValues.Warnings(accounts).ToList();
        List<MeasuredRow> rows =
        [
            Heading("ภาพรวมทั้งประเทศ"),
            new("total", [CellContent.Text("รวมทั้งประเทศ"), .. GrantCells.Of(accounts, standing.Country, default, "ยังไม่มี อปท. ใดรายงาน"), Reported(accounts, standing.Coverage, default)]),
            Heading("จังหวัดที่เบิกจ่ายสูงสุด"), .. Provinces(accounts, ranked.Take(Most)),
            Heading("จังหวัดที่เบิกจ่ายต่ำสุด"), .. Provinces(accounts, ranked.AsEnumerable().Reverse().Take(Most)),
            Heading("รายการเงินอุดหนุนที่เบิกจ่ายต่ำสุด"), .. Items(accounts),
            Heading("เงินกันไว้เบิกเหลื่อมปี (แยกต่างหาก ไม่รวมในร้อยละเบิกจ่าย)"),
            new("item", [CellContent.Text("เบิกจ่ายจากเงินกันไว้เบิกเหลื่อมปี"), CellContent.Nothing, Cells.Baht(standing.Country?.CarriedOver).From(accounts.Origins.Money("carried_over", default)),
                CellContent.Nothing, CellContent.Nothing, CellContent.Nothing, CellContent.Nothing, CellContent.Text("ดูแผ่นงาน “เหลื่อมปี”")]),
        ];
        if (warnings.Count > 0)
            rows.AddRange([Heading("ข้อควรระวังในการใช้ตัวเลข"), .. warnings.Select(warning => MonthlyReport.Across("warning", Columns.Length, warning))]);
        rows.AddRange([MonthlyReport.Across("note", Columns.Length, accounts.Report.RegistryLine), MonthlyReport.Across("note", Columns.Length, $"{accounts.Origins.TargetLine}   {GrantValues.GapNote}")]);
        return GrantValues.Result(accounts, new MeasuredTable(Columns, rows));
    }

    private static MeasuredRow Heading(string text) => MonthlyReport.Across("heading", Columns.Length, text);

    private static List<MeasuredRow> Provinces(GrantAccounts accounts, IEnumerable<ProvincePart> provinces)
    {
        var rows = provinces.Select(province =>
        {
            var place = new GrantPlace(Province: province.Province.Code.ToString());
            return new MeasuredRow("item",
            [
                CellContent.Text($"อันดับ {Cells.Told(province.Rank!.Value)}  {province.Province.NameThai}").From(accounts.Origins.Rank(place, "ของจังหวัดที่รายงาน")),
                .. GrantCells.Of(accounts, province.Sum, place, "ยังไม่มี อปท. ใดรายงาน"), Reported(accounts, province.Coverage, place),
            ]);
        }).ToList();
        return rows.Count > 0 ? rows : [MonthlyReport.Across("message", Columns.Length, "ยังไม่มีจังหวัดที่รายงานเงินได้รับจัดสรร")];
    }

    private static List<MeasuredRow> Items(GrantAccounts accounts)
    {
        var rows = accounts.Standing.Items.Where(item => item.Sum?.Percent is not null).OrderBy(item => item.Sum!.Value.Percent!.Value).ThenByDescending(item => item.Sum!.Value.Remaining).Take(Most)
            .Select(item => new MeasuredRow("item",
            [
                CellContent.Text(accounts.ItemNames.GetValueOrDefault(item.Item, item.Item)), .. GrantCells.Of(accounts, item.Sum, new GrantPlace(Item: item.Item), ""),
                CellContent.Text($"{Cells.Told(item.Authorities)} แห่ง").From(accounts.Origins.Authorities(new GrantPlace(Item: item.Item))),
            ])).ToList();
        return rows.Count > 0 ? rows : [MonthlyReport.Across("message", Columns.Length, "ยังไม่มีรายการที่รายงานเงินได้รับจัดสรร")];
    }

    private static CellContent Reported(GrantAccounts accounts, Coverage coverage, GrantPlace place) => CellContent
        .Text($"{Cells.Told(coverage.Reported)} จาก {Cells.Told(coverage.Of)} แห่ง (ร้อยละ {Cells.Told(coverage.Percent)})").From(accounts.Origins.Authorities(place));
}
