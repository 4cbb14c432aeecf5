using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Intake;

/// <summary>Brings the original of a registered file to <c>received/&lt;subfolder&gt;/&lt;receipt&gt; &lt;name&gt;</c>, from whatever point an earlier try came to.</summary>
/// <remarks>
/// The original is first renamed within the drop folder to a name of ours. After that nobody finds it by its old name, so it can be compared in
/// peace, and a file that appears under the old name is a new delivery beyond doubt.
/// </remarks>
internal sealed class OriginalMove(WorkspaceFolders folders, Archive archive)
{
    private readonly List<IntakeProblem> _notes = [];

    public Action<string>? AtStep { get; set; }

    /// <summary>What was noticed on the way, for the operator.</summary>
    public IReadOnlyList<IntakeProblem> Notes => _notes;

    /// <summary>Finishes the move of one file.</summary>
    /// <returns>Where the original lies now, relative to the received folder with <c>/</c>.</returns>
    /// <exception cref="IOException">A disk refuses; everything stays such that a later try can go on.</exception>
    /// <exception cref="UnauthorizedAccessException">Not allowed; the same.</exception>
    public string Finish(ReceivedFile file)
    {
        string folder = file.Folder is null ? "" : FileNames.Folder(file.Folder);
        string name = FileNames.OnDisk($"{file.Receipt} ", file.FileName);
        Places places = Places.Of(folders, file, folder, name);
        // A share that is not there must not pass for an original that was removed.
        if (!Directory.Exists(folders.Drop)) throw new DirectoryNotFoundException(folders.Drop);
        Directory.CreateDirectory(Path.GetDirectoryName(places.Target)!);
        bool there = FileStamp.Holds(places.Target, file.Size, file.Hash);
        if (!there) Claim(file, places);
        if (FileStamp.Of(places.Claimed) is not null) there = SettleClaimed(file, places, there);
        if (!there) Restore(file, places);
        AtStep?.Invoke(ReceptionSteps.Moved);
        return folder.Length == 0 ? name : $"{folder}/{name}";
    }

    private void Claim(ReceivedFile file, Places places)
    {
        if (FileStamp.Of(places.Claimed) is not null || FileStamp.Of(places.Original)?.Size != file.Size) return;
        File.Move(places.Original, places.Claimed);
        AtStep?.Invoke(ReceptionSteps.Claimed);
    }

    // True when the received folder has the file afterwards.
    private bool SettleClaimed(ReceivedFile file, Places places, bool there)
    {
        // Whoever has it open may write or not: the content decides when he has closed it.
        if (WriterCheck.Look(places.Claimed) is FileState.BeingWritten)
            throw new IOException("The original is open for writing.", LinuxCalls.TryAgain);
        bool ours = FileStamp.Holds(places.Claimed, file.Size, file.Hash);
        if (!ours) PutBack(places);
        else if (there) File.Delete(places.Claimed);
        else Deliver(file, places);
        DurableFiles.FlushFolder(Path.GetDirectoryName(places.Original)!);
        return there || ours;
    }

    private void Deliver(ReceivedFile file, Places places)
    {
        if (DurableFiles.TryRename(places.Claimed, places.Target))
        {
            DurableFiles.FlushFolder(Path.GetDirectoryName(places.Target)!);
            return;
        }

        CopyTo(places, places.Claimed, file.ModifiedAt);
        AtStep?.Invoke(ReceptionSteps.Carried);
        File.Delete(places.Claimed);
    }

    // Somebody replaced, changed or removed the original after it was archived. The delivery that was registered still gets its place.
    private void Restore(ReceivedFile file, Places places)
    {
        CopyTo(places, archive.PathOf(file.Hash), file.ModifiedAt);
        _notes.Add(IntakeProblem.Of(IntakeFindings.ReplacedAfterReceipt, file.DropPath, expected: file.Receipt));
    }

    private static void CopyTo(Places places, string source, DateTimeOffset modifiedAt)
    {
        DurableFiles.Write(places.Target, places.Part, part =>
        {
            using FileStream content = new(source, FileMode.Open, FileAccess.Read, FileShare.Read);
            content.CopyTo(part);
        });
        File.SetLastWriteTimeUtc(places.Target, modifiedAt.UtcDateTime);
    }

    private static void PutBack(Places places)
    {
        string folder = Path.GetDirectoryName(places.Original)!;
        string free = places.Original;
        for (int copy = 2; Path.Exists(free); copy++) free = Path.Combine(folder, FileNames.OnDisk($"({copy}) ", Path.GetFileName(places.Original)));
        File.Move(places.Claimed, free);
    }

    /// <param name="Original">Where it was delivered.</param>
    /// <param name="Claimed">The same file under our name, still in the drop folder.</param>
    /// <param name="Target">Where it belongs.</param>
    /// <param name="Part">An unfinished copy beside the target.</param>
    private sealed record Places(string Original, string Claimed, string Target, string Part)
    {
        public static Places Of(WorkspaceFolders folders, ReceivedFile file, string folder, string name)
        {
            string original = Path.Combine(folders.Drop, Path.Combine(file.DropPath.Split('/')));
            string target = Path.Combine(folders.Received, folder);
            string own = $"{FileNames.OwnPrefix}{file.Id}";
            return new(original, Path.Combine(Path.GetDirectoryName(original)!, own), Path.Combine(target, name), Path.Combine(target, $"{own}.part"));
        }
    }
}
