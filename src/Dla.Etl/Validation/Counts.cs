using System.Globalization;

namespace Dla.Etl.Validation;

/// <summary>Counts in sentences.</summary>
internal static class Counts
{
    /// <summary>With thousands grouped.</summary>
    public static string Show(int count) => count.ToString("#,##0", CultureInfo.InvariantCulture);
}
