using System.Diagnostics;
using System.Globalization;

namespace Dla.Etl.MailTests.Imap;

/// <summary>Mail servers of one test, that it may stop.</summary>
internal sealed class OwnServers : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dla-mail-").FullName;

    private OwnServers()
    {
    }

    /// <summary>IMAP in the clear; their CA is not trusted here.</summary>
    public int Port { get; private set; }

    public string Password => File.ReadAllText(Path.Combine(_folder, "password")).Trim();

    public static async Task<OwnServers> StartAsync()
    {
        var servers = new OwnServers();
        servers.Run("start.sh");
        var line = (await File.ReadAllLinesAsync(Path.Combine(servers._folder, "env"))).Single(text => text.Contains("DLA_TEST_IMAP_STARTTLS=", StringComparison.Ordinal));
        servers.Port = int.Parse(line.Split(':')[^1], CultureInfo.InvariantCulture);
        return servers;
    }

    /// <summary>Lays a message into the INBOX of an account.</summary>
    public Task LayAsync(string user, byte[] message)
    {
        // As a delivery would: the server owns the folder of mail, and finds what lies in "new".
        using var delivery = Process.Start(new ProcessStartInfo("doveadm", ["-c", Path.Combine(_folder, "dovecot.conf"), "save", "-u", user]) { RedirectStandardInput = true })!;
        delivery.StandardInput.BaseStream.Write(message);
        delivery.StandardInput.Close();
        delivery.WaitForExit();
        delivery.ExitCode.ShouldBe(0);
        return Task.CompletedTask;
    }

    public void Stop() => Run("stop.sh", "keep");

    public void Dispose() => Run("stop.sh");

    private void Run(string script, params string[] more)
    {
        using var running = Process.Start(new ProcessStartInfo(Path.Combine(Scripts(), script), [_folder, .. more]))!;
        running.WaitForExit();
        running.ExitCode.ShouldBe(0, script);
    }

    private static string Scripts()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "tests", "mail-servers")))
                return Path.Combine(folder.FullName, "tests", "mail-servers");
        throw new DirectoryNotFoundException("tests/mail-servers");
    }
}

/// <summary>Stops something when the first bytes come.</summary>
internal sealed class StoppingStream(Action stop) : MemoryStream
{
    private bool _isStopped;

    public long Written { get; private set; }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Written += buffer.Length;
        if (_isStopped)
            return;
        _isStopped = true;
        await Task.Run(stop, cancellationToken);
    }
}
