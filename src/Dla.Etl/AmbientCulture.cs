using System.Globalization;

namespace Dla.Etl;

/// <summary>Shields a library that leans on the ambient culture: NPOI 2.4.1 cannot even make a workbook while the thread is Thai (its culture-bound LastIndexOf finds nothing).</summary>
/// <remarks>Our own code needs no shield: it passes the culture it means.</remarks>
public static class AmbientCulture
{
    /// <summary>The thread is invariant until the result is disposed of.</summary>
    public static IDisposable Invariant() => new Shield();

    private sealed class Shield : IDisposable
    {
        private readonly CultureInfo _before = Thread.CurrentThread.CurrentCulture;

        public Shield() => Thread.CurrentThread.CurrentCulture = CultureInfo.InvariantCulture;

        public void Dispose() => Thread.CurrentThread.CurrentCulture = _before;
    }
}
