using Dla.Etl.Normalising;

namespace Dla.Etl.Validation.Rules.ActionPlan;

/// <summary>A row of the plan as its rules look at it.</summary>
/// <param name="Row">The row.</param>
internal readonly record struct PlanRow(NormalisedRow Row)
{
    private static readonly string[] Quarters = ["q1", "q2", "q3", "q4"];

    /// <summary>For example <c>โครงการ “โครงการวันท้องถิ่นไทย”</c>.</summary>
    public string Subject => RowWords.Row(Row.Group, Row.Item, Row.Key);

    /// <summary>The quarters in which it is to be done.</summary>
    public MarkedSpans Span
    {
        get
        {
            var row = this;
            return MarkedSpans.Of([.. Quarters.Select(quarter => row.At(quarter).Field is { State: FieldState.Value, Text: var mark } ? mark : null)]);
        }
    }

    public static IEnumerable<PlanRow> Of(CheckScope scope) => scope.Rows.Select(row => new PlanRow(row));

    /// <summary>The code or text of a field; empty when there is none.</summary>
    public string Text(string field) => At(field).Field is { State: FieldState.Value, Text: { } text } ? text : "";

    /// <summary>A field.</summary>
    public FieldAt At(string field) => new(Row, Row.Group.IndexOf(field));
}
