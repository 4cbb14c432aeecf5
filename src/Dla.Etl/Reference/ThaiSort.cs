using System.Globalization;

namespace Dla.Etl.Reference;

/// <summary>The order of a Thai dictionary, for lists that people read: กระบี่, ขอนแก่น, เชียงใหม่. Never for keys: those compare ordinally (DOMAIN §6.2).</summary>
public static class ThaiSort
{
    /// <summary>Compares by the th-TH collation; leading vowels sort after their consonant.</summary>
    public static StringComparer Comparer { get; } = StringComparer.Create(CultureInfo.GetCultureInfo("th-TH"), CompareOptions.None);
}
