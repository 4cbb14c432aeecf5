using Dla.Etl.Values;

namespace Dla.Etl.Reference;

/// <summary>Districts and local authorities of a province on one day. The numbers change over the years (DOMAIN §2.2), so none holds without its day.</summary>
/// <param name="AsOf">The day of the registry.</param>
/// <param name="Districts">อำเภอ.</param>
/// <param name="ProvincialOrganizations">อบจ.</param>
/// <param name="CityMunicipalities">เทศบาลนคร.</param>
/// <param name="TownMunicipalities">เทศบาลเมือง.</param>
/// <param name="SubdistrictMunicipalities">เทศบาลตำบล.</param>
/// <param name="SubdistrictOrganizations">อบต.</param>
/// <param name="Special">Special administrations (พัทยา).</param>
/// <param name="LocalAuthorities">All of them together.</param>
public sealed record ProvinceCounts(
    DateOnly AsOf,
    int Districts,
    int ProvincialOrganizations,
    int CityMunicipalities,
    int TownMunicipalities,
    int SubdistrictMunicipalities,
    int SubdistrictOrganizations,
    int Special,
    int LocalAuthorities)
{
    /// <summary>The fiscal year that contains the day of the counts.</summary>
    public FiscalYear Year => FiscalYear.Of(AsOf);

    /// <summary>A count by the name that forms use (<c>local_authorities</c>, <c>districts</c>, <c>pao</c> …), or null when no count has that name.</summary>
    public int? Named(string code) => code switch
    {
        "districts" => Districts,
        "pao" => ProvincialOrganizations,
        "city_municipality" => CityMunicipalities,
        "town_municipality" => TownMunicipalities,
        "subdistrict_municipality" => SubdistrictMunicipalities,
        "subdistrict_administrative_organization" => SubdistrictOrganizations,
        "special" => Special,
        "local_authorities" => LocalAuthorities,
        _ => null,
    };
}
