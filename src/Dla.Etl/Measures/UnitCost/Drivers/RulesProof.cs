using Dla.Etl.Definitions;
using Dla.Etl.Measures.UnitCost.Comparing;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Drivers;

/// <summary>Proof-reads all rules at once, so that a mistake in the office's own file is heard of when it is made. It keeps back the reports made of it (COST-016) and nothing else.</summary>
public static class RulesProof
{
    private static readonly Dictionary<string, Action<DefinitionFiles, FiscalYear>> Readers = new(StringComparer.Ordinal)
    {
        ["drivers"] = (definitions, year) => AllocationCatalogue.Drivers(definitions, year),
        ["crosswalk"] = (definitions, year) => Crosswalk.Load(definitions, year),
    };

    /// <summary>A line, Thai and English, for each file that is wrong, or that is called or lies in a way by which nothing would find it; empty when all is well.</summary>
    public static IReadOnlyList<string> Mistakes(DefinitionFiles definitions)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        return [.. definitions.All.Where(file => file.Kind == "rules").Select(file => Mistake(definitions, file)).OfType<string>()];
    }

    private static string? Mistake(DefinitionFiles definitions, DefinitionFile file)
    {
        if (file.Path.Split('/') is not [_, "allocation", var name] || name.Split('.') is not [var kind, var year, "yaml"]
            || !Readers.TryGetValue(kind, out var read) || FiscalYear.Parse(year) is not { Succeeded: true, Value: var parsed })
            return $"ชื่อหรือที่อยู่ของไฟล์หลักเกณฑ์ {definitions.FullPath(file.Path)} ไม่ถูกต้อง ระบบจึงไม่ใช้ ชื่อที่ใช้ได้คือ "
                + $"{string.Join(" หรือ ", Readers.Keys.Select(one => $"allocation/{one}.<ปี>.yaml"))} · no rule is called so";
        try
        {
            read(definitions, parsed);
            return null;
        }
        catch (DefinitionException wrong)
        {
            return $"ไฟล์หลักเกณฑ์ผิด รายงานที่ใช้ไฟล์นี้จะไม่ถูกจัดทำจนกว่าจะแก้ · {wrong.Message}";
        }
    }
}
