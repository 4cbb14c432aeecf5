using System.Collections.Frozen;
using Dla.Etl.Normalising;

namespace Dla.Etl.Definitions;

/// <summary>One word of a closed list, for example the expense category <c>personnel</c> ค่าใช้จ่ายบุคลากร.</summary>
/// <param name="Code">As it is stored; never changes its meaning.</param>
/// <param name="Label">As the form prints it.</param>
/// <param name="Synonyms">Other spellings that are known; nothing is guessed by likeness.</param>
public sealed record CodeDefinition(string Code, string Label, IReadOnlyList<string> Synonyms);

/// <summary>The closed list of a column: what may stand in it, compared after <see cref="ThaiText.Fold"/>.</summary>
/// <remarks>
/// Spellings are known or they are not: ต้นทุนทางตรง and ต้นทุนทางอ้อม are as like each other as a misspelling is to its word, so edit distance,
/// which the program uses for long headers only, would book costs wrongly.
/// </remarks>
public sealed class CodeList
{
    private readonly FrozenDictionary<string, CodeDefinition> _printed;
    private readonly FrozenDictionary<string, CodeDefinition> _folded;

    /// <summary>A list; each folded spelling must mean one code only.</summary>
    /// <exception cref="ArgumentException">A spelling means two codes; <see cref="Ambiguous"/> tells which before.</exception>
    public CodeList(IReadOnlyList<CodeDefinition> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        if (Ambiguous(all) is { } twice)
            throw new ArgumentException($"“{twice}” means two codes.", nameof(all));
        All = all;
        _printed = all.ToFrozenDictionary(code => code.Label, StringComparer.Ordinal);
        _folded = all.SelectMany(code => Spellings(code).Distinct(StringComparer.Ordinal).Select(spelling => (spelling, code)))
            .ToFrozenDictionary(pair => pair.spelling, pair => pair.code, StringComparer.Ordinal);
    }

    /// <summary>The codes in printed order.</summary>
    public IReadOnlyList<CodeDefinition> All { get; }

    /// <summary>The labels as an answer lists them.</summary>
    public string Labels => string.Join(", ", All.Select(code => code.Label));

    /// <summary>The code that a text means, or null. Most cells bear the label as it is printed and cost no folding.</summary>
    public CodeDefinition? Find(string text) => _printed.TryGetValue(text, out var code) ? code
        : _folded.GetValueOrDefault(ThaiText.Fold(text)) is { } found && !IsAnotherNumber(found, text) ? found : null;

    // -4 and (4) are no 4, though folding drops what stands around a word.
    private static bool IsAnotherNumber(CodeDefinition code, string text) =>
        code.Code.All(char.IsAsciiDigit) && ThaiText.Fold(text) == code.Code && ThaiText.Clean(text).Value is [var first, ..] && !char.IsDigit(first);

    /// <summary>True when a text is neither the label nor the code itself but another spelling of it.</summary>
    public static bool IsSynonym(CodeDefinition code, string text)
    {
        ArgumentNullException.ThrowIfNull(code);
        return text != code.Label && ThaiText.Fold(text) is var folded && folded != ThaiText.Fold(code.Label) && folded != ThaiText.Fold(code.Code);
    }

    /// <summary>A spelling that means two codes, or null.</summary>
    public static string? Ambiguous(IReadOnlyList<CodeDefinition> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        return all.SelectMany(code => Spellings(code).Distinct(StringComparer.Ordinal)).GroupBy(spelling => spelling, StringComparer.Ordinal)
            .FirstOrDefault(same => same.Count() > 1)?.Key;
    }

    private static IEnumerable<string> Spellings(CodeDefinition code) => code.Synonyms.Prepend(code.Label).Prepend(code.Code).Select(ThaiText.Fold);
}
