using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Keeps forms, templates, queries and wording in the archive by hash, so that what a run recorded by hash can be looked at for ever.</summary>
internal sealed class DefinitionShelf(Database warehouse, Workplace workplace)
{
    /// <summary>Archives what is not archived yet.</summary>
    public void Keep()
    {
        var kept = Known();
        foreach (var file in Directory.EnumerateFiles(workplace.Templates, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(workplace.Templates, file).Replace(Path.DirectorySeparatorChar, '/');
            if (Kind(path) is not { } kind)
                continue;
            var bytes = File.ReadAllBytes(file);
            if (kept.Contains(Values.ContentHash.Of(bytes).Hex))
                continue;
            var hash = workplace.Archive.StoreDefinition(bytes);
            warehouse.Write(lane => RunLog.Definition(lane, hash, kind, path));
        }
    }

    private HashSet<string> Known()
    {
        using var connection = warehouse.Read();
        return RunLog.Definitions(connection);
    }

    private static string? Kind(string path) => (path.Split('/')[0], Path.GetExtension(path)) switch
    {
        ("forms", ".yaml") => "form",
        ("reports", ".yaml") => "report",
        ("reports", ".sql") => "query",
        (_, ".xlsx") => "template",
        (_, ".yaml") => "rules",
        _ => null,
    };
}
