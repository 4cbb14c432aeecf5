using Dla.Etl.Mail;

namespace Dla.Etl.Intake.Mails;

/// <summary>What the receiving mail server said of where a message comes from.</summary>
/// <param name="Said">In its own words, for example <c>spf=pass dkim=fail dmarc=fail</c>; null when it said nothing or is not believed.</param>
/// <param name="Failed">True when it said that the message is not from whom it claims.</param>
internal sealed record SenderAuthentication(string? Said, bool Failed)
{
    /// <summary>Nothing was said.</summary>
    public static SenderAuthentication None { get; } = new(null, false);

    /// <summary>What a believed server said; null for none.</summary>
    /// <remarks>
    /// DMARC weighs SPF and DKIM against the address in From, so a pass of it decides. Without it one that failed is enough to ask: forwarding breaks SPF,
    /// but offices do not forward returns. Softfail, neutral, temporary and permanent errors say nothing of the sender.
    /// </remarks>
    public static SenderAuthentication Of(AuthenticationResults? results)
    {
        if (results is null || results.All.Count == 0)
            return None;
        var failed = results.Dmarc != "pass" && (results.Dmarc == "fail" || results.Spf == "fail" || results.Dkim == "fail");
        return new(results.ToString(), failed);
    }
}
