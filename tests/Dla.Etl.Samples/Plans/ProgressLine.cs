namespace Dla.Etl.Samples.Plans;

/// <summary>A row of the progress of the plan: columns as the form has them.</summary>
/// <param name="Project">Name as in the plan.</param>
/// <param name="Office">Short name of the office.</param>
/// <param name="Budget">In baht, as the plan has it, or null.</param>
/// <param name="Disbursed">In baht, cumulative: a number or what was typed instead.</param>
/// <param name="State">Words of the state.</param>
public sealed record ProgressLine(string Project, string? Office, double? Budget, object? Disbursed, string? State)
{
    /// <summary>Target, result and unit of measure.</summary>
    public (double? Target, double? Result, string? Unit) Output { get; init; }

    /// <summary>Percentage: a number or words.</summary>
    public object? Percent { get; init; }

    /// <summary>Day on which it began.</summary>
    public string? Started { get; init; }

    /// <summary>Day on which it was finished.</summary>
    public string? Finished { get; init; }

    /// <summary>Problem.</summary>
    public string? Problem { get; init; }

    /// <summary>Note.</summary>
    public string? Note { get; init; }

    /// <summary>The cells of its row.</summary>
    public IReadOnlyList<object?> Cells =>
        [Project, Office, Budget, Output.Target, Output.Result, Output.Unit, Disbursed, Percent, State, Started, Finished, Problem, Note];
}
