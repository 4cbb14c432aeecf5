using Dla.Etl.Findings;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>A line of <c>costs.sql</c>: the fields of a row of the return side by side, with its file and the cell of the amount.</summary>
public sealed record CostRow
{
    /// <summary>The version of the return.</summary>
    public string VersionId { get; init; } = "";

    /// <summary>The row of the return, from 0.</summary>
    public int RowPosition { get; init; }

    /// <summary>Code of the cost centre.</summary>
    public string Centre { get; init; } = "";

    /// <summary>Code of the expense category.</summary>
    public string Category { get; init; } = "";

    /// <summary>Code of the funding source.</summary>
    public string Source { get; init; } = "";

    /// <summary><c>direct</c> or <c>indirect</c>.</summary>
    public string Directness { get; init; } = "";

    /// <summary><c>fixed</c> or <c>variable</c>.</summary>
    public string Behaviour { get; init; } = "";

    /// <summary>Account code; null or empty without one.</summary>
    public string? Account { get; init; }

    /// <summary>Satang; of an adjustment the signed change.</summary>
    public long Amount { get; init; }

    /// <summary>Note of a line, or reason of an adjustment.</summary>
    public string? Note { get; init; }

    /// <summary>Name of the file as delivered.</summary>
    public string FileName { get; init; } = "";

    /// <summary>Sheet of the amount; null in a csv.</summary>
    public string? SheetName { get; init; }

    /// <summary>Cell of the amount.</summary>
    public string? Cell { get; init; }

    /// <summary>The line of cost.</summary>
    /// <exception cref="InvalidOperationException">A code is none of those that the form allows: form and program do not agree.</exception>
    public CostLine Line() => new()
    {
        Centre = Centre,
        Category = Of(Category, CostKinds.Categories, one => one.Code(), "category"),
        Source = Of(Source, CostKinds.Sources, FundingCode, "source"),
        Directness = Of(Directness, Enum.GetValues<Directness>(), one => one == Costs.Directness.Direct ? "direct" : "indirect", "directness"),
        Behaviour = Of(Behaviour, Enum.GetValues<Behaviour>(), one => one == Costs.Behaviour.Fixed ? "fixed" : "variable", "behaviour"),
        Amount = new Baht(Amount),
        Account = Account ?? "",
        Note = Note ?? "",
        Origin = new CostOrigin(VersionId, RowPosition, FileName, Place()),
    };

    private Place Place() => CellAddress.Parse(Cell ?? "") is { Succeeded: true, Value: var cell } ? Findings.Place.At(SheetName, cell) : default;

    private static string FundingCode(FundingSource source) => source switch
    {
        FundingSource.Budget => "budget",
        FundingSource.OffBudget => "off_budget",
        FundingSource.Central => "central",
        FundingSource.Depreciation => "depreciation",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Not a source."),
    };

    private T Of<T>(string code, IEnumerable<T> all, Func<T, string> codeOf, string field)
        where T : struct => all.Cast<T?>().FirstOrDefault(one => codeOf(one!.Value) == code)
        ?? throw new InvalidOperationException($"Row {RowPosition} of version {VersionId} has {field} “{code}”, which its form should not have let pass.");
}

/// <summary>A line of <c>explanations.sql</c>.</summary>
public sealed record ExplanationRow
{
    /// <summary><c>7</c> to <c>10</c>.</summary>
    public string Table { get; init; } = "";

    /// <summary>Code of the item.</summary>
    public string Item { get; init; } = "";

    /// <summary>Why it changed.</summary>
    public string Explanation { get; init; } = "";

    /// <summary>The version of the return.</summary>
    public string VersionId { get; init; } = "";

    /// <summary>The row of the return, from 0.</summary>
    public int RowPosition { get; init; }
}
