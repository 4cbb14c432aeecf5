using Dla.Etl.Mail.Mime;

namespace Dla.Etl.Mail;

/// <summary>What the receiving server found out about the sender (RFC 8601); words as it writes them, lower case: <c>pass</c>, <c>fail</c>, <c>softfail</c>, <c>none</c> …</summary>
public sealed record AuthenticationResults
{
    /// <summary>SPF; null when it says nothing of it.</summary>
    public string? Spf { get; private init; }

    /// <summary>DKIM; of several signatures the best.</summary>
    public string? Dkim { get; private init; }

    /// <summary>DMARC.</summary>
    public string? Dmarc { get; private init; }

    /// <summary>Everything it says, in order: method, result and properties such as <c>header.d</c>.</summary>
    public IReadOnlyList<AuthenticationResult> All { get; private init; } = [];

    /// <summary>For a log and the table: <c>spf=pass dkim=pass dmarc=fail</c>; empty when the server checked nothing.</summary>
    public override string ToString() => string.Join(' ', All.Select(one => $"{one.Method}={one.Result}").Distinct(StringComparer.Ordinal));

    /// <summary>
    /// The results of one server that is believed. A server takes away what claims to be its own before it writes its own (RFC 8601, 5), and writes it
    /// above the sender's header; so only the topmost ones with its name count, down to the next Received line: a forged one lies below that.
    /// </summary>
    /// <param name="header">Of the message as the mailbox gave it.</param>
    /// <param name="trustedServer">The name by which that server signs (authserv-id), in any case.</param>
    /// <returns>Null when that server said nothing; results by other names are nobody's.</returns>
    public static AuthenticationResults? Of(MailHeader header, string trustedServer)
    {
        ArgumentNullException.ThrowIfNull(header);
        List<AuthenticationResult>? all = null;
        foreach (var (name, value) in header.Lines)
        {
            if (all is not null && name.Equals("Received", StringComparison.OrdinalIgnoreCase))
                break;
            if (!name.Equals("Authentication-Results", StringComparison.OrdinalIgnoreCase))
                continue;
            var tokens = ResultTokens.Of(value);
            var isTrusted = trustedServer.Length > 0 && tokens is [[var server, ..], ..] && server.Equals(trustedServer, StringComparison.OrdinalIgnoreCase);
            if (isTrusted)
                (all ??= []).AddRange(tokens.Skip(1).Select(AuthenticationResult.Of).OfType<AuthenticationResult>());
            else if (all is not null)
                break;
        }
        return all is null ? null : new AuthenticationResults
        {
            All = all,
            Spf = all.Find(one => one.Method == "spf")?.Result,
            Dkim = (all.Find(one => one.Method == "dkim" && one.Result == "pass") ?? all.Find(one => one.Method == "dkim"))?.Result,
            Dmarc = all.Find(one => one.Method == "dmarc")?.Result,
        };
    }
}

/// <summary>One method's result.</summary>
/// <param name="Method">Lower case, for example <c>dkim</c>.</param>
/// <param name="Result">Lower case, for example <c>pass</c>.</param>
/// <param name="Properties">By name, lower case, for example <c>header.d</c>; values as written.</param>
public sealed record AuthenticationResult(string Method, string Result, IReadOnlyDictionary<string, string> Properties)
{
    /// <summary>From <c>method[/version] = result</c> and its properties; null for <c>none</c> and for what is no result.</summary>
    internal static AuthenticationResult? Of(IReadOnlyList<string> tokens)
    {
        if (tokens is not [var method, "=", var result, ..] || method == "=" || result == "=")
            return null;
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 3; at + 2 < tokens.Count; at++)
        {
            if (tokens[at + 1] == "=")
                properties.TryAdd(tokens[at].ToLowerInvariant(), tokens[at + 2]);
        }
        return new AuthenticationResult(method.Split('/')[0].ToLowerInvariant(), result.ToLowerInvariant(), properties);
    }
}
