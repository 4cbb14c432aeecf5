namespace Dla.Etl.Measures.Disbursement.FollowUp;

/// <summary>What one authority has entered in one form of the month: the rows of it that count.</summary>
public sealed record EntryRow
{
    /// <summary>Eight digits.</summary>
    public string Authority { get; init; } = "";

    /// <summary>Who sent the return that counts: the authority itself, or two digits of the province that compiled it.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Rows that count.</summary>
    public int Rows { get; init; }

    /// <summary>Rows of them that say that there is nothing to report.</summary>
    public int NothingRows { get; init; }

    /// <summary>When the first return of the month that has rows of the authority was received; UTC text.</summary>
    public string FirstReceivedAt { get; init; } = "";

    /// <summary>When the one that counts was received; UTC text.</summary>
    public string ReceivedAt { get; init; } = "";
}

/// <summary>A unit whose last file of the month was refused.</summary>
public sealed record RefusedRow
{
    /// <summary>Authority or province.</summary>
    public string Unit { get; init; } = "";

    /// <summary>When it was received; UTC text.</summary>
    public string ReceivedAt { get; init; } = "";
}

/// <summary>An authority that reported projects of a specific grant in some month of the fiscal year: it received an allocation and has to go on reporting.</summary>
public sealed record AllocatedRow
{
    /// <summary>Eight digits.</summary>
    public string Authority { get; init; } = "";
}
