using Dla.Etl.Values;

namespace Dla.Etl.Reference;

/// <summary>A province that reports through its office of local administration (สถจ.). Bangkok has none.</summary>
/// <param name="Code">Code of the Department of Provincial Administration.</param>
/// <param name="Abbreviation">Two Thai letters as in document numbers: พย. Four of them are months as well when dots are left out (DOMAIN §2.3).</param>
/// <param name="NameThai">Name without จังหวัด: พะเยา.</param>
/// <param name="NameEnglish">Name in English: Phayao.</param>
/// <param name="AbbreviationEnglish">Three Latin letters: PYO.</param>
/// <param name="Region">Region of the six-region scheme.</param>
/// <param name="Counts">Districts and local authorities as counted on one day.</param>
public sealed record Province(
    ProvinceCode Code, string Abbreviation, string NameThai, string NameEnglish, string AbbreviationEnglish, Region Region, ProvinceCounts Counts)
{
    /// <summary>Name of the province's folders: <c>56-พะเยา</c>.</summary>
    public string FolderName => $"{Code}-{NameThai}";

    /// <summary>Districts (อำเภอ) on the day of <see cref="ProvinceCounts.AsOf"/>.</summary>
    public int Districts => Counts.Districts;

    /// <inheritdoc/>
    public override string ToString() => FolderName;
}
