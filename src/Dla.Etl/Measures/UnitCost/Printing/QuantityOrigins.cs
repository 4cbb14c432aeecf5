using Dla.Etl.Measures.UnitCost.Drivers;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>Where a quantity comes from: the returns of the provinces, the form that prints it itself, or for a support sub-activity the driver file.</summary>
internal static class QuantityOrigins
{
    /// <summary>The origin of an item's quantity; null for an item that the form of its year does not have.</summary>
    /// <param name="input">Forms.</param>
    /// <param name="year">The year of the quantity.</param>
    /// <param name="item">Code of the item.</param>
    /// <param name="province">Two digits for the quantity of one province; null for that of all.</param>
    public static CellOrigin? Of(MeasureInput input, CostYear year, string item, string? province = null)
    {
        var drivers = year.Allocated.Drivers;
        var support = drivers.Support.Select((one, index) => (one, index)).FirstOrDefault(one => one.one.Code == item);
        if (support.one is not null)
            return new RuleValue(FileOf(drivers), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"support[{support.index}].quantity"), support.one.Split.Source)
            {
                Value = support.one.Quantity.IsKnown ? Rational.Of(support.one.Quantity.Value.TenThousandths, Quantity.Scale) : null,
                UnitOfMeasure = support.one.Unit.IsKnown ? support.one.Unit.Value : "",
            };
        if (PrintedQuantities.Find(input.Forms, year.Year, item) is { } printed)
            return new RuleValue($"forms/{printed.Form.Id}/{Path.GetFileName(printed.Form.Path)}", $"{printed.Group.Code}.{item}.printed", printed.Form.Source)
            {
                Value = year.Volumes.Total(item) is { IsKnown: true } total ? total.Value.Exact : null,
                UnitOfMeasure = year.Volumes.Total(item) is { IsKnown: true } counted ? counted.Value.UnitOfMeasure : "",
            };
        var group = input.Forms.Years(UnitCostAccounts.QuantityForm).Contains(year.Year)
            ? input.Forms.Get(UnitCostAccounts.QuantityForm, year.Year).Groups.FirstOrDefault(one => one.Items.Any(known => known.Code == item))
            : null;
        return group is null ? null : new ReportedFigures(UnitCostAccounts.QuantityForm, year.Year, group.Code, item, "quantity", null) { Unit = province };
    }

    /// <summary>The origin of the quantities of several items together, as an item that was split or merged has them; null when no form has any of them.</summary>
    public static CellOrigin? OfAll(MeasureInput input, CostYear year, IEnumerable<string> items)
    {
        CellOrigin[] parts = [.. items.Distinct(StringComparer.Ordinal).Select(item => Of(input, year, item)).OfType<CellOrigin>()];
        return parts.Length switch { 0 => null, 1 => parts[0], _ => new ComputedOf("ผลรวมปริมาณของรายการที่นำมาเปรียบเทียบ", parts) { IsSum = true } };
    }

    /// <summary>The driver file, relative to the templates folder.</summary>
    public static string FileOf(AllocationDrivers drivers) => $"{AllocationCatalogue.Folder}/{Path.GetFileName(drivers.Path)}";
}
