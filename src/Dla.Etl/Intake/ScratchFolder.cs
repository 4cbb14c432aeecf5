namespace Dla.Etl.Intake;

/// <summary>A folder of the archive's own disk for what is being taken apart; gone when it is disposed of, or with the leftovers after a kill.</summary>
internal sealed class ScratchFolder : IDisposable
{
    internal ScratchFolder(string path)
    {
        Path = path;
        Directory.CreateDirectory(path);
    }

    /// <summary>Full path.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception held) when (DiskTrouble.Is(held))
        {
            // Leftovers are cleared away when they are old enough.
        }
    }
}
