using Dla.Etl.Values;

namespace Dla.Etl.Definitions;

/// <summary>Proof-reads all rules of every kind at once, so that a mistake in the office's own file is heard of when it is made. It keeps back the reports made of it and nothing else.</summary>
public static class RulesProof
{
    /// <summary>A line, Thai and English, for each file that is wrong, or that is called or lies in a way by which nothing would find it; empty when all is well.</summary>
    public static IReadOnlyList<string> Mistakes(DefinitionFiles definitions)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        return [.. definitions.All.Where(file => file.Kind == DefinitionFiles.RulesRoom).Select(file => Mistake(definitions, file)).OfType<string>()];
    }

    private static string? Mistake(DefinitionFiles definitions, DefinitionFile file)
    {
        if (file.Path.Split('/') is not [_, var folder, var name] || name.Split('.') is not [var kind, var year, "yaml"]
            || !RuleFiles.Readers.TryGetValue((folder, kind), out var read) || FiscalYear.Parse(year) is not { Succeeded: true, Value: var parsed })
            return $"ชื่อหรือที่อยู่ของไฟล์หลักเกณฑ์ {definitions.FullPath(file.Path)} ไม่ถูกต้อง ระบบจึงไม่ใช้ ชื่อที่ใช้ได้คือ "
                + $"{string.Join(" หรือ ", RuleFiles.Readers.Keys.Select(one => $"{one.Folder}/{one.Kind}.<ปี>.yaml"))} · no rule is called so";
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
