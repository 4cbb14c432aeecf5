using Dla.Etl.Definitions;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>The quantities that the form of the provinces prints itself, such as 7,850 แห่ง: constants of the whole country. Every return repeats them, and adding them up would count the country once for each province.</summary>
internal static class PrintedQuantities
{
    /// <summary>The quantities, each of the whole department; none for a year without a form.</summary>
    /// <exception cref="DefinitionException">The form prints something that is no quantity.</exception>
    public static IReadOnlyDictionary<string, Volume> Of(FormCatalogue forms, FiscalYear year) => Items(forms, year)
        .ToDictionary(one => one.Item.Code, one => Read(one.Form, one.Item), StringComparer.Ordinal);

    /// <summary>The form that prints the quantity of an item, and the group it stands in; null for an item whose quantity the provinces report.</summary>
    public static (FormDefinition Form, GroupDefinition Group, ItemDefinition Item)? Find(FormCatalogue forms, FiscalYear year, string item) =>
        Items(forms, year).Cast<(FormDefinition Form, GroupDefinition Group, ItemDefinition Item)?>().FirstOrDefault(one => one!.Value.Item.Code == item);

    private static IEnumerable<(FormDefinition Form, GroupDefinition Group, ItemDefinition Item)> Items(FormCatalogue forms, FiscalYear year) => forms.All
        .Where(form => form.Id == UnitCostAccounts.QuantityForm && form.Year == year)
        .SelectMany(form => form.Groups.SelectMany(group => group.Items.Where(item => item.Printed is not null).Select(item => (form, group, item))));

    private static Volume Read(FormDefinition form, ItemDefinition item) => QuantityText.Parse(new RawCell(RawCellKind.Text, item.Printed!)) is { Succeeded: true, Value: var printed }
        ? new Volume(item.Code, "", printed.Unit ?? (item.Unit.IsKnown ? item.Unit.Value : ""), printed.Amount)
        : throw new DefinitionException(form.Path, 0, $"{item.Code}.printed", $"“{item.Printed}” is no quantity");
}
