using System.Net;
using System.Net.Mail;
using System.Security.Authentication;
using Dla.Etl.Correspondence;
using Dla.Etl.Findings;
using Dla.Etl.Installing;
using Dla.Etl.Mail;

namespace Dla.Etl.Distribution.Outgoing;

/// <summary>The office's relay by the SMTP client of the framework: one connection a mail, so that what is wrong with one touches no other.</summary>
public sealed class SmtpRelay : IRelay
{
    private readonly SmtpSettings _settings;
    private readonly NetworkCredential? _login;

    /// <summary>Reads the password; does not connect.</summary>
    /// <exception cref="UsageException">The password file cannot be read, or a password would go over the net in the clear.</exception>
    public SmtpRelay(SmtpSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        _login = settings.User.Length == 0 ? null : new NetworkCredential(settings.User, PasswordOf(settings));
        if (_login is not null && settings.Security == LineSecurity.None && !IsHere(settings.Host))
            throw new UsageException("ค่าตั้ง Mail:Smtp:Security เป็น None ใช้กับรหัสผ่านไม่ได้ เว้นแต่เซิร์ฟเวอร์อยู่บนเครื่องนี้ กรุณาตั้งเป็น StartTls · a password does not go over the net in the clear");
    }

    /// <summary>As it was read; empty where the relay asks for none.</summary>
    internal string Password => _login?.Password ?? "";

    /// <inheritdoc/>
    public Task<Delivery> SendAsync(ComposedMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        // Only the client's blocking call knows a time limit.
        return Task.Run(() => Send(mail));
    }

    /// <summary>What an exception of the client means for the mail.</summary>
    /// <param name="wrong">The exception.</param>
    /// <param name="wasRead">Whether all content was read, so that the end of the mail may have left.</param>
    /// <param name="recipient">Whom the mail is for.</param>
    /// <remarks>
    /// As tried against a server that breaks at every step: a code of the relay is in <see cref="SmtpException.StatusCode"/>; without one (-1) the line broke,
    /// the name was not found, nobody listened, or the time was up. A recipient that is refused comes as <see cref="SmtpFailedRecipientException"/> for most
    /// codes, and as a plain one with the address in the text for 554, which relays say as well at other steps.
    /// </remarks>
    internal static Delivery Judge(Exception wrong, bool wasRead, string recipient)
    {
        var english = wrong.InnerException is { } inner ? $"{wrong.Message} {inner.Message}" : wrong.Message;
        var code = wrong is SmtpException smtp ? (int)smtp.StatusCode : -1;
        var outcome = Outcome(wrong, code, wasRead, toldOfRecipient: english.Contains(recipient, StringComparison.OrdinalIgnoreCase));
        var isAboutLogin = outcome == DeliveryOutcome.NoRelay && code is 530 or 534 or 535 or 538;
        return new Delivery(outcome, $"{Thai(outcome, isAboutLogin)} · {english}") { IsAboutLogin = isAboutLogin };
    }

    private static DeliveryOutcome Outcome(Exception wrong, int code, bool wasRead, bool toldOfRecipient)
    {
        if (wrong is SmtpFailedRecipientException)
            return code >= 500 ? DeliveryOutcome.Refused : DeliveryOutcome.Later;
        if (wasRead)
            return code switch { >= 500 => DeliveryOutcome.Refused, >= 400 => DeliveryOutcome.Later, _ => DeliveryOutcome.Uncertain };
        if (code >= 500 && toldOfRecipient)
            return DeliveryOutcome.Refused;
        if (code > 0)
            return IsAboutUs(code) ? DeliveryOutcome.NoRelay : DeliveryOutcome.Later;
        // A line that was there and broke may break on this very mail; whoever is not there at all says nothing about any mail.
        return wrong is SmtpException { InnerException: IOException } ? DeliveryOutcome.Later : DeliveryOutcome.NoRelay;
    }

    // What the client says is English, and in a Thai sentence it stands behind the Thai.
    private static string Thai(DeliveryOutcome outcome, bool isAboutLogin) => outcome switch
    {
        DeliveryOutcome.Refused => "เซิร์ฟเวอร์ไม่รับฉบับนี้",
        DeliveryOutcome.Later => "เซิร์ฟเวอร์ยังไม่รับฉบับนี้ หรือสายขาดก่อนส่งครบ",
        DeliveryOutcome.Uncertain => "สายขาดหลังส่งครบและก่อนได้คำตอบ",
        _ => isAboutLogin ? "ไม่รับชื่อผู้ใช้หรือรหัสผ่าน หรือต้องการให้เข้าใช้ก่อน" : "ไม่มีคำตอบ หรือเชื่อมต่ออย่างปลอดภัยไม่ได้",
    };

    // Closing down, wants a login, does not take ours, wants TLS first (RFC 4954, RFC 3207).
    private static bool IsAboutUs(int code) => code is 421 or 454 or 530 or 534 or 535 or 538;

    private Delivery Send(ComposedMail mail)
    {
        using var client = new SmtpClient(_settings.Host, _settings.Port)
        {
            EnableSsl = _settings.Security == LineSecurity.StartTls, Credentials = _login, Timeout = (int)_settings.Patience.TotalMilliseconds,
        };
        try
        {
            client.Send(mail.Message);
            return new Delivery(DeliveryOutcome.Sent);
        }
        catch (Exception wrong) when (wrong is SmtpException or AuthenticationException)
        {
            return Judge(wrong, mail.WasRead, mail.Message.To[0].Address);
        }
    }

    private static bool IsHere(string host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static string PasswordOf(SmtpSettings settings)
    {
        if (settings.PasswordFile.Length == 0)
            return settings.Password;
        try
        {
            return File.ReadLines(settings.PasswordFile).FirstOrDefault("");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"อ่านไฟล์รหัสผ่าน {Printable.Line(settings.PasswordFile)} ไม่ได้ กรุณาตรวจค่าตั้ง Mail:Smtp:PasswordFile · the password file cannot be read: {wrong.Message}");
        }
    }
}
