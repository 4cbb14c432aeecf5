using Dla.Etl.Values;

namespace Dla.Etl.Reference.Districts;

/// <summary>A district (อำเภอ) as an edition of the list of districts has it. Bangkok's เขต are none: no authority of the registry lies there.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name without อำเภอ: เมืองพะเยา.</param>
/// <param name="NameEnglish">Its English name; empty when the file has none.</param>
public sealed record District(DistrictCode Code, string Name, string NameEnglish)
{
    /// <summary>Its province, which its code names.</summary>
    public ProvinceCode Province => Code.Province;

    /// <summary>With what tells it from others of the name: อ.เมืองพะเยา รหัส 5601.</summary>
    public string Described => $"อ.{Name} รหัส {Code}";
}
