using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation.Checks;

/// <summary><c>control_total</c>: the column adds up to the file's own control line (<c>recognise.control_labels</c>), and there are as many rows as it says.</summary>
/// <remarks>
/// The setting <c>when_missing</c> is the severity of a file without such a line, or NONE where lines are no more than what some senders add; then a blank
/// total is nothing to speak of. With <c>parts: allowed</c> lines may add up a part of the rows (<see cref="PartTotals"/>). Where an amount cannot be read nothing is compared: that has
/// its own finding. Every control line of the file must state the whole total, so that two that differ never pass.
/// </remarks>
internal sealed class ControlTotalCheck : ICheckKind
{
    private const string KindName = "control_total", WhenMissing = "when_missing", Nobody = "NONE", Parts = "parts";

    public string Name => KindName;

    public CheckShape Shape { get; } = new() { NeedsGroup = true, NeedsField = true, NeedsAmount = true, Required = [WhenMissing], Optional = [Parts] };

    /// <summary>True when the form asks for a line with the file's own totals, so that its blank workbook has one.</summary>
    public static bool AsksForLine(FormDefinition form) =>
        form.Recognise.ControlLabels.Count > 0 && form.Checks.Any(check => check.Kind == KindName && check.Settings[WhenMissing] != Nobody);

    public IEnumerable<string> Mistakes(CheckDefinition check, FormDefinition form)
    {
        if (form.Group(check.Group!).Rows != RowsOf.OpenRows)
            yield return $"group '{check.Group}' lists its items; use sum";
        if (form.Recognise.ControlLabels.Count == 0)
            yield return "the form gives no recognise.control_labels";
        if (Missing(check) is null && check.Settings[WhenMissing] != Nobody)
            yield return $"'{WhenMissing}' must be NONE, INFO, WARNING or ERROR, not “{check.Settings[WhenMissing]}”";
        if (check.Settings.TryGetValue(Parts, out var parts) && parts != "allowed")
            yield return $"'{Parts}' must be allowed, not “{parts}”";
    }

    public IEnumerable<Finding> Run(CheckScope scope)
    {
        var total = ColumnTotal.Of(scope);
        var controls = scope.Return.Controls.Where(control => control.Group == total.Group).ToList();
        if (total.Rows == 0)
            return []; // has_rows says so
        if (scope.Check.Settings.ContainsKey(Parts))
            return total.IsWhole ? PartTotals.Differing(scope, total, controls) : [];
        return (controls.All(control => control.Scope.Count > 0) && Missing(scope.Check) is { } severity ? [Absent(scope, total, severity)] : Enumerable.Empty<Finding>())
            .Concat(controls.SelectMany(control => Look(control, control.Scope.Count == 0 ? total : ColumnTotal.Of(scope, row => IsOf(row, control)))));
    }

    // A line such as รวมประเด็นยุทธศาสตร์ที่ 1 adds up the rows under its heading alone.
    private static bool IsOf(NormalisedRow row, NormalisedControl control) => row.Group == control.Group
        && control.Scope.All(one => row.Fields[row.Group.IndexOf(one.Field)].Text == one.Text);

    private static Finding Absent(CheckScope scope, ColumnTotal total, Severity severity) => new(ControlFindings.ControlMissing)
    {
        Severity = severity,
        Subject = total.Subject,
        Found = total.Shown,
        Expected = string.Join(", ", scope.Return.Form.Recognise.ControlLabels),
    };

    private static IEnumerable<Finding> Look(NormalisedControl control, ColumnTotal total)
    {
        var label = Place.At(control.LabelCell.Sheet, control.LabelCell.Address);
        var subject = control.Scope.Count == 0 ? total.Subject : $"{total.Subject} ({control.Label})";
        if (control.RowCount is var (count, cell) && count != total.Rows)
            yield return new Finding(ControlFindings.ControlRowsDiffer, Place.At(cell.Sheet, cell.Address))
            {
                Subject = control.Scope.Count == 0 ? total.Group.Label : $"{total.Group.Label} ({control.Label})", Found = Counts.Show(total.Rows), Expected = Counts.Show(count),
            };
        var stated = control.Fields[total.Index];
        if (stated.State is FieldState.Missing or FieldState.NoColumn)
            yield return new Finding(ControlFindings.ControlBlank, label) { Subject = subject, Found = total.Shown, Expected = control.Label };
        else if (total.IsWhole && stated.State != FieldState.Unreadable && stated.Amount != total.Sum)
            yield return new Finding(ControlFindings.ControlDiffers, stated.Source is { } at ? Place.At(at.Sheet, at.Address) : label)
            {
                Subject = subject,
                Found = total.Shown,
                Expected = Amounts.Show(total.Field.Type, stated.Amount),
                Reason = $"{(total.Sum > stated.Amount ? "เกิน" : "ขาด")} {Amounts.Show(total.Field.Type, Math.Abs(total.Sum - stated.Amount))}",
            };
    }

    private static Severity? Missing(CheckDefinition check) => check.Settings[WhenMissing] switch
    {
        "INFO" => Severity.Info,
        "WARNING" => Severity.Warning,
        "ERROR" => Severity.Error,
        _ => null,
    };
}
