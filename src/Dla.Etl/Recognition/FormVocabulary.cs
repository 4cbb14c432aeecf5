using Dla.Etl.Definitions;
using Dla.Etl.Normalising;

namespace Dla.Etl.Recognition;

/// <summary>What a header text can mean: columns of groups, or the heading above a group.</summary>
/// <param name="Label">The spelling that the form gives.</param>
/// <param name="Fields">Group and field positions that bear this label; short labels repeat in every group.</param>
/// <param name="HeadingOf">Position of the group whose heading it is, or −1.</param>
internal sealed record HeaderWord(string Label, IReadOnlyList<(int Group, int Field)> Fields, int HeadingOf);

/// <summary>A header text that was found to mean something.</summary>
/// <param name="Word">What it means.</param>
/// <param name="Approximate">True when letters differ from every known spelling.</param>
internal sealed record HeaderMatch(HeaderWord Word, bool Approximate);

/// <summary>The words of a form, folded once.</summary>
internal sealed class FormVocabulary
{
    private const int LongestHeader = 120;

    private readonly Dictionary<string, HeaderWord> _words = new(StringComparer.Ordinal);
    private readonly string[] _titles;
    private readonly string[] _yearLines;

    public FormVocabulary(FormDefinition form)
    {
        Form = form;
        for (var group = 0; group < form.Groups.Count; group++)
            AddGroup(group, form.Groups[group]);
        _titles = [.. form.Recognise.Titles.Select(ThaiText.Fold)];
        _yearLines = [.. form.Recognise.YearLines.Select(ThaiText.Fold)];
        HasOpenRows = form.Groups.Any(group => group.Rows == RowsOf.OpenRows);
    }

    public FormDefinition Form { get; }

    public bool HasOpenRows { get; }

    /// <summary>Every column's printed label, for answers.</summary>
    public string KeyLabels => string.Join(", ", Form.Groups.Select(group => group.Fields[group.IndexOf(FieldRole.Key)].Label));

    /// <summary>The meaning of a header text: exact after folding, or for words of eight letters and more with one or two letters amiss.</summary>
    public HeaderMatch? Header(string raw)
    {
        if (raw.Length > LongestHeader)
            return null;
        var folded = ThaiText.Fold(raw);
        if (_words.TryGetValue(folded, out var word))
            return new HeaderMatch(word, false);
        return folded.Length >= 8 ? Near(folded) : null;
    }

    /// <summary>Whether a text has the title of this form at its beginning, and whether every letter is right.</summary>
    public (bool Found, bool Approximate) Title(string folded)
    {
        foreach (var title in _titles)
            if (folded.IndexOf(title, StringComparison.Ordinal) is >= 0 and < 30)
                return (true, false);
        var words = BeforeYear(folded);
        foreach (var title in _titles)
            if (EditDistance.Between(words, title, Math.Min(3, title.Length / 12)) is var amiss && amiss <= Math.Min(3, title.Length / 12))
                return (true, true);
        return (false, false);
    }

    private string BeforeYear(string folded)
    {
        foreach (var line in _yearLines)
            if (folded.IndexOf(line, StringComparison.Ordinal) is > 0 and var at)
                return folded[..at];
        return folded;
    }

    private HeaderMatch? Near(string folded)
    {
        var (best, least, unique) = ((HeaderWord?)null, int.MaxValue, true);
        foreach (var (key, word) in _words)
        {
            var allowed = Math.Min(folded.Length, key.Length) switch { < 8 => 0, < 12 => 1, _ => 2 };
            if (allowed == 0 || EditDistance.Between(folded, key, allowed) is var amiss && amiss > allowed)
                continue;
            if (amiss < least)
                (best, least, unique) = (word, amiss, true);
            else if (amiss == least && !(word.HeadingOf == best!.HeadingOf && word.Fields.SequenceEqual(best.Fields)))
                unique = false;
        }

        return best is not null && unique ? new HeaderMatch(best, true) : null;
    }

    private void AddGroup(int position, GroupDefinition group)
    {
        foreach (var heading in group.Headings)
            Add(heading, null, position);
        for (var field = 0; field < group.Fields.Count; field++)
            foreach (var spelling in group.Fields[field].Synonyms.Prepend(group.Fields[field].Label))
                Add(spelling, (position, field), -1);
    }

    private void Add(string spelling, (int, int)? field, int heading)
    {
        var folded = ThaiText.Fold(spelling);
        var known = _words.GetValueOrDefault(folded) ?? new HeaderWord(spelling, [], -1);
        _words[folded] = known with
        {
            Fields = field is { } one && !known.Fields.Contains(one) ? [.. known.Fields, one] : known.Fields,
            HeadingOf = heading >= 0 ? heading : known.HeadingOf,
        };
    }
}
