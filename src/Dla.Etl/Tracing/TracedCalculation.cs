using Dla.Etl.Measures.UnitCost;
using Dla.Etl.Measures.UnitCost.Drivers;
using Dla.Etl.Measures.UnitCost.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Tracing;

/// <summary>A year's allocation with every exact figure, as it is stored with the reports that print it.</summary>
/// <param name="Id">Told apart within a report: <c>2564</c>, or <c>2563 ปรับปรุง</c> for a prior year with its adjustments.</param>
/// <param name="Year">Fiscal year of the costs.</param>
/// <param name="Rows">The flow.</param>
/// <param name="Names">Thai name by code, of centres, pools and items of every level.</param>
/// <param name="DriversPath">The driver file, relative to the templates folder.</param>
/// <param name="DriversHash">SHA-256 of the driver file.</param>
public sealed record TracedCalculation(
    string Id, FiscalYear Year, TraceRows Rows, IReadOnlyDictionary<string, string> Names, string DriversPath, string DriversHash)
{
    /// <summary>The calculation of a year. Make it once for a report: every sheet may hand over the same one.</summary>
    public static TracedCalculation Of(string id, CostYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        var drivers = year.Allocated.Drivers;
        var names = new Dictionary<string, string>(year.Names, StringComparer.Ordinal);
        foreach (var (code, name) in drivers.Centres.Value.Select(centre => (centre.Code, centre.Name)).Concat(drivers.Pools.Select(pool => (pool.Code, pool.Name))))
            if (!names.TryGetValue(code, out var known) || known == code)
                names[code] = name;
        return new TracedCalculation(
            id, year.Year, TraceRows.Of(year.Allocated.Graph), names, $"{AllocationCatalogue.Folder}/{Path.GetFileName(drivers.Path)}", drivers.Hash.Hex);
    }
}
