using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Dla.Etl.JobTests.EndToEnd;

/// <summary>A line to the test server that can be cut and mended: to who uses it, the server has gone and come back.</summary>
public sealed class Line : IDisposable
{
    private readonly List<TcpClient> _ends = [];
    private readonly NpgsqlConnectionStringBuilder _server;
    private TcpListener? _listener;

    public Line(string server)
    {
        _server = new NpgsqlConnectionStringBuilder(server);
        Mend();
    }

    /// <summary>Where it listens, on this machine.</summary>
    public int Port { get; private set; }

    /// <summary>Ends every connection and takes no more.</summary>
    public void Cut()
    {
        _listener?.Dispose();
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
                await far.ConnectAsync(_server.Host!, _server.Port);
                lock (_ends)
                    _ends.AddRange([near, far]);
                _ = CopyAsync(near, far);
                _ = CopyAsync(far, near);
            }
        }
        catch (Exception cut) when (cut is ObjectDisposedException or SocketException)
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
