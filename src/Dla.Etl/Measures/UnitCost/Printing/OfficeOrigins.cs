using System.Globalization;
using Dla.Etl.Measures.UnitCost.Tables;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>Where the figures of a province's office come from.</summary>
internal static class OfficeOrigins
{
    /// <summary>The quartiles in Thai, from the least to the greatest.</summary>
    public static IReadOnlyList<string> QuartileNames { get; } = ["ต่ำสุด", "ควอร์ไทล์ที่ 1", "มัธยฐาน", "ควอร์ไทล์ที่ 3", "สูงสุด"];

    /// <summary>What the office's centre brought into the sub-activity.</summary>
    public static CostPlaces Cost(UnitCostAccounts accounts, string item, ProvinceUnitCost office) =>
        new(accounts.Calculation, TracePoint.To(new CostNode(CostLevel.Borne, item))) { OnlyFromCentre = office.Centre.Code };

    /// <summary>The quantity that its province reported; null for an item that the form does not have.</summary>
    public static CellOrigin? Quantity(UnitCostAccounts accounts, MeasureInput input, string item, ProvinceUnitCost office) =>
        QuantityOrigins.Of(input, accounts.Now!, item, office.Centre.Province!.Value.ToString());

    /// <summary>Its unit cost.</summary>
    public static PerUnitOf? UnitCost(UnitCostAccounts accounts, MeasureInput input, string item, ProvinceUnitCost office) =>
        Quantity(accounts, input, item, office) is { } quantity ? new PerUnitOf(Cost(accounts, item, office), quantity) : null;

    /// <summary>A quartile: the one office that it is, or the two between which it lies.</summary>
    /// <param name="accounts">The accounts.</param>
    /// <param name="input">Forms.</param>
    /// <param name="spread">The sub-activity.</param>
    /// <param name="unit">The offices of one unit of measure.</param>
    /// <param name="quartile">0 for the least to 4 for the greatest.</param>
    public static ComputedOf Quartile(UnitCostAccounts accounts, MeasureInput input, ProvinceSpread spread, UnitCostSpread unit, int quartile)
    {
        ProvinceUnitCost[] sorted = [.. spread.Provinces.Where(office => office.UnitCost.IsKnown && office.Volume.Value.UnitOfMeasure == unit.UnitOfMeasure)
            .OrderBy(office => office.UnitCost.Value).ThenBy(office => office.Centre.Code, StringComparer.Ordinal)];
        var (below, rest) = (quartile * (sorted.Length - 1) / 4, quartile * (sorted.Length - 1) % 4);
        var offices = rest == 0 ? sorted[below..(below + 1)] : sorted[below..(below + 2)];
        var words = string.Create(CultureInfo.InvariantCulture, $"{QuartileNames[quartile]}{(char.IsAsciiDigit(QuartileNames[quartile][^1]) ? " " : "")}ของต้นทุนต่อหน่วยของ สถจ. {sorted.Length} แห่งที่ใช้หน่วยนับ “{unit.UnitOfMeasure}” {(rest == 0 ? "คือ" : "อยู่ระหว่าง")} {string.Join(" กับ ", offices.Select(office => office.Centre.Name))}{(rest is 0 ? "" : rest == 2 ? " คือค่ากลางของสองแห่ง" : $" คือค่าของแห่งแรกบวก {rest}/4 ของส่วนต่าง")}");
        CellOrigin[] parts = [.. offices.Select(office => UnitCost(accounts, input, spread.Item, office)).OfType<CellOrigin>()];
        return new ComputedOf(words, parts)
        {
            Times = parts.Length < offices.Length ? null : rest == 0 ? [Rational.One] : [Rational.Of(4 - rest, 4), Rational.Of(rest, 4)],
        };
    }

    /// <summary>How many offices of a unit of measure reported the quantity; null for an item that the form does not have.</summary>
    public static CellOrigin? Count(UnitCostAccounts accounts, MeasureInput input, ProvinceSpread spread, UnitCostSpread unit) =>
        QuantityOrigins.Of(input, accounts.Now!, spread.Item) is ReportedFigures figures ? figures with { UnitOfMeasure = unit.UnitOfMeasure, Shows = FigureChoice.Count } : null;
}
