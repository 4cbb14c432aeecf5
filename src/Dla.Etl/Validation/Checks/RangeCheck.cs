using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>range</c>: the field lies between <c>min</c> and <c>max</c>, both allowed values, in whole units of the field; either may be left out.</summary>
internal sealed class RangeCheck : ICheckKind
{
    public string Name => "range";

    public CheckShape Shape { get; } = new() { NeedsField = true, NeedsAmount = true, Optional = ["min", "max"] };

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form)
    {
        if (check.Settings.Count == 0)
            return ["needs 'min' or 'max' or both"];
        var types = form.Groups.Where(group => check.Group is null || group.Code == check.Group)
            .SelectMany(group => group.Fields).Where(field => field.Code == check.Field).Select(field => field.Type).Distinct().ToList();
        string[] unreadable =
        [
            .. from type in types
               from setting in check.Settings
               let read = Amounts.Read(type, setting.Value)
               where !read.Succeeded
               select $"setting '{setting.Key}': {read.Reason}",
        ];
        if (unreadable.Length > 0)
            return unreadable;
        return types.Any(type => Limit(check, "min", type) > Limit(check, "max", type)) ? ["'min' is greater than 'max'"] : [];
    }

    public IEnumerable<Finding> Run(CheckScope scope) =>
        scope.Figures().Where(at => at.HasAmount).Select(at => Look(at, scope.Check)).OfType<Finding>();

    private static Finding? Look(FieldAt at, CheckDefinition check)
    {
        var type = at.Definition.Type;
        if (Limit(check, "min", type) is { } min && at.Amount < min)
            return Outside(at, at.Amount < 0 && min >= 0 ? ValidationFindings.Negative : ValidationFindings.TooSmall, min);
        return Limit(check, "max", type) is { } max && at.Amount > max ? Outside(at, ValidationFindings.TooLarge, max) : null;
    }

    private static Finding Outside(FieldAt at, FindingKind kind, long limit)
    {
        var shown = Amounts.Show(at.Definition.Type, limit);
        return at.Finding(kind) with { Found = at.Shown, Expected = kind == ValidationFindings.Negative ? $"ตั้งแต่ {shown} ขึ้นไป" : shown };
    }

    private static long? Limit(CheckDefinition check, string setting, FieldType type) =>
        check.Settings.TryGetValue(setting, out var text) ? Amounts.Read(type, text).Value : null;
}
