using Dla.Etl.Reference.Authorities;
using Dla.Etl.Reporting;

namespace Dla.Etl.Measures.Disbursement;

/// <summary>The order in which the authorities of a province are printed: the provincial organization first, then by district, within it municipalities before subdistrict organizations.</summary>
internal static class AuthorityOrder
{
    /// <summary>Sorted; the same on every machine and night, so that a sheet keeps its rows.</summary>
    public static IEnumerable<T> Sorted<T>(IEnumerable<T> all, Func<T, LocalAuthority> of) => all
        .OrderBy(one => of(one).Type == AuthorityType.ProvincialOrganization ? 0 : 1)
        .ThenBy(one => of(one).District, ThaiPrint.Names).ThenBy(one => of(one).Type).ThenBy(one => of(one).Name, ThaiPrint.Names).ThenBy(one => of(one).Code);
}
