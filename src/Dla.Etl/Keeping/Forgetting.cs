using Dla.Etl.Coordination;
using Dla.Etl.Definitions;
using Dla.Etl.Intake;
using Dla.Etl.Reading;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Keeping;

/// <summary>Where a person's address is.</summary>
/// <param name="Texts">Rows that hold it, by table and column.</param>
/// <param name="Originals">Receipt numbers and names of the originals that hold it: their bytes go, their figures and their hash stay.</param>
/// <param name="Files">Answers, mails and names of copies that hold it.</param>
/// <param name="Left">Where it is and this command cannot remove it, with what to do.</param>
public sealed record AddressPlaces(
    IReadOnlyDictionary<string, int> Texts, IReadOnlyList<string> Originals, IReadOnlyList<string> Files, IReadOnlyList<string> Left)
{
    /// <summary>True when it is nowhere.</summary>
    public bool Nowhere => Texts.Count == 0 && Originals.Count == 0 && Files.Count == 0 && Left.Count == 0;
}

/// <summary>Removes a person's mail address or telephone number everywhere but the audit's fact that it was removed. No figure changes.</summary>
/// <remarks>
/// The files go first, found by what the tables say; the texts of the tables change last, in one transaction. So a kill anywhere leaves the tables
/// naming what is still to be done, and the same command finishes it.
/// </remarks>
/// <param name="warehouse">The warehouse.</param>
/// <param name="places">Folders of the installation.</param>
/// <param name="limits">How large a file may be that is looked into.</param>
/// <param name="leases">Of this node.</param>
public sealed class Forgetting(Database warehouse, WorkspaceFolders places, ReadingLimits limits, Leases leases)
{
    /// <summary>Steps as they are done; a test stops the program there.</summary>
    internal Action<string>? AtStep { get; set; }

    /// <summary>The definitions in use. An address that one of them names is the office's own: every answer would bear it again.</summary>
    public DefinitionFiles? Templates { get; init; }

    /// <summary>Texts of the installation that name addresses in use, each with the words for where it stands: the address book, the settings. They come first: every mail would bear the address again.</summary>
    public IReadOnlyList<(string Where, string Text)> InUse { get; init; } = [];

    /// <summary>Where the address is; changes nothing.</summary>
    public AddressPlaces Find(PersonAddress address, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        var found = new AddressSearch(warehouse, places, limits, address).Run(cancellation).Places(done: false);
        return (InTemplates(address) ?? InOffice(address)) is { } refused ? found with { Left = [refused, .. found.Left] } : found;
    }

    /// <summary>Removes it. The same command again finishes what was interrupted.</summary>
    /// <param name="address">Whose.</param>
    /// <param name="reason">Why, for the audit: for example the number of the person's request. Null for none.</param>
    /// <param name="wait">How long to wait for housekeeping and intake to pause.</param>
    /// <param name="cancellation">Stops before anything is changed.</param>
    /// <returns>Where it was; <see cref="AddressPlaces.Left"/> is what still holds it.</returns>
    /// <exception cref="KeepingException">A template in use names the address, others are at work, a file cannot be changed, or the reason names the address.</exception>
    /// <exception cref="LeaseLostException">Another node has taken over; give the command again.</exception>
    public async Task<AddressPlaces> RemoveAsync(PersonAddress address, string? reason, TimeSpan wait, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (reason is not null && address.IsIn(reason))
            throw new KeepingException("เหตุผลต้องไม่มีที่อยู่ที่จะลบ เพราะบันทึกการตรวจสอบเก็บไว้ถาวร · the reason must not name the address: the audit keeps it for ever");
        if ((InTemplates(address) ?? InOffice(address)) is { } refused)
            throw new KeepingException(refused);
        await using var house = await KeepingLease.TakeAsync(leases, LeaseNames.Housekeep, wait, cancellation).ConfigureAwait(false);
        await using var intake = await KeepingLease.TakeAsync(leases, LeaseNames.Intake, wait, cancellation).ConfigureAwait(false);
        await using var mailbox = await KeepingLease.TakeAsync(leases, LeaseNames.Mailbox, wait, cancellation).ConfigureAwait(false);
        var found = new AddressSearch(warehouse, places, limits, address).Run(cancellation);
        warehouse.Write(lane =>
        {
            intake.Check(lane);
            mailbox.Check(lane);
            OriginalRemoval.Mark(lane, found.Originals.Select(file => file.Id), "forget");
            found.Mails.Mark(lane);
            if (found.Originals.Count + found.Mails.Count > 0)
                WriteDown(lane, address, $"ลบต้นฉบับที่มีที่อยู่นี้ {found.Originals.Count} ไฟล์ และอีเมลหรือไฟล์แนบของอีเมล {found.Mails.Count} รายการ", reason);
        });
        AtStep?.Invoke("marked");
        var left = new List<string>(found.Left);
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(intake.Lost, mailbox.Lost);
        left.AddRange(new OriginalRemoval(warehouse, places).Sweep(lost.Token).Complaints);
        AtStep?.Invoke("originals");
        Try(() => found.Files.Clean());
        AtStep?.Invoke("files");
        var tables = warehouse.Write(lane => Clean(lane, address, found, reason));
        warehouse.Engine.FinishErasing(tables);
        return found.Places(done: true) with { Left = left };
    }

    private string? InTemplates(PersonAddress address)
    {
        var search = new AddressInFiles(address, limits);
        string[] holding = [.. (Templates?.All ?? []).Where(file => search.Holds(file.Content.ToArray())).Select(file => Templates!.FullPath(file.Path))];
        return holding.Length == 0
            ? null
            : $"ที่อยู่นี้อยู่ในแม่แบบที่ใช้อยู่ จึงไม่ลบ เพราะคำตอบฉบับต่อไปจะมีอีก กรุณาแก้แม่แบบก่อนหากต้องการลบ: {string.Join(", ", holding)} · a template in use names it, so nothing is removed; change the template first";
    }

    private string? InOffice(PersonAddress address) => InUse.FirstOrDefault(used => address.IsIn(used.Text)) is (var where, _) && where is not null
        ? $"ที่อยู่นี้ใช้อยู่ใน{where} จึงไม่ลบ เพราะอีเมลฉบับต่อไปจะมีอีก กรุณาแก้ก่อนหากต้องการลบ · in use, so nothing is removed; take it out there first"
        : null;

    private static void Try(Action clean)
    {
        try
        {
            clean();
        }
        catch (Exception trouble) when (DiskTrouble.Is(trouble))
        {
            throw new KeepingException($"แก้ไฟล์ไม่ได้ เพราะ{DiskTrouble.Cause(trouble)} กรุณาแก้ไขแล้วสั่งคำสั่งเดิมอีกครั้ง · a file cannot be changed; mend that and give the same command again: {trouble.Message}", trouble);
        }
    }

    private HashSet<string> Clean(WriteLane lane, PersonAddress address, FoundAddress found, string? reason)
    {
        warehouse.Engine.PrepareErasing(lane);
        FoundRow[] rows = [.. new AddressInTables(address).Find(lane.Connection, lane.Transaction).Where(found.MayChange)];
        foreach (var row in rows)
            row.Update(lane);
        var tables = rows.Select(row => row.Table.Name).ToHashSet(StringComparer.Ordinal);
        // The sums are keyed by the names of open rows; made anew they are the same sums under the changed name.
        if (tables.Contains("fact"))
            Consolidation.Rebuild(lane);
        WriteDown(lane, address, $"ลบที่อยู่ของบุคคลออกจากข้อความ {rows.Length} แถวใน {tables.Count} ตาราง และแก้หรือลบไฟล์ {found.Files.Count} ไฟล์ ตัวเลขไม่เปลี่ยน", reason);
        return tables;
    }

    private static void WriteDown(WriteLane lane, PersonAddress address, string detail, string? reason) =>
        Audit.Write(lane, new AuditEntry(AuditAction.AddressRemoved, $"address {address.Fingerprint()}", detail) { Reason = reason });
}
