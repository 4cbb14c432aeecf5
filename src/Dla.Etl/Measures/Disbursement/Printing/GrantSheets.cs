using Dla.Etl.Measures.Disbursement.Grants;
using Dla.Etl.Reference;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;

namespace Dla.Etl.Measures.Disbursement.Printing;

/// <summary>The sheets of general grants by province, item and authority.</summary>
internal static class GrantSheets
{
    private const int MostBehind = 50;

    /// <summary>The sheet รายจังหวัด: the country by rank. Rows: reported (all authorities), partial, missing, total.</summary>
    [Measure("grant_provinces")]
    public static MeasureResult Provinces(MeasureInput input)
    {
        var accounts = GrantAccounts.Of(input);
        var standing = accounts.Standing;
        // Sorted by rank; the sort is stable, so equal ones and those without a rank stay in the order of regions and names.
        var rows = standing.Provinces.OrderBy(province => province.Rank ?? int.MaxValue).Select(province => Row(accounts, province))
            .Append(new MeasuredRow("total",
            [
                CellContent.Nothing, CellContent.Text("รวมทั้งประเทศ"), CellContent.Nothing, .. GrantCells.Of(accounts, standing.Country, default, MonthlyReport.NobodyReported),
                Cells.Count(standing.Coverage.Reported).From(accounts.Origins.Authorities(default)), Cells.Count(standing.Coverage.Of),
            ]));
        return GrantValues.Result(accounts, new MeasuredTable(["rank", "name", "region", .. GrantCells.Columns, "reported", "authorities"], [.. rows]));
    }

    private static MeasuredRow Row(GrantAccounts accounts, ProvincePart part)
    {
        var place = new GrantPlace(Province: part.Province.Code.ToString());
        return new MeasuredRow(part.Coverage.Reported == 0 ? "missing" : part.Coverage.Missing > 0 ? "partial" : "reported",
        [
            Cells.Rank(part.Rank).From(accounts.Origins.Rank(place, "ของจังหวัดที่รายงาน")), CellContent.Text(part.Province.NameThai), CellContent.Text(part.Province.Region.NameThai()),
            .. GrantCells.Of(accounts, part.Sum, place, part.Coverage.Reported == 0 ? MonthlyReport.NobodyReported : MonthlyReport.NothingToReport),
            Cells.Count(part.Coverage.Reported).From(accounts.Origins.Authorities(place)), Cells.Count(part.Coverage.Of),
        ]);
    }

    /// <summary>The sheet รายรายการ: the country by grant. Rows: item, missing, total.</summary>
    [Measure("grant_items")]
    public static MeasureResult Items(MeasureInput input)
    {
        var accounts = GrantAccounts.Of(input);
        var rows = accounts.Standing.Items.Select(item => new MeasuredRow(item.Authorities == 0 ? "missing" : "item",
        [
            CellContent.Text(item.Item), CellContent.Text(accounts.ItemNames.GetValueOrDefault(item.Item, item.Item)),
            .. GrantCells.Of(accounts, item.Sum, new GrantPlace(Item: item.Item), "ไม่มี อปท. ใดรายงานรายการนี้"),
            Cells.Count(item.Authorities).From(accounts.Origins.Authorities(new GrantPlace(Item: item.Item))),
        ])).Append(new MeasuredRow("total",
        [
            CellContent.Nothing, CellContent.Text("รวมทุกรายการ"), .. GrantCells.Of(accounts, accounts.Standing.Country, default, MonthlyReport.NobodyReported),
            Cells.Count(accounts.Standing.Coverage.Reported).From(accounts.Origins.Authorities(default)),
        ]));
        return GrantValues.Result(accounts, new MeasuredTable(["code", "name", .. GrantCells.Columns, "authorities"], [.. rows]));
    }

    /// <summary>The sheet ต่ำสุด: the authorities with the lowest percentages. Rows: item, message.</summary>
    [Measure("grant_behind")]
    public static MeasureResult Behind(MeasureInput input)
    {
        var accounts = GrantAccounts.Of(input);
        MeasuredColumn[] columns = ["number", "province", "district", "name", .. GrantCells.Columns, "rank"];
        var rows = accounts.Standing.FurthestBehind(MostBehind).Select((part, index) =>
        {
            var place = new GrantPlace(Authority: part.Authority.Code.ToString());
            return new MeasuredRow("item",
            [
                Cells.Count(index + 1), CellContent.Text(accounts.Report.ProvinceOf(part.Authority)), CellContent.Text(part.Authority.District), CellContent.Text(part.Authority.FullName),
                .. GrantCells.Of(accounts, part.Sum, place, MonthlyReport.NothingToReport), Cells.Rank(part.CountryRank).From(accounts.Origins.Rank(place, "ของ อปท. ที่รายงานทั้งประเทศ")),
            ]);
        }).ToList();
        return GrantValues.Result(accounts, new MeasuredTable(columns, rows.Count > 0 ? rows : [MonthlyReport.Across("message", columns.Length, "ยังไม่มี อปท. ที่รายงานเงินได้รับจัดสรร")]));
    }

    /// <summary>The sheet ราย อปท.: every authority of the registry by province and district. Rows: province, reported, nothing, missing, total.</summary>
    [Measure("grant_authorities")]
    public static MeasureResult Authorities(MeasureInput input)
    {
        var accounts = GrantAccounts.Of(input);
        var standing = accounts.Standing;
        var rows = standing.Provinces.SelectMany(province => province.Authorities.Select((part, index) => Row(accounts, index + 1, part)).Prepend(Heading(accounts, province)))
            .Append(new MeasuredRow("total",
            [
                CellContent.Nothing, CellContent.Text("รวมทั้งประเทศ"), CellContent.Nothing, .. GrantCells.Of(accounts, standing.Country, default, MonthlyReport.NobodyReported), CellContent.Nothing,
                CellContent.Text(MonthlyReport.Told(standing.Coverage)).From(accounts.Origins.Authorities(default)),
            ]));
        return GrantValues.Result(accounts, new MeasuredTable(["number", "district", "name", .. GrantCells.Columns, "rank", "status"], [.. rows]));
    }

    private static MeasuredRow Heading(GrantAccounts accounts, ProvincePart province)
    {
        var place = new GrantPlace(Province: province.Province.Code.ToString());
        return new MeasuredRow("province",
        [
            CellContent.Nothing, CellContent.Text($"จังหวัด{province.Province.NameThai}"), CellContent.Nothing,
            .. GrantCells.Of(accounts, province.Sum, place, province.Coverage.Reported == 0 ? MonthlyReport.NobodyReported : MonthlyReport.NothingToReport), CellContent.Nothing,
            CellContent.Text(MonthlyReport.Told(province.Coverage)).From(accounts.Origins.Authorities(place)),
        ]);
    }

    private static MeasuredRow Row(GrantAccounts accounts, int number, AuthorityPart part)
    {
        var place = new GrantPlace(Authority: part.Authority.Code.ToString());
        var status = !part.Reported ? "ยังไม่รายงาน" : part.Sum is null ? "ไม่มีรายการ" : "รายงานแล้ว";
        return new MeasuredRow(!part.Reported ? "missing" : part.Sum is null ? "nothing" : "reported",
        [
            Cells.Count(number), CellContent.Text(part.Authority.District), CellContent.Text(part.Authority.FullName),
            .. GrantCells.Of(accounts, part.Sum, place, part.Reported ? MonthlyReport.NothingToReport : MonthlyReport.NotReported),
            part.Rank is null ? CellContent.Nothing : Cells.Rank(part.Rank).From(accounts.Origins.Rank(place, "ของ อปท. ในจังหวัดที่รายงาน")), CellContent.Text(status),
        ]);
    }

    /// <summary>The sheet เหลื่อมปี: money carried over from earlier years, apart from all percentages. Rows: item, missing, total.</summary>
    [Measure("grant_carried_over")]
    public static MeasureResult CarriedOver(MeasureInput input)
    {
        var accounts = GrantAccounts.Of(input);
        var with = input.Rows<GrantRow>("rows").Where(row => row.CarriedOver is > 0).Select(row => row.Authority).ToHashSet(StringComparer.Ordinal);
        int Count(ProvincePart province) => province.Authorities.Count(part => with.Contains(part.Authority.Code.ToString()));
        var rows = accounts.Standing.Provinces.Select((province, index) => new MeasuredRow(province.Coverage.Reported == 0 ? "missing" : "item",
        [
            Cells.Count(index + 1), CellContent.Text(province.Province.NameThai),
            Cells.Baht(province.Sum?.CarriedOver).From(accounts.Origins.Money("carried_over", new GrantPlace(Province: province.Province.Code.ToString()))),
            province.Coverage.Reported == 0 ? CellContent.Missing : Cells.Count(Count(province)).From(CarriedOrigin(accounts, province.Province.Code.ToString())),
            CellContent.Text(province.Coverage.Reported == 0 ? "ยังไม่รายงาน" : province.Coverage.Missing == 0 ? "รายงานครบ" : $"ยังไม่รายงาน {Cells.Told(province.Coverage.Missing)} แห่ง"),
        ])).Append(new MeasuredRow("total",
        [
            CellContent.Nothing, CellContent.Text("รวมทั้งประเทศ"), Cells.Baht(accounts.Standing.Country?.CarriedOver).From(accounts.Origins.Money("carried_over", default)),
            Cells.Count(accounts.Standing.Provinces.Sum(Count)).From(CarriedOrigin(accounts, null)), CellContent.Text("ไม่รวมในร้อยละเบิกจ่ายของปีนี้"),
        ]));
        return GrantValues.Result(accounts, new MeasuredTable(["number", "name", "carried_over", "authorities", "remark"], [.. rows]));
    }

    private static ComputedOf CarriedOrigin(GrantAccounts accounts, string? province) =>
        new("นับ อปท. ที่เบิกจ่ายเงินกันไว้เบิกเหลื่อมปีมากกว่าศูนย์", [accounts.Origins.Money("carried_over", new GrantPlace(Province: province))]);
}
