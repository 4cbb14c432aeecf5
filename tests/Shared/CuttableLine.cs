using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Dla.Etl.TestServers;

/// <summary>The line to the server, which can be cut and mended: to who uses it, the server has gone and come back.</summary>
public sealed class CuttableLine : IDisposable
{
    private readonly List<TcpClient> _ends = [];
    private readonly string _host;
    private readonly int _port;
    private TcpListener? _listener;

    /// <param name="server">Connection string of the server.</param>
    public CuttableLine(string server)
    {
        var settings = new NpgsqlConnectionStringBuilder(server);
        (_host, _port) = (settings.Host!, settings.Port);
        Mend();
    }

    /// <summary>Where it listens, on this machine.</summary>
    public int Port { get; private set; }

    /// <summary>Ends every connection and refuses new ones.</summary>
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

    /// <summary>Takes connections, again at the same port.</summary>
    public void Mend()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        _listener.Start(200);
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
                _ = CarryAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // The line was cut.
        }
    }

    private async Task CarryAsync(TcpClient near)
    {
        var far = new TcpClient();
        lock (_ends)
            _ends.AddRange([near, far]);
        try
        {
            (near.NoDelay, far.NoDelay) = (true, true);
            await far.ConnectAsync(_host, _port);
            await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
        }
        catch (Exception cut) when (cut is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The line was cut.
        }
        finally
        {
            near.Dispose();
            far.Dispose();
        }
    }
}
