using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation.Checks;

/// <summary>Lines of totals in forms that prescribe none: what they add up is told from where they stand, and only what can be no sum of theirs is spoken of.</summary>
/// <remarks>
/// A line of the whole (รวมทั้งสิ้น) adds up the file, its sheet, or the rows since the line of the whole before it. A line of a part (รวม) adds up rows that
/// follow one another up to it, or from it on: authorities within districts within the province, or a head line with its total first.
/// </remarks>
internal static class PartTotals
{
    private readonly record struct Line(int Sheet, int Row, decimal Amount);

    /// <summary>A finding for each line whose total no such rows add up to; a blank one, or one that cannot be read, has none here.</summary>
    public static IEnumerable<Finding> Differing(CheckScope scope, ColumnTotal total, IReadOnlyList<NormalisedControl> controls)
    {
        List<Line> lines = [.. scope.Rows.Select(row => new Line(row.KeyCell.SheetIndex, row.KeyCell.Address.Row, new FieldAt(row, total.Index) is { HasAmount: true } at ? at.Amount : 0))
            .OrderBy(line => line.Sheet).ThenBy(line => line.Row)];
        foreach (var control in controls)
            if (control.Fields[total.Index] is { State: FieldState.Value } stated && (control.IsPart ? Part(lines, control, controls, stated.Amount) : Whole(lines, control, controls, stated.Amount)) is { } sum)
                yield return new Finding(control.IsPart ? ControlFindings.PartDiffers : ControlFindings.ControlDiffers, stated.Source is { } at ? Place.At(at.Sheet, at.Address) : Place.At(control.LabelCell.Sheet, control.LabelCell.Address))
                {
                    Subject = $"{total.Subject} ({control.Label})",
                    Found = Amounts.Show(total.Field.Type, sum),
                    Expected = Amounts.Show(total.Field.Type, stated.Amount),
                    Reason = $"{(sum > stated.Amount ? "เกิน" : "ขาด")} {Amounts.Show(total.Field.Type, Math.Abs(sum - stated.Amount))}",
                };
    }

    // What the rows add up to, or null when the line states one of the sums that it may mean.
    private static decimal? Whole(List<Line> lines, NormalisedControl control, IReadOnlyList<NormalisedControl> controls, long stated)
    {
        var (sheet, row) = (control.LabelCell.SheetIndex, control.LabelCell.Address.Row);
        var before = controls.Where(other => !other.IsPart && other.LabelCell.SheetIndex == sheet && other.LabelCell.Address.Row < row).Select(other => other.LabelCell.Address.Row).DefaultIfEmpty(-1).Max();
        var (file, here, since) = (Sum(lines), Sum(lines.Where(line => line.Sheet == sheet)), Sum(lines.Where(line => line.Sheet == sheet && line.Row > before && line.Row < row)));
        return stated == file || stated == here || stated == since ? null : before >= 0 && since > 0 ? since : here;
    }

    private static decimal? Part(List<Line> lines, NormalisedControl control, IReadOnlyList<NormalisedControl> controls, long stated)
    {
        var (sheet, row) = (control.LabelCell.SheetIndex, control.LabelCell.Address.Row);
        List<Line> above = [.. lines.Where(line => line.Sheet == sheet && line.Row < row).Reverse()], below = [.. lines.Where(line => line.Sheet == sheet && line.Row > row)];
        if (stated == Sum(lines) || IsRun(above, stated) || IsRun(below, stated) || (above.Count == 0 && below.Count == 0))
            return null;
        int[] others = [.. controls.Where(other => other.LabelCell.SheetIndex == sheet).Select(other => other.LabelCell.Address.Row)];
        var (last, next) = (others.Where(other => other < row).DefaultIfEmpty(-1).Max(), others.Where(other => other > row).DefaultIfEmpty(int.MaxValue).Min());
        List<Line> near = [.. above.TakeWhile(line => line.Row > last)];
        return near.Count > 0 ? Sum(near) : above.Count > 0 ? Sum(above) : Sum(below.TakeWhile(line => line.Row < next));
    }

    // Rows that follow one another from the line on.
    private static bool IsRun(List<Line> lines, long stated)
    {
        var sum = 0m;
        foreach (var line in lines)
            if ((sum += line.Amount) == stated)
                return true;
        return false;
    }

    private static decimal Sum(IEnumerable<Line> lines) => lines.Sum(line => line.Amount);
}
