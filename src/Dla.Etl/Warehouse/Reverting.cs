using System.Globalization;
using Dla.Etl.Findings;
using Dla.Etl.Intake;
using Dla.Etl.Values;

namespace Dla.Etl.Warehouse;

/// <summary>A revert that was done.</summary>
/// <param name="Version">Number of the new version.</param>
/// <param name="To">Number of the version whose facts it has.</param>
/// <param name="Superseded">Number of the version that stood until now.</param>
/// <param name="Sequence">Its commit.</param>
public sealed record Reverted(int Version, int To, int Superseded, long Sequence);

/// <summary>Goes back to an earlier version of a return, as a new version: nothing is taken away, and what was known before stays known.</summary>
public static class Reverting
{
    /// <summary>The most text elements of a reason.</summary>
    public const int LongestReason = 500;

    private const string Copied =
        "position, row_position, group_code, item_code, field_code, role, type, state, amount, unit_of_measure, text, sheet_index, sheet_name, cell, raw";

    /// <summary>Adds a version with the facts of an earlier one. Consolidation, reports and the notice to the office follow with the next run.</summary>
    /// <param name="lane">The writer's lane: what stands is looked up in it.</param>
    /// <param name="key">Which return.</param>
    /// <param name="to">The version to go back to.</param>
    /// <param name="reason">Why, in the words of the person who does it; the office reads it.</param>
    /// <param name="programVersion">Recorded with the run that this is.</param>
    /// <returns>What was done, or in Thai why it cannot be; then nothing is written.</returns>
    public static Parsed<Reverted> Revert(WriteLane lane, ReturnKey key, int to, string reason, string programVersion)
    {
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(reason);
        var versions = lane.Rows<ChainVersion>(
            """
            SELECT v.id AS Id, v.version AS Version, v.received_file_id AS ReceivedFileId, r.receipt_number AS Receipt
            FROM return_version v JOIN received_file r ON r.id = v.received_file_id
            WHERE v.form = @form AND v.fiscal_year = @year AND v.unit = @unit ORDER BY v.version
            """,
            key.Parameters);
        if (Refusal(versions, key, to, reason) is { } refusal)
            return Parsed<Reverted>.Failed(refusal);
        var (target, standing) = (versions.Single(version => version.Version == to), versions[^1]);
        var runId = RunLog.Begin(lane, "revert", programVersion, new RunOwner(lane.Actor.Node, lane.Actor.Who));
        var sequence = CommitSequence.Next(lane, runId, $"revert {key.Form} {key.Period} {key.Unit} to {to}");
        var reverted = new Reverted(standing.Version + 1, to, standing.Version, sequence);
        AddVersion(lane, runId, target, reverted, reason.Trim());
        Audit.Write(lane, new AuditEntry(AuditAction.VersionReverted, key.ToString(), string.Create(
            CultureInfo.InvariantCulture,
            $"ฉบับที่ {reverted.Version} มีข้อมูลของฉบับที่ {to} (เลขรับที่ {ReceivedFile.ReceiptText(target.Receipt)}) ใช้แทนฉบับที่ {standing.Version}"))
        {
            Reason = reason.Trim(), RunId = runId, Sequence = sequence,
        });
        // Begun and ended in this one transaction: nobody ever sees it under way.
        RunLog.End(lane, runId, RunStatus.Finished);
        return Parsed<Reverted>.Ok(reverted);
    }

    private static string? Refusal(IReadOnlyList<ChainVersion> versions, ReturnKey key, int to, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return "ต้องระบุเหตุผล เพราะหน่วยงานผู้ส่งจะได้อ่านและระบบบันทึกไว้ตรวจสอบ";
        if (new StringInfo(reason.Trim()).LengthInTextElements > LongestReason)
            return $"เหตุผลยาวเกิน {LongestReason} ตัวอักษร กรุณาเขียนให้สั้นลง";
        if (Printable.Line(reason.Trim()) != reason.Trim())
            return "เหตุผลต้องเป็นข้อความบรรทัดเดียว ไม่มีอักขระควบคุม";
        if (versions.Count == 0)
            return $"ยังไม่มีข้อมูลฉบับใดของ {key}";
        if (versions.FirstOrDefault(version => version.Version == to) is not { } target)
            return $"ไม่มีฉบับที่ {Number(to)} ของ {key} ที่มีคือฉบับที่ {string.Join(", ", versions.Select(version => Number(version.Version)))}";
        var standing = versions[^1];
        if (standing.Version == to)
            return $"ฉบับที่ {Number(to)} ใช้อยู่แล้ว";
        return standing.ReceivedFileId == target.ReceivedFileId
            ? $"ฉบับที่ {Number(standing.Version)} ซึ่งใช้อยู่ มีข้อมูลของฉบับที่ {Number(to)} อยู่แล้ว (จากเลขรับที่ {ReceivedFile.ReceiptText(target.Receipt)})"
            : null;
    }

    private static void AddVersion(WriteLane lane, string runId, ChainVersion target, Reverted reverted, string reason)
    {
        var copy = new { id = lane.NewId(), runId, from = target.Id, version = reverted.Version, to = reverted.To, sequence = reverted.Sequence, reason = StoredText.Of(reason) };
        lane.Execute(
            """
            INSERT INTO return_version
              (id, form, fiscal_year, unit, version, received_file_id, run_id, sequence, received_at, timeliness, form_hash, facts, reverts_version, reason)
            SELECT @id, form, fiscal_year, unit, @version, received_file_id, @runId, @sequence, received_at, timeliness, form_hash, facts, @to, @reason
            FROM return_version WHERE id = @from
            """,
            copy);
        lane.Execute($"INSERT INTO fact (version_id, {Copied}) SELECT @id, {Copied} FROM fact WHERE version_id = @from", copy);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record ChainVersion
    {
        public string Id { get; init; } = "";

        public int Version { get; init; }

        public string ReceivedFileId { get; init; } = "";

        public long Receipt { get; init; }
    }
}
