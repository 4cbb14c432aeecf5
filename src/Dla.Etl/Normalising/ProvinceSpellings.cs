using Dla.Etl.Reference;
using Dla.Etl.Values;

namespace Dla.Etl.Normalising;

/// <summary>Known other spellings of provinces, from the embedded <c>Reference/province-spellings.csv</c>.</summary>
internal static class ProvinceSpellings
{
    public static IReadOnlyList<(string Spelling, Province Province)> All { get; } = [.. Read()];

    private static IEnumerable<(string Spelling, Province Province)> Read()
    {
        using var csv = Provinces.Open("province-spellings.csv");
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
            yield return (csv.GetField("spelling")!, Provinces.Get(ProvinceCode.From(csv.GetField<int>("code"))));
    }
}
