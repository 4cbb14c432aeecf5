using System.Data.Common;
using System.Globalization;
using Dapper;
using Dla.Etl.Values;

namespace Dla.Etl.Warehouse;

/// <summary>How a run stands.</summary>
public enum RunStatus
{
    /// <summary>Under way, or killed before it could say how it ended.</summary>
    Running,

    /// <summary>Came to its end, rejected returns included.</summary>
    Finished,

    /// <summary>Was asked to stop and did so between two files; the next one goes on.</summary>
    Stopped,

    /// <summary>Ended by an exception.</summary>
    Failed,
}

/// <summary>What a run did: its steps with their counts, the definitions it used, what it answered and reported.</summary>
public static class RunLog
{
    /// <summary>Opens a run.</summary>
    /// <param name="lane">The writer's lane.</param>
    /// <param name="command">How it was started: <c>run</c>, or the name of a job.</param>
    /// <param name="programVersion">Version of the program.</param>
    /// <param name="owner">Who does it under which lease; null where nobody else can be at work.</param>
    /// <returns>Its id.</returns>
    public static string Begin(WriteLane lane, string command, string programVersion, RunOwner? owner = null)
    {
        ArgumentNullException.ThrowIfNull(lane);
        var id = lane.NewId();
        lane.Execute(
            """
            INSERT INTO run (id, command, started_at, status, program_version, node, started_by, lease, token)
            VALUES (@id, @command, @now, @status, @programVersion, @Node, @StartedBy, @Lease, @Token)
            """,
            new
            {
                id, command = StoredText.Of(command), now = lane.Now, status = StoredName.Of(RunStatus.Running), programVersion,
                owner?.Node, StartedBy = StoredText.Of(owner?.StartedBy), owner?.Lease, owner?.Token,
            });
        return id;
    }

    /// <summary>Closes a run.</summary>
    /// <exception cref="InvalidOperationException">No such run, or it is closed already.</exception>
    public static void End(WriteLane lane, string runId, RunStatus status)
    {
        ArgumentNullException.ThrowIfNull(lane);
        var closed = lane.Execute(
            "UPDATE run SET ended_at = @now, status = @status WHERE id = @runId AND ended_at IS NULL",
            new { runId, now = lane.Now, status = StoredName.Of(status) });
        if (closed != 1)
            throw new InvalidOperationException($"Run {runId} is not open.");
    }

    /// <summary>Marks as failed the runs that earlier holders of a lease began and never said how they ended. Runs under other leases may be under way elsewhere.</summary>
    /// <param name="lane">The transaction in which the lease was taken.</param>
    /// <param name="lease">Its name.</param>
    /// <param name="token">The token just taken.</param>
    /// <returns>How many there were.</returns>
    public static int CloseInterrupted(WriteLane lane, string lease, long token)
    {
        ArgumentNullException.ThrowIfNull(lane);
        return lane.Execute(
            "UPDATE run SET ended_at = @now, status = @status WHERE ended_at IS NULL AND lease = @lease AND token < @token",
            new { now = lane.Now, status = StoredName.Of(RunStatus.Failed), lease, token });
    }

    /// <summary>Writes a step of a run with its counts.</summary>
    /// <exception cref="ArgumentException">What went in is not what came out and what was rejected together.</exception>
    public static void Step(WriteLane lane, string runId, RunStep step)
    {
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(step);
        if (step.Out < 0 || step.Rejected < 0 || step.In != step.Out + step.Rejected)
            throw new ArgumentException($"Step {step.Name}: {step.In} in, but {step.Out} out and {step.Rejected} rejected.", nameof(step));
        lane.Execute(
            """
            INSERT INTO run_step (run_id, position, step, received_file_id, started_at, ended_at, counted_in, counted_out, rejected)
            SELECT @runId, coalesce(max(position), 0) + 1, @Name, @ReceivedFileId, @started, @now, @In, @Out, @Rejected
            FROM run_step WHERE run_id = @runId
            """,
            new { runId, step.Name, step.ReceivedFileId, started = Instants.Text(step.StartedAt), now = lane.Now, step.In, step.Out, step.Rejected });
    }

    /// <summary>Records a form, template or rule by its hash; its bytes must be in the archive already. Recording it again changes nothing.</summary>
    /// <param name="lane">The writer's lane.</param>
    /// <param name="hash">SHA-256 of the bytes.</param>
    /// <param name="kind"><c>form</c>, <c>report</c>, <c>template</c>, <c>query</c> or <c>rules</c>.</param>
    /// <param name="path">Relative to the templates folder.</param>
    public static void Definition(WriteLane lane, ContentHash hash, string kind, string path)
    {
        ArgumentNullException.ThrowIfNull(lane);
        lane.Execute(
            "INSERT INTO definition (sha256, kind, path, archived_at) VALUES (@Hex, @kind, @path, @now) ON CONFLICT (sha256) DO NOTHING",
            new { hash.Hex, kind, path = StoredText.Of(path), now = lane.Now });
    }

    /// <summary>Hashes of all definitions recorded so far.</summary>
    public static HashSet<string> Definitions(DbConnection connection) =>
        [.. connection.Query<string>("SELECT sha256 FROM definition")];

    /// <summary>Records that the answer to an outcome lies in the replies folder. Recording it again changes nothing.</summary>
    public static void Answered(WriteLane lane, string outcomeId, string path)
    {
        ArgumentNullException.ThrowIfNull(lane);
        lane.Execute(
            "INSERT INTO answer (outcome_id, path, written_at) VALUES (@outcomeId, @path, @now) ON CONFLICT (outcome_id) DO NOTHING",
            new { outcomeId, path = StoredText.Of(path), now = lane.Now });
    }

    /// <summary>Records that the notice of a revert lies in the replies folder. Recording it again changes nothing.</summary>
    public static void Told(WriteLane lane, string versionId, string path)
    {
        ArgumentNullException.ThrowIfNull(lane);
        lane.Execute(
            "INSERT INTO revert_notice (version_id, path, written_at) VALUES (@versionId, @path, @now) ON CONFLICT (version_id) DO NOTHING",
            new { versionId, path = StoredText.Of(path), now = lane.Now });
    }

    /// <summary>Records a report that was written. The current report as of the same sequence from the same sources is recorded once; when its workbook was made again, the first line stands.</summary>
    public static void Reported(WriteLane lane, string? runId, ReportWritten report)
    {
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(report);
        lane.Execute(
            """
            INSERT INTO report_written
              (id, run_id, report, fiscal_year, as_of_sequence, written_at, content_hash, template_hash, definition_hash, sources_hash, file_name,
               back_filled_for, definition_set, unit)
            VALUES (@id, @runId, @Report, @year, @AsOfSequence, @now, @content, @template, @definition, @sources, @file, @backFilled, @set, @unit)
            ON CONFLICT (report, fiscal_year, as_of_sequence, sources_hash, coalesce(unit, '')) WHERE back_filled_for IS NULL DO NOTHING
            """,
            new
            {
                id = lane.NewId(), runId, report.Report, year = report.Period.Number, report.AsOfSequence, now = lane.Now, content = report.Content.Hex,
                template = report.Template.Hex, definition = report.Definition.Hex,
                sources = report.Sources.Hex, file = StoredText.Of(report.FileName),
                backFilled = report.BackFilledFor is { } instant ? Instants.Text(instant) : null, set = report.DefinitionSet,
                unit = report.Unit?.ToString(),
            });
        Audit.Write(lane, new AuditEntry(
            report.BackFilledFor is null ? AuditAction.ReportWritten : AuditAction.ReportBackFilled, $"{report.Report} {report.Period}{(report.Unit is { } unit ? $" {unit}" : "")}",
            string.Create(CultureInfo.InvariantCulture, $"{report.FileName} ข้อมูลถึงลำดับที่ {report.AsOfSequence} ค่าแฮช {report.Content.Hex[..12]}")) { RunId = runId });
    }

    /// <summary>The content hash of a report that was written as of the same sequence with the same definitions; null when none was.</summary>
    public static string? ContentWritten(DbConnection connection, Reporting.WrittenReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return connection.ExecuteScalar<string?>(
            """
            SELECT content_hash FROM report_written
            WHERE report = @report AND fiscal_year = @year AND as_of_sequence = @sequence AND sources_hash = @sources AND coalesce(unit, '') = @unit
            ORDER BY written_at DESC LIMIT 1
            """,
            new
            {
                report = report.Request.Report, year = report.Request.Period.Number, sequence = report.Request.Sequence,
                sources = Reporting.ReportSources.HashOf(report.Sources).Hex, unit = report.Request.Unit?.ToString() ?? "",
            });
    }

    /// <summary>Runs that began and never said how they ended, oldest first: killed, or still under way elsewhere.</summary>
    public static IReadOnlyList<string> Open(DbConnection connection) =>
        connection.Query<string>("SELECT id FROM run WHERE ended_at IS NULL ORDER BY id").AsList();
}

/// <summary>Who does a run, and under which lease.</summary>
/// <param name="Node">The node.</param>
/// <param name="StartedBy">Account of the operating system.</param>
/// <param name="Lease">Name of the lease; null for a run that is begun and ended in one transaction.</param>
/// <param name="Token">Its token, or null: a later holder knows by it that the run was interrupted.</param>
public sealed record RunOwner(string Node, string StartedBy, string? Lease = null, long? Token = null);

/// <summary>A step of a run and what it counted; <paramref name="In"/> = <paramref name="Out"/> + <paramref name="Rejected"/>.</summary>
/// <param name="Name"><c>intake</c>, <c>read</c>, <c>recognise</c>, <c>normalise</c>, <c>validate</c>, <c>load</c>, <c>consolidate</c>, <c>report</c> or <c>answer</c>.</param>
/// <param name="StartedAt">When it began; it ends when it is written.</param>
/// <param name="In">How many things it was given.</param>
/// <param name="Out">How many it passed on.</param>
/// <param name="Rejected">How many it did not.</param>
/// <param name="ReceivedFileId">The file it worked on, or null for the whole run.</param>
public sealed record RunStep(string Name, DateTimeOffset StartedAt, long In, long Out, long Rejected, string? ReceivedFileId = null);

/// <summary>A report that was written: what it says (<paramref name="Content"/>), as of which sequence, and what it was made with.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Period">The year or month of the figures.</param>
/// <param name="AsOfSequence">As of which commit.</param>
/// <param name="Content">The content hash.</param>
/// <param name="Template">SHA-256 of the template.</param>
/// <param name="Definition">SHA-256 of report.yaml.</param>
/// <param name="Sources">One hash over template, report.yaml, queries and form: another one makes the report due again.</param>
/// <param name="FileName">Its name below the reports folder.</param>
public sealed record ReportWritten(
    string Report, Period Period, long AsOfSequence, ContentHash Content, ContentHash Template, ContentHash Definition, ContentHash Sources,
    string FileName)
{
    /// <summary>The province that it is of; null for the whole country.</summary>
    public UnitCode? Unit { get; init; }

    /// <summary>The instant for which it was written afterwards; null for the current report.</summary>
    public DateTimeOffset? BackFilledFor { get; init; }

    /// <summary>The definitions that were in force, or null when they were not recorded.</summary>
    public string? DefinitionSet { get; init; }
}
