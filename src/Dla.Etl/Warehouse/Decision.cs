using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Intake;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Values;

namespace Dla.Etl.Warehouse;

/// <summary>One decision about one file while it is being written: its sequence is taken first, which locks out every other decision.</summary>
internal sealed class Decision
{
    private readonly WriteLane _lane;
    private readonly string _runId;
    private readonly FormDefinition? _form;
    private readonly UnitCode? _unit;
    private readonly DateTimeOffset _startedAt;
    private readonly long _sequence;
    private readonly Timeliness? _timeliness;

    public Decision(WriteLane lane, string runId, FileToDecide file, FormDefinition? form, UnitCode? unit)
    {
        (_lane, _runId, File, _form, _unit) = (lane, runId, file, form, unit);
        _startedAt = lane.Clock.GetUtcNow();
        _timeliness = form is null ? null : Deadlines.Judge(form.Deadline, Instants.Parse(file.FirstSeenAt));
        _sequence = CommitSequence.Next(lane, runId, $"load {form?.Id} {form?.Period} {unit}".TrimEnd());
    }

    /// <summary>The file decided on.</summary>
    public FileToDecide File { get; }

    /// <summary>The version that stands now for the unit and year, with the hash of its bytes.</summary>
    public StandingBytes? StandingVersion() => _lane.Row<StandingBytes>(
        """
        SELECT v.id AS Id, v.version AS Version, r.sha256 AS Sha256
        FROM return_version v JOIN received_file r ON r.id = v.received_file_id
        WHERE v.form = @form AND v.fiscal_year = @year AND v.unit = @unit
        ORDER BY v.version DESC LIMIT 1
        """,
        Key());

    /// <summary>The highest receipt after this file's that a version of its unit and year came from; null when there is none.</summary>
    /// <remarks>
    /// All versions are asked, not the standing one: after a revert an older file stands, and the newer one was loaded all the same.
    /// A file that waited in its message for permission got its receipt late: there the time at which it came counts as well.
    /// </remarks>
    public long? NewerReceipt() => _lane.Scalar<long?>(
        """
        SELECT max(r.receipt_number) FROM return_version v JOIN received_file r ON r.id = v.received_file_id
        WHERE v.form = @form AND v.fiscal_year = @year AND v.unit = @unit
          AND (r.receipt_number > @receipt OR (r.first_seen_at > @seen AND EXISTS (SELECT 1 FROM received_file f WHERE f.id = @id AND f.mail_release IS NOT NULL)))
        """,
        new { form = _form!.Id, year = _form.Period.Number, unit = _unit.ToString(), receipt = File.ReceiptNumber, seen = File.FirstSeenAt, id = File.Id });

    /// <summary>Writes a version and its facts.</summary>
    public StandingBytes AddVersion(int version, NormalisedReturn normalised)
    {
        var id = _lane.NewId();
        _lane.Execute(
            """
            INSERT INTO return_version
              (id, form, fiscal_year, unit, version, received_file_id, run_id, sequence, received_at, timeliness, form_hash, facts)
            VALUES (@id, @form, @year, @unit, @version, @file, @run, @sequence, @received, @timeliness, @formHash, @facts)
            """,
            new
            {
                id, form = _form!.Id, year = _form.Period.Number, unit = _unit.ToString(), version, file = File.Id, run = _runId,
                sequence = _sequence, received = File.FirstSeenAt, timeliness = StoredName.Of(_timeliness!.Value), formHash = _form.Hash.Hex,
                facts = ReturnRows.CountFacts(normalised),
            });
        ReturnRows.WriteFacts(_lane, id, normalised);
        AuditVersion(version);
        return new StandingBytes { Id = id, Version = version, Sha256 = File.Sha256 };
    }

    /// <summary>Writes the outcome with everything that hangs on it.</summary>
    public Outcome Write(Verdict verdict, StandingBytes? version, IReadOnlyList<Finding> findings, RawWorkbook? workbook, int rows)
    {
        var loaded = verdict is Verdict.Loaded or Verdict.LoadedWithWarnings ? rows : 0;
        var outcome = new Outcome
        {
            Id = _lane.NewId(), ReceivedFileId = File.Id, Sequence = _sequence, Verdict = verdict, Timeliness = _timeliness,
            VersionId = version?.Id, Version = version?.Version, RowsLoaded = loaded, RowsRejected = rows - loaded,
        };
        InsertOutcome(outcome);
        ReturnRows.WriteFindings(_lane, outcome.Id, findings);
        if (workbook is not null)
            ReturnRows.LandRaw(_lane, File.Id, workbook);
        RunLog.Step(_lane, _runId, new RunStep("load", _startedAt, rows, loaded, rows - loaded, File.Id));
        return outcome;
    }

    private void InsertOutcome(Outcome outcome) => _lane.Execute(
        """
        INSERT INTO outcome
          (id, received_file_id, run_id, sequence, decided_at, verdict, form, fiscal_year, unit, timeliness, version_id, form_hash,
           rows_in, rows_loaded, rows_rejected)
        VALUES (@Id, @ReceivedFileId, @run, @Sequence, @now, @verdict, @form, @year, @unit, @timeliness, @VersionId, @formHash,
          @rowsIn, @RowsLoaded, @RowsRejected)
        """,
        new
        {
            outcome.Id, outcome.ReceivedFileId, run = _runId, outcome.Sequence, now = _lane.Now, verdict = StoredName.Of(outcome.Verdict),
            form = _form?.Id, year = _form?.Period.Number, unit = _unit?.ToString(),
            timeliness = outcome.Timeliness is { } timeliness ? StoredName.Of(timeliness) : null, outcome.VersionId, formHash = _form?.Hash.Hex,
            rowsIn = outcome.RowsLoaded + outcome.RowsRejected, outcome.RowsLoaded, outcome.RowsRejected,
        });

    // The lane is held since before the standing version was looked up, so the version before this one is the one that it replaces.
    private void AuditVersion(int version)
    {
        var receipt = ReceivedFile.ReceiptText(File.ReceiptNumber);
        var (action, detail) = version == 1
            ? (AuditAction.VersionLoaded, $"ฉบับที่ 1 จากเลขรับที่ {receipt}")
            : (AuditAction.VersionSuperseded, string.Create(CultureInfo.InvariantCulture, $"ฉบับที่ {version} จากเลขรับที่ {receipt} ใช้แทนฉบับที่ {version - 1}"));
        Audit.Write(_lane, new AuditEntry(action, new ReturnKey(_form!.Id, _form.Period, _unit!.Value).ToString(), detail) { RunId = _runId, Sequence = _sequence });
    }

    private object Key() => new { form = _form!.Id, year = _form.Period.Number, unit = _unit.ToString() };
}

/// <summary>What loading needs to know of a received file.</summary>
internal sealed record FileToDecide
{
    public string Id { get; init; } = "";

    public long ReceiptNumber { get; init; }

    public string Sha256 { get; init; } = "";

    public string FirstSeenAt { get; init; } = "";

    /// <exception cref="InvalidOperationException">Intake has not registered it.</exception>
    public static FileToDecide Find(WriteLane lane, string id) =>
        lane.Row<FileToDecide>("SELECT id AS Id, receipt_number AS ReceiptNumber, sha256 AS Sha256, first_seen_at AS FirstSeenAt FROM received_file WHERE id = @id", new { id })
        ?? throw new InvalidOperationException($"No received file {id}.");
}

/// <summary>A version and the hash of the bytes it came from.</summary>
internal sealed record StandingBytes
{
    public string Id { get; init; } = "";

    public int Version { get; init; }

    public string Sha256 { get; init; } = "";
}
