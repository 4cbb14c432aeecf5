using Dla.Etl.Normalising;

namespace Dla.Etl.Definitions;

/// <summary>How a row says that there is nothing to report: by one of these texts in one of its fields. It is a proper row, without figures.</summary>
public sealed class NothingDefinition
{
    /// <summary>What the warehouse stores as the text of the field.</summary>
    public const string Code = "none";

    private readonly HashSet<string> _folded;

    /// <summary>A field and the texts.</summary>
    /// <param name="field">Code of the field.</param>
    /// <param name="texts">The texts, the first as the blank form offers it.</param>
    public NothingDefinition(string field, IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        (Field, Texts, _folded) = (field, texts, texts.Select(ThaiText.Fold).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Code of the field in which it stands.</summary>
    public string Field { get; }

    /// <summary>The texts, the first as the blank form offers it.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>True when a text is one of them, however it is spaced.</summary>
    public bool Says(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && _folded.Contains(ThaiText.Fold(text));
    }
}
