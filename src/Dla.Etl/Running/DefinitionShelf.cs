using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Keeps every definition file in the archive by hash and records which of them a run works with, so that what was in force then can be used again for ever.</summary>
/// <param name="warehouse">Records.</param>
/// <param name="workplace">Has the definitions and the archive.</param>
public sealed class DefinitionShelf(Database warehouse, Workplace workplace)
{
    /// <summary>Archives what is not archived yet, then records the set for the run; what is not in force since the run before is audited.</summary>
    /// <exception cref="IOException">The archive takes nothing; the run cannot go on.</exception>
    public void Keep(string runId)
    {
        var kept = Known();
        foreach (var (kind, path, bytes) in Used())
        {
            if (!kept.Add(ContentHash.Of(bytes.Span).Hex))
                continue;
            var hash = workplace.Archive.StoreDefinition(bytes);
            warehouse.Write(lane => RunLog.Definition(lane, hash, kind, path));
        }

        warehouse.Write(lane => Record(lane, runId));
    }

    // Forms once more: one that is the same as another year's has the bytes of both, which the hash on every version covers.
    private IEnumerable<(string Kind, string Path, ReadOnlyMemory<byte> Bytes)> Used() =>
        workplace.Definitions.All.Select(file => (file.Kind, file.Path, file.Content)).Concat(
            workplace.Forms.All.Select(form => ("form", Path.GetRelativePath(workplace.Templates, form.Path).Replace(Path.DirectorySeparatorChar, '/'), form.Content)));

    private void Record(WriteLane lane, string runId)
    {
        var files = workplace.Definitions;
        var before = DefinitionsInForce.Last(lane.Connection);
        DefinitionsInForce.Record(lane, runId, files);
        if (before == files.Id)
            return;
        var old = before is null ? new Dictionary<string, string>() : DefinitionsInForce.Hashes(lane.Connection, before);
        string[] changes =
        [
            .. files.All.Where(file => !old.ContainsKey(file.Path)).Select(file => $"เพิ่ม {Named(file)}"),
            .. files.All.Where(file => old.TryGetValue(file.Path, out var hash) && hash != file.Hash.Hex).Select(file => $"แก้ไข {Named(file)}"),
            .. old.Keys.Where(path => files.Find(path) is null).Select(path => $"เลิกใช้ {path}"),
        ];
        Audit.Write(lane, new AuditEntry(
            AuditAction.DefinitionsChanged, string.Create(CultureInfo.InvariantCulture, $"ข้อกำหนด {files.All.Count} ไฟล์"), string.Join(", ", changes)) { RunId = runId });
    }

    private static string Named(DefinitionFile file) => $"{file.Path} ({file.Hash.Hex[..12]})";

    private HashSet<string> Known()
    {
        using var connection = warehouse.Read();
        return RunLog.Definitions(connection);
    }
}
