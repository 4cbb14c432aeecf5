namespace Dla.Etl.Definitions;

/// <summary>The keys of a group of open rows that say which lines are no rows of their own.</summary>
internal static class OpenRowsYaml
{
    public static IReadOnlyList<SectionDefinition> Sections(StrictMap group) =>
        [.. group.Maps("sections", ["field", "begins", "beside", "totals"], optional: true).Select(one => new SectionDefinition(
            one.Text("field"), one.Texts("begins"), one.Texts("beside", optional: true), one.Texts("totals", optional: true)))];

    public static ContinuationDefinition? Continuation(StrictMap group)
    {
        if (!group.Has("continuation"))
            return null;
        var map = group.Map("continuation", "begins", "into", "blank", "others");
        var others = map.Has("others") ? map.Map("others") : null;
        return new ContinuationDefinition(
            map.Texts("begins"), map.Text("into"), map.Texts("blank"),
            others?.Keys.ToDictionary(field => field, others.Text, StringComparer.Ordinal) ?? []);
    }

    /// <summary>The fields of which these keys speak and which the group has not.</summary>
    public static IEnumerable<string> UnknownFields(GroupDefinition group) => group.Sections.Select(section => section.Field)
        .Concat(group.FillDown)
        .Concat(group.Continuation is { } next ? [next.Into, .. next.Blank, .. next.Others.Keys, .. next.Others.Values] : [])
        .Where(field => group.IndexOf(field) < 0).Distinct(StringComparer.Ordinal);
}
