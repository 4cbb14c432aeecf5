using Dla.Etl.Measures.Disbursement.DevelopmentPlan;
using Dla.Etl.Reporting;
using Dla.Etl.Tracing;

namespace Dla.Etl.Measures.Disbursement.Printing;

/// <summary>Figures of development plans as cells: the steps, each in per cent of the one before, and what changed.</summary>
/// <param name="accounts">Origins.</param>
/// <param name="figure">Projects or money.</param>
internal sealed class PlanCells(PlanAccounts accounts, PlanFigure figure)
{
    /// <summary>The columns of <see cref="Steps"/>.</summary>
    public static IReadOnlyList<MeasuredColumn> Columns { get; } = [new("steps", PlanSteps.All.Count), new("percents", PlanSteps.All.Count - 1)];

    /// <summary>The setting <c>figure</c> of a sheet: <c>projects</c> or <c>baht</c>.</summary>
    /// <exception cref="KeyNotFoundException">report.yaml gives neither.</exception>
    public static PlanFigure FigureOf(MeasureInput input) => input.Setting("figure") switch
    {
        "projects" => PlanFigure.Projects,
        "baht" => PlanFigure.Baht,
        var other => throw new KeyNotFoundException($"The setting 'figure' is projects or baht, not '{other}'."),
    };

    /// <summary>The steps, then each but the first in per cent of the one before.</summary>
    /// <param name="part">How the place stands.</param>
    /// <param name="place">Whose it is.</param>
    /// <param name="because">Why there is nothing, in Thai.</param>
    public CellContent[] Steps(PlanPart part, PlanPlace place, string because) =>
    [
        .. PlanSteps.All.Select(step => Step(part, step, place, because)), .. PlanSteps.All.Skip(1).Select(step => OfStepBefore(part, step, place, because)),
    ];

    /// <summary>One step.</summary>
    public CellContent Step(PlanPart part, PlanStep step, PlanPlace place, string because) =>
        part.Now is { } now ? Figure(now, step).From(accounts.Origins.Step(figure, step, place)) : Nothing(because);

    /// <summary>One step in per cent of the step before; nothing for the first.</summary>
    public CellContent OfStepBefore(PlanPart part, PlanStep step, PlanPlace place, string because) => step == PlanStep.Planned ? CellContent.Nothing
        : part.Now is { } now ? Cells.Percent(now.OfStepBefore(figure, step)).From(accounts.Origins.Percent(figure, step, step - 1, place)) : Nothing(because);

    /// <summary>What changed at each step since the month before.</summary>
    public CellContent[] Changes(PlanPart part, PlanPlace place) => [.. PlanSteps.All.Select(step => Change(part, step, place))];

    /// <summary>What changed at one.</summary>
    public CellContent Change(PlanPart part, PlanStep step, PlanPlace place) =>
        part.Moved is { } moved ? Figure(moved.Change, step).From(accounts.Origins.Change(figure, step, place)) : Nothing(accounts.NoComparison);

    /// <summary>Money disbursed in per cent of the budget.</summary>
    public CellContent OfBudget(PlanPart part, PlanPlace place, string because) => part.Now is { } now
        ? Cells.Percent(now.DisbursedOfBudget).From(accounts.Origins.Percent(PlanFigure.Baht, PlanStep.Disbursed, PlanStep.Budgeted, place))
        : Nothing(because);

    private CellContent Figure(PlanFigures of, PlanStep step) => figure == PlanFigure.Projects ? CellContent.Number(of.Projects(step)) : Cells.Baht(of.Satang(step));

    private static CellContent Nothing(string because) => CellContent.Missing.From(new NoFigure(because, null));
}
