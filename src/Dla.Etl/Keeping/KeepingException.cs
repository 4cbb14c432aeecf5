namespace Dla.Etl.Keeping;

/// <summary>A backup, a restore or a removal cannot be done as things are. The message tells the operator why, in Thai and English; nothing is left half done.</summary>
public sealed class KeepingException : Exception
{
    /// <summary>The reason and what to do.</summary>
    public KeepingException(string message)
        : base(message)
    {
    }

    /// <summary>The reason and what the disk said.</summary>
    public KeepingException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
