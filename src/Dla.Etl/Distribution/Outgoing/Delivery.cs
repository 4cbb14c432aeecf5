namespace Dla.Etl.Distribution.Outgoing;

/// <summary>What came of a try to hand a mail to the relay.</summary>
public enum DeliveryOutcome
{
    /// <summary>The relay took it.</summary>
    Sent,

    /// <summary>The relay would not take it now, or the line broke before it had all of it: it has not got it.</summary>
    Later,

    /// <summary>The relay will not take it.</summary>
    Refused,

    /// <summary>All of it had left, and no answer came: the relay may have it or not.</summary>
    Uncertain,

    /// <summary>The relay could not be reached, or does not let us in: no mail leaves now.</summary>
    NoRelay,
}

/// <summary>What came of a try, and what the relay said; never a password.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Said">For the operator; empty when all went well.</param>
public sealed record Delivery(DeliveryOutcome Outcome, string Said = "")
{
    /// <summary>True when the relay is there and does not let us in: user or password, or it wants a login or TLS first.</summary>
    public bool IsAboutLogin { get; init; }
}

/// <summary>The relay through which mail leaves: the edge behind which SMTP lies.</summary>
public interface IRelay
{
    /// <summary>Hands over one mail.</summary>
    Task<Delivery> SendAsync(ComposedMail mail);
}
