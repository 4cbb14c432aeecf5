using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>only_with</c>: the field says something (an amount other than zero, a day, words) only where the closed list <c>with</c> has one of the codes <c>is</c>.</summary>
internal sealed class OnlyWithCheck : ICheckKind
{
    private const string With = "with", Is = "is";

    public string Name => "only_with";

    public CheckShape Shape { get; } = new() { NeedsGroup = true, NeedsField = true, Required = [With, Is] };

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form) =>
        [.. SettingFields.Mistakes(check, form, field => field.Codes is not null, "a closed list", With), .. SettingFields.CodeMistakes(check, form, With, Is)];

    public IEnumerable<Finding> Run(CheckScope scope)
    {
        var codes = SettingFields.List(scope.Check, Is);
        return from at in scope.Fields(_ => false)
               where at.Says && !at.Row.SaysNothing
               let with = FieldAt.Of(at.Row, scope.Check.Settings[With])
               where with.Text.Length > 0 && !codes.Contains(with.Text, StringComparer.Ordinal)
               select at.Finding(scope.Check.Severity == Severity.Warning ? RowFindings.OddWith : RowFindings.NotWith) with
               {
                   Found = Amounts.Has(at.Definition.Type) ? at.Shown : Normalising.CellContent.TextOf(at.Field.Source!.Value.Raw),
                   Expected = $"{with.Definition.Label}คือ “{with.Label}”",
                   Reason = $"{with.Definition.Label}เป็น {Or(with.Definition, codes)}",
               };
    }

    /// <summary>The labels of codes: <c>“ลงนามในสัญญา” หรือ “เบิกจ่ายงบประมาณ”</c>.</summary>
    internal static string Or(FieldDefinition field, string[] codes) =>
        string.Join(" หรือ ", field.Codes!.All.Where(code => codes.Contains(code.Code, StringComparer.Ordinal)).Select(code => $"“{code.Label}”"));
}
