using System.Text.Json;

namespace Dla.Etl.TestServers;

/// <summary>What the SMTP sink of <c>tests/mail-servers</c> has taken.</summary>
public static class SmtpSink
{
    /// <summary>True when the servers run; otherwise a test that needs them is skipped.</summary>
    public static bool IsThere => Environment.GetEnvironmentVariable("DLA_TEST_SMTP") is not null;

    /// <summary>The mails to a recipient, in the order taken. Tests do not disturb each other when each uses recipients of its own.</summary>
    public static IReadOnlyList<SentMail> To(string recipient) =>
        [.. Directory.EnumerateFiles(Environment.GetEnvironmentVariable("DLA_TEST_SMTP_FOLDER")!, "*.eml")
            .Order(StringComparer.Ordinal).Select(Read).Where(mail => mail.To.Contains(recipient, StringComparer.Ordinal))];

    private static SentMail Read(string path)
    {
        var envelope = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(path, ".envelope"))).RootElement;
        return new SentMail(
            path, envelope.GetProperty("from").GetString()!, [.. envelope.GetProperty("to").EnumerateArray().Select(to => to.GetString()!)],
            envelope.GetProperty("tls").GetBoolean(), envelope.GetProperty("user").GetString());
    }
}

/// <summary>A mail that was taken.</summary>
/// <param name="Path">Its bytes.</param>
/// <param name="From">Sender of the envelope.</param>
/// <param name="To">Recipients of the envelope.</param>
/// <param name="IsEncrypted">True when it came over TLS.</param>
/// <param name="User">Who had logged in; null for nobody.</param>
public sealed record SentMail(string Path, string From, IReadOnlyList<string> To, bool IsEncrypted, string? User);
