using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Dla.Etl.Mail.Imap;

/// <summary>Gets to the server: name, port, TLS, greeting. Nothing of ours but STARTTLS goes over a line that can be read.</summary>
internal sealed class ImapDoor(ImapSettings settings, TimeProvider clock)
{
    private readonly Patience _patience = new($"{settings.Host}:{settings.Port}", settings.Patience, clock);

    /// <summary>A connection that is greeted and, unless the server is on this machine, encrypted; nobody is logged in yet.</summary>
    /// <exception cref="MailboxException">The server cannot be reached or trusted, or does not do what the settings ask for.</exception>
    public async Task<ImapConnection> ConnectAsync(CancellationToken cancellation)
    {
        CheckSettings();
        var line = await ReachAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (settings.Security == LineSecurity.Tls)
                line = await SecureAsync(line, cancellation).ConfigureAwait(false);
            var connection = new ImapConnection(new ImapWire(line, _patience));
            await GreetAsync(connection, cancellation).ConfigureAwait(false);
            if (settings.Security == LineSecurity.StartTls)
                await StartTlsAsync(connection, cancellation).ConfigureAwait(false);
            await connection.LearnCapabilitiesAsync(cancellation).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await line.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private void CheckSettings()
    {
        if (settings.Host.Length == 0)
            throw MailboxTrouble.Setting("ยังไม่ได้ตั้งค่า Mail:Imap:Host", "no mail server is set");
        if (settings.Security == LineSecurity.None && !IsHere(settings.Host))
            throw NotHere();
    }

    private static bool IsHere(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address);

    private static MailboxException NotHere() => MailboxTrouble.Setting(
        "ค่า Mail:Imap:Security เป็น None ใช้ได้กับเซิร์ฟเวอร์ในเครื่องนี้เท่านั้น กรุณาใช้ Tls หรือ StartTls", "without TLS only a server on this machine is allowed");

    private async Task<Stream> ReachAsync(CancellationToken cancellation)
    {
        var socket = new TcpClient { NoDelay = true };
        try
        {
            await _patience.WaitAsync(async token =>
            {
                await socket.ConnectAsync(settings.Host, settings.Port, token).ConfigureAwait(false);
                return true;
            }, cancellation).ConfigureAwait(false);
            // A name can be made to point elsewhere; the address is what counts.
            return settings.Security == LineSecurity.None && socket.Client.RemoteEndPoint is IPEndPoint there && !IsLoopback(there.Address)
                ? throw NotHere()
                : socket.GetStream();
        }
        catch (Exception failed)
        {
            socket.Dispose();
            throw failed is MailboxException { InnerException: SocketException cause } ? MailboxTrouble.Unreachable(_patience.Server, cause) : failed;
        }
    }

    private static bool IsLoopback(IPAddress address) => IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private async Task GreetAsync(ImapConnection connection, CancellationToken cancellation)
    {
        var greeting = await connection.GreetingAsync(cancellation).ConfigureAwait(false);
        // PREAUTH would let somebody in between keep us from STARTTLS, and nobody has said yet who we are.
        if (greeting is not { Tag: "*", Name: "OK" })
            throw MailboxTrouble.NotImap(_patience.Server, $"it greets with “{greeting.Tag} {greeting.Name}”");
    }

    private async Task StartTlsAsync(ImapConnection connection, CancellationToken cancellation)
    {
        await connection.LearnCapabilitiesAsync(cancellation).ConfigureAwait(false);
        if (!connection.Can("STARTTLS"))
            throw MailboxTrouble.Setting(
                $"เซิร์ฟเวอร์จดหมาย {_patience.Server} ไม่มี STARTTLS จึงไม่ส่งรหัสผ่าน กรุณาใช้ค่า Mail:Imap:Security เป็น Tls กับพอร์ต 993 หรือติดต่อผู้ดูแลเซิร์ฟเวอร์",
                "STARTTLS is not offered; nothing was sent in the clear");
        await connection.DoAsync(ImapCommand.Of("STARTTLS"), cancellation).ConfigureAwait(false);
        await connection.GoOnOverAsync(line => SecureAsync(line, cancellation)).ConfigureAwait(false);
    }

    private async Task<Stream> SecureAsync(Stream line, CancellationToken cancellation)
    {
        var (errors, chain) = (SslPolicyErrors.None, "");
        var secured = new SslStream(line);
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = settings.Host,
            // Only looks why: what the system does not trust is not trusted here.
            RemoteCertificateValidationCallback = (_, _, links, found) =>
            {
                (errors, chain) = (found, MailboxTrouble.Faults(links));
                return found == SslPolicyErrors.None;
            },
        };
        try
        {
            await _patience.WaitAsync(async token =>
            {
                await secured.AuthenticateAsClientAsync(options, token).ConfigureAwait(false);
                return true;
            }, cancellation).ConfigureAwait(false);
            return secured;
        }
        catch (Exception failed)
        {
            await secured.DisposeAsync().ConfigureAwait(false);
            throw failed is AuthenticationException ? MailboxTrouble.NotTrusted(_patience.Server, errors, chain, failed) : failed;
        }
    }
}
