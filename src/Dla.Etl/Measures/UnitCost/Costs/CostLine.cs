using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Costs;

/// <summary>A cost centre (ศูนย์ต้นทุน) of a year.</summary>
/// <param name="Code">Code in the accounting system.</param>
/// <param name="Name">Thai name as tables print it.</param>
/// <param name="Kind">Main or support.</param>
/// <param name="Province">The province whose office it is, or null for a division of the department.</param>
public sealed record CostCentre(string Code, string Name, CentreKind Kind, ProvinceCode? Province);

/// <summary>Where a cost line stands in a received file.</summary>
/// <param name="VersionId">The version of the return.</param>
/// <param name="RowPosition">The row of the return, from 0.</param>
/// <param name="File">Name of the file as delivered.</param>
/// <param name="Place">Sheet and cell of the amount.</param>
public sealed record CostOrigin(string VersionId, int RowPosition, string File, Findings.Place Place);

/// <summary>A line of the accounting system's export.</summary>
public sealed record CostLine
{
    /// <summary>Code of the cost centre that booked it.</summary>
    public required string Centre { get; init; }

    /// <summary>Expense category.</summary>
    public required ExpenseCategory Category { get; init; }

    /// <summary>Funding source.</summary>
    public required FundingSource Source { get; init; }

    /// <summary>Direct cost stays with the centre; indirect cost is spread by a driver, whoever booked it.</summary>
    public required Directness Directness { get; init; }

    /// <summary>Fixed or variable.</summary>
    public required Behaviour Behaviour { get; init; }

    /// <summary>The amount; negative for a credit.</summary>
    public required Baht Amount { get; init; }

    /// <summary>Account code, by which the driver file can tell pass-through grants and indirect pools apart; empty when the export has none.</summary>
    public string Account { get; init; } = "";

    /// <summary>The sender's note; a credit needs one.</summary>
    public string Note { get; init; } = "";

    /// <summary>Where it came from; null for a line that came from no file.</summary>
    public CostOrigin? Origin { get; init; }
}
