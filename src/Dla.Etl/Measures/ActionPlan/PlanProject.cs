using Dla.Etl.Normalising;
using Dla.Etl.Tracing;

namespace Dla.Etl.Measures.ActionPlan;

/// <summary>A row of the standing plan, as <c>projects.sql</c> gives it.</summary>
public sealed record PlanProject
{
    /// <summary>The version of the return.</summary>
    public string VersionId { get; init; } = "";

    /// <summary>Its row, from 0.</summary>
    public long RowPosition { get; init; }

    /// <summary>Name.</summary>
    public string Project { get; init; } = "";

    /// <summary>Code of the list.</summary>
    public string Fund { get; init; } = "";

    /// <summary>Code of the strategy.</summary>
    public string Strategy { get; init; } = "";

    /// <summary>ค่าเป้าหมาย.</summary>
    public string Target { get; init; } = "";

    /// <summary>In satang; null where none is stored.</summary>
    public long? Budget { get; init; }

    /// <summary>What stands in the column of the budget of a project that states that it has none, for example ไม่ใช้งบประมาณ; else empty.</summary>
    public string NoBudget { get; init; } = "";

    /// <summary>Marks of the first quarter, as <see cref="MarkText"/> reads them; null for a blank cell.</summary>
    public string? Quarter1 { get; init; }

    /// <summary>Marks of the second quarter.</summary>
    public string? Quarter2 { get; init; }

    /// <summary>Marks of the third quarter.</summary>
    public string? Quarter3 { get; init; }

    /// <summary>Marks of the fourth quarter.</summary>
    public string? Quarter4 { get; init; }

    /// <summary>Code of the office; empty where the plan has none.</summary>
    public string Office { get; init; } = "";

    /// <summary>The quarters in which it is to be done.</summary>
    public MarkedSpans Quarters => MarkedSpans.Of([Quarter1, Quarter2, Quarter3, Quarter4]);

    /// <summary>Where its budget comes from.</summary>
    public CellOrigin BudgetOrigin => Line("budget");

    /// <summary>Where one of its fields comes from.</summary>
    public CellOrigin Line(string field) => new ReturnLine(VersionId, (int)RowPosition, field);
}
