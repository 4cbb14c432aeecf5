using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Reading;
using Dla.Etl.Validation;
using Dla.Etl.Values;

namespace Dla.Etl.Warehouse;

/// <summary>A file that did not become a return.</summary>
/// <param name="Verdict"><see cref="Verdict.Unreadable"/>, <see cref="Verdict.NotRecognised"/>, <see cref="Verdict.Rejected"/> or <see cref="Verdict.NeedsPermission"/>.</param>
/// <param name="Findings">Why.</param>
public sealed record RefusedFile(Verdict Verdict, IReadOnlyList<Finding> Findings)
{
    /// <summary>The grid, when it could be read.</summary>
    public RawWorkbook? Workbook { get; init; }

    /// <summary>The form, when it is known.</summary>
    public FormDefinition? Form { get; init; }

    /// <summary>The unit, when it is known.</summary>
    public UnitCode? Unit { get; init; }
}

/// <summary>
/// Decides what becomes of a received file and writes it whole: outcome, findings, the grid as read, and for a return that passed a new
/// version with its facts. One transaction, one sequence. A file is decided once; asking again gives the first decision.
/// </summary>
public static class ReturnLoading
{
    /// <summary>Loads a return that passed as the next version of its unit and year, or says why not.</summary>
    /// <remarks>
    /// A return with an ERROR is rejected, even when its bytes are those of the version that stands (a copy in another province's folder
    /// must hear what is wrong); otherwise the same bytes as the version that stands now are a duplicate. An older version may come again: A, B, A makes three.
    /// A file that is decided after one with a higher receipt number was loaded for the same unit and year (it had been given up, say) is rejected: the sender's last word stands.
    /// </remarks>
    /// <param name="lane">The writer's lane: what stands is looked up in it, so two nodes cannot both be first.</param>
    /// <param name="runId">The run.</param>
    /// <param name="receivedFileId">The file, already registered by intake.</param>
    /// <param name="workbook">The grid as read.</param>
    /// <param name="validated">The return with its findings.</param>
    public static Outcome Load(WriteLane lane, string runId, string receivedFileId, RawWorkbook workbook, ValidatedReturn validated)
    {
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(validated);
        if (DecidedBefore(lane, receivedFileId) is { } before)
            return before;
        var decision = new Decision(lane, runId, FileToDecide.Find(lane, receivedFileId), validated.Return.Form, validated.Return.Unit);
        var standing = decision.StandingVersion();
        if (!validated.Passed)
            return decision.Write(Verdict.Rejected, null, validated.Findings, workbook, validated.Return.Rows.Count);
        if (standing?.Sha256 == decision.File.Sha256)
            return decision.Write(Verdict.Duplicate, standing, validated.Findings, workbook, validated.Return.Rows.Count);
        if (decision.NewerReceipt() is { } newer)
            return decision.Write(Verdict.Rejected, null, [.. validated.Findings, Overtaken(decision.File, newer)], workbook, validated.Return.Rows.Count);
        var loaded = decision.AddVersion((standing?.Version ?? 0) + 1, validated.Return);
        var verdict = validated.Findings.Any(finding => finding.Severity == Severity.Warning) ? Verdict.LoadedWithWarnings : Verdict.Loaded;
        return decision.Write(verdict, loaded, validated.Findings, workbook, validated.Return.Rows.Count);
    }

    /// <summary>Records a file that did not become a return. Nothing is loaded; what stood before still stands.</summary>
    /// <exception cref="ArgumentException">The verdict is not one for a file that was refused.</exception>
    public static Outcome Refuse(WriteLane lane, string runId, string receivedFileId, RefusedFile refused)
    {
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(refused);
        if (refused.Verdict is not (Verdict.Unreadable or Verdict.NotRecognised or Verdict.Rejected or Verdict.NeedsPermission))
            throw new ArgumentException($"A file is not refused as {refused.Verdict}.", nameof(refused));
        return DecidedBefore(lane, receivedFileId)
            ?? new Decision(lane, runId, FileToDecide.Find(lane, receivedFileId), refused.Form, refused.Unit)
                .Write(refused.Verdict, null, refused.Findings, refused.Workbook, 0);
    }

    private static Finding Overtaken(FileToDecide file, long newer) => new(LoadingFindings.NewerStands)
    {
        Found = file.ReceiptNumber.ToString(CultureInfo.InvariantCulture),
        Expected = newer.ToString(CultureInfo.InvariantCulture),
    };

    private static Outcome? DecidedBefore(WriteLane lane, string receivedFileId) =>
        Outcomes.Of(lane.Connection, receivedFileId) is { } outcome ? outcome with { DecidedBefore = true } : null;
}
