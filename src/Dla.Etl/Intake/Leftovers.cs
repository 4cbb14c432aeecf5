using Dla.Etl.Running;

namespace Dla.Etl.Intake;

/// <summary>Copies that a killed run left half-written: in the archive, and beside answers and reports.</summary>
internal static class Leftovers
{
    private static readonly EnumerationOptions s_all = new()
    {
        RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true,
    };

    /// <summary>Deletes those that are older than the setting <c>Intake:LeftoverAge</c>.</summary>
    /// <returns>How many there were. One that cannot be deleted stays for the next time.</returns>
    public static int Clear(Workplace workplace)
    {
        var before = workplace.Clock.GetUtcNow() - workplace.Intake.LeftoverAge;
        var folders = workplace.Folders;
        return new[] { folders.Archive, folders.Replies, folders.Reports, folders.Received, folders.Outbox }
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, FileNames.OwnPrefix + "*.part", s_all))
            .Count(part => File.GetLastWriteTimeUtc(part) < before && Deleted(part));
    }

    private static bool Deleted(string part)
    {
        try
        {
            File.Delete(part);
            return true;
        }
        catch (Exception held) when (DiskTrouble.Is(held))
        {
            return false;
        }
    }
}
