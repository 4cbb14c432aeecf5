using Dla.Etl.Distribution;
using Dla.Etl.Distribution.Marking;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Intake;
using Dla.Etl.Normalising;

namespace Dla.Etl.Running;

/// <summary>The marked workbooks of one answer, in a scratch folder that goes with this.</summary>
/// <param name="workplace">Has the archive.</param>
internal sealed class MarkedReturns(Workplace workplace) : IDisposable
{
    private DirectoryInfo? _scratch;

    /// <summary>Makes those of one file; empty when there is nothing to mark, or when the file is not the sender's to correct.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public IReadOnlyList<MarkedFile> Of(ReceivedFile file, Answer answer, CancellationToken cancellation)
    {
        if (answer.Verdict is Verdict.NeedsPermission or Verdict.Duplicate || answer.Findings.All(finding => finding.Severity < Severity.Warning))
            return [];
        var path = workplace.Archive.PathOf(file.Hash);
        // Forgotten or kept long enough: the answer says what it has to say without it.
        if (!File.Exists(path))
            return [];
        _scratch ??= Directory.CreateTempSubdirectory("dla-etl-marked-");
        return MarkedReturn.Make(
            new MarkRequest(path, file.FileName, file.ReceiptNumber, answer.Verdict.Thai(), answer.Findings, Notice(answer)),
            _scratch.CreateSubdirectory(file.Receipt).FullName, cancellation);
    }

    /// <summary>Puts one into the archive, to be attached.</summary>
    public Step<OutgoingAttachment> Keep(MarkedFile marked, string mail, CancellationToken cancellation)
    {
        var stored = workplace.Archive.Store(marked.Path, marked.Name, cancellation);
        return stored.Artefact is { } archived
            ? new(new OutgoingAttachment(marked.Name, archived.Hash, archived.Size), [])
            : new(null, [new Finding(SendingFindings.MarkedNotKept) { Subject = mail, Found = stored.Findings is [{ Found.Length: > 0 } why, ..] ? why.Found : "คลังไฟล์เขียนไม่ได้" }]);
    }

    /// <inheritdoc/>
    public void Dispose() => _scratch?.Delete(recursive: true);

    private string Notice(Answer answer)
    {
        var deadline = answer.Deadline is { } day ? $"กำหนดส่ง ภายในวันที่ {ThaiDates.Long(day)}" : "";
        return string.Join(" ", new[] { deadline, workplace.Notice }.Where(text => text.Length > 0));
    }
}
