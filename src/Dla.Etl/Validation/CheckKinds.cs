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

    /// <summary>Every mistake in the checks of a form; empty when they can be run.</summary>
    public static IReadOnlyList<(string Key, string Problem)> Mistakes(FormDefinition form) =>
        [.. form.Checks.SelectMany((check, index) => Mistakes(check, form).Select(problem => ($"checks[{index}]", $"{check.Kind}: {problem}")))];

    private static string[] Mistakes(CheckDefinition check, FormDefinition form)
    {
        if (!ByName.TryGetValue(check.Kind, out var kind))
            return [$"unknown kind; known are {string.Join(", ", ByName.Keys.Order(StringComparer.Ordinal))}"];
        string[] shape = [.. ShapeMistakes(check, kind.Shape, form)];
        return shape.Length > 0 ? shape : [.. kind.Mistakes(check, form)];
    }

    private static IEnumerable<string> ShapeMistakes(CheckDefinition check, CheckShape shape, FormDefinition form)
    {
        if (shape.NeedsGroup && check.Group is null)
            yield return "needs a group";
        if (shape.NeedsField && check.Field is null)
            yield return "needs a field";
        if (check.Group is not null && form.Groups.All(group => group.Code != check.Group))
            yield return $"unknown group '{check.Group}'; known are {string.Join(", ", form.Groups.Select(group => group.Code))}";
        else if (FieldMistake(check, shape, form) is { } mistake)
            yield return mistake;
        foreach (var setting in shape.Required.Where(setting => !check.Settings.ContainsKey(setting)))
            yield return $"needs the setting '{setting}'";
        foreach (var setting in check.Settings.Keys.Except(shape.Required).Except(shape.Optional))
            yield return $"unknown setting '{setting}'; known are {string.Join(", ", shape.Required.Concat(shape.Optional))}";
    }

    private static string? FieldMistake(CheckDefinition check, CheckShape shape, FormDefinition form)
    {
        if (check.Field is null)
            return null;
        var fields = form.Groups.Where(group => check.Group is null || group.Code == check.Group)
            .SelectMany(group => group.Fields).ToList();
        var named = fields.Where(field => field.Code == check.Field).ToList();
        if (named.Count == 0)
            return $"unknown field '{check.Field}'; known are {string.Join(", ", fields.Select(field => field.Code).Distinct())}";
        return shape.NeedsAmount && named.Any(field => !Amounts.Has(field.Type)) ? $"field '{check.Field}' is no quantity, money or ratio" : null;
    }
}
