using Dla.Etl.Tracing;

namespace Dla.Etl.Measures.ActionPlan;

/// <summary>What was told of a project in a month, as <c>progress.sql</c> gives it.</summary>
public sealed record ProgressRow
{
    /// <summary>The version of the return.</summary>
    public string VersionId { get; init; } = "";

    /// <summary>Its row, from 0.</summary>
    public long RowPosition { get; init; }

    /// <summary>Name as the sender wrote it.</summary>
    public string Project { get; init; } = "";

    /// <summary>Target in ten-thousandths; null when none was told.</summary>
    public long? Target { get; init; }

    /// <summary>Result in ten-thousandths.</summary>
    public long? Result { get; init; }

    /// <summary>Unit of measure of both.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Disbursed since 1 October, in satang.</summary>
    public long? Disbursed { get; init; }

    /// <summary>Code of the state.</summary>
    public string State { get; init; } = "";

    /// <summary>Day on which it began, counted from 0001-01-01.</summary>
    public long? Started { get; init; }

    /// <summary>Day on which it was finished.</summary>
    public long? Finished { get; init; }

    /// <summary>Problem.</summary>
    public string Problem { get; init; } = "";

    /// <summary>Note.</summary>
    public string Note { get; init; } = "";

    /// <summary>The day on which it began.</summary>
    public DateOnly? StartedOn => Started is { } day ? DateOnly.FromDayNumber((int)day) : null;

    /// <summary>The day on which it was finished.</summary>
    public DateOnly? FinishedOn => Finished is { } day ? DateOnly.FromDayNumber((int)day) : null;

    /// <summary>Where one of its fields comes from.</summary>
    public CellOrigin Line(string field) => new ReturnLine(VersionId, (int)RowPosition, field);
}
