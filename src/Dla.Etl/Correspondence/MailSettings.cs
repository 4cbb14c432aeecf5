using System.ComponentModel.DataAnnotations;
using Dla.Etl.Mail;

namespace Dla.Etl.Correspondence;

/// <summary>Mail in both directions. Without a mailbox none is read; without a relay every mail is laid into the outbox folder as a file.</summary>
public sealed record MailSettings
{
    /// <summary>The mailbox that returns come to.</summary>
    public ImapSettings Imap { get; init; } = new();

    /// <summary>The office's relay.</summary>
    public SmtpSettings Smtp { get; init; } = new();

    /// <summary>The file that says who may send for whom and who holds which role; it holds addresses of persons and lies outside the templates. Empty: <c>addresses.yaml</c> in the workspace.</summary>
    public string AddressBook { get; init; } = "";

    /// <summary>How many answers one sender gets in one day in Bangkok; what is beyond is kept, loaded, and told to the operator.</summary>
    [Range(1, 10_000)]
    public int AnswersPerSenderAndDay { get; init; } = 20;

    /// <summary>Name of the mail server whose <c>Authentication-Results</c> header is believed (RFC 8601, authserv-id); empty: none is.</summary>
    public string AuthenticationServer { get; init; } = "";

    /// <summary>What a mail may weigh with its attachments before it names a path instead; bytes.</summary>
    [Range(10_000, 1_000_000_000)]
    public long MaxMailBytes { get; init; } = 20_971_520;

    /// <summary>How the folder of reports is called on the machines of those who read the mail, for example <c>\\server\reports</c>; empty: as here.</summary>
    public string ReportsShare { get; init; } = "";
}

/// <summary>The relay through which mail leaves.</summary>
public sealed record SmtpSettings
{
    /// <summary>Name of the server; empty for none. Its certificate must be for this name.</summary>
    public string Host { get; init; } = "";

    /// <summary>Port.</summary>
    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    /// <summary>STARTTLS, or none for a relay on this machine; the client of the framework cannot do TLS from the first byte.</summary>
    [AllowedValues(LineSecurity.StartTls, LineSecurity.None)]
    public LineSecurity Security { get; init; } = LineSecurity.StartTls;

    /// <summary>Name of the account; empty when the relay asks for none.</summary>
    public string User { get; init; } = "";

    /// <summary>From the environment only (<c>DLA_Mail__Smtp__Password</c>); else <see cref="PasswordFile"/>.</summary>
    public string Password { get; init; } = "";

    /// <summary>A file whose first line is the password.</summary>
    public string PasswordFile { get; init; } = "";

    /// <summary>The address in From; also that of the files in the outbox folder.</summary>
    public string From { get; init; } = "dla-etl@localhost";

    /// <summary>The name in From.</summary>
    public string FromName { get; init; } = "ระบบรับแบบรายงาน กรมส่งเสริมการปกครองท้องถิ่น";

    /// <summary>How long one mail may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>After how many tries that the relay refused for the moment a mail counts as failed.</summary>
    [Range(1, 100)]
    public int MaxTries { get; init; } = 8;
}
