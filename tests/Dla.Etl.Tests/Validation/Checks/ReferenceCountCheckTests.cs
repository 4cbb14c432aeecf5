using Dla.Etl.Reference;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Validation.Checks;

public class ReferenceCountCheckTests
{
    private static readonly Province Phayao = Provinces.Get(ProvinceCode.From(56));

    private static readonly int Count = Phayao.Counts.LocalAuthorities;

    public static TheoryData<string, int, bool> Counts => new()
    {
        { "one too few", -1, true },
        { "the count of the registry", 0, false },
        { "one too many", 1, true },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void In_the_year_of_the_registry(string why, int more, bool told) =>
        Filed().Row("SO1", Count + more).Told().ShouldBe(told
            ?
            [
                $"VAL-050 WARNING ปริมาณ!D9 ปริมาณของผลผลิตย่อยที่ 1 ส่งเสริม อปท. ไม่ตรงกับทะเบียนของกรมฯ พบ {Count + more} ตามทะเบียนคือ {Count}"
                    + " > ตรวจสอบจำนวนในเซลล์ D9 หากถูกต้องแล้วไม่ต้องส่งใหม่ หากไม่ถูกต้องให้แก้แล้วส่งไฟล์เดิมกลับมาใหม่",
            ]
            : [], why);

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void In_a_year_without_counts_nothing_is_said(int years)
    {
        var form = SampleForm.With(SampleForm.Check("reference_count", "sub_output"));
        var other = FiscalYear.FromBuddhistEra(form.Year.BuddhistEra + years);
        new FiledReturn { Form = form with { Year = other } }.Row("SO1", 1).Told().ShouldBeEmpty();
    }

    [Fact]
    public void A_blank_and_an_item_that_counts_nothing_known_are_not_looked_at() =>
        Filed().Row("SO1").Row("SA01", 1).Told().ShouldBeEmpty();

    private static FiledReturn Filed() => new(SampleForm.Check("reference_count"));
}
