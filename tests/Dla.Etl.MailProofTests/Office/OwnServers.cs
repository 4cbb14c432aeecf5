using System.Diagnostics;
using System.Globalization;
using Dla.Etl.ProofTests;
using Dla.Etl.ProofTests.Machines;
using Dla.Etl.TestServers;

namespace Dla.Etl.MailProofTests.Office;

/// <summary>A Dovecot and an SMTP sink of a proof's own, set up like those of all, which it stops and starts again at the same ports.</summary>
internal sealed class OwnServers : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dla-servers-");
    private readonly string _shared;
    private readonly int[] _ports = [.. Enumerable.Range(0, 5).Select(_ => HostProcess.FreePort())];
    private Process? _sink;

    public OwnServers()
    {
        Skip.IfNot(TestMailbox.IsThere && SmtpSink.IsThere, "tests/mail-servers are not started");
        _shared = Environment.GetEnvironmentVariable("DLA_TEST_MAIL_SERVERS")!;
        foreach (var name in new[] { "mail", "state", "sent" })
            Directory.CreateDirectory(Path.Combine(Folder, name));
        Run("chmod", "711", Folder);
        Run("chown", "--reference", Path.Combine(_shared, "mail"), Path.Combine(Folder, "mail"));
        File.WriteAllText(Config, Configured(File.ReadAllText(Path.Combine(_shared, "dovecot.conf"))));
    }

    /// <summary>Where Dovecot listens.</summary>
    public (string Host, int Port) Imap => ("localhost", _ports[1]);

    /// <summary>Where the sink listens.</summary>
    public (string Host, int Port) Smtp => ("localhost", _ports[2]);

    /// <summary>What the sink took.</summary>
    public string SinkFolder => Path.Combine(Folder, "sent");

    private string Folder => _folder.FullName;

    private string Config => Path.Combine(Folder, "dovecot.conf");

    /// <summary>Starts Dovecot.</summary>
    public Task StartImapAsync()
    {
        Run(Dovecot, "-c", Config);
        return ListensAsync(_ports[1]);
    }

    /// <summary>Stops Dovecot and everybody whom it serves.</summary>
    public void StopImap()
    {
        var master = int.Parse(File.ReadAllText(Path.Combine(Folder, "run", "master.pid")), CultureInfo.InvariantCulture);
        using var dovecot = Process.GetProcessById(master);
        Run("kill", master.ToString(CultureInfo.InvariantCulture));
        dovecot.WaitForExit(TimeSpan.FromSeconds(20)).ShouldBeTrue("Dovecot ends when it is asked to");
    }

    /// <summary>Starts the sink.</summary>
    public Task StartSmtpAsync()
    {
        string[] ports = [.. _ports[2..].Select(port => port.ToString(CultureInfo.InvariantCulture))];
        _sink = Process.Start(new ProcessStartInfo("/usr/bin/python3", [
            Path.Combine(Post.Samples.Root, "tests/mail-servers/smtp_sink.py"), SinkFolder, .. ports, Path.Combine(_shared, "tls/server.crt"), Path.Combine(_shared, "tls/server.key"),
            Path.Combine(_shared, "password")]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        return ListensAsync(_ports[2]);
    }

    /// <summary>Stops the sink.</summary>
    public void StopSmtp()
    {
        _sink?.Kill();
        _sink?.WaitForExit();
        _sink?.Dispose();
        _sink = null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        StopSmtp();
        if (File.Exists(Path.Combine(Folder, "run", "master.pid")))
            StopImap();
        _folder.Delete(recursive: true);
    }

    private static string Dovecot => File.Exists("/usr/sbin/dovecot") ? "/usr/sbin/dovecot" : "dovecot";

    // The certificates stay where they are: the authority that is trusted made them.
    private string Configured(string shared)
    {
        var (imap, imaps) = (TestMailbox.At("DLA_TEST_IMAP_STARTTLS").Port, TestMailbox.At().Port);
        return shared.Replace($"{_shared}/tls", "@TLS@", StringComparison.Ordinal).Replace(_shared, Folder, StringComparison.Ordinal).Replace("@TLS@", $"{_shared}/tls", StringComparison.Ordinal)
            .Replace($"port = {imap}\n", $"port = {_ports[0]}\n", StringComparison.Ordinal).Replace($"port = {imaps}\n", $"port = {_ports[1]}\n", StringComparison.Ordinal)
            .Replace("args = " + Folder + "/oauth2.conf", $"args = {_shared}/oauth2.conf", StringComparison.Ordinal);
    }

    private static Task ListensAsync(int port) => Patiently.UntilAsync(async () =>
    {
        using var line = new System.Net.Sockets.TcpClient();
        try
        {
            await line.ConnectAsync("127.0.0.1", port);
            return true;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    }, TimeSpan.FromSeconds(30), () => $"nothing listens at {port}");

    private static void Run(string program, params string[] arguments)
    {
        // Nothing is redirected: Dovecot would hold the pipe for as long as it runs.
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, program);
    }
}
