using Dla.Etl.Normalising;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Values;

namespace Dla.Etl.Reference.Districts;

/// <summary>How names of districts are compared: without อำเภอ, อ. or กิ่งอำเภอ before them, folded.</summary>
public static class DistrictNames
{
    private const string Capital = "เมือง", CapitalShortened = "เมืองฯ";

    /// <summary>What two spellings of one district of a province have in common; empty for a text that names none.</summary>
    public static string Key(string text, ProvinceCode province)
    {
        var key = ThaiText.Fold(WrittenAuthority.DistrictOf(text) ?? "");
        // Offices write เมือง for the district of the capital, whose whole name is เมือง and the province.
        return key is Capital or CapitalShortened && Provinces.TryGet(province, out var known) ? ThaiText.Fold(Capital + known.NameThai) : key;
    }
}
