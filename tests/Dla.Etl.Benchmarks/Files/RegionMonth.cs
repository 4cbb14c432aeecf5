using System.Globalization;
using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Samples.LocalGrants;
using Dla.Etl.Samples.Writers;
using Dla.Etl.Values;

namespace Dla.Etl.Benchmarks.Files;

/// <summary>The general grants of May 2566 of a made-up region: 1,500 authorities of the nine northern provinces with twelve items each, as own returns or as compilations of the provinces.</summary>
internal static class RegionMonth
{
    private const int Items = 12, PerDistrict = 10;

    private static readonly Province[] North = [.. Provinces.All.Where(province => province.Region == Region.North)];

    /// <summary>The month.</summary>
    public static readonly Period May = Period.MonthOf(FiscalYear.FromBuddhistEra(2566), 5);

    /// <summary>The registry that knows them.</summary>
    public static AuthorityRegistry Registry { get; } = new(new DateOnly(2022, 10, 1), Enumerable.Range(0, Authorities).Select(Authority));

    /// <summary>How many there are.</summary>
    public const int Authorities = 1_500;

    /// <summary>Rows of all together.</summary>
    public const int Rows = Authorities * Items;

    /// <summary>Writes a return for each authority and gives the paths with the folder that each is dropped into.</summary>
    public static IReadOnlyList<(string Path, string Folder)> Own(string folder) =>
        [.. Registry.All.Select(one => Write(folder, one.Code.ToString(), one.Province, [one]))];

    /// <summary>Writes the compilation of each province.</summary>
    public static IReadOnlyList<(string Path, string Folder)> Compiled(string folder) =>
        [.. North.Select(province => Write(folder, province.Code.ToString(), province.Code, Registry.Of(province.Code)))];

    private static (string, string) Write(string folder, string name, ProvinceCode province, IReadOnlyList<LocalAuthority> authorities)
    {
        var path = Path.Combine(folder, name + ".xlsx");
        var table = GrantDrawing.General(May, province.Number, [.. authorities.SelectMany(one => GrantBook.General(one, May, Items))]);
        File.WriteAllBytes(path, DraftWriting.Write(table.Draw(), Container.Xlsx));
        return (path, $"{province}-{Provinces.Get(province).NameThai}");
    }

    // Codes as the registry has them: type, province, district, number. Every third is a ทต.
    private static LocalAuthority Authority(int index)
    {
        var (province, within) = (North[index % North.Length], index / North.Length);
        var (district, number, isTown) = (within / PerDistrict + 1, within % PerDistrict + 1, index % 3 == 0);
        var code = string.Create(CultureInfo.InvariantCulture, $"{(isTown ? "05" : "06")}{province.Code}{district:00}{number:00}");
        return new LocalAuthority(
            AuthorityCode.Parse(code).Value, isTown ? AuthorityType.SubdistrictMunicipality : AuthorityType.SubdistrictOrganization,
            string.Create(CultureInfo.InvariantCulture, $"ตัวอย่าง{within + 1}"), province.Code, string.Create(CultureInfo.InvariantCulture, $"ทดลอง{district}"));
    }
}
