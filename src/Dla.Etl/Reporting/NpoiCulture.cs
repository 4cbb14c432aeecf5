using System.Globalization;

namespace Dla.Etl.Reporting;

/// <summary>Runs NPOI under the invariant culture, whatever the thread has.</summary>
/// <remarks>NPOI 2.4.1 looks for the dot in the names of a package's parts by the ambient culture, and ICU overlooks dots in Thai:
/// under th-TH it cannot open any workbook at all.</remarks>
public static class NpoiCulture
{
    /// <summary>Runs the work and gives the thread its culture back.</summary>
    public static T Invariant<T>(Func<T> work)
    {
        var thread = Thread.CurrentThread;
        var before = thread.CurrentCulture;
        thread.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return work();
        }
        finally
        {
            thread.CurrentCulture = before;
        }
    }
}
