using Dla.Etl.Measures.Disbursement.DevelopmentPlan;
using Dla.Etl.Reference;
using Dla.Etl.Reporting;

namespace Dla.Etl.Measures.Disbursement.Printing;

/// <summary>The sheets of development plans by province and authority, of projects and of money alike: the setting <c>figure</c> tells which.</summary>
internal static class PlanSheets
{
    /// <summary>Provinces by region, with the region's sum above them. Rows: region, reported (all authorities), partial, missing, total.</summary>
    [Measure("development_plan_provinces")]
    public static MeasureResult Provinces(MeasureInput input)
    {
        var (accounts, figure) = (PlanAccounts.Of(input), PlanCells.FigureOf(input));
        var cells = new PlanCells(accounts, figure);
        MeasuredRow Row(string kind, string name, PlanPart part, PlanPlace place, CellContent first) => new(kind,
        [
            first, CellContent.Text(name), .. cells.Steps(part, place, Because(part)), .. OfBudget(cells, figure, part, place),
            Cells.Count(part.Coverage.Reported).From(accounts.Origins.Authorities(place)), Cells.Count(part.Coverage.Of),
        ]);
        var number = 0;
        var rows = accounts.Standing.Regions.SelectMany(region => region.Provinces
                .Select(province => Row(KindOf(province.Part), province.Province.NameThai, province.Part, PlanPlace.Of(province), First(accounts, figure, province, ++number)))
                .Prepend(Row("region", region.Region.NameThai(), region.Part, PlanPlace.Of(region), CellContent.Nothing)))
            .Append(Row("total", "รวมทั้งประเทศ", accounts.Standing.Country, PlanPlace.Country, CellContent.Nothing));
        return PlanValues.Result(accounts, new MeasuredTable(
            [figure == PlanFigure.Baht ? "rank" : "number", "name", .. PlanCells.Columns, .. OfBudgetColumns(figure), "reported", "authorities"], [.. rows]));
    }

    /// <summary>What changed in every province since the month before, projects and money. Rows: region, item, missing (nobody to compare), total.</summary>
    [Measure("development_plan_changes")]
    public static MeasureResult Changes(MeasureInput input)
    {
        var accounts = PlanAccounts.Of(input);
        var (projects, baht) = (new PlanCells(accounts, PlanFigure.Projects), new PlanCells(accounts, PlanFigure.Baht));
        MeasuredRow Row(string kind, string name, PlanPart part, PlanPlace place) => new(kind,
        [
            CellContent.Text(name), .. projects.Changes(part, place), .. baht.Changes(part, place), Cells.Count(part.Moved?.Authorities ?? 0).From(accounts.Origins.Compared(place)),
        ]);
        var rows = accounts.Standing.Regions.SelectMany(region => region.Provinces
                .Select(province => Row(province.Part.Moved is null ? "missing" : "item", province.Province.NameThai, province.Part, PlanPlace.Of(province)))
                .Prepend(Row("region", region.Region.NameThai(), region.Part, PlanPlace.Of(region))))
            .Append(Row("total", "รวมทั้งประเทศ", accounts.Standing.Country, PlanPlace.Country));
        return PlanValues.Result(accounts, new MeasuredTable(
            ["name", new("projects", PlanSteps.All.Count), new("baht", PlanSteps.All.Count), "compared"], [.. rows]));
    }

    /// <summary>Every authority of the registry by province and district. Rows: province, reported, nothing, missing, total.</summary>
    [Measure("development_plan_authorities")]
    public static MeasureResult Authorities(MeasureInput input)
    {
        var (accounts, figure) = (PlanAccounts.Of(input), PlanCells.FigureOf(input));
        var cells = new PlanCells(accounts, figure);
        MeasuredRow Row(string kind, PlanPart part, PlanPlace place, CellContent[] names, CellContent rank, CellContent status) =>
            new(kind, [.. names, .. cells.Steps(part, place, Because(part)), .. OfBudget(cells, figure, part, place), .. figure == PlanFigure.Baht ? [rank] : Array.Empty<CellContent>(), status]);
        MeasuredRow Sum(string kind, string name, PlanPart part, PlanPlace place) => Row(
            kind, part, place, [CellContent.Nothing, CellContent.Text(name), CellContent.Nothing], CellContent.Nothing,
            CellContent.Text(MonthlyReport.Told(part.Coverage)).From(accounts.Origins.Authorities(place)));
        MeasuredRow One(AuthorityPlan one, int number) => Row(
            !one.Reported ? "missing" : one.Part.Now is null ? "nothing" : "reported", one.Part, PlanPlace.Of(one),
            [Cells.Count(number), CellContent.Text(one.Authority.District), CellContent.Text(one.Authority.FullName)],
            one.Rank is null ? CellContent.Nothing : Cells.Rank(one.Rank).From(accounts.Origins.Rank(PlanPlace.Of(one))),
            CellContent.Text(!one.Reported ? MonthlyReport.NotReported : one.Part.Now is not null ? "รายงานแล้ว" : one.SaysNothing ? "ไม่มีรายการ" : "ตัวเลขไม่ครบทุกขั้นตอน"));
        var rows = accounts.Standing.Provinces.SelectMany(province => province.Authorities.Select((one, index) => One(one, index + 1))
                .Prepend(Sum("province", $"จังหวัด{province.Province.NameThai}", province.Part, PlanPlace.Of(province))))
            .Append(Sum("total", "รวมทั้งประเทศ", accounts.Standing.Country, PlanPlace.Country));
        return PlanValues.Result(accounts, new MeasuredTable(
            ["number", "district", "name", .. PlanCells.Columns, .. OfBudgetColumns(figure), .. figure == PlanFigure.Baht ? (MeasuredColumn[])["rank"] : [], "status"], [.. rows]));
    }

    /// <summary>Who has not reported, a row for each district. Rows: province, district, message.</summary>
    [Measure("development_plan_missing")]
    public static MeasureResult Missing(MeasureInput input)
    {
        var accounts = PlanAccounts.Of(input);
        MeasuredColumn[] columns = ["name", "missing", "names"];
        var rows = accounts.Standing.Provinces.Where(province => province.Part.Coverage.Missing > 0).SelectMany(province => province.Authorities.Where(one => !one.Reported)
            .GroupBy(one => one.Authority.District, StringComparer.Ordinal).OrderBy(district => district.Key, ThaiPrint.Names)
            .Select(district => Lacking(accounts, "district", $"อ.{district.Key}", district.Count(), string.Join("  ", district.Select(one => one.Authority.FullName)), PlanPlace.Of(province)))
            .Prepend(Lacking(accounts, "province", $"จังหวัด{province.Province.NameThai}", province.Part.Coverage.Missing, MonthlyReport.Told(province.Part.Coverage), PlanPlace.Of(province)))).ToList();
        return PlanValues.Result(accounts, new MeasuredTable(columns, rows.Count > 0 ? rows : [MonthlyReport.Across("message", columns.Length, "อปท. ทุกแห่งรายงานแล้ว")]));
    }

    private static MeasuredRow Lacking(PlanAccounts accounts, string kind, string name, int missing, string names, PlanPlace place) => new(kind,
    [
        CellContent.Text(name),
        Cells.Count(missing).From(new Tracing.ComputedOf("นับ อปท. ในทะเบียนที่ไม่มีแถวที่ใช้อยู่ในเดือนนี้ ทั้งจากไฟล์ของ อปท. เองและจากไฟล์รวมของจังหวัด", [accounts.Origins.Authorities(place)])),
        CellContent.Text(names),
    ]);

    private static string KindOf(PlanPart part) => part.Coverage.Reported == 0 ? "missing" : part.Coverage.Missing > 0 ? "partial" : "reported";

    private static string Because(PlanPart part) => part.Coverage.Reported > 0 ? "รายงานว่าไม่มีรายการ หรือไม่ระบุตัวเลขครบทุกขั้นตอน" : part.Coverage.Of > 1 ? MonthlyReport.NobodyReported : MonthlyReport.NotReported;

    private static CellContent First(PlanAccounts accounts, PlanFigure figure, ProvincePlan province, int number) =>
        figure == PlanFigure.Baht ? Cells.Rank(province.Rank).From(accounts.Origins.Rank(PlanPlace.Of(province))) : Cells.Count(number);

    private static CellContent[] OfBudget(PlanCells cells, PlanFigure figure, PlanPart part, PlanPlace place) => figure == PlanFigure.Baht ? [cells.OfBudget(part, place, Because(part))] : [];

    private static MeasuredColumn[] OfBudgetColumns(PlanFigure figure) => figure == PlanFigure.Baht ? ["of_budget"] : [];
}
