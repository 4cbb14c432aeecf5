using System.CommandLine.Invocation;
using System.Runtime.InteropServices;

namespace Dla.Etl.Cli;

/// <summary>Ctrl+C, or what a service manager sends: the command in hand is asked to stop where nothing is lost; a second time ends the process at once.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations = [];

    /// <summary>Listens while a command runs that can be asked; any other is ended by the signal as it comes.</summary>
    /// <param name="error">Hears that the command is stopping.</param>
    /// <param name="action">The command.</param>
    public StopSignals(TextWriter error, CommandLineAction? action)
    {
        if (action is not AsynchronousCommandLineAction)
            return;
        _registrations =
        [
            .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, context =>
            {
                if (_stop.IsCancellationRequested)
                    return;
                context.Cancel = true;
                error.WriteLine("กำลังหยุดในจุดที่ปลอดภัย กด Ctrl+C อีกครั้งเพื่อหยุดทันที · stopping where nothing is lost; once more ends it at once");
                _stop.Cancel();
            })),
        ];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _stop.Dispose();
    }
}
