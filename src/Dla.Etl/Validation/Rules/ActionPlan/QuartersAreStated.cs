using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Validation.Rules.ActionPlan;

/// <summary>Whether a project is late shows only where the plan says when it is to be done: what it does not say is told once, with the first row.</summary>
internal sealed class QuartersAreStated : ICheck
{
    public IEnumerable<Finding> Run(CheckScope scope)
    {
        List<(PlanRow Row, bool Stated, bool Open)> rows =
            [.. PlanRow.Of(scope).Select(row => (row, row.Span)).Select(one => (one.row, one.Span.IsStated, one.Span.HasOpenEnd || one.Span.HasOpenBeginning))];
        if (rows.Where(row => row.Open).ToList() is { Count: > 0 } open)
            yield return Told(PlanFindings.SpanOpen, open[0].Row, open.Count, rows.Count);
        if (rows.Where(row => !row.Stated).ToList() is { Count: > 0 } unknown)
            yield return Told(PlanFindings.QuartersUnknown, unknown[0].Row, unknown.Count, rows.Count);
    }

    private static Finding Told(FindingKind kind, PlanRow first, int count, int all) =>
        new(kind, first.At("q1").Place) { Subject = first.Subject, Found = Counts.Show(count), Expected = Counts.Show(all) };
}
