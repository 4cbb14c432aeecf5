using System.Globalization;

namespace Dla.Etl.Tests;

/// <summary>Runs an act while the thread's culture is th-TH, whose calendar and era spoil whatever leans on the ambient culture.</summary>
internal static class UnderThai
{
    public static T Run<T>(Func<T> act)
    {
        var (culture, ui) = (Thread.CurrentThread.CurrentCulture, Thread.CurrentThread.CurrentUICulture);
        try
        {
            Thread.CurrentThread.CurrentCulture = Thread.CurrentThread.CurrentUICulture = CultureInfo.GetCultureInfo("th-TH");
            return act();
        }
        finally
        {
            (Thread.CurrentThread.CurrentCulture, Thread.CurrentThread.CurrentUICulture) = (culture, ui);
        }
    }
}
