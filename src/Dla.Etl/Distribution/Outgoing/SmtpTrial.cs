using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Dla.Etl.Correspondence;
using Dla.Etl.Mail;

namespace Dla.Etl.Distribution.Outgoing;

/// <summary>Goes to the relay as a mail would, up to the login and no further: the client of the framework can only send.</summary>
/// <remarks>RFC 5321, STARTTLS of RFC 3207, AUTH LOGIN as the framework's client does it (its other mechanisms are those of Windows).</remarks>
public sealed class SmtpTrial
{
    private const int LongestLine = 1_000;
    private const int MostLines = 100;

    private readonly SmtpSettings _settings;
    private readonly string _password;

    /// <summary>Reads the password; does not connect.</summary>
    /// <exception cref="Installing.UsageException">As <see cref="SmtpRelay(SmtpSettings)"/>.</exception>
    public SmtpTrial(SmtpSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_settings, _password) = (settings, new SmtpRelay(settings).Password);
    }

    /// <summary>Tries.</summary>
    /// <returns>What came of it: <see cref="DeliveryOutcome.Sent"/> when a mail could be handed over now, else <see cref="DeliveryOutcome.NoRelay"/> with the reason, Thai · English.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<Delivery> TryAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(_settings.Patience);
        try
        {
            using var line = new TcpClient();
            await line.ConnectAsync(_settings.Host, _settings.Port, patience.Token).ConfigureAwait(false);
            return await TalkAsync(line.GetStream(), patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return No("ไม่ตอบภายในเวลาที่กำหนด (Mail:Smtp:Patience)", "no answer in time");
        }
        catch (AuthenticationException wrong)
        {
            return No("ใบรับรองของเซิร์ฟเวอร์ใช้ไม่ได้ หรือเป็นของชื่ออื่น", wrong.Message);
        }
        catch (Exception wrong) when (wrong is SocketException or IOException)
        {
            return No("ติดต่อไม่ได้ หรือสายขาด", wrong.Message);
        }
    }

    private async Task<Delivery> TalkAsync(Stream line, CancellationToken cancellation)
    {
        var (code, said) = await AnswerAsync(line, cancellation).ConfigureAwait(false);
        if (code != 220)
            return No("ไม่รับการเชื่อมต่อ", said);
        (code, said) = await AskAsync(line, $"EHLO {System.Net.Dns.GetHostName()}", cancellation).ConfigureAwait(false);
        if (code != 250)
            return No("ไม่รับคำทักทาย", said);
        if (_settings.Security != LineSecurity.StartTls)
            return await LoginAsync(line, said, cancellation).ConfigureAwait(false);
        (code, said) = await AskAsync(line, "STARTTLS", cancellation).ConfigureAwait(false);
        if (code != 220)
            return No("ไม่มี STARTTLS", said);
        var secret = new SslStream(line);
        await using (secret.ConfigureAwait(false))
        {
            await secret.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = _settings.Host }, cancellation).ConfigureAwait(false);
            (_, said) = await AskAsync(secret, $"EHLO {System.Net.Dns.GetHostName()}", cancellation).ConfigureAwait(false);
            return await LoginAsync(secret, said, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<Delivery> LoginAsync(Stream line, string offered, CancellationToken cancellation)
    {
        if (_settings.User.Length == 0)
            return await LeaveAsync(line, cancellation).ConfigureAwait(false);
        if (!offered.Split('\n').Any(word => word.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase) && word.Contains("LOGIN", StringComparison.OrdinalIgnoreCase)))
            return No("ไม่รับการเข้าใช้ด้วยรหัสผ่านแบบ LOGIN ซึ่งโปรแกรมนี้ใช้", "AUTH LOGIN is not offered") with { IsAboutLogin = true };
        var (code, said) = await AskAsync(line, "AUTH LOGIN", cancellation).ConfigureAwait(false);
        foreach (var secret in new[] { _settings.User, _password })
            if (code == 334)
                (code, said) = await AskAsync(line, Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)), cancellation).ConfigureAwait(false);
        return code == 235 ? await LeaveAsync(line, cancellation).ConfigureAwait(false) : No("ไม่รับชื่อผู้ใช้หรือรหัสผ่าน", said) with { IsAboutLogin = true };
    }

    private static async Task<Delivery> LeaveAsync(Stream line, CancellationToken cancellation)
    {
        await AskAsync(line, "QUIT", cancellation).ConfigureAwait(false);
        return new Delivery(DeliveryOutcome.Sent);
    }

    private static async Task<(int Code, string Said)> AskAsync(Stream line, string command, CancellationToken cancellation)
    {
        await line.WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"), cancellation).ConfigureAwait(false);
        return await AnswerAsync(line, cancellation).ConfigureAwait(false);
    }

    // 250-first CR LF 250-second CR LF 250 last CR LF
    private static async Task<(int Code, string Said)> AnswerAsync(Stream line, CancellationToken cancellation)
    {
        var words = new List<string>();
        for (;;)
        {
            var text = await LineAsync(line, cancellation).ConfigureAwait(false);
            if (text.Length < 3 || !int.TryParse(text.AsSpan(0, 3), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var code) || words.Count == MostLines)
                throw new IOException("That is no answer of an SMTP server.");
            words.Add(text.Length > 4 ? text[4..] : "");
            if (text.Length == 3 || text[3] != '-')
                return (code, string.Join('\n', words));
        }
    }

    private static async Task<string> LineAsync(Stream line, CancellationToken cancellation)
    {
        var (text, one) = (new StringBuilder(), new byte[1]);
        while (text.Length < LongestLine)
        {
            if (await line.ReadAsync(one, cancellation).ConfigureAwait(false) == 0)
                throw new IOException("The server closed the line.");
            if (one[0] == '\n')
                return text.ToString().TrimEnd('\r');
            text.Append(one[0] is >= 0x20 and < 0x7F or (byte)'\r' ? (char)one[0] : '?');
        }

        throw new IOException("The server sends lines without end.");
    }

    private static Delivery No(string thai, string english) => new(DeliveryOutcome.NoRelay, $"{thai} · {english.Replace('\n', ' ')}");
}
