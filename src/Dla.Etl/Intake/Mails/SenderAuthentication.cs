using Dla.Etl.Mail;

namespace Dla.Etl.Intake.Mails;

/// <summary>What the receiving mail server said of where a message comes from.</summary>
/// <param name="Said">In its own words, for example <c>spf=pass dkim=fail dmarc=fail</c>; null when it said nothing or is not believed.</param>
/// <param name="Failed">True when it said that the message is not from whom it claims.</param>
internal sealed record SenderAuthentication(string? Said, bool Failed)
{
    // Only these say something of the sender; a server notes more (iprev, arc).
    private static readonly string[] s_methods = ["spf", "dkim", "dmarc"];

    /// <summary>Nothing was said.</summary>
    public static SenderAuthentication None { get; } = new(null, false);

    /// <summary>What a server said.</summary>
    /// <param name="results">Methods and what came of them, lower case, as RFC 8601 names them.</param>
    /// <remarks>
    /// DMARC weighs SPF and DKIM against the address in From, so what it says decides. Without it one that failed is enough to ask: who forwards mail breaks
    /// SPF, but offices do not forward returns. Softfail, neutral, temporary and permanent errors say nothing of the sender.
    /// </remarks>
    public static SenderAuthentication Of(IEnumerable<(string Method, string Result)> results)
    {
        var said = results.Where(result => s_methods.Contains(result.Method, StringComparer.Ordinal)).ToList();
        if (said.Count == 0)
            return None;
        var dmarc = said.Where(result => result.Method == "dmarc").Select(result => result.Result).ToList();
        // Of several signatures one that is sound is enough.
        var failed = dmarc.Contains("pass") ? false
            : dmarc.Contains("fail") || said.GroupBy(result => result.Method, StringComparer.Ordinal)
                .Any(method => method.Any(result => result.Result == "fail") && method.All(result => result.Result != "pass"));
        return new(string.Join(' ', said.Select(result => $"{result.Method}={result.Result}").Distinct(StringComparer.Ordinal)), failed);
    }
}
