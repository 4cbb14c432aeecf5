using Dla.Etl.Definitions;

namespace Dla.Etl.Validation;

/// <summary>The kinds of check, gathered by reflection, and the proof-reading of a form's list of checks.</summary>
internal static class CheckKinds
{
    /// <summary>Every kind by its name.</summary>
    public static IReadOnlyDictionary<string, ICheckKind> ByName { get; } = typeof(CheckKinds).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false, IsInterface: false } && typeof(ICheckKind).IsAssignableFrom(type))
        .Select(type => (ICheckKind)Activator.CreateInstance(type)!)
        .ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    /// <summary>Every mistake in the checks of a form with the key of the YAML; empty when they can be run.</summary>
    public static IReadOnlyList<(string Key, string Problem)> Mistakes(FormDefinition form) =>
        [.. form.Checks.SelectMany((check, index) => Mistakes(check, form).Select(mistake => ($"checks[{index}]{mistake.Key}", mistake.Problem)))];

    private static (string Key, string Problem)[] Mistakes(CheckDefinition check, FormDefinition form)
    {
        if (!ByName.TryGetValue(check.Kind, out var kind))
            return [(".kind", $"no kind '{check.Kind}'; there are {string.Join(", ", ByName.Keys.Order(StringComparer.Ordinal))}")];
        (string, string)[] shape = [.. ShapeMistakes(check, kind.Shape, form)];
        return shape.Length > 0 ? shape : [.. kind.Mistakes(check, form).Select(problem => ("", $"{check.Kind}: {problem}"))];
    }

    private static IEnumerable<(string Key, string Problem)> ShapeMistakes(CheckDefinition check, CheckShape shape, FormDefinition form)
    {
        if (shape.NeedsGroup && check.Group is null)
            yield return ("", $"{check.Kind}: needs a group");
        if (shape.NeedsField && check.Field is null)
            yield return ("", $"{check.Kind}: needs a field");
        if (check.Group is not null && form.Groups.All(group => group.Code != check.Group))
            yield return (".group", $"no group '{check.Group}'; there are {string.Join(", ", form.Groups.Select(group => group.Code))}");
        else if (check.Field is not null && FieldMistake(check, shape, form) is { } mistake)
            yield return (".field", mistake);
        foreach (var setting in shape.Required.Where(setting => !check.Settings.ContainsKey(setting)))
            yield return ("", $"{check.Kind}: needs the setting '{setting}'");
        foreach (var setting in check.Settings.Keys.Except(shape.Required).Except(shape.Optional))
            yield return ($".{setting}", $"no setting '{setting}'; there are {string.Join(", ", shape.Required.Concat(shape.Optional))}");
    }

    private static string? FieldMistake(CheckDefinition check, CheckShape shape, FormDefinition form)
    {
        var fields = form.Groups.Where(group => check.Group is null || group.Code == check.Group).SelectMany(group => group.Fields).ToList();
        var named = fields.Where(field => field.Code == check.Field).ToList();
        if (named.Count == 0)
            return $"no field '{check.Field}' in '{check.Group ?? form.Id}'; there are {string.Join(", ", fields.Select(field => field.Code).Distinct())}";
        return shape.NeedsAmount && named.Exists(field => !Amounts.Has(field.Type)) ? $"field '{check.Field}' is no quantity, money or ratio" : null;
    }
}
