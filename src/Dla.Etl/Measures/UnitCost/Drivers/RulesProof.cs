using Dla.Etl.Definitions;
using Dla.Etl.Measures.UnitCost.Comparing;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Drivers;

/// <summary>Proof-reads all rules at once, so that a mistake in the office's own file is heard of at the start and not in the middle of a night.</summary>
public static class RulesProof
{
    private static readonly Dictionary<string, Action<DefinitionFiles, FiscalYear>> Readers = new(StringComparer.Ordinal)
    {
        ["drivers"] = (definitions, year) => AllocationCatalogue.Drivers(definitions, year),
        ["crosswalk"] = (definitions, year) => Crosswalk.Load(definitions, year),
    };

    /// <summary>Reads every rule file.</summary>
    /// <exception cref="DefinitionException">One is wrong, or is called or lies in a way by which nothing would find it.</exception>
    public static void Require(DefinitionFiles definitions)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        foreach (var file in definitions.All.Where(file => file.Kind == "rules"))
        {
            if (file.Path.Split('/') is not [_, "allocation", var name] || name.Split('.') is not [var kind, var year, "yaml"]
                || !Readers.TryGetValue(kind, out var read) || FiscalYear.Parse(year) is not { Succeeded: true, Value: var parsed })
                throw new DefinitionException(definitions.FullPath(file.Path), 0, "(file)",
                    $"no rule is called so; there are {string.Join(", ", Readers.Keys.Select(one => $"allocation/{one}.<fiscal year>.yaml"))}");
            read(definitions, parsed);
        }
    }
}
