using System.Data.Common;
using Dapper;
using Dla.Etl.Intake;
using Dla.Etl.Reading;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Keeping;

/// <summary>Looks for an address in the tables, in the archive's bytes and in the folders.</summary>
internal sealed class AddressSearch(Database warehouse, WorkspaceFolders places, ReadingLimits limits, PersonAddress address)
{
    private readonly AddressInFiles _inFiles = new(address, limits);
    private readonly List<string> _left = [];

    public FoundAddress Run(CancellationToken cancellation)
    {
        using var connection = warehouse.Read();
        var rows = new AddressInTables(address).Find(connection, null);
        var files = connection.Query<KnownFile>(
            """
            SELECT f.id AS Id, f.receipt_number AS ReceiptNumber, f.file_name AS FileName, f.sha256 AS Sha256,
              CASE WHEN (f.mail_id IS NOT NULL OR EXISTS (SELECT 1 FROM received_move m WHERE m.received_file_id = f.id))
                AND EXISTS (SELECT 1 FROM outcome o WHERE o.received_file_id = f.id) THEN 1 ELSE 0 END AS Finished,
              CASE WHEN EXISTS (SELECT 1 FROM original_removed r WHERE r.received_file_id = f.id) THEN 1 ELSE 0 END AS Removed
            FROM received_file f ORDER BY f.receipt_number
            """).AsList();
        var holding = Contents(connection, cancellation);
        holding.UnionWith(InGrids(connection, rows, files));
        var named = rows.Where(row => row.Table.Name == "received_file").Select(row => (string)row.Key["id"]).ToHashSet(StringComparer.Ordinal);
        KnownFile[] pending = [.. files.Where(file => file.Finished == 0 && (holding.Contains(file.Sha256) || named.Contains(file.Id)))];
        _left.AddRange(pending.Select(file => $"เลขรับ {ReceivedFile.ReceiptText(file.ReceiptNumber)} ยังดำเนินการไม่เสร็จ กรุณาสั่งอีกครั้งหลังรอบถัดไป · receipt not finished yet; give the command again after the next run"));
        var mails = AddressMails.Of(connection, address, holding, rows);
        _left.AddRange(mails.Left);
        LookAtWhatStays(rows);
        return new FoundAddress(address, rows, [.. files.Where(file => file is { Finished: 1, Removed: 0 } && holding.Contains(file.Sha256))],
            FolderFiles.Find(places, address, _inFiles), mails, [.. pending.Select(file => file.Id), .. mails.Pending], _left);
    }

    // Hashes of archived bytes that hold it. A definition's bytes are the department's own text: only a new text can replace them.
    private HashSet<string> Contents(DbConnection connection, CancellationToken cancellation)
    {
        var archive = new Archive(places.Archive, warehouse.Clock);
        var definitions = RunLog.Definitions(connection);
        var mails = connection.Query<string>("SELECT DISTINCT sha256 FROM received_mail WHERE sha256 IS NOT NULL").ToHashSet(StringComparer.Ordinal);
        var holding = new HashSet<string>(StringComparer.Ordinal);
        foreach (var content in ArchivedContent.Required(connection))
        {
            cancellation.ThrowIfCancellationRequested();
            var path = archive.PathOf(content.Hash);
            if (!File.Exists(path))
                _left.Add($"{FileNames.Display(content.What)} หายไปจากคลังไฟล์ จึงตรวจไม่ได้ · missing from the archive, so it could not be looked into: {path}");
            else if (new FileInfo(path).Length > limits.MaxFileBytes)
                _left.Add($"{FileNames.Display(content.What)} ใหญ่เกินกว่าจะตรวจ กรุณาตรวจเอง · too large to look into; look yourself: {path}");
            else if ((mails.Contains(content.Hash.Hex) ? new AddressInMail(_inFiles, archive).Holds(path, cancellation) : _inFiles.Holds(path)) && !definitions.Contains(content.Hash.Hex))
                holding.Add(content.Hash.Hex);
            else if (definitions.Contains(content.Hash.Hex) && _inFiles.Holds(path))
                _left.Add($"แม่แบบ {FileNames.Display(content.What)} มีที่อยู่นี้ กรุณาแก้แม่แบบ ฉบับเดิมยังอยู่ในคลังไฟล์ · a template names it; its text of then stays in the archive: {path}");
        }

        return holding;
    }

    private static IEnumerable<string> InGrids(DbConnection connection, IReadOnlyList<FoundRow> rows, List<KnownFile> files)
    {
        var hashes = files.ToDictionary(file => file.Id, file => file.Sha256, StringComparer.Ordinal);
        var sources = connection.Query<(string Id, string File)>("SELECT id, received_file_id FROM return_version").ToDictionary(pair => pair.Id, pair => pair.File, StringComparer.Ordinal);
        foreach (var row in rows)
            if (row.Table.Name == "raw_row")
                yield return hashes[(string)row.Key["received_file_id"]];
            else if (row.Table.Name == "fact")
                yield return hashes[sources[(string)row.Key["version_id"]]];
    }

    private void LookAtWhatStays(IReadOnlyList<FoundRow> rows)
    {
        var audited = rows.Count(row => row.Table.Name == "audit");
        if (audited > 0)
            _left.Add($"บันทึกการตรวจสอบ {audited} แถวมีที่อยู่นี้ ซึ่งแก้ไขไม่ได้ · the audit has it in {audited} lines, which nothing can change");
        _left.AddRange(rows.Where(row => row.Table.Name == "sighting").Select(row => $"{FileNames.Display((string)row.Key["path"])} ยังอยู่ในโฟลเดอร์ส่ง กรุณาสั่งอีกครั้งหลังรอบถัดไป · still in the drop folder; give the command again after the next run"));
    }
}

/// <summary>A received file as the search needs it.</summary>
internal sealed record KnownFile
{
    public string Id { get; init; } = "";

    public long ReceiptNumber { get; init; }

    public string FileName { get; init; } = "";

    public string Sha256 { get; init; } = "";

    public long Finished { get; init; }

    public long Removed { get; init; }
}

/// <summary>Where an address was found.</summary>
internal sealed class FoundAddress(
    PersonAddress address, IReadOnlyList<FoundRow> rows, IReadOnlyList<KnownFile> originals, FolderFiles files, AddressMails mails,
    HashSet<string> pending, IReadOnlyList<string> left)
{
    // The audit refuses every change; a sighting names a file that is still in the drop folder; the sums are made anew.
    private static readonly string[] NeverChanged = ["audit", "sighting", "consolidated_unit", "consolidated_item", "consolidated_period"];

    public IReadOnlyList<KnownFile> Originals => originals;

    public FolderFiles Files => files;

    public AddressMails Mails => mails;

    public IReadOnlyList<string> Left => left;

    /// <summary>True for a row whose text this command changes. The path of a file that is not finished is where its original lies.</summary>
    public bool MayChange(FoundRow row) =>
        !NeverChanged.Contains(row.Table.Name, StringComparer.Ordinal)
        && !(row.Table.Name is "received_file" or "received_mail" or "outbox" && pending.Contains((string)row.Key["id"]));

    /// <summary>The places, for people.</summary>
    /// <param name="done">True when they were changed, false when they would be.</param>
    public AddressPlaces Places(bool done) => new(
        rows.Where(MayChange).SelectMany(row => row.Clean.Keys.Select(column => $"{row.Table.Name}.{column}"))
            .GroupBy(name => name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal),
        [
            .. originals.Select(file => $"{ReceivedFile.ReceiptText(file.ReceiptNumber)} {FileNames.Display(address.RemoveFrom(file.FileName))}"),
            .. mails.Described,
        ],
        files.Described(done), left);
}
