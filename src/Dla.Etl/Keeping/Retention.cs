using System.Data.Common;
using System.Globalization;
using Dapper;
using Dla.Etl.Coordination;
using Dla.Etl.Intake;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Keeping;

/// <summary>An original that was kept long enough.</summary>
public sealed record OldOriginal
{
    /// <summary>Id of the received file.</summary>
    public string Id { get; init; } = "";

    /// <summary>เลขรับ.</summary>
    public long ReceiptNumber { get; init; }

    /// <summary>As delivered.</summary>
    public string FileName { get; init; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; init; }

    /// <summary>When it was taken, as the warehouse writes instants.</summary>
    public string ReceivedAt { get; init; } = "";

    /// <summary>1 when the version that stands rests on it.</summary>
    public long Standing { get; init; }

    /// <summary>เลขรับอีเมล of the message that brought it and is kept still, this file within it: that goes by <see cref="RetentionSettings.Mails"/>. Null for the drop folder.</summary>
    public long? Mail { get; init; }
}

/// <summary>What retention removed, or would.</summary>
/// <param name="Originals">Originals that were kept long enough.</param>
/// <param name="Deleted">Files deleted now from the received folder and the archive, those of an interrupted removal too.</param>
/// <param name="Complaints">What could not be done; the next time tries again.</param>
public sealed record RetentionResult(IReadOnlyList<OldOriginal> Originals, int Deleted, IReadOnlyList<string> Complaints)
{
    /// <summary>Messages and what mails of ours brought, kept long enough.</summary>
    public OldMails Mails { get; init; } = OldMails.None;
}

/// <summary>Removes the originals that were kept as long as the settings say. Figures, findings, outcomes and the hash of every file stay.</summary>
/// <param name="warehouse">The warehouse.</param>
/// <param name="places">Folders of the installation.</param>
/// <param name="settings">How long.</param>
/// <param name="leases">Of this node.</param>
public sealed class Retention(Database warehouse, WorkspaceFolders places, RetentionSettings settings, Leases leases)
{
    // A clock that was set years ahead by mistake would make everything old. A system at work runs every night.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromDays(7);

    /// <summary>Steps as they are done; a test stops the program there.</summary>
    internal Action<string>? AtStep { get; set; }

    /// <summary>What would be removed now.</summary>
    public IReadOnlyList<OldOriginal> Due()
    {
        using var connection = warehouse.Read();
        return Due(connection, null);
    }

    /// <summary>What of mail would be removed now.</summary>
    public OldMails DueMails()
    {
        using var connection = warehouse.Read();
        return OldMails.Due(connection, null, settings, warehouse.Clock.GetUtcNow());
    }

    /// <summary>The same as <see cref="ApplyAsync"/> with a run and a lease of its own, for the command.</summary>
    /// <exception cref="KeepingException">Housekeeping is at work all the time.</exception>
    /// <exception cref="LeaseLostException">Another node has taken over; the next removal finishes.</exception>
    public async Task<RetentionResult> RunAsync(string programVersion, TimeSpan wait, CancellationToken cancellation)
    {
        await using var house = await KeepingLease.TakeAsync(leases, LeaseNames.Housekeep, wait, cancellation).ConfigureAwait(false);
        var owner = new RunOwner(leases.Node.Name, leases.Node.StartedBy, house.Name, house.Token);
        var run = warehouse.Write(lane => RunLog.Begin(lane, "retention", programVersion, owner));
        try
        {
            var result = await ApplyAsync(run, wait, cancellation).ConfigureAwait(false);
            End(RunStatus.Finished);
            return result;
        }
        catch
        {
            // The first error is the one to be told. A line that stays open is closed by whoever takes the lease next; a lost lease has closed it.
            try { End(RunStatus.Failed); }
            catch (Exception second) when (second is DbException or LeaseLostException) { }
            throw;
        }

        void End(RunStatus status) => warehouse.Write(lane =>
        {
            house.Check(lane);
            RunLog.End(lane, run, status);
        });
    }

    /// <summary>Removes what is due, and finishes what an interrupted removal left. The caller has the lease of housekeeping.</summary>
    /// <param name="runId">The open run, for the audit.</param>
    /// <param name="wait">How long to wait for intake to pause.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="LeaseLostException">Another node has taken over; the next removal finishes.</exception>
    public async Task<RetentionResult> ApplyAsync(string runId, TimeSpan wait, CancellationToken cancellation)
    {
        if (!HasWork())
            return new([], 0, []);
        if (ClockTrouble(runId) is { } trouble)
            return new([], 0, [trouble]);
        // The same bytes may be coming in again at this very moment: intake would find them in the archive, and then they were gone.
        await using var intake = await leases.TakeAsync(LeaseNames.Intake, wait, cancellation).ConfigureAwait(false);
        if (intake is null)
            return new([], 0, [KeepingLease.Busy(leases, LeaseNames.Intake)]);
        await using var mailbox = await leases.TakeAsync(LeaseNames.Mailbox, wait, cancellation).ConfigureAwait(false);
        if (mailbox is null)
            return new([], 0, [KeepingLease.Busy(leases, LeaseNames.Mailbox)]);
        var mails = OldMails.None;
        var removed = warehouse.Write(lane =>
        {
            intake.Check(lane);
            mailbox.Check(lane);
            mails = OldMails.Due(lane.Connection, lane.Transaction, settings, warehouse.Clock.GetUtcNow());
            mails.Remove(lane, runId);
            var due = Due(lane.Connection, lane.Transaction);
            OriginalRemoval.Mark(lane, due.Select(file => file.Id), "retention");
            if (due.Count > 0)
                WriteDown(lane, runId, due);
            return due;
        });
        AtStep?.Invoke("marked");
        using var either = CancellationTokenSource.CreateLinkedTokenSource(intake.Lost, mailbox.Lost);
        var (deleted, complaints) = new OriginalRemoval(warehouse, places).Sweep(either.Token);
        return new(removed, deleted, complaints) { Mails = mails };
    }

    private List<OldOriginal> Due(System.Data.Common.DbConnection connection, System.Data.Common.DbTransaction? transaction)
    {
        var now = warehouse.Clock.GetUtcNow();
        string? Bound(TimeSpan? kept) => kept is { } duration ? Instants.Text(now - duration) : null;
        return connection.Query<OldOriginal>(
            SqlText.Beside(typeof(Retention), "removable-originals"),
            new { standing = Bound(settings.StandingOriginals), others = Bound(settings.Originals) }, transaction).AsList();
    }

    // Without a setting there is only what an interrupted removal, or one on request, may have left.
    private bool HasWork()
    {
        using var connection = warehouse.Read();
        return settings != new RetentionSettings() || connection.ExecuteScalar<long>(
            "SELECT (SELECT count(*) FROM original_removed) + (SELECT count(*) FROM mail_removed) + (SELECT count(*) FROM attachment_removed)") > 0;
    }

    private string? ClockTrouble(string runId)
    {
        using var connection = warehouse.Read();
        var last = connection.ExecuteScalar<string>("SELECT max(started_at) FROM run WHERE id <> @runId", new { runId });
        return last is null || warehouse.Clock.GetUtcNow() - Instants.Parse(last) <= LongestSilence
            ? null
            : $"ระบบไม่ได้ทำงานตั้งแต่ {last} หรือนาฬิกาของเครื่องถูกตั้งผิด จึงยังไม่ลบต้นฉบับใด หากนาฬิกาถูกต้องกรุณาสั่งอีกครั้ง · no run since then, or the clock is wrong: nothing was removed; if the clock is right, the next time removes";
    }

    private void WriteDown(WriteLane lane, string runId, List<OldOriginal> due)
    {
        static string Words(TimeSpan? kept) => kept is { } duration ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalDays:0.##} วัน") : "ตลอดไป";
        Audit.Write(lane, new AuditEntry(
            AuditAction.RetentionApplied, $"originals {ReceivedFile.ReceiptText(due[0].ReceiptNumber)}–{ReceivedFile.ReceiptText(due[^1].ReceiptNumber)}",
            string.Create(CultureInfo.InvariantCulture, $"ลบต้นฉบับที่เก็บครบระยะเวลา {due.Count} ไฟล์ {due.Sum(file => file.Size)} ไบต์ (เก็บ {Words(settings.Originals)} ฉบับที่ใช้อยู่เก็บ {Words(settings.StandingOriginals)})"))
        { RunId = runId });
    }
}
