using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Recognition;
using Dla.Etl.Validation;
using Dla.Etl.Values;

namespace Dla.Etl.StorageTests;

/// <summary>The example of testdata/unit-cost/hand-worked as returns of the department and of its two provinces.</summary>
internal static class CostReturns
{
    private static readonly string Folder = Path.Combine(Root(), "testdata", "unit-cost", "hand-worked");

    /// <summary>The office's own rules of the example.</summary>
    public static string Rules { get; } = Path.Combine(Folder, "rules");

    /// <summary>Text of its driver file.</summary>
    public static string Drivers { get; } = File.ReadAllText(Path.Combine(Rules, "allocation", "drivers.2563.yaml"));

    /// <summary>The department's return, its lines in the order of the file or turned round.</summary>
    public static ValidatedReturn Costs(FormCatalogue forms, bool reversed = false)
    {
        var form = forms.Get("cost-by-cost-centre", FiscalYear.FromBuddhistEra(2563));
        var lines = Csv("costs.csv");
        var rows = (reversed ? lines.Reverse() : lines).Select((line, index) => Row(form.Group("cost"), line["centre"], null, index, field => field.Code switch
        {
            "amount" => Value(long.Parse(line["amount"].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), null),
            "source" => Value(0, line["source"] == "offbudget" ? "off_budget" : line["source"]),
            "centre_name" => null,
            _ => line[field.Code] is { Length: > 0 } text ? Value(0, text) : null,
        })).ToList();
        return new ValidatedReturn(new NormalisedReturn(form, UnitCode.Department, rows), []);
    }

    /// <summary>The return of a province's quantities.</summary>
    public static ValidatedReturn Quantities(FormCatalogue forms, string province)
    {
        var form = forms.Get("unit-cost-quantity", FiscalYear.FromBuddhistEra(2563));
        var group = form.Group("sub_activity");
        var rows = Csv("quantities.csv").Where(line => line["province"] == province).Select((line, index) =>
            Row(group, line["item"], group.Items[0] with { Code = line["item"] }, index, field => field.Role switch
            {
                FieldRole.Figure => Value(long.Parse(line["amount"], CultureInfo.InvariantCulture) * Quantity.Scale, null),
                FieldRole.UnitOfMeasure => Value(0, line["unit_of_measure"]),
                _ => null,
            })).ToList();
        return new ValidatedReturn(new NormalisedReturn(form, UnitCode.Parse(province).Value, rows), []);
    }

    private static NormalisedField Value(long amount, string? text) => new(FieldState.Value, amount, text, null);

    private static NormalisedRow Row(GroupDefinition group, string key, ItemDefinition? item, int index, Func<FieldDefinition, NormalisedField?> value)
    {
        var cell = new SourceCell(0, "ข้อมูล", new CellAddress(index + 4, 7), new RawCell(RawCellKind.Text, key));
        return new NormalisedRow(group, item, key, cell,
            [.. group.Fields.Select(field => field.Role != FieldRole.Key && value(field) is { } known ? known with { Source = cell } : new NormalisedField(FieldState.Missing, 0, null, cell))]);
    }

    private static Dictionary<string, string>[] Csv(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file));
        var names = lines[0].Split(',');
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => names.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dla.Etl.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
