using Dla.Etl.Normalising;
using Dla.Etl.Validation;

namespace Dla.Etl.Definitions;

/// <summary>Proof-reads what no single key can show: codes used twice, groups without one key column, parents that do not exist, checks that cannot be run.</summary>
internal static class FormProof
{
    /// <summary>The first mistake with the path of its key, or null.</summary>
    public static (string Key, string Mistake)? FirstMistake(FormDefinition form) => Mistakes(form).Select(found => ((string, string)?)found).FirstOrDefault();

    private static IEnumerable<(string Key, string Mistake)> Mistakes(FormDefinition form)
    {
        if (form.Groups.Count == 0)
            yield return ("groups", "a form needs at least one group");
        if (Repeated(form.Groups.Select(group => group.Code)) is { } twice)
            yield return ("groups", $"the code '{twice}' is used by two groups");
        if (Repeated(form.Groups.SelectMany(group => group.Items).Select(item => item.Code)) is { } item)
            yield return ("items", $"the code '{item}' is used by two items");
        for (var index = 0; index < form.Groups.Count; index++)
            foreach (var (key, mistake) in OfGroup(form, form.Groups[index]))
                yield return ($"groups[{index}].{key}", mistake);
        foreach (var unknown in form.Tolerate.Where(code => Tolerances.Find(code) is null))
            yield return ("tolerate", $"no tolerance '{unknown}' exists; there are {string.Join(", ", Tolerances.All.Select(tolerance => tolerance.Code))}");
        foreach (var mistake in ReturnValidator.CheckDefinitions(form))
            yield return mistake;
    }

    private static IEnumerable<(string Key, string Mistake)> OfGroup(FormDefinition form, GroupDefinition group)
    {
        var keys = group.Fields.Count(field => field.Role == FieldRole.Key);
        if (keys != 1)
            yield return ("fields", $"a group has exactly one field with the role key, '{group.Code}' has {keys}");
        if (Repeated(group.Fields.Select(field => field.Code)) is { } field)
            yield return ("fields", $"the code '{field}' is used twice in '{group.Code}'");
        for (var index = 0; index < group.Fields.Count; index++)
            if (FieldMistake(form, group, group.Fields[index]) is { } mistake)
                yield return ($"fields[{index}]", mistake);
        if (Repeated(group.Items.Select(item => item.Number)) is var number and > 0)
            yield return ("items", $"the number {number} is used twice in '{group.Code}'");
        if (group.Rows == RowsOf.ListedItems && group.Items.Count == 0)
            yield return ("items", $"'{group.Code}' lists no items; write rows: open if the sender adds them");
        foreach (var mistake in GroupKeyProof.Mistakes(form, group))
            yield return mistake;
        foreach (var unknown in OpenRowsYaml.UnknownFields(group))
            yield return ("fields", $"'{group.Code}' speaks of the field '{unknown}', which it has not");
        foreach (var item in group.Items)
            foreach (var (above, code) in item.Parents)
                if (!form.Groups.Any(other => other.Code == above && other != group && other.Items.Any(parent => parent.Code == code)))
                    yield return ("items", $"the parent {above}: {code} of '{item.Code}' does not exist");
    }

    // Money may be negative only where the form says so: every other column of open rows has a check that refuses it.
    private static string? FieldMistake(FormDefinition form, GroupDefinition group, FieldDefinition field)
    {
        if ((field.Type == FieldType.Code) != (field.Codes is not null))
            return $"the field '{field.Code}' has the type code and a list of codes, or neither";
        if (field.Type == FieldType.Code && field.Role != FieldRole.Text && !(field.Role == FieldRole.Key && group.Key.Contains(field.Code)))
            return $"the field '{field.Code}' is of the type code, so that its role must be text, or key where the group's key has it";
        if (AuthorityFieldProof.Mistake(form, group, field) is { } wrong)
            return wrong;
        if (field.Type == FieldType.Mark && field.Role != FieldRole.Text)
            return $"the field '{field.Code}' is of the type mark, so that its role must be text";
        if (field.MayBeNegative && field.Type != FieldType.Baht)
            return $"the field '{field.Code}' is no money, so that it cannot say negative";
        if (group.Rows != RowsOf.OpenRows || field is not { Role: FieldRole.Figure, Type: FieldType.Baht })
            return null;
        var refused = form.Checks.Any(check => check.Kind == "range" && (check.Group ?? group.Code) == group.Code && check.Field == field.Code
            && check.Settings.TryGetValue("min", out var least) && !least.StartsWith('-'));
        return refused != field.MayBeNegative ? null : field.MayBeNegative
            ? $"the field '{field.Code}' may be negative, and a range check refuses it"
            : $"the field '{field.Code}' is money without negative: true, so that a range check must give its min";
    }

    private static T? Repeated<T>(IEnumerable<T> codes) => codes.GroupBy(code => code).Where(same => same.Count() > 1).Select(same => same.Key).FirstOrDefault();
}
