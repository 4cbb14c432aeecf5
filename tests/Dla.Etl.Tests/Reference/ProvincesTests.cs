using Dla.Etl.Reference;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Reference;

public class ProvincesTests
{
    [Fact]
    public void There_are_76_and_their_counts_add_up_to_the_registry()
    {
        Provinces.All.Count.ShouldBe(76);
        Provinces.All.ShouldBe(Provinces.All.OrderBy(province => province.Code));
        Provinces.All.Sum(province => province.Districts).ShouldBe(878);
        Provinces.All.Sum(province => province.Counts.LocalAuthorities).ShouldBe(7849);
        Provinces.All.Sum(province => province.Counts.ProvincialOrganizations).ShouldBe(76);
        Provinces.All.Sum(province => province.Counts.Special).ShouldBe(1);
    }

    [Fact]
    public void The_kinds_of_local_authorities_add_up_in_every_province() => Provinces.All.ShouldAllBe(province =>
        province.Counts.ProvincialOrganizations + province.Counts.CityMunicipalities + province.Counts.TownMunicipalities
        + province.Counts.SubdistrictMunicipalities + province.Counts.SubdistrictOrganizations + province.Counts.Special == province.Counts.LocalAuthorities);

    [Fact]
    public void Names_and_abbreviations_are_unique()
    {
        Provinces.All.Select(province => province.NameThai).ShouldBeUnique();
        Provinces.All.Select(province => province.NameEnglish).ShouldBeUnique();
        Provinces.All.Select(province => province.Abbreviation).ShouldBeUnique();
        Provinces.All.Select(province => province.AbbreviationEnglish).ShouldBeUnique();
    }

    [Fact]
    public void A_province_is_found_by_its_code()
    {
        var phayao = Provinces.Get(ProvinceCode.From(56));
        phayao.NameThai.ShouldBe("พะเยา");
        phayao.FolderName.ShouldBe("56-พะเยา");
        phayao.ToString().ShouldBe("56-พะเยา");
        phayao.Region.NameThai().ShouldBe("ภาคเหนือ");
        Provinces.TryGet(ProvinceCode.From(10), out _).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => Provinces.Get(ProvinceCode.From(10)));
    }

    [Theory]
    [InlineData("local_authorities", 72)]
    [InlineData("districts", 9)]
    [InlineData("pao", 1)]
    [InlineData("city_municipality", 0)]
    [InlineData("town_municipality", 2)]
    [InlineData("subdistrict_municipality", 33)]
    [InlineData("subdistrict_administrative_organization", 36)]
    [InlineData("special", 0)]
    public void A_count_holds_for_the_fiscal_year_of_its_day_and_for_no_other(string code, int expected)
    {
        var phayao = Provinces.Get(ProvinceCode.From(56));
        Provinces.CountsAsOf.ShouldBe(new DateOnly(2026, 6, 10));
        Provinces.Count(code, phayao, FiscalYear.FromBuddhistEra(2569)).ShouldBe(expected);
        Provinces.Count(code, phayao, FiscalYear.FromBuddhistEra(2568)).ShouldBeNull();
        Provinces.Count(code, phayao, FiscalYear.FromBuddhistEra(2570)).ShouldBeNull();
        Provinces.Count(code, phayao, FiscalYear.FromBuddhistEra(2563)).ShouldBeNull();
    }

    [Fact]
    public void A_count_that_nobody_counts_is_a_mistake_of_the_definition() =>
        Should.Throw<ArgumentException>(() => Provinces.Count("villages", Provinces.All[0], FiscalYear.FromBuddhistEra(2563)));

    [Fact]
    public void Regions_have_their_counts_and_names()
    {
        var sizes = Provinces.All.GroupBy(province => province.Region).ToDictionary(group => group.Key, group => group.Count());
        sizes.ShouldBe(new Dictionary<Region, int>
        {
            [Region.North] = 9, [Region.NorthEast] = 20, [Region.Central] = 21, [Region.East] = 7, [Region.West] = 5, [Region.South] = 14,
        }, ignoreOrder: true);
        Enum.GetValues<Region>().Select(region => region.NameThai()).ShouldBeUnique();
        Should.Throw<ArgumentOutOfRangeException>(() => ((Region)99).NameThai());
        Should.Throw<ArgumentOutOfRangeException>(() => Regions.FromCode("X"));
        Should.Throw<InvalidOperationException>(() => Provinces.Open("absent.csv"));
    }

    [Fact]
    public void People_read_names_in_dictionary_order()
    {
        string[] names = ["เชียงใหม่", "ขอนแก่น", "แพร่", "กระบี่", "พะเยา"];
        UnderThai.Run(() => names.Order(ThaiSort.Comparer).ToArray()).ShouldBe(["กระบี่", "ขอนแก่น", "เชียงใหม่", "พะเยา", "แพร่"]);
        names.Order(StringComparer.Ordinal).First().ShouldBe("กระบี่");
        names.Order(StringComparer.Ordinal).Last().ShouldBe("แพร่");
    }
}
