using Dla.Etl.Definitions;

namespace Dla.Etl.Validation;

/// <summary>Settings of a check that name fields of its group, or codes of such a field.</summary>
internal static class SettingFields
{
    /// <summary>What is wrong with the fields that these settings name; a setting that is absent names none.</summary>
    /// <param name="check">The line of the YAML.</param>
    /// <param name="form">The form.</param>
    /// <param name="wanted">Which types the fields may have.</param>
    /// <param name="what">The same in words.</param>
    /// <param name="settings">Names of the settings.</param>
    public static IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form, Func<FieldDefinition, bool> wanted, string what, params string[] settings)
    {
        var fields = form.Group(check.Group!).Fields;
        foreach (var setting in settings.Where(check.Settings.ContainsKey))
            if (fields.FirstOrDefault(field => field.Code == check.Settings[setting]) is not { } field)
                yield return $"'{setting}': no field '{check.Settings[setting]}' in '{check.Group}'; there are {string.Join(", ", fields.Select(one => one.Code))}";
            else if (!wanted(field))
                yield return $"'{setting}': field '{field.Code}' is not {what}";
    }

    /// <summary>What is wrong with a list of codes of the field that another setting names.</summary>
    public static IEnumerable<string> CodeMistakes(CheckDefinition check, FormDefinition form, string fieldSetting, string codesSetting)
    {
        if (form.Group(check.Group!).Fields.FirstOrDefault(field => field.Code == check.Settings[fieldSetting])?.Codes is not { } codes)
            yield break;
        foreach (var unknown in List(check, codesSetting).Where(code => codes.All.All(one => one.Code != code)))
            yield return $"'{codesSetting}': no code '{unknown}'; there are {string.Join(", ", codes.All.Select(one => one.Code))}";
    }

    /// <summary>The texts of a setting, apart by commas.</summary>
    public static string[] List(CheckDefinition check, string setting) => check.Settings[setting].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
