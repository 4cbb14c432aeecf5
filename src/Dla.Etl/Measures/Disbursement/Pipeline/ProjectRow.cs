namespace Dla.Etl.Measures.Disbursement.Pipeline;

/// <summary>A project of a specific grant as the row says that counts for its authority.</summary>
public sealed record ProjectRow
{
    /// <summary>Authority and project, by which it is the same project in another month.</summary>
    public string Key { get; init; } = "";

    /// <summary>Eight digits.</summary>
    public string Authority { get; init; } = "";

    /// <summary>Its name; null when the row says that there is nothing to report.</summary>
    public string? Project { get; init; }

    /// <summary>Code of the stage, <c>1</c> to <c>7</c>; null when not stated.</summary>
    public string? Stage { get; init; }

    /// <summary>Satang allocated; null when not stated.</summary>
    public long? Allocated { get; init; }

    /// <summary>Satang of the signed contract; null when not stated.</summary>
    public long? Committed { get; init; }

    /// <summary>Satang disbursed; null when not stated.</summary>
    public long? Disbursed { get; init; }

    /// <summary>Satang disbursed of money carried over; null when not stated.</summary>
    public long? CarriedOver { get; init; }

    /// <summary>Number of the contract; null when not stated.</summary>
    public string? ContractNumber { get; init; }

    /// <summary>Day of the contract as the warehouse keeps days; null when not stated.</summary>
    public long? ContractDate { get; init; }

    /// <summary>Why it is not ready; null when not stated.</summary>
    public string? Reason { get; init; }

    /// <summary>The version of the return.</summary>
    public string VersionId { get; init; } = "";

    /// <summary>The row of the return, from 0.</summary>
    public int RowPosition { get; init; }

    /// <summary>True for a project, false for a row that says that there is nothing to report.</summary>
    public bool IsProject => Project is not null && Stage is not null;

    /// <summary>Its stage as a number; 0 without one.</summary>
    public int StageNumber => Stage is [var digit and >= '1' and <= '7'] ? digit - '0' : 0;
}

/// <summary>At which stage a project stood in a month, for how long it has been there.</summary>
public sealed record StageOfMonth
{
    /// <summary>The month as the warehouse writes periods: 256605.</summary>
    public int Period { get; init; }

    /// <summary>Authority and project.</summary>
    public string Key { get; init; } = "";

    /// <summary>Code of the stage.</summary>
    public string Stage { get; init; } = "";
}
