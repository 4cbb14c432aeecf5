using System.Globalization;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>Quartiles of the offices' unit costs for each sub-activity, in the unit of measure of most offices, and the bars of the template's chart.</summary>
internal sealed class SpreadSheet
{
    private static readonly string[] Lists = ["numbers", "labels", "units", "offices", "quartiles", "far", "remarks", "chart_labels", "chart_bars"];

    private static readonly string[] MarkNames = ["ค่าต่ำสุดที่ไม่ห่าง", "ควอร์ไทล์ที่ 1", "มัธยฐาน", "ควอร์ไทล์ที่ 3", "ค่าสูงสุดที่ไม่ห่าง"];

    private readonly UnitCostAccounts _accounts;
    private readonly ItemLabels _labels;
    private readonly MeasureInput _input;
    private readonly Dictionary<string, List<CellContent>> _lists = Lists.ToDictionary(name => name, _ => new List<CellContent>(), StringComparer.Ordinal);

    private SpreadSheet(UnitCostAccounts accounts, MeasureInput input) => (_accounts, _labels, _input) = (accounts, new ItemLabels(accounts, input.Forms), input);

    /// <summary>The sheet การกระจาย. Setting <c>slots</c>: how many sub-activities the template and its chart have room for.</summary>
    [Measure("unit_cost_spread")]
    public static MeasureResult Of(MeasureInput input)
    {
        var accounts = UnitCostAccounts.Of(input);
        if (accounts.Now is null)
            return AccountValues.Result(accounts, null);
        var sheet = new SpreadSheet(accounts, input);
        var slots = int.Parse(input.Setting("slots"), NumberStyles.None, CultureInfo.InvariantCulture);
        foreach (var (spread, index) in accounts.Spreads.Select((spread, index) => (spread, index)))
            sheet.Add(index + 1, spread);
        for (var empty = accounts.Spreads.Count; empty < slots; empty++)
            sheet.AddNothing();
        return AccountValues.Result(accounts, null) with
        {
            Lists = sheet._lists.ToDictionary(list => list.Key, list => (IReadOnlyList<CellContent>)list.Value, StringComparer.Ordinal),
            Calculations = accounts.Calculations,
        };
    }

    private void Add(int number, ProvinceSpread spread)
    {
        var most = spread.Spreads.Count > 0 ? spread.Spreads[0] : null;
        var far = spread.Provinces.Where(office => office.IsFar).ToList();
        Put("numbers", CellContent.Number(number));
        Put("labels", CellContent.Text(_labels.Name(spread.Item)));
        Put("units", most is null ? CellContent.Text("-") : CellContent.Text(most.UnitOfMeasure.Length == 0 ? "ไม่ระบุ" : most.UnitOfMeasure));
        Put("offices", CellContent.Number(most?.Offices ?? 0).From(most is null ? null : OfficeOrigins.Count(_accounts, _input, spread, most)));
        Put("quartiles", [.. Enumerable.Range(0, 5).Select(index => most is null
            ? CellContent.Text("-").From(new NoFigure("ไม่มี สถจ. ที่มีต้นทุนต่อหน่วย", null))
            : CellContent.Number(Money.Baht(most.Quartiles[index])).From(OfficeOrigins.Quartile(_accounts, _input, spread, most, index)))]);
        Put("far", CellContent.Number(far.Count(IsBelow)).From(Far(spread, most)), CellContent.Number(far.Count(office => !IsBelow(office))).From(Far(spread, most)));
        Put("remarks", CellContent.Text(Remark(spread, most)));
        Put("chart_labels", CellContent.Text(string.Create(CultureInfo.InvariantCulture, $"{number}. {_labels.Short(spread.Item)}{(far.Count == 0 ? "" : $" (ห่างมาก {far.Count})")}")));
        Put("chart_bars", Bars(spread, most));
    }

    private void AddNothing()
    {
        foreach (var (name, list) in _lists)
            list.AddRange(Enumerable.Repeat(CellContent.Nothing, name is "quartiles" or "chart_bars" ? 5 : name == "far" ? 2 : 1));
    }

    private void Put(string list, params CellContent[] contents) => _lists[list].AddRange(contents);

    private ComputedOf? Far(ProvinceSpread spread, UnitCostSpread? most) => most is null
        ? null
        : new ComputedOf("จำนวน สถจ. ที่พ้นควอร์ไทล์เกินหนึ่งเท่าครึ่งของช่วงระหว่างควอร์ไทล์",
            [OfficeOrigins.Quartile(_accounts, _input, spread, most, 1), OfficeOrigins.Quartile(_accounts, _input, spread, most, 3)]);

    private static bool IsBelow(ProvinceUnitCost office) => office.FromMedian is { IsKnown: true, Value.Sign: < 0 };

    // From the least to the greatest office that is not far: those beyond would press all others together.
    private CellContent[] Bars(ProvinceSpread spread, UnitCostSpread? most)
    {
        if (most is not { Median.Sign: > 0 })
            return [.. Enumerable.Repeat(CellContent.Nothing, 5)];
        var near = Offices(spread, most.UnitOfMeasure).Where(office => !office.IsFar).Select(office => office.UnitCost.Value).ToList();
        Rational[] marks = [near.Min(), most.Quartiles[1], most.Median, most.Quartiles[3], near.Max()];
        if (marks[0].Sign < 0)
            return [.. Enumerable.Repeat(CellContent.Nothing, 5)];
        return [.. marks.Select((mark, index) => CellContent.Number(Money.Percent((index == 0 ? mark : Step(mark, marks[index - 1])) * 100 / most.Median)).From(Bar(spread, most, index)))];
    }

    private ComputedOf Bar(ProvinceSpread spread, UnitCostSpread most, int index)
    {
        CellOrigin Mark(int at) => at is 0 or 4 ? End(spread, most, isLeast: at == 0) : OfficeOrigins.Quartile(_accounts, _input, spread, most, at);
        var words = index == 0
            ? "ส่วนที่เว้นก่อนแท่งของแผนภูมิ = ค่าต่ำสุดที่ไม่ห่าง ÷ มัธยฐาน × 100 (ร้อยละของมัธยฐาน)"
            : $"ส่วนของแท่งในแผนภูมิ = ({MarkNames[index]} − {MarkNames[index - 1]}) ÷ มัธยฐาน × 100 (ร้อยละของมัธยฐาน ไม่ต่ำกว่าศูนย์)";
        int[] marks = [.. new[] { index, index - 1, 2 }.Where(at => at >= 0).Distinct()];
        return new ComputedOf(words, [.. marks.Select(Mark)]);
    }

    private ComputedOf End(ProvinceSpread spread, UnitCostSpread most, bool isLeast)
    {
        var near = Offices(spread, most.UnitOfMeasure).Where(office => !office.IsFar).OrderBy(office => office.UnitCost.Value).ThenBy(office => office.Centre.Code, StringComparer.Ordinal).ToList();
        var office = isLeast ? near[0] : near[^1];
        CellOrigin[] parts = [.. new[] { OfficeOrigins.UnitCost(_accounts, _input, spread.Item, office) }.OfType<CellOrigin>()];
        return new ComputedOf($"{MarkNames[isLeast ? 0 : 4]} คือ {office.Centre.Name}", parts) { IsSum = parts.Length > 0 };
    }

    // A quartile between a near and a far office can lie beyond the last near one.
    private static Rational Step(Rational to, Rational from) => to < from ? Rational.Zero : to - from;

    private static string Remark(ProvinceSpread spread, UnitCostSpread? most)
    {
        var without = spread.Provinces.Count(office => !office.UnitCost.IsKnown);
        string[] said =
        [
            .. most is null ? ["ไม่มี สถจ. ที่มีต้นทุนต่อหน่วย"] : without > 0 ? [string.Create(CultureInfo.InvariantCulture, $"ไม่มีต้นทุนต่อหน่วย {without} แห่ง")] : (string[])[],
            .. spread.Spreads.Skip(1).Select(other => string.Create(CultureInfo.InvariantCulture, $"ใช้หน่วยนับ “{(other.UnitOfMeasure.Length == 0 ? "ไม่ระบุ" : other.UnitOfMeasure)}” {other.Offices} แห่ง")),
        ];
        return string.Join("  ", said);
    }

    private static IEnumerable<ProvinceUnitCost> Offices(ProvinceSpread spread, string unit) =>
        spread.Provinces.Where(office => office.UnitCost.IsKnown && office.Volume.Value.UnitOfMeasure == unit);
}
