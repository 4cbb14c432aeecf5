using System.Globalization;
using Dapper;
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
}

/// <summary>What retention removed, or would.</summary>
/// <param name="Originals">Originals that were kept long enough.</param>
/// <param name="Deleted">Files deleted now from the received folder and the archive, those of an interrupted removal too.</param>
/// <param name="Complaints">What could not be done; the next time tries again.</param>
public sealed record RetentionResult(IReadOnlyList<OldOriginal> Originals, int Deleted, IReadOnlyList<string> Complaints);

/// <summary>Removes the originals that were kept as long as the settings say. Figures, findings, outcomes and the hash of every file stay.</summary>
/// <param name="warehouse">The warehouse.</param>
/// <param name="places">Folders of the installation.</param>
/// <param name="settings">How long.</param>
public sealed class Retention(Database warehouse, WorkspaceFolders places, RetentionSettings settings)
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

    /// <summary>Removes what is due, and finishes what an interrupted removal left.</summary>
    /// <param name="runId">The open run, for the audit.</param>
    /// <exception cref="KeepingException">A run is taking files in at the moment.</exception>
    public RetentionResult Apply(string runId)
    {
        if (ClockTrouble(runId) is { } trouble)
            return new([], 0, [trouble]);
        using var alone = WorkspaceLock.TryTake(places.Archive)
            ?? throw new KeepingException("มีการทำงานอีกรอบหนึ่งใช้พื้นที่ทำงานนี้อยู่ กรุณาลองใหม่ภายหลัง · another run has this workspace; try again later");
        var removed = warehouse.Write(lane =>
        {
            var due = Due(lane.Connection, lane.Transaction);
            OriginalRemoval.Mark(lane, due.Select(file => file.Id), "retention");
            if (due.Count > 0)
                WriteDown(lane, runId, due);
            return due;
        });
        AtStep?.Invoke("marked");
        var (deleted, complaints) = new OriginalRemoval(warehouse, places).Sweep();
        return new(removed, deleted, complaints);
    }

    private List<OldOriginal> Due(System.Data.Common.DbConnection connection, System.Data.Common.DbTransaction? transaction)
    {
        var now = warehouse.Clock.GetUtcNow();
        string? Bound(TimeSpan? kept) => kept is { } duration ? Instants.Text(now - duration) : null;
        return connection.Query<OldOriginal>(
            SqlText.Beside(typeof(Retention), "removable-originals"),
            new { standing = Bound(settings.StandingOriginals), others = Bound(settings.Originals) }, transaction).AsList();
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
    }
}
