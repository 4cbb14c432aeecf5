using Dla.Etl.Definitions;
using Dla.Etl.Reference;
using Dla.Etl.Samples.Registry;
using Dla.Etl.Tests.Definitions;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Reference;

public class UnitLevelsTests
{
    [Theory]
    [InlineData("56", "56", "56", null, "a province")]
    [InlineData("00", "00", "00", null, "the department")]
    [InlineData("5603", "5603", "56", "5603", "a district")]
    [InlineData("05560301", "05560301", "56", "5603", "an authority: kind, province, district, number")]
    [InlineData("5560301", "05560301", "56", "5603", "the same without its zero")]
    public void Each_code_says_what_stands_above(string code, string written, string province, string? district, string why)
    {
        UnitLevels.Written(code).ShouldBe(written, why);
        UnitLevels.ProvinceOf(code).ShouldBe(province, why);
        UnitLevels.DistrictOf(code).ShouldBe(district, why);
        UnitLevels.Covers(province, code).ShouldBeTrue(why);
        UnitLevels.Covers(code, code).ShouldBeTrue(why);
    }

    [Theory]
    [InlineData(null, "nothing")]
    [InlineData("", "nothing")]
    [InlineData("5", "one digit")]
    [InlineData("09", "no province")]
    [InlineData("99", "no province")]
    [InlineData("9901", "a district of no province")]
    [InlineData("560301", "six digits")]
    [InlineData("08560301", "no kind 08")]
    [InlineData("56030101", "a province where the kind belongs")]
    [InlineData("๕๖", "Thai digits")]
    public void What_is_no_code_of_a_unit_is_known(string? code, string why)
    {
        UnitLevels.Written(code).ShouldBeNull(why);
        Should.Throw<ArgumentException>(() => UnitLevels.ProvinceOf(code!), why);
    }

    [Fact]
    public void Nobody_covers_what_is_above_or_beside() =>
        (from above in Codes from unit in Codes where UnitLevels.Covers(above, unit) select $"{above}>{unit}").ShouldBe(
            ["00>00", "56>56", "56>5603", "56>05560301", "56>05560302", "5603>5603", "5603>05560301", "5603>05560302", "05560301>05560301", "05560302>05560302"]);

    [Fact]
    public void Units_of_authorities_have_their_provinces_folder_and_sort_after_its_office()
    {
        var unit = Units.Of(MadeUpRegistry.Now.Find(AuthorityCode.Parse("05560301").Value)!);
        (unit.Name, unit.Called, unit.OfficeName, unit.OfficeShortName, unit.FolderName, unit.ToString())
            .ShouldBe(("ทต.บ้านใหม่", "ทต.บ้านใหม่ จังหวัดพะเยา", "เทศบาลตำบลบ้านใหม่ จังหวัดพะเยา", "ทต.บ้านใหม่ จ.พะเยา", "56-พะเยา", "05560301-ทต.บ้านใหม่"));
        Units.Get(unit.Code).Called.ShouldBe("อปท. รหัส 05560301 จังหวัดพะเยา", "without a registry it goes by its code");
        Units.Get(unit.Code, MadeUpRegistry.Now).ShouldBe(unit);
        (unit.Code.Office, unit.Code.Province, unit.Code.Authority).ShouldBe((UnitCode.Of(ProvinceCode.From(56)), ProvinceCode.From(56), unit.Authority!.Code));
        Units.Find("05100101").ShouldBeNull("Bangkok has none");
        Units.OfFolder("05560301").ShouldBeNull("authorities have no folders");
        UnitCode[] codes = [ProvinceCode.From(57), unit.Code, UnitCode.Department, ProvinceCode.From(56)];
        codes.Order().Select(code => code.ToString()).ShouldBe(["00", "56", "05560301", "57"]);
        UnitCode.Parse("5560301").Succeeded.ShouldBeFalse("what is stored has eight digits");
    }

    [Theory]
    [InlineData("general-grant-disbursement", 2566, "05560301", true)]
    [InlineData("general-grant-disbursement", 2566, "56", true)]
    [InlineData("general-grant-disbursement", 2566, "00", false)]
    [InlineData("unit-cost-quantity", 2564, "05560301", false)]
    [InlineData("unit-cost-quantity", 2564, "56", true)]
    [InlineData("cost-by-cost-centre", 2564, "05560301", false)]
    [InlineData("cost-by-cost-centre", 2564, "00", true)]
    public void A_form_says_who_may_file_it(string form, int year, string unit, bool may)
    {
        FormDefinition definition = Templates.Forms.All.Single(one => one.Id == form && one.Year.BuddhistEra == year);
        Units.MayFile(definition, Units.Find(unit)!).ShouldBe(may);
        Units.Filing(definition).Count.ShouldBe(definition.FiledBy == FilingUnit.Department ? 1 : 76);
    }

    private static readonly string[] Codes = ["00", "56", "5603", "05560301", "05560302"];
}
