using System.Data.Common;
using System.Text;
using Dapper;
using Dla.Etl.Distribution.Marking;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Intake;
using Dla.Etl.Normalising;
using Dla.Etl.Reference;
using Dla.Etl.Warehouse;
using ReceivedFile = Dla.Etl.Intake.ReceivedFile;

namespace Dla.Etl.Distribution;

/// <summary>An answer to be put where its sender looks.</summary>
/// <param name="OutcomeId">The decision it tells of.</param>
/// <param name="File">The file it answers.</param>
/// <param name="UnitFolder">Folder of the province that the file was recognised for, <c>56-พะเยา</c>; used when the file came in at the top of the drop folder.</param>
/// <param name="Outcome">The decision in a few Thai words, for the name of the answer: <c>รับแล้ว</c>.</param>
/// <param name="Text">The whole answer.</param>
public sealed record Reply(string OutcomeId, ReceivedFile File, string? UnitFolder, string Outcome, string Text)
{
    /// <summary>Files that lie beside the answer, their names as <see cref="ReplyFolder.NameOf"/> gives them.</summary>
    public IReadOnlyList<MarkedFile> Copies { get; init; } = [];
}

/// <summary>The replies folder: <c>replies/56-พะเยา/000012 ปริมาณ.xlsx - รับแล้ว.txt</c>.</summary>
/// <param name="replies">Full path; may lie on a share.</param>
/// <param name="database">Knows what was answered.</param>
public sealed class ReplyFolder(string replies, Database database)
{
    // The Notepad of older Windows takes Thai text for windows-874 unless the mark is there, and shows one long line without CR LF.
    private static readonly UTF8Encoding s_withMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Writes one answer, whole or not at all, and records it. An outcome that was answered is not answered again.</summary>
    /// <returns>The path relative to the replies folder with <c>/</c>; no artefact when the disk refuses, and the next run tries again.</returns>
    public Step<string> Write(Reply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return Written("SELECT path FROM answer WHERE outcome_id = @id", reply.OutcomeId) is { } before
            ? new(before, [])
            : Put(reply, (lane, path) => RunLog.Answered(lane, reply.OutcomeId, path));
    }

    /// <summary>What a file is called that lies beside the answer: it sorts beside it too.</summary>
    public static string NameOf(ReceivedFile file, MarkedFile copy)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(copy);
        return FileNames.OnDisk($"{file.Receipt} ", copy.Name);
    }

    /// <summary>Tells an office that the department went back to an earlier version, beside the answer to that version's file.</summary>
    /// <param name="notice">Its <see cref="Reply.OutcomeId"/> is the id of the new version: no file of the office was decided on.</param>
    /// <inheritdoc cref="Write"/>
    public Step<string> Tell(Reply notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return Written("SELECT path FROM revert_notice WHERE version_id = @id", notice.OutcomeId) is { } before
            ? new(before, [])
            : Put(notice, (lane, path) => RunLog.Told(lane, notice.OutcomeId, path));
    }

    private Step<string> Put(Reply reply, Action<WriteLane, string> record)
    {
        string folder = FolderOf(reply) is { } given ? FileNames.Folder(given) : "";
        string name = FileNames.OnDisk($"{reply.File.Receipt} ", reply.File.FileName, $" - {reply.Outcome}.txt");
        string path = folder.Length == 0 ? name : $"{folder}/{name}";
        try
        {
            Put(Path.Combine(replies, folder), name, reply);
        }
        catch (Exception problem) when (DiskTrouble.Is(problem))
        {
            return new(null, [new Finding(IntakeFindings.ReplyNotWritten) { Subject = path, Found = DiskTrouble.Cause(problem) }]);
        }

        database.Write(lane => record(lane, path));
        return new(path, []);
    }

    // Where the sender put the file, unless that folder is no province's: nobody would look for an answer there.
    private static string? FolderOf(Reply reply) =>
        reply.File.Folder is { } folder && (reply.UnitFolder is null || NamesAUnit(folder)) ? folder : reply.UnitFolder;

    private static bool NamesAUnit(string folder) =>
        Units.OfFolder(folder) is not null || ProvinceNames.FindIn(folder).Count > 0;

    private static void Put(string folder, string name, Reply reply)
    {
        Directory.CreateDirectory(folder);
        // The answer last: where it lies, everything that it speaks of lies too.
        foreach (MarkedFile copy in reply.Copies)
        {
            using FileStream source = File.OpenRead(copy.Path);
            DurableFiles.Write(Path.Combine(folder, copy.Name), Path.Combine(folder, $"{FileNames.OwnPrefix}{reply.OutcomeId}.copy.part"), source.CopyTo);
        }

        byte[] text = [.. s_withMark.GetPreamble(), .. s_withMark.GetBytes(reply.Text.ReplaceLineEndings("\r\n"))];
        string part = Path.Combine(folder, $"{FileNames.OwnPrefix}{reply.OutcomeId}.part");
        DurableFiles.Write(Path.Combine(folder, name), part, file => file.Write(text));
    }

    private string? Written(string sql, string id)
    {
        using DbConnection connection = database.Read();
        return connection.ExecuteScalar<string>(sql, new { id });
    }
}
