namespace Dla.Etl.Measures.Disbursement.DevelopmentPlan;

/// <summary>A row of <c>development-plan-progress</c> that counts for its authority. Projects in ten-thousandths, money in satang; null when not stated.</summary>
public sealed record PlanRow
{
    /// <summary>Eight digits.</summary>
    public string Authority { get; init; } = "";

    /// <summary>Rows that say that there is nothing to report: 1 or 0.</summary>
    public int NothingRows { get; init; }

    /// <summary>Projects of the plan.</summary>
    public long? PlannedProjects { get; init; }

    /// <summary>Projects whose plan is approved.</summary>
    public long? ApprovedProjects { get; init; }

    /// <summary>Projects with a budget.</summary>
    public long? BudgetedProjects { get; init; }

    /// <summary>Projects under contract.</summary>
    public long? ContractedProjects { get; init; }

    /// <summary>Projects of which money is disbursed.</summary>
    public long? DisbursedProjects { get; init; }

    /// <summary>Money of the plan.</summary>
    public long? PlannedBaht { get; init; }

    /// <summary>Money of the approved plan.</summary>
    public long? ApprovedBaht { get; init; }

    /// <summary>Budget.</summary>
    public long? BudgetedBaht { get; init; }

    /// <summary>Money under contract.</summary>
    public long? ContractedBaht { get; init; }

    /// <summary>Money disbursed.</summary>
    public long? DisbursedBaht { get; init; }

    /// <summary>True when it says that there is nothing to report.</summary>
    public bool SaysNothing => NothingRows > 0;

    /// <summary>Its figures; null unless every step is stated, because missing is not zero and a step that is left out would break the chain.</summary>
    public PlanFigures? Figures => PlanFigures.Of(
        [PlannedProjects, ApprovedProjects, BudgetedProjects, ContractedProjects, DisbursedProjects], [PlannedBaht, ApprovedBaht, BudgetedBaht, ContractedBaht, DisbursedBaht]);
}
