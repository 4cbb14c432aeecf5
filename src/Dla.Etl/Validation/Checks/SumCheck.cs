using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>sum</c>: <c>total</c> equals the sum of <c>parts</c> (separated by commas) give or take <c>within</c>.</summary>
/// <remarks>
/// With a field, total and parts are items of the group and the sum runs down that column; without one they are fields and the sum runs
/// across each row. Where any of them has no amount nothing is said: missing is not zero, and the blank has its own finding.
/// </remarks>
internal sealed class SumCheck : ICheckKind
{
    public string Name => "sum";

    public CheckShape Shape { get; } = new() { NeedsGroup = true, NeedsAmount = true, Required = ["total", "parts"], Optional = ["within"] };

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form)
    {
        var group = form.Group(check.Group!);
        string[] known =
        [
            .. check.Field is null
                ? group.Fields.Where(field => Amounts.Has(field.Type)).Select(field => field.Code)
                : group.Items.Select(item => item.Code),
        ];
        foreach (var code in Parts(check).Prepend(check.Settings["total"]).Except(known, StringComparer.Ordinal))
            yield return $"'{code}' is not one of {string.Join(", ", known)}";
        if (check.Field is null && group.Fields.Where(field => Parts(check).Contains(field.Code) || field.Code == check.Settings["total"])
            .Select(field => field.Type).Distinct().Count() > 1)
            yield return "total and parts are of different types";
        if (check.Settings.TryGetValue("within", out var within) && (!Amounts.TryNumber(within, out var number) || number < 0))
            yield return $"'within' must be a number of 0 or more, not “{within}”";
    }

    public IEnumerable<Finding> Run(CheckScope scope) => (scope.Check.Field is null ? Rows(scope) : [Column(scope)])
        .Select(sum => Look(sum, scope.Check)).OfType<Finding>();

    /// <summary>The total first, then its parts; an item that is absent or comes twice leaves a hole.</summary>
    private static IReadOnlyList<FieldAt?> Column(CheckScope scope)
    {
        var byItem = scope.Figures().Where(at => at.Row.Item is not null).ToLookup(at => at.Row.Item!.Code, StringComparer.Ordinal);
        return [.. Codes(scope.Check).Select(code => byItem[code].Count() == 1 ? byItem[code].Single() : (FieldAt?)null)];
    }

    private static IEnumerable<IReadOnlyList<FieldAt?>> Rows(CheckScope scope)
    {
        var fields = scope.Groups.Single().Fields.Select((field, index) => (field.Code, index)).ToDictionary(pair => pair.Code, pair => pair.index, StringComparer.Ordinal);
        return scope.Rows.Select(row => (IReadOnlyList<FieldAt?>)[.. Codes(scope.Check).Select(code => (FieldAt?)new FieldAt(row, fields[code]))]);
    }

    private static Finding? Look(IReadOnlyList<FieldAt?> sum, CheckDefinition check)
    {
        if (sum.Any(at => at is not { HasAmount: true }))
            return null;
        var total = sum[0]!.Value;
        var parts = sum.Skip(1).Aggregate(0m, (so, at) => so + at!.Value.Amount);
        if (Math.Abs(total.Amount - parts) <= Within(check, total.Definition.Type))
            return null;
        return total.Finding(ValidationFindings.SumDiffers) with { Found = total.Shown, Expected = Amounts.Show(total.Definition.Type, parts) };
    }

    private static decimal Within(CheckDefinition check, FieldType type) =>
        check.Settings.TryGetValue("within", out var text) && Amounts.TryNumber(text, out var number) ? number * Amounts.ScaleOf(type) : 0;

    private static IEnumerable<string> Codes(CheckDefinition check) => Parts(check).Prepend(check.Settings["total"]);

    private static string[] Parts(CheckDefinition check) =>
        check.Settings["parts"].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
