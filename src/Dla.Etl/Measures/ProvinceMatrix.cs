using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Reference;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Measures;

/// <summary>A row for every province and a column for every item, with totals and their coverage.</summary>
public sealed class ProvinceMatrix
{
    private readonly MeasureInput _input;
    private readonly string _group, _field;
    private readonly IReadOnlyList<ItemDefinition> _items;
    private readonly ILookup<string, QuantityTotal> _totals;
    private readonly ILookup<(string Unit, string Item), UnitFigure> _figures;

    private ProvinceMatrix(MeasureInput input)
    {
        _input = input;
        (_group, _field) = (input.Setting("items"), input.Setting("field"));
        _items = input.Form.Group(_group).Items;
        var figures = input.Rows<UnitFigure>("figures");
        _totals = QuantityTotals.Of(figures, _group, _field);
        _figures = figures.Where(figure => figure.GroupCode == _group && figure.FieldCode == _field)
            .ToLookup(figure => (figure.Unit, figure.ItemCode));
    }

    /// <summary>The table of the sheet รายจังหวัด. Settings: <c>items</c> (group of the form), <c>field</c>.</summary>
    [Measure("province_matrix")]
    public static MeasureResult Of(MeasureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var matrix = new ProvinceMatrix(input);
        return new MeasureResult(new MeasuredTable(["number", "name", new("quantities", matrix._items.Count)], [.. matrix.Rows()]))
        {
            Lists = new Dictionary<string, IReadOnlyList<CellContent>>
            {
                ["item_labels"] = [.. matrix._items.Select(item => CellContent.Text($"{Whole(item.Number)}. {item.ShortLabel}"))],
                ["item_units"] = [.. matrix._items.Select(item => CellContent.Text(matrix.HeadUnit(item) + matrix.Mark(item)))],
            },
        };
    }

    private IEnumerable<MeasuredRow> Rows()
    {
        var number = 0;
        foreach (var region in _input.ByRegion)
        {
            yield return new MeasuredRow("region",
                [CellContent.Text($"{region.Key.NameThai()} ({Whole(region.Count())} จังหวัด)"), .. Enumerable.Repeat(CellContent.Nothing, _items.Count + 1)]);
            foreach (var province in region)
                yield return Row(++number, province);
        }
        yield return new MeasuredRow("total", [CellContent.Nothing, CellContent.Text("รวมทั้งสิ้น"), .. _items.Select(Total)]);
        yield return new MeasuredRow("coverage", [CellContent.Nothing, CellContent.Text("จังหวัดที่รายงาน"), .. _items.Select(Coverage)]);
    }

    private MeasuredRow Row(int number, Province province) => new(
        _input.HasReported(province.Code) ? "reported" : "missing",
        [CellContent.Number(number), CellContent.Text(province.NameThai), .. _items.Select(item => Figure(province, item))]);

    private CellContent Figure(Province province, ItemDefinition item)
    {
        var stated = _figures[(province.Code.ToString(), item.Code)].ToList();
        if (stated.Count == 0)
            return CellContent.Missing.From(Origin(item, null) with { Unit = province.Code.ToString() });
        var figure = stated.Find(line => line.UnitOfMeasure == HeadUnitOrNull(item)) ?? stated[0];
        return CellContent.Number(new Quantity(figure.Amount).ToDecimal(), figure.UnitOfMeasure == HeadUnitOrNull(item) ? "" : "*")
            .From(Origin(item, figure.UnitOfMeasure) with { Unit = province.Code.ToString() });
    }

    private ReportedFigures Origin(ItemDefinition item, string? unit) => new(_input.Form.Id, _input.Form.Period, _group, item.Code, _field, unit);

    // The unit of most provinces heads the column, the form's own where nobody reported.
    private string? HeadUnitOrNull(ItemDefinition item) => _totals[item.Code].FirstOrDefault()?.UnitOfMeasure;

    private string HeadUnit(ItemDefinition item) => HeadUnitOrNull(item) switch
    {
        { Length: > 0 } unit => unit,
        null when item.Unit.IsKnown => item.Unit.Value,
        _ => "ไม่ระบุ",
    };

    private string Mark(ItemDefinition item) => _totals[item.Code].Skip(1).Any() ? "*" : "";

    private CellContent Total(ItemDefinition item) => (_totals[item.Code].FirstOrDefault() is { } total
        ? CellContent.Number(new Quantity(total.Total).ToDecimal(), Mark(item))
        : CellContent.Missing).From(Origin(item, HeadUnitOrNull(item)));

    private CellContent Coverage(ItemDefinition item) =>
        CellContent.Text($"{Whole(_totals[item.Code].FirstOrDefault()?.Reported ?? 0)}/{Whole(_input.Provinces.Count)}")
            .From(Origin(item, HeadUnitOrNull(item)) with { Shows = FigureChoice.Count });

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
