using System.Text;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Keeps forms, reports, templates and queries in the archive by hash, so that what a run recorded by hash can be looked at for ever.</summary>
internal sealed class DefinitionShelf(Database warehouse, Workplace workplace)
{
    /// <summary>Archives what is not archived yet.</summary>
    public void Keep()
    {
        var kept = Known();
        foreach (var (kind, path, bytes) in Used())
        {
            if (!kept.Add(ContentHash.Of(bytes.Span).Hex))
                continue;
            var hash = workplace.Archive.StoreDefinition(bytes);
            warehouse.Write(lane => RunLog.Definition(lane, hash, kind, path));
        }
    }

    // A form that is the same as another year's has the bytes of both, which its hash covers.
    private IEnumerable<(string Kind, string Path, ReadOnlyMemory<byte> Bytes)> Used()
    {
        foreach (var form in workplace.Forms.All)
            yield return ("form", Relative(form.Path), form.Content);
        foreach (var report in workplace.Reports.All)
        {
            var folder = Relative(report.Folder);
            yield return ("report", $"{folder}/report.yaml", report.Content);
            foreach (var template in report.Templates.Values)
                yield return ("template", $"{folder}/{template.FileName}", template.Content);
            foreach (var query in report.Queries.Values)
                yield return ("query", $"{folder}/{query.FileName}", Encoding.UTF8.GetBytes(query.Sql));
        }
    }

    private HashSet<string> Known()
    {
        using var connection = warehouse.Read();
        return RunLog.Definitions(connection);
    }

    private string Relative(string path) => Path.GetRelativePath(workplace.Templates, path).Replace(Path.DirectorySeparatorChar, '/');
}
