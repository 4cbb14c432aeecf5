namespace Dla.Etl.Measures.Disbursement.Grants;

/// <summary>A row of a general-grant return that counts for its authority.</summary>
public sealed record GrantRow
{
    /// <summary>The <see cref="Item"/> of a row that says that there is nothing to report.</summary>
    public const string Nothing = "none";

    /// <summary>Eight digits.</summary>
    public string Authority { get; init; } = "";

    /// <summary>Code of the grant, or <see cref="Nothing"/>.</summary>
    public string Item { get; init; } = "";

    /// <summary>Satang received for the year; null when not stated.</summary>
    public long? Received { get; init; }

    /// <summary>Satang disbursed of it; null when not stated.</summary>
    public long? Disbursed { get; init; }

    /// <summary>Satang disbursed of money carried over; null when not stated.</summary>
    public long? CarriedOver { get; init; }

    /// <summary>True when the row says that there is nothing to report.</summary>
    public bool SaysNothing => Item == Nothing;

    /// <summary>Its money; null when received or disbursed is not stated, because missing is not zero.</summary>
    public GrantSum? Sum => Received is { } received && Disbursed is { } disbursed ? new GrantSum(received, disbursed, CarriedOver ?? 0) : null;
}
