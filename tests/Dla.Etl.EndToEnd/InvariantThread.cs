using System.Globalization;

namespace Dla.Etl.EndToEnd;

/// <summary>NPOI cannot make a workbook on a Thai thread; the tests that call it shield it, as the engine does.</summary>
public sealed class InvariantThread : IDisposable
{
    private readonly CultureInfo _before = Thread.CurrentThread.CurrentCulture;

    public InvariantThread() => Thread.CurrentThread.CurrentCulture = CultureInfo.InvariantCulture;

    public void Dispose() => Thread.CurrentThread.CurrentCulture = _before;
}
