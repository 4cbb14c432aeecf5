using Dla.Etl.Definitions;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;
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
    private readonly Years _items, _outputs;
    private readonly Dictionary<string, string> _names;

    private QuantitySummary(MeasureInput input)
    {
        _input = input;
        var (figures, lastYear) = (input.Rows<UnitFigure>("figures"), input.Rows<UnitFigure>("figures_last_year"));
        var field = input.Setting("field");
        _hasLastYear = lastYear.Count > 0;
        _items = Years.Of(figures, lastYear, input.Setting("items"), field);
        _outputs = Years.Of(figures, lastYear, input.Setting("outputs"), field);
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
            Values = new Dictionary<string, CellContent>
            {
                ["unknown_items"] = CellContent.Text(unknown.Count == 0 ? "ไม่มี" : string.Join("  ", unknown)),
                ["provinces_missing_last_year"] = CellContent.Text(MissingLastYear(input)),
            },
        };
    }

    private static string MissingLastYear(MeasureInput input)
    {
        var reported = input.Rows<StandingReturn>("returns_last_year").Select(one => one.Unit).ToHashSet(StringComparer.Ordinal);
        return reported.Count == 0 ? $"ทั้ง {Whole(input.Provinces.Count)} จังหวัด" : input.Listed(province => !reported.Contains(province.Code.ToString()));
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
                foreach (var row in Lines("output", Find(outputs, above), $"{outputs.Label}ที่ ", "", _outputs))
                    yield return row;
            }
            if (item.Parents.GetValueOrDefault(activities.Code) is { } beside && beside != activity)
            {
                activity = beside;
                yield return Heading(activities, Find(activities, beside));
            }
            foreach (var row in Lines("item", item, "", Whole(item.Number), _items))
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

    private IEnumerable<MeasuredRow> Lines(string kind, ItemDefinition item, string before, string number, Years years)
    {
        var (totals, lastYear) = (years.Now, years.Then);
        var units = totals[item.Code].Concat(lastYear[item.Code]).Select(total => total.UnitOfMeasure).Distinct(StringComparer.Ordinal).ToList();
        if (units.Count == 0)
            units.Add(item.Unit.IsKnown ? item.Unit.Value : "");
        var reported = totals[item.Code].Sum(total => total.Reported);
        for (var index = 0; index < units.Count; index++)
        {
            var now = totals[item.Code].FirstOrDefault(total => total.UnitOfMeasure == units[index]);
            var then = lastYear[item.Code].FirstOrDefault(total => total.UnitOfMeasure == units[index]);
            var label = index > 0 ? "(ต่อ) คนละหน่วยนับ" : before.Length > 0 ? $"{before}{Whole(item.Number)}  {item.Label}" : item.Label;
            var compared = years.Compared.GetValueOrDefault((item.Code, units[index]));
            string[] coverage = [.. index > 0 ? [] : Coverage(reported, units.Count), .. ComparedOver(now, then, compared)];
            var of = new ReportedFigures(_input.Form.Id, _input.Form.Period, years.Group, item.Code, years.Field, units[index]);
            yield return new MeasuredRow(kind,
                [Text(index > 0 ? "" : number), Text(label), Text(units[index].Length > 0 ? units[index] : "ไม่ระบุ"), .. Figures(now, then, compared, of), Text(string.Join('\n', coverage)).From(Reports(of))]);
        }
    }

    private CellContent[] Figures(QuantityTotal? now, QuantityTotal? then, YearComparison? compared, ReportedFigures of)
    {
        var (smallest, largest, before) = (of with { Shows = FigureChoice.Smallest }, of with { Shows = FigureChoice.Largest }, of with { Period = of.Period.AddYears(-1) });
        var change = new ChangeOf(before with { AlsoIn = of.Period }, of with { AlsoIn = of.Period.AddYears(-1) }, IsPercent: false);
        var percent = compared is null ? CellContent.Missing : compared.Percent is { } share ? CellContent.Number(share) : CellContent.Text("-");
        return
        [
            Amount(now?.Total).From(of), Reported(now, known: true).From(Reports(of)),
            Amount(now?.Smallest).From(smallest), Names(now?.SmallestAt).From(smallest), Amount(now?.Largest).From(largest), Names(now?.LargestAt).From(largest),
            Amount(then?.Total).From(before), Reported(then, _hasLastYear).From(Reports(before)),
            Amount(compared?.Difference).From(change), percent.From(change with { IsPercent = true }),
        ];
    }

    private static ReportedFigures Reports(ReportedFigures of) => of with { Shows = FigureChoice.Count };

    private IEnumerable<string> Coverage(int reported, int units)
    {
        var missing = _input.Provinces.Count - reported;
        yield return missing == 0 ? "ครบ" : $"ขาด {Whole(missing)} จังหวัด";
        if (units > 1)
            yield return $"({Whole(units)} หน่วยนับ)";
    }

    // The reader sees the sums of both years; where the comparison is over fewer provinces than either, the row has to say so.
    private static IEnumerable<string> ComparedOver(QuantityTotal? now, QuantityTotal? then, YearComparison? compared)
    {
        var both = compared?.Provinces ?? 0;
        if (now is not null && then is not null && (both != now.Reported || both != then.Reported))
            yield return $"เทียบ {Whole(both)} จังหวัด";
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

    /// <summary>The sums of a group in both years, and what of them can be compared.</summary>
    private sealed record Years(
        string Group, string Field, ILookup<string, QuantityTotal> Now, ILookup<string, QuantityTotal> Then,
        IReadOnlyDictionary<(string Item, string UnitOfMeasure), YearComparison> Compared)
    {
        public static Years Of(IReadOnlyList<UnitFigure> figures, IReadOnlyList<UnitFigure> lastYear, string group, string field) => new(
            group, field, QuantityTotals.Of(figures, group, field), QuantityTotals.Of(lastYear, group, field), YearComparison.Of(figures, lastYear, group, field));
    }
}
