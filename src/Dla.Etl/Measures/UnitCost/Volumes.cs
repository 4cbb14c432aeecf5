using System.Globalization;
using Dla.Etl.Measures.UnitCost.Drivers;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost;

/// <summary>A quantity of an item.</summary>
/// <param name="Item">Code of the sub-activity, sub-output …</param>
/// <param name="Unit">Code of the province that reported it; empty for one of the whole department.</param>
/// <param name="UnitOfMeasure">หน่วยนับ; empty when none is stated.</param>
/// <param name="Amount">How many.</param>
public sealed record Volume(string Item, string Unit, string UnitOfMeasure, Quantity Amount);

/// <summary>A quantity in one unit of measure.</summary>
/// <param name="Amount">How many; may be 0.</param>
/// <param name="UnitOfMeasure">หน่วยนับ.</param>
public sealed record Measured(Quantity Amount, string UnitOfMeasure)
{
    /// <summary>The exact quantity.</summary>
    public Rational Exact => Rational.Of(Amount.TenThousandths, Quantity.Scale);
}

/// <summary>The quantities of a year. Those of different units of measure are never added: the item then has none, and says why.</summary>
/// <param name="all">Every quantity, an item at most once for a unit and unit of measure.</param>
/// <param name="expected">How many provinces should have reported.</param>
public sealed class Volumes(IEnumerable<Volume> all, int expected)
{
    private readonly ILookup<string, Volume> _byItem = all.ToLookup(volume => volume.Item, StringComparer.Ordinal);

    /// <summary>How many provinces should have reported.</summary>
    public int Expected { get; } = expected;

    /// <summary>Codes of the items that have a quantity, in order.</summary>
    public IEnumerable<string> Items => _byItem.Select(item => item.Key).Order(StringComparer.Ordinal);

    /// <summary>The quantities of the support sub-activities as the driver file gives them.</summary>
    public static IEnumerable<Volume> OfSupport(AllocationDrivers drivers)
    {
        ArgumentNullException.ThrowIfNull(drivers);
        return drivers.Support.Where(one => one.Unit.IsKnown && one.Quantity.IsKnown).Select(one => new Volume(one.Code, "", one.Unit.Value, one.Quantity.Value));
    }

    /// <summary>The quantity of the whole department, or in Thai why there is none.</summary>
    public Declared<Measured> Total(string item) => Sum([.. _byItem[item]]);

    /// <summary>The quantity of one province, or in Thai why there is none.</summary>
    public Declared<Measured> Of(string item, string unit) => Sum([.. _byItem[item].Where(volume => volume.Unit == unit)]);

    /// <summary>How many provinces reported an item; null for one that provinces do not report.</summary>
    public int? Reported(string item) => _byItem[item].All(volume => volume.Unit.Length == 0)
        ? null
        : _byItem[item].Select(volume => volume.Unit).Distinct(StringComparer.Ordinal).Count();

    private static Declared<Measured> Sum(IReadOnlyList<Volume> volumes)
    {
        var units = volumes.Select(volume => volume.UnitOfMeasure).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return units.Count switch
        {
            0 => Declared<Measured>.Unknown("ไม่มีปริมาณ"),
            1 => Declared<Measured>.Known(new Measured(volumes.Aggregate(default(Quantity), (sum, volume) => sum + volume.Amount), units[0])),
            _ => Declared<Measured>.Unknown(string.Create(CultureInfo.InvariantCulture,
                $"หน่วยนับต่างกัน {units.Count} หน่วย ({string.Join(", ", units.Select(unit => unit.Length == 0 ? "ไม่ระบุ" : unit))}) จึงรวมปริมาณไม่ได้")),
        };
    }
}
