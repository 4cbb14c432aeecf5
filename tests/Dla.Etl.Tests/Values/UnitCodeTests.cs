using Dla.Etl.Reference;
using Dla.Etl.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.Tests.Values;

public class UnitCodeTests
{
    [Theory]
    [InlineData("00", true, "the department")]
    [InlineData("10", true, "the form of a province's code; that no office has it is another question")]
    [InlineData("96", true, "the last province")]
    [InlineData("01", false, "neither the department nor a province")]
    [InlineData("97", false, "beyond the provinces")]
    [InlineData("0", false, "one digit")]
    [InlineData("000", false, "three digits")]
    [InlineData("๐๐", false, "Thai digits are an edge's business")]
    [InlineData("", false, "nothing")]
    [InlineData(null, false, "nothing at all")]
    public void It_reads_two_digits(string? text, bool read, string reason)
    {
        var code = UnitCode.Parse(text);
        code.Succeeded.ShouldBe(read, reason);
        if (read)
            code.Value.ToString().ShouldBe(text);
    }

    [Fact]
    public void What_is_written_is_read_again_and_sorts_as_its_text() =>
        Prop.ForAll(Gen.Elements(Units.All.ToArray()).Two().ToArbitrary(), pair =>
        {
            var (one, other) = (pair.Item1.Code, pair.Item2.Code);
            UnitCode.Parse(one.ToString()).Value.ShouldBe(one);
            Math.Sign(one.CompareTo(other)).ShouldBe(Math.Sign(string.CompareOrdinal(one.ToString(), other.ToString())));
            (one == other).ShouldBe(one.ToString() == other.ToString());
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("00", "00-ส่วนกลาง", "กรมส่งเสริมการปกครองท้องถิ่น")]
    [InlineData("56", "56-พะเยา", "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดพะเยา")]
    public void A_unit_has_a_folder_and_an_office(string code, string folder, string office)
    {
        var unit = Units.Find(code).ShouldNotBeNull();
        unit.FolderName.ShouldBe(folder);
        unit.OfficeName.ShouldBe(office);
        Units.OfFolder(folder).ShouldBe(unit);
        Units.OfFolder(code).ShouldBe(unit);
    }

    [Fact]
    public void Bangkok_and_what_does_not_exist_are_no_units()
    {
        Units.Find("10").ShouldBeNull();
        Units.Find("5601").ShouldBeNull();
        Units.All.Count.ShouldBe(77);
    }
}
