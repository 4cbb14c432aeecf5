using System.Data.Common;
using System.Globalization;
using Dapper;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Distribution.Outgoing;

/// <summary>How the outbox stands, for <c>status</c> and <c>doctor</c>. The names of the properties are stable.</summary>
/// <param name="Waiting">To be sent.</param>
/// <param name="WaitingSince">Since when the oldest of these waits; null when there is none.</param>
/// <param name="Uncertain">The relay may have them or not.</param>
/// <param name="Failed">The relay will not have them.</param>
public sealed record OutboxCounts(int Waiting, DateTimeOffset? WaitingSince, int Uncertain, int Failed)
{
    private static readonly TimeSpan Long = TimeSpan.FromDays(1);

    /// <summary>Counts.</summary>
    public static OutboxCounts Of(DbConnection connection)
    {
        var counts = connection.Query<(string State, long Count, string Since)>(
            "SELECT s.state, count(*), min(o.decided_at) FROM outbox_state s JOIN outbox o ON o.id = s.outbox_id GROUP BY s.state").ToDictionary(row => row.State, StringComparer.Ordinal);
        int Count(OutboxState state) => counts.TryGetValue(StoredName.Of(state), out var row) ? (int)row.Count : 0;
        return new OutboxCounts(
            Count(OutboxState.Waiting) + Count(OutboxState.Sending), counts.TryGetValue("waiting", out var waiting) ? Instants.Parse(waiting.Since) : null,
            Count(OutboxState.Uncertain), Count(OutboxState.Failed));
    }

    /// <summary>The same as a line of <c>doctor</c>.</summary>
    public static CheckedThing Check(Database database)
    {
        ArgumentNullException.ThrowIfNull(database);
        using var connection = database.Read();
        var counts = Of(connection);
        string[] complaints =
        [
            .. counts.Uncertain > 0 ? [Told(counts.Uncertain, "ไม่แน่ใจว่าออกไปแล้วหรือไม่ ดูด้วย dla-etl mail outbox แล้วสั่ง dla-etl mail settle · uncertain: settle them")] : Array.Empty<string>(),
            .. counts.Failed > 0 ? [Told(counts.Failed, "ส่งไม่ได้ ดูด้วย dla-etl mail outbox แล้วสั่ง dla-etl mail settle · failed: settle them")] : Array.Empty<string>(),
            .. counts.WaitingSince is { } since && database.Clock.GetUtcNow() - since > Long
                ? [Told(counts.Waiting, "รอส่ง ฉบับที่นานที่สุดเกิน 1 วัน กรุณาตรวจค่าตั้ง Mail:Smtp และงาน send · waiting for more than a day")] : Array.Empty<string>(),
        ];
        return new CheckedThing("outbox", complaints, string.Create(CultureInfo.InvariantCulture, $"{counts.Waiting} waiting, {counts.Uncertain} uncertain, {counts.Failed} failed"));
    }

    private static string Told(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"อีเมล {count} ฉบับ{what}");
}
