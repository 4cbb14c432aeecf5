using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Dla.Etl.StorageTests;

/// <summary>A line to the test server that can be cut and mended: to who uses it, the server has gone and come back.</summary>
public sealed class Relay : IDisposable
{
    private readonly List<TcpClient> _ends = [];
    private readonly string _host;
    private readonly int _port;
    private TcpListener? _listener;

    public Relay()
    {
        var server = new NpgsqlConnectionStringBuilder(PostgresUnderTest.Server());
        (_host, _port) = (server.Host!, server.Port);
        Mend();
    }

    /// <summary>Where it listens, on this machine.</summary>
    public int Port { get; private set; }

    /// <summary>Ends every connection and takes no more.</summary>
    public void Cut()
    {
        _listener?.Dispose();
        _listener = null;
        lock (_ends)
        {
            _ends.ForEach(end => end.Dispose());
            _ends.Clear();
        }
    }

    /// <summary>Listens, again at the same port.</summary>
    public void Mend()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync(_listener);
    }

    /// <inheritdoc/>
    public void Dispose() => Cut();

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var (near, far) = (await listener.AcceptTcpClientAsync(), new TcpClient());
                await far.ConnectAsync(_host, _port);
                lock (_ends)
                    _ends.AddRange([near, far]);
                _ = CopyAsync(near, far);
                _ = CopyAsync(far, near);
            }
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // The line was cut.
        }
    }

    private static async Task CopyAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
        }
        catch (Exception cut) when (cut is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The line was cut.
        }
        finally
        {
            from.Dispose();
            to.Dispose();
        }
    }
}
