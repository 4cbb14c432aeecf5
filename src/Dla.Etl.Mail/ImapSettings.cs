using System.ComponentModel.DataAnnotations;

namespace Dla.Etl.Mail;

/// <summary>How the line to a server is kept from being read.</summary>
public enum LineSecurity
{
    /// <summary>TLS from the first byte (IMAP: port 993).</summary>
    Tls,

    /// <summary>TLS after STARTTLS; a server that does not offer it is refused.</summary>
    StartTls,

    /// <summary>In the clear. Only for a server on this machine.</summary>
    None,
}

/// <summary>How we say who we are.</summary>
public enum ImapLogin
{
    /// <summary>User and password by SASL PLAIN, or LOGIN where the server has no PLAIN.</summary>
    Password,

    /// <summary>A token (XOAUTH2), as Outlook wants it.</summary>
    XOAuth2,
}

/// <summary>The mailbox that returns come to. Without a host none is read.</summary>
public sealed record ImapSettings
{
    /// <summary>Name of the server; empty for none. Its certificate must be for this name.</summary>
    public string Host { get; init; } = "";

    /// <summary>Port.</summary>
    [Range(1, 65535)]
    public int Port { get; init; } = 993;

    /// <summary>How the line is kept from being read.</summary>
    public LineSecurity Security { get; init; } = LineSecurity.Tls;

    /// <summary>How we say who we are.</summary>
    public ImapLogin Login { get; init; } = ImapLogin.Password;

    /// <summary>Name of the account.</summary>
    public string User { get; init; } = "";

    /// <summary>From the environment only (<c>DLA_Mail__Imap__Password</c>); else <see cref="PasswordFile"/>.</summary>
    public string Password { get; init; } = "";

    /// <summary>A file whose first line is the password.</summary>
    public string PasswordFile { get; init; } = "";

    /// <summary>The folder that is read.</summary>
    public string Folder { get; init; } = "INBOX";

    /// <summary>Where messages go when all was done with them.</summary>
    public string ReceivedFolder { get; init; } = "รับแล้ว";

    /// <summary>Where messages go that an operator should look at.</summary>
    public string ProblemFolder { get; init; } = "ต้องตรวจสอบ";

    /// <summary>Messages above this are not taken; bytes.</summary>
    [Range(1024, long.MaxValue)]
    public long MaxMessageBytes { get; init; } = 104_857_600;

    /// <summary>How long one answer of the server is waited for.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The application at Microsoft by which XOAUTH2 tokens are got.</summary>
    public OAuthSettings OAuth { get; init; } = new();
}

/// <summary>How tokens are got (device code once, then refresh).</summary>
public sealed record OAuthSettings
{
    /// <summary>Id of the application.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>Where tokens are issued, for example <c>https://login.microsoftonline.com/TENANT</c>.</summary>
    public string Authority { get; init; } = "https://login.microsoftonline.com/common";

    /// <summary>What the token is for.</summary>
    public string Scope { get; init; } = "https://outlook.office.com/IMAP.AccessAsUser.All";

    /// <summary>The file in which tokens are kept between runs; readable by the account of the program alone.</summary>
    public string TokenFile { get; init; } = "";
}
