namespace Dla.Etl.Definitions;

/// <summary>Proof-reads what a group says of its key and of rows without anything to report.</summary>
internal static class GroupKeyProof
{
    public static IEnumerable<(string Key, string Mistake)> Mistakes(FormDefinition form, GroupDefinition group)
    {
        foreach (var code in group.Key)
            if (group.IndexOf(code) < 0)
                yield return ("key", $"no field '{code}' in '{group.Code}'; there are {Fields(group)}");
        if (group.Key.Distinct(StringComparer.Ordinal).Count() < group.Key.Count)
            yield return ("key", "a field is named twice");
        foreach (var code in group.Key)
            if (group.IndexOf(code) is >= 0 and var at && group.Fields[at] is { Role: not FieldRole.Key, Required: false })
                yield return ("key", $"the field '{code}' is part of the key, so that it must be required");
        if (group.Key.Count > 0 && !Has(form, group, "unique_rows"))
            yield return ("key", $"a key says that rows are unique, so that the form must check it: {{kind: unique_rows, group: {group.Code}}}");
        if (group.Prefill == PrefillOf.Authorities && (PrefilledFields.Authority(group) is null || group.Key.Count == 0))
            yield return ("prefill", $"'{group.Code}' has no field of the type authority, or no key");
        if (group.Prefill != PrefillOf.Nothing && form.Groups.Any(other => other.Rows != RowsOf.OpenRows))
            yield return ("prefill", "only a form of open rows alone can be filled in beforehand");
        if (group.Prefill != PrefillOf.Nothing && Recognition.GatheredRows.IsNeeded(group))
            yield return ("prefill", "rows whose lines belong together cannot be filled in beforehand");
        if (group.Nothing is { } nothing)
            foreach (var mistake in Mistakes(form, group, nothing))
                yield return ("nothing", mistake);
    }

    private static IEnumerable<string> Mistakes(FormDefinition form, GroupDefinition group, NothingDefinition nothing)
    {
        if (group.Key.Count == 0)
            yield return "rows without anything to report are told apart by a key, and the group has none";
        var at = group.IndexOf(nothing.Field);
        if (at < 0)
            yield return $"no field '{nothing.Field}' in '{group.Code}'; there are {Fields(group)}";
        else if (group.Fields[at].Type is not (FieldType.Text or FieldType.Code))
            yield return $"the field '{nothing.Field}' holds no words";
        else if (nothing.Texts.FirstOrDefault(text => group.Fields[at].Codes?.Find(text) is not null) is { } code)
            yield return $"“{code}” is a code of '{nothing.Field}' too";
        if (nothing.Texts.Count == 0)
            yield return "at least one text is needed, which the blank form offers";
        if (!Has(form, group, "nothing_to_report"))
            yield return $"the form must check such rows: {{kind: nothing_to_report, group: {group.Code}}}";
    }

    private static bool Has(FormDefinition form, GroupDefinition group, string kind) =>
        form.Checks.Any(check => check.Kind == kind && (check.Group ?? group.Code) == group.Code);

    private static string Fields(GroupDefinition group) => string.Join(", ", group.Fields.Select(field => field.Code));
}
