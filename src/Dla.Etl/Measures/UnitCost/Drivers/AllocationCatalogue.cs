using Dla.Etl.Definitions;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Drivers;

/// <summary>The dated rules of the allocation below <c>rules/allocation</c>: one file a year, no year stands in for another.</summary>
public static class AllocationCatalogue
{
    /// <summary>The folder, relative to the definitions.</summary>
    public const string Folder = "rules/allocation";

    internal const string Room = "allocation";

    /// <summary>The years that have a file of this kind, in order.</summary>
    /// <param name="definitions">Where the files lie.</param>
    /// <param name="kind"><c>drivers</c> or <c>crosswalk</c>.</param>
    public static IReadOnlyList<FiscalYear> Years(DefinitionFiles definitions, string kind)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        return RuleFiles.Years(definitions, Room, kind);
    }

    /// <summary>The drivers of a year.</summary>
    /// <exception cref="DefinitionException">The year has no file (names the years that have), or the file is wrong (names line and key).</exception>
    [RuleFile(Room, "drivers")]
    public static AllocationDrivers Drivers(DefinitionFiles definitions, FiscalYear year)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        var file = RuleFiles.Get(definitions, Room, "drivers", year);
        return AllocationYaml.Read(definitions.FullPath(file.Path), file.Text, file.Hash, year);
    }
}
