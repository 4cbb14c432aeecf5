using Dla.Etl.Measures;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;

namespace Dla.Etl.Tests.Measures.UnitCost.Printing;

/// <summary>Every figure that the report prints can be walked back: its cell says where it comes from, and the calculation it names is handed over.</summary>
public class OriginTests
{
    // Running numbers, and counts of rows of the report itself.
    private static readonly string[] NoFigures = ["number", "table", "numbers", "chart_bars"];

    private static readonly Lazy<IReadOnlyList<(string Sheet, MeasureResult Result)>> Results = new(() =>
    {
        var input = WholeDepartment.Input.Input();
        return [.. AccountsInput.Report.Sheets.Where(sheet => !sheet.IsManifest).Select(sheet => (sheet.Name, MeasureCatalogue.Get(sheet.Measure)(input with { Settings = sheet.Settings })))];
    });

    [Fact]
    public void Every_figure_has_an_origin()
    {
        var without = new List<string>();
        foreach (var (sheet, result) in Results.Value)
        {
            if (result.Table is { } table)
            {
                var names = table.Columns.SelectMany(column => Enumerable.Repeat(column.Name, column.Cells)).ToList();
                without.AddRange(table.Rows.SelectMany(row => row.Cells.Select((cell, index) => (row.Kind, Name: names[index], cell)))
                    .Where(one => !NoFigures.Contains(one.Name) && one.cell is { Kind: CellContentKind.Number, Origin: null }).Select(one => $"{sheet} {one.Kind} {one.Name}"));
            }
            without.AddRange(result.Lists.Where(list => !NoFigures.Contains(list.Key))
                .Where(list => list.Value.Any(cell => cell is { Kind: CellContentKind.Number, Origin: null })).Select(list => $"{sheet} {list.Key}"));
        }
        without.Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void Every_calculation_that_an_origin_names_is_handed_over()
    {
        foreach (var (sheet, result) in Results.Value)
        {
            var named = (result.Table?.Rows.SelectMany(row => row.Cells) ?? []).Concat(result.Lists.Values.SelectMany(list => list)).Concat(result.Values.Values)
                .Select(cell => cell.Origin).OfType<CellOrigin>().SelectMany(Calculations).Distinct(StringComparer.Ordinal);
            named.Except(result.Calculations.Select(one => one.Id), StringComparer.Ordinal).ShouldBeEmpty(sheet);
        }
        Results.Value[0].Result.Calculations.Select(one => one.Id).ShouldBe(["2564", "2563 ปรับปรุง"]);
        Results.Value[0].Result.Calculations.ShouldAllBe(one => one.DriversPath.StartsWith("rules/allocation/drivers."), "no path of a machine");
    }

    private static IEnumerable<string> Calculations(CellOrigin origin) => origin switch
    {
        CostPlaces places => [places.Calculation],
        PerUnitOf perUnit => [.. Calculations(perUnit.Cost), .. Calculations(perUnit.Quantity)],
        ChangeOf change => [.. Calculations(change.Old), .. Calculations(change.New)],
        ComputedOf computed => computed.Parts.SelectMany(Calculations),
        _ => [],
    };
}
