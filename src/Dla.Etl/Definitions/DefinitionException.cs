namespace Dla.Etl.Definitions;

/// <summary>A definition file of ours is wrong: a mistake of its author, never of a sender. The message names file, line, key and, where it helps, what is allowed.</summary>
public sealed class DefinitionException : Exception
{
    /// <summary>A mistake at a place of a file.</summary>
    public DefinitionException(string file, long line, string key, string problem, Exception? cause = null)
        : base($"{file}:{line}: {key}: {problem}", cause)
    {
        File = file;
        Line = line;
        Key = key;
    }

    /// <summary>The file as it was opened.</summary>
    public string File { get; }

    /// <summary>One-based line; 0 when the mistake is about the file as a whole.</summary>
    public long Line { get; }

    /// <summary>The path of the key, for example <c>groups[3].items[0].ratio</c>.</summary>
    public string Key { get; }
}
