using Dla.Etl.Definitions;
using Dla.Etl.Reporting;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Measures;

/// <summary>One line per item and unit of measure, under its sub-output and main activity: total, coverage, extremes, against last year.</summary>
public sealed class QuantitySummary
{
    private static readonly MeasuredColumn[] Columns =
    [
        "number", "label", "unit", "total", "reported", "smallest", "smallest_province", "largest", "largest_province",
        "last_year", "last_year_reported", "difference", "percent", "coverage",
    ];

    private readonly MeasureInput _input;
    private readonly bool _hasLastYear;
    private readonly ILookup<string, QuantityTotal> _items, _itemsLastYear, _outputs, _outputsLastYear;
    private readonly Dictionary<string, string> _names;

    private QuantitySummary(MeasureInput input)
    {
        _input = input;
        var (figures, lastYear) = (input.Rows<UnitFigure>("figures"), input.Rows<UnitFigure>("figures_last_year"));
        var field = input.Setting("field");
        _hasLastYear = lastYear.Count > 0;
        _items = QuantityTotals.Of(figures, input.Setting("items"), field);
        _itemsLastYear = QuantityTotals.Of(lastYear, input.Setting("items"), field);
        _outputs = QuantityTotals.Of(figures, input.Setting("outputs"), field);
        _outputsLastYear = QuantityTotals.Of(lastYear, input.Setting("outputs"), field);
        _names = input.Provinces.ToDictionary(province => province.Code.ToString(), province => province.NameThai, StringComparer.Ordinal);
    }

    /// <summary>The table of the sheet สรุปปริมาณ. Settings: <c>items</c>, <c>outputs</c>, <c>activities</c> (groups of the form), <c>field</c>.</summary>
    [Measure("quantity_summary")]
    public static MeasureResult Of(MeasureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var rows = new QuantitySummary(input).Rows().ToList();
        rows[^1] = rows[^1] with { Kind = "item_last" };
        var unknown = input.Form.Groups.SelectMany(group => group.UnknownItems).ToList();
        return new MeasureResult(new MeasuredTable(Columns, rows))
        {
            Values = new Dictionary<string, CellContent> { ["unknown_items"] = CellContent.Text(unknown.Count == 0 ? "ไม่มี" : string.Join("  ", unknown)) },
        };
    }

    private IEnumerable<MeasuredRow> Rows()
    {
        var (outputs, activities) = (_input.Form.Group(_input.Setting("outputs")), _input.Form.Group(_input.Setting("activities")));
        string? output = null, activity = null;
        foreach (var item in _input.Form.Group(_input.Setting("items")).Items)
        {
            if (item.Parents.GetValueOrDefault(outputs.Code) is { } above && above != output)
            {
                output = above;
                activity = null;
                foreach (var row in Lines("output", Find(outputs, above), $"{outputs.Label}ที่ ", "", _outputs, _outputsLastYear))
                    yield return row;
            }
            if (item.Parents.GetValueOrDefault(activities.Code) is { } beside && beside != activity)
            {
                activity = beside;
                yield return Heading(activities, Find(activities, beside));
            }
            foreach (var row in Lines("item", item, "", Whole(item.Number), _items, _itemsLastYear))
                yield return row;
        }
    }

    private static ItemDefinition Find(GroupDefinition group, string code) => group.Items.First(item => item.Code == code);

    private static MeasuredRow Heading(GroupDefinition group, ItemDefinition item)
    {
        var cells = new CellContent[Columns.Length];
        cells[1] = CellContent.Text($"{group.Label}ที่ {Whole(item.Number)}  {item.Label}");
        return new MeasuredRow("activity", cells);
    }

    private IEnumerable<MeasuredRow> Lines(
        string kind, ItemDefinition item, string before, string number, ILookup<string, QuantityTotal> totals, ILookup<string, QuantityTotal> lastYear)
    {
        var units = totals[item.Code].Concat(lastYear[item.Code]).Select(total => total.UnitOfMeasure).Distinct(StringComparer.Ordinal).ToList();
        if (units.Count == 0)
            units.Add(item.Unit.IsKnown ? item.Unit.Value : "");
        var reported = totals[item.Code].Sum(total => total.Reported);
        for (var index = 0; index < units.Count; index++)
        {
            var now = totals[item.Code].FirstOrDefault(total => total.UnitOfMeasure == units[index]);
            var then = lastYear[item.Code].FirstOrDefault(total => total.UnitOfMeasure == units[index]);
            var label = index > 0 ? "(ต่อ) คนละหน่วยนับ" : before.Length > 0 ? $"{before}{Whole(item.Number)}  {item.Label}" : item.Label;
            var coverage = index > 0 ? "" : Coverage(reported, units.Count);
            yield return new MeasuredRow(kind,
                [Text(index > 0 ? "" : number), Text(label), Text(units[index].Length > 0 ? units[index] : "ไม่ระบุ"), .. Figures(now, then), Text(coverage)]);
        }
    }

    private CellContent[] Figures(QuantityTotal? now, QuantityTotal? then)
    {
        var percent = YearComparison.Percent(now?.Total, then?.Total);
        return
        [
            Amount(now?.Total), Reported(now, known: true), Amount(now?.Smallest), Names(now?.SmallestAt), Amount(now?.Largest), Names(now?.LargestAt),
            Amount(then?.Total), Reported(then, _hasLastYear), Amount(YearComparison.Difference(now?.Total, then?.Total)),
            percent is { } share ? CellContent.Number(share) : then?.Total == 0 && now is not null ? CellContent.Text("-") : CellContent.Missing,
        ];
    }

    private string Coverage(int reported, int units)
    {
        var missing = _input.Provinces.Count - reported;
        var all = missing == 0 ? "ครบ" : $"ขาด {Whole(missing)} จังหวัด";
        return units == 1 ? all : $"{all}\n({Whole(units)} หน่วยนับ)";
    }

    private CellContent Reported(QuantityTotal? total, bool known) =>
        known ? CellContent.Text($"{Whole(total?.Reported ?? 0)}/{Whole(_input.Provinces.Count)}") : CellContent.Missing;

    private CellContent Names(IReadOnlyList<string>? codes) => codes switch
    {
        null => CellContent.Missing,
        [var only] => CellContent.Text(_names.GetValueOrDefault(only, only)),
        _ => CellContent.Text($"{Whole(codes.Count)} จังหวัด"),
    };

    private static CellContent Amount(long? amount) =>
        amount is { } known ? CellContent.Number(new Quantity(known).ToDecimal()) : CellContent.Missing;

    private static CellContent Text(string text) => text.Length == 0 ? CellContent.Nothing : CellContent.Text(text);

    private static string Whole(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
