using Dla.Etl.Intake;

namespace Dla.Etl.Coordination;

/// <summary>A lock that is a file in the archive, which lies on a local disk; it ends with the process, however it ends.</summary>
internal sealed class LockFile : IDisposable
{
    private readonly FileStream _file;

    private LockFile(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <param name="archive">The archive folder; it must be there.</param>
    /// <param name="name">The name of a lease.</param>
    /// <returns>Null while another has it, in this process or in another one.</returns>
    /// <exception cref="UnauthorizedAccessException">The archive may not be written.</exception>
    public static LockFile? TryTake(string archive, string name)
    {
        var path = Path.Combine(archive, $"{FileNames.OwnPrefix}lock-{name.Replace('/', '-')}");
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException problem) when (WriterCheck.IsHeldByAnother(problem))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
