namespace Dla.Etl.Measures.Disbursement.DevelopmentPlan;

/// <summary>The steps of a project of the local development plan, each of those of the one before (S001, feed 1).</summary>
public enum PlanStep : byte
{
    /// <summary>In the plan of the year.</summary>
    Planned,

    /// <summary>The plan with it is approved.</summary>
    Approved,

    /// <summary>A budget is approved for it.</summary>
    Budgeted,

    /// <summary>A contract is signed.</summary>
    Contracted,

    /// <summary>Money is disbursed.</summary>
    Disbursed,
}

/// <summary>What is counted at a step.</summary>
public enum PlanFigure : byte
{
    /// <summary>Projects.</summary>
    Projects,

    /// <summary>Their money.</summary>
    Baht,
}

/// <summary>The steps with their words and fields.</summary>
public static class PlanSteps
{
    /// <summary>All, in order.</summary>
    public static IReadOnlyList<PlanStep> All { get; } = Enum.GetValues<PlanStep>();

    /// <summary>S001's word.</summary>
    public static string Thai(this PlanStep step) => step switch
    {
        PlanStep.Planned => "ตามแผน",
        PlanStep.Approved => "อนุมัติแผน",
        PlanStep.Budgeted => "อนุมัติงบประมาณ",
        PlanStep.Contracted => "ลงนามในสัญญา",
        PlanStep.Disbursed => "เบิกจ่าย",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Not a step."),
    };

    /// <summary>Code of the form's field: <c>planned_projects</c>.</summary>
    public static string Field(this PlanStep step, PlanFigure figure)
    {
        var name = Enum.GetName(step) ?? throw new ArgumentOutOfRangeException(nameof(step), step, "Not a step.");
        return $"{name.ToLowerInvariant()}_{(figure == PlanFigure.Projects ? "projects" : "baht")}";
    }
}
