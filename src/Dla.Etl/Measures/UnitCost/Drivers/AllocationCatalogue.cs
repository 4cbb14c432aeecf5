using System.Globalization;
using System.Text;
using Dla.Etl.Definitions;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Drivers;

/// <summary>The dated rules of the allocation below <c>rules/allocation</c>: one file a year, no year stands in for another.</summary>
public static class AllocationCatalogue
{
    /// <summary>The folder, relative to the definitions.</summary>
    public const string Folder = "rules/allocation";

    /// <summary>The years that have a file of this kind, in order.</summary>
    /// <param name="definitions">Where the files lie.</param>
    /// <param name="kind"><c>drivers</c> or <c>crosswalk</c>.</param>
    public static IReadOnlyList<FiscalYear> Years(DefinitionFiles definitions, string kind)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        return [.. definitions.FilesIn(Folder).Select(file => Path.GetFileName(file.Path).Split('.'))
            .Where(name => name is [var first, _, "yaml"] && first == kind).Select(name => FiscalYear.Parse(name[1]))
            .Where(year => year.Succeeded).Select(year => year.Value).Order()];
    }

    /// <summary>The drivers of a year.</summary>
    /// <exception cref="DefinitionException">The year has no file (names the years that have), or the file is wrong (names line and key).</exception>
    public static AllocationDrivers Drivers(DefinitionFiles definitions, FiscalYear year)
    {
        var (file, text, hash) = Read(definitions, "drivers", year);
        return AllocationYaml.Read(file, text, hash, year);
    }

    internal static (string File, string Text, ContentHash Hash) Read(DefinitionFiles definitions, string kind, FiscalYear year)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        var path = string.Create(CultureInfo.InvariantCulture, $"{Folder}/{kind}.{year}.yaml");
        if (definitions.Find(path) is { } file)
            return (definitions.FullPath(path), Encoding.UTF8.GetString(file.Content.Span), file.Hash);
        var years = Years(definitions, kind);
        throw new DefinitionException(definitions.FullPath(path), 0, "(file)", years.Count == 0
            ? $"there is no file for fiscal year {year}, nor for any other"
            : $"there is no file for fiscal year {year}; there are for {string.Join(", ", years)}");
    }
}
