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
    /// <param name="results">Of that server.</param>
    /// <param name="from">The address in From, for which a pass must be.</param>
    /// <remarks>
    /// DMARC weighs SPF and DKIM against the address in From, so a pass of it decides. Without it one that failed is enough to ask: forwarding breaks SPF,
    /// but offices do not forward returns. Softfail, neutral, temporary and permanent errors say nothing of the sender.
    /// </remarks>
    public static SenderAuthentication Of(AuthenticationResults? results, string? from)
    {
        if (results is null || results.All.Count == 0)
            return None;
        var domain = Domain(from ?? "");
        var passed = results.All.Where(one => one.Result == "pass").ToList();
        var dmarc = passed.FirstOrDefault(one => one.Method == "dmarc");
        var failed = dmarc is not null ? !IsOf(dmarc, domain)
            : results.Dmarc == "fail" || results.Spf == "fail" || results.Dkim == "fail" || (passed.Any(IsOfSomebody) && !passed.Any(one => IsOf(one, domain)));
        return new(results.ToString(), failed);
    }

    private static bool IsOfSomebody(AuthenticationResult one) => one.Method is "spf" or "dkim" && For(one) is not null;

    // A pass counts for the domain that was checked, and relaxed as RFC 7489, 3.1: itself, above or below; a server that does not say which is taken at its word.
    private static bool IsOf(AuthenticationResult one, string domain) => For(one) is not { } own
        || own == domain || own.EndsWith($".{domain}", StringComparison.Ordinal) || domain.EndsWith($".{own}", StringComparison.Ordinal);

    private static string? For(AuthenticationResult one) => one.Method switch
    {
        "dmarc" => Property(one, "header.from"),
        "dkim" => Property(one, "header.d") ?? Property(one, "header.i"),
        "spf" => Property(one, "smtp.mailfrom"),
        _ => null,
    };

    private static string? Property(AuthenticationResult one, string name) => one.Properties.TryGetValue(name, out var value) ? Domain(value) : null;

    private static string Domain(string address) => address[(address.LastIndexOf('@') + 1)..].Trim().TrimEnd('.').ToLowerInvariant();
}
