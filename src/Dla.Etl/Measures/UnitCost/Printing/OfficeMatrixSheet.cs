using System.Globalization;
using Dla.Etl.Reference;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>Unit cost of every province's office for every sub-activity, with what tells whether one is far from the others.</summary>
internal sealed class OfficeMatrixSheet
{
    // Behind the figure, so that it stays a number: far above, far below, another unit of measure than the column's.
    private const string Above = "▲", Below = "▼", OtherUnit = "*";

    private readonly UnitCostAccounts _accounts;
    private readonly MeasureInput _input;
    private readonly int _slots;
    private readonly Footnotes _notes = new();

    private OfficeMatrixSheet(UnitCostAccounts accounts, MeasureInput input) =>
        (_accounts, _input, _slots) = (accounts, input, int.Parse(input.Setting("slots"), NumberStyles.None, CultureInfo.InvariantCulture));

    /// <summary>The sheet รายจังหวัด. Setting <c>slots</c>: how many sub-activities the template has room for. Rows: region, office, statistic, statistic_last, note, message.</summary>
    [Measure("unit_cost_provinces")]
    public static MeasureResult Of(MeasureInput input)
    {
        var accounts = UnitCostAccounts.Of(input);
        if (accounts.Now is null)
            return AccountValues.Result(accounts, null);
        var sheet = new OfficeMatrixSheet(accounts, input);
        var labels = new ItemLabels(accounts, input.Forms);
        var cells = Math.Max(sheet._slots, accounts.Spreads.Count);
        return AccountValues.Result(accounts, new MeasuredTable(["number", "name", new MeasuredColumn("unit_costs", cells)], [.. sheet.Rows(cells)])) with
        {
            Lists = new Dictionary<string, IReadOnlyList<CellContent>>
            {
                ["item_labels"] = sheet.Filled([.. accounts.Spreads.Select(spread => CellContent.Text(labels.Short(spread.Item)))]),
                ["item_units"] = sheet.Filled([.. accounts.Spreads.Select(spread => CellContent.Text(spread.Spreads.Count == 0 ? "-" : spread.Spreads[0].UnitOfMeasure))]),
                ["lower_bounds"] = sheet.Filled([.. accounts.Spreads.Select(spread => sheet.Bound(spread, one => one.Near.Least, "ควอร์ไทล์ที่ 1 ลบ", [Rational.Of(5, 2), Rational.Of(-3, 2)]))]),
                ["upper_bounds"] = sheet.Filled([.. accounts.Spreads.Select(spread => sheet.Bound(spread, one => one.Near.Greatest, "ควอร์ไทล์ที่ 3 บวก", [Rational.Of(-3, 2), Rational.Of(5, 2)]))]),
            },
            Calculations = accounts.Calculations,
        };
    }

    // The template colours what is beyond them. No cost is below a bound that is not above zero.
    private CellContent Bound(ProvinceSpread spread, Func<UnitCostSpread, Rational> bound, string words, Rational[] times)
    {
        if (spread.Spreads.Count == 0 || bound(spread.Spreads[0]) is not { Sign: > 0 } satang)
            return CellContent.Text("-");
        return CellContent.Number(Money.Baht(satang)).From(new ComputedOf($"{words}หนึ่งเท่าครึ่งของช่วงระหว่างควอร์ไทล์",
            [OfficeOrigins.Quartile(_accounts, _input, spread, spread.Spreads[0], 1), OfficeOrigins.Quartile(_accounts, _input, spread, spread.Spreads[0], 3)]) { Times = times });
    }

    private List<CellContent> Filled(List<CellContent> contents)
    {
        contents.AddRange(Enumerable.Repeat(CellContent.Nothing, Math.Max(0, _slots - contents.Count)));
        return contents;
    }

    private IEnumerable<MeasuredRow> Rows(int cells)
    {
        var offices = _accounts.Now!.Allocated.Drivers.Centres.Value.Where(centre => centre.Province is not null).ToLookup(centre => centre.Province!.Value);
        if (offices.Count == 0)
            return [Footnotes.Across("message", cells + 2, "เกณฑ์การปันส่วนไม่มีศูนย์ต้นทุนของ สถจ.")];
        var number = 0;
        var rows = _input.ByRegion.Select(region => (region.Key, Offices: region.SelectMany(province => offices[province.Code]).ToList())).Where(region => region.Offices.Count > 0)
            .SelectMany(region => region.Offices.Select(office => new MeasuredRow("office",
                [CellContent.Number(++number), CellContent.Text(office.Name), .. Filled([.. _accounts.Spreads.Select(spread => Figure(spread, office.Code))])]))
                .Prepend(new MeasuredRow("region", [CellContent.Text(region.Key.NameThai()), .. new CellContent[cells + 1]])))
            .ToList();
        rows.AddRange(Totals());
        return [.. rows, .. _notes.Rows(cells + 2,
            $"“{Above}” สูงกว่า และ “{Below}” ต่ำกว่า สถจ. อื่นมาก (เกินหนึ่งเท่าครึ่งของช่วงระหว่างควอร์ไทล์)      “{OtherUnit}” ใช้หน่วยนับต่างจากหัวตาราง จึงเทียบกับ สถจ. ที่ใช้หน่วยนับเดียวกันเท่านั้น")];
    }

    private CellContent Figure(ProvinceSpread spread, string centre)
    {
        var office = spread.Provinces.First(one => one.Centre.Code == centre);
        if (office.UnitCost is not { IsKnown: true, Value: var unitCost })
            return _notes.Instead(office.UnitCost.UnknownBecause!).From(new NoFigure(office.UnitCost.UnknownBecause!, OfficeOrigins.UnitCost(_accounts, _input, spread.Item, office)));
        var mark = (office.IsFar ? office.FromMedian is { IsKnown: true, Value.Sign: < 0 } ? Below : Above : "")
            + (office.Volume.Value.UnitOfMeasure == spread.Spreads[0].UnitOfMeasure ? "" : OtherUnit);
        return CellContent.Number(Money.Baht(unitCost), mark).From(OfficeOrigins.UnitCost(_accounts, _input, spread.Item, office));
    }

    private IEnumerable<MeasuredRow> Totals()
    {
        yield return Statistic("statistic", "จำนวน สถจ. ที่เทียบ", (spread, unit) => CellContent.Number(unit.Offices).From(OfficeOrigins.Count(_accounts, _input, spread, unit)));
        for (var quartile = 0; quartile < OfficeOrigins.QuartileNames.Count; quartile++)
        {
            var at = quartile;
            yield return Statistic(at == OfficeOrigins.QuartileNames.Count - 1 ? "statistic_last" : "statistic", OfficeOrigins.QuartileNames[at],
                (spread, unit) => CellContent.Number(Money.Baht(unit.Quartiles[at])).From(OfficeOrigins.Quartile(_accounts, _input, spread, unit, at)));
        }
    }

    private MeasuredRow Statistic(string kind, string name, Func<ProvinceSpread, UnitCostSpread, CellContent> figure) => new(kind,
        [CellContent.Nothing, CellContent.Text(name), .. Filled([.. _accounts.Spreads.Select(spread => spread.Spreads.Count == 0 ? CellContent.Text("-") : figure(spread, spread.Spreads[0]))])]);
}
