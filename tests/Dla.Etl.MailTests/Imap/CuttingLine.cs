using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dla.Etl.MailTests.Imap;

/// <summary>Stands between a client and a server that speak in the clear, and ends the connection at a command of the test's choice, as a kill of the client would.</summary>
internal sealed class CuttingLine : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly IPEndPoint _server;

    /// <param name="server">Where it leads. Dovecot takes passwords in the clear from the server's own address only, so that is what it comes from.</param>
    public CuttingLine(IPEndPoint server)
    {
        _server = server;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The commands that were carried on, without tags.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>Ends the connection before the command with this number (from 0) is carried on; null: never.</summary>
    public int? CutBefore { get; set; }

    /// <summary>Ends it after the command with this number was carried on, before its answer.</summary>
    public int? CutAfter { get; set; }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = CarryAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using var here = client;
        using var there = new TcpClient(new IPEndPoint(_server.Address, 0));
        try
        {
            await there.ConnectAsync(_server);
            var back = there.GetStream().CopyToAsync(here.GetStream());
            await ForwardAsync(new StreamReader(here.GetStream(), Encoding.Latin1), there.GetStream());
            // The server finishes what it was told and notices the end, as after a kill; only then the client does.
            there.Client.Shutdown(SocketShutdown.Send);
            await back;
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException)
        {
            // One of the two has hung up.
        }
    }

    private async Task ForwardAsync(StreamReader client, NetworkStream server)
    {
        while (await client.ReadLineAsync() is { } line)
        {
            if (Commands.Count == CutBefore)
                return;
            Commands.Add(line.Split(' ', 2)[^1]);
            await server.WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"));
            if (Commands.Count - 1 == CutAfter)
                return;
        }
    }
}
