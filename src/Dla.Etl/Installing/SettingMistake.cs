using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Dla.Etl.Installing;

/// <summary>What is wrong with a setting, as an operator can mend it: its key, what was found, and what would be right. The binder's own words come after.</summary>
/// <param name="values">All settings, those of the operator over those of the program.</param>
/// <param name="own">The program's own, which name every setting with a value that is right.</param>
internal sealed partial class SettingMistake(IConfiguration values, IConfiguration own)
{
    // For a setting that is empty unless the operator sets it.
    private const string SomeDays = "365.00:00:00";

    /// <summary>A key that nobody knows, or a value that cannot be read.</summary>
    public string Unbound(string section, InvalidOperationException wrong)
    {
        var words = $"{wrong.Message} {wrong.InnerException?.Message}".TrimEnd();
        if (UnknownKeys().Match(wrong.Message) is { Success: true } unknown)
            return $"{string.Join(" ", Names().Matches(unknown.Groups[1].Value).Select(name => Unknown(section, name.Groups[1].Value)))} · {words}";
        return UnreadKey().Match(wrong.Message) is { Success: true } unread
            ? $"{Wrong(unread.Groups[1].Value, wrong.Message.Contains("System.TimeSpan", StringComparison.Ordinal) ? SomeDays : "")} · {words}"
            : $"ค่าตั้งหมวด {section} ไม่ถูกต้อง · {words}";
    }

    /// <summary>A value that is out of range.</summary>
    public string OutOfRange(string section, ValidationException wrong)
    {
        var limits = wrong.ValidationAttribute is RangeAttribute range ? $" ต้องอยู่ระหว่าง {range.Minimum} ถึง {range.Maximum}" : "";
        var key = wrong.ValidationResult.MemberNames.FirstOrDefault() is { } member ? $"{section}:{member}" : section;
        return $"{Wrong(key, wrong.Value is TimeSpan ? SomeDays : "")}{limits} · {wrong.Message}";
    }

    private string Wrong(string key, string otherwise)
    {
        var example = own[key] is { Length: > 0 } usual ? usual : otherwise;
        return $"ค่าตั้ง {key} ไม่ถูกต้อง พบ “{values[key]}”{(example.Length > 0 ? $" ตัวอย่างที่ถูกต้อง “{example}”" : "")}";
    }

    // Its value is not shown: nobody knows what a key that is none of ours holds.
    private string Unknown(string section, string name)
    {
        var path = values.GetSection(section).AsEnumerable().Select(pair => pair.Key)
            .FirstOrDefault(key => key.EndsWith($":{name}", StringComparison.OrdinalIgnoreCase)) ?? $"{section}:{name}";
        var known = own.GetSection(path[..path.LastIndexOf(':')]).GetChildren().Select(child => child.Key).ToList();
        return $"ไม่รู้จักค่าตั้ง {path}{(known.Count > 0 ? $" ที่มีคือ {string.Join(", ", known)}" : "")}";
    }

    [GeneratedRegex("not found on the instance of [^ ]+: (.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex UnknownKeys();

    [GeneratedRegex("'([^']+)'", RegexOptions.CultureInvariant)]
    private static partial Regex Names();

    [GeneratedRegex("at '([^']+)' to type", RegexOptions.CultureInvariant)]
    private static partial Regex UnreadKey();
}
