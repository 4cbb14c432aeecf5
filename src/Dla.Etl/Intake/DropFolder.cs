using System.Globalization;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Intake;

/// <summary>The drop folder, looked at again and again: shares of the network lose the events that a watcher would wait for (LIBRARIES, Files).</summary>
/// <param name="drop">Full path.</param>
/// <param name="database">Remembers what was seen and not yet taken.</param>
/// <param name="settings">How patiently to wait.</param>
/// <param name="clock">Measures the waiting and dates first sightings; the times of files are only compared with each other.</param>
public sealed class DropFolder(string drop, Database database, IntakeSettings settings, TimeProvider clock)
{
    private readonly Sightings _sightings = new(database);

    /// <summary>Looks once.</summary>
    /// <remarks>A file is ready when its size and time have stood still for the interval and nobody has it open for writing.</remarks>
    public DropScan Scan(CancellationToken cancel = default)
    {
        DropListing listing = DropListing.Of(drop);
        DateTimeOffset now = clock.GetUtcNow();
        IReadOnlyDictionary<string, Sighting> seen = _sightings.Note(listing, now);
        Tally found = new(listing.Problems);
        foreach (DropEntry file in listing.Files)
        {
            cancel.ThrowIfCancellationRequested();
            Judge(file, seen[file.DropPath], now, found);
        }

        return found.AsScan();
    }

    /// <summary>Looks until nothing is settling any more, for <see cref="IntakeSettings.LongestWait"/> at most.</summary>
    /// <returns>The last look; what is still settling then is a problem as well, because this run leaves it.</returns>
    public async Task<DropScan> WaitUntilSteadyAsync(CancellationToken cancel = default)
    {
        long looks = settings.LongestWait.Ticks / Math.Max(1, settings.PollInterval.Ticks);
        DropScan scan = Scan(cancel);
        for (; looks > 0 && scan.Settling.Count > 0; looks--)
        {
            await Task.Delay(settings.PollInterval, clock, cancel);
            scan = Scan(cancel);
        }

        string waited = settings.LongestWait.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        IEnumerable<IntakeProblem> left = scan.Settling.Select(path => IntakeProblem.Of(IntakeFindings.StillBeingWritten, path, expected: waited));
        return scan with { Problems = [.. scan.Problems, .. left] };
    }

    private void Judge(DropEntry file, Sighting seen, DateTimeOffset now, Tally found)
    {
        if (file.Stamp.Size > settings.MaximumFileBytes) found.TooLarge(file, settings.MaximumFileBytes);
        else if (now - seen.SteadySince < settings.SteadyInterval) found.Settling(file);
        else found.Looked(file, seen, WriterCheck.Look(file.FullPath));
    }

    private sealed class Tally(IEnumerable<IntakeProblem> problems)
    {
        private readonly List<ReadyFile> _ready = [];
        private readonly List<string> _settling = [];
        private readonly List<IntakeProblem> _problems = [.. problems];

        public void Settling(DropEntry file) => _settling.Add(file.DropPath);

        public void TooLarge(DropEntry file, long limit) => _problems.Add(IntakeProblem.Of(
            IntakeFindings.FileTooLarge, file.DropPath, Grouped(file.Stamp.Size), Grouped(limit)));

        public void Looked(DropEntry file, Sighting seen, FileState state)
        {
            if (state is FileState.Quiet) _ready.Add(new(file.DropPath, file.Folder, file.Name, file.FullPath, file.Stamp, seen.FirstSeenAt));
            else if (state is FileState.BeingWritten) _settling.Add(file.DropPath);
            else if (state is FileState.NotAFile) _problems.Add(IntakeProblem.Of(IntakeFindings.NotAFile, file.DropPath));
            else if (state is FileState.Unreadable)
                _problems.Add(IntakeProblem.Of(IntakeFindings.FileUnreadable, file.DropPath, DiskTrouble.Cause(new UnauthorizedAccessException())));
        }

        public DropScan AsScan() => new(
            [.. _ready.OrderBy(file => file.FirstSeenAt).ThenBy(file => file.Stamp.ModifiedAt).ThenBy(file => file.DropPath, StringComparer.Ordinal)],
            _settling,
            _problems);

        private static string Grouped(long bytes) => bytes.ToString("N0", CultureInfo.InvariantCulture);
    }
}
