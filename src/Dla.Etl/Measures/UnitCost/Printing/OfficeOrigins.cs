using Dla.Etl.Measures.UnitCost.Tables;
using Dla.Etl.Tracing;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>Where the figures of a province's office come from.</summary>
internal static class OfficeOrigins
{
    /// <summary>What the office's centre brought into the sub-activity.</summary>
    public static CostPlaces Cost(UnitCostAccounts accounts, string item, ProvinceUnitCost office) =>
        new(accounts.Calculation, TracePoint.To(new CostNode(CostLevel.Borne, item))) { OnlyFromCentre = office.Centre.Code };

    /// <summary>The quantity that its province reported; null for an item that the form does not have.</summary>
    public static CellOrigin? Quantity(UnitCostAccounts accounts, MeasureInput input, string item, ProvinceUnitCost office) =>
        QuantityOrigins.Of(input, accounts.Now!, item, office.Centre.Province!.Value.ToString());

    /// <summary>Its unit cost.</summary>
    public static PerUnitOf? UnitCost(UnitCostAccounts accounts, MeasureInput input, string item, ProvinceUnitCost office) =>
        Quantity(accounts, input, item, office) is { } quantity ? new PerUnitOf(Cost(accounts, item, office), quantity) : null;
}
