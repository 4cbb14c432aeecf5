namespace Dla.Etl.Intake;

/// <summary>One run at a time takes files of a workspace. The lock is a file in the archive, which lies on a local disk, and ends with the process, however it ends.</summary>
public sealed class WorkspaceLock : IDisposable
{
    private readonly FileStream _file;

    private WorkspaceLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <param name="archive">The archive folder; it must be there.</param>
    /// <returns>Null while another process has it.</returns>
    /// <exception cref="UnauthorizedAccessException">The archive may not be written.</exception>
    public static WorkspaceLock? TryTake(string archive)
    {
        string path = Path.Combine(archive, $"{FileNames.OwnPrefix}lock");
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException problem) when (WriterCheck.IsHeldByAnother(problem))
        {
            return null;
        }
    }

    /// <summary>Gives the lock back.</summary>
    public void Dispose() => _file.Dispose();
}
