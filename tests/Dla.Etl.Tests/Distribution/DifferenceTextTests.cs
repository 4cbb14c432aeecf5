using Dla.Etl.Definitions;
using Dla.Etl.Distribution;
using Dla.Etl.Normalising;
using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Tests.Definitions;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Tests.Distribution;

public sealed class DifferenceTextTests
{
    private static readonly FormDefinition Form = Templates.Forms.Get("general-grant-disbursement", Period.MonthOf(FiscalYear.FromBuddhistEra(2566), 5));

    private static readonly DifferenceText Words = new(Form);

    private static readonly VersionFact Received = new() { GroupCode = "grant", ItemCode = "05560101|G14", FieldCode = "received", Type = FieldType.Baht, State = FieldState.Value, Amount = 100_00 };

    [Theory]
    [InlineData(null, 0, "removed", "ตัดออก: 100.00 บาท", "nothing counts for it any more")]
    [InlineData("56", 1, "kept", "ไม่มีในไฟล์นี้ แต่แถวนี้ยังนับจากฉบับที่ 1 ของจังหวัดพะเยา (ฉบับก่อนระบุ 100.00 บาท)", "a file of another district is silent about it")]
    [InlineData("05560101", 2, "kept", "ไม่มีในไฟล์นี้ แต่แถวนี้ยังนับจากฉบับที่ 2 ของอปท. รหัส 05560101 จังหวัดพะเยา (ฉบับก่อนระบุ 100.00 บาท)", "its own return counts")]
    public void A_row_that_is_not_there_is_gone_or_counted_from_elsewhere(string? unit, int version, string kind, string sentence, string reason)
    {
        var told = Words.Of(new FactChange(Received, null) { Counted = unit is null ? null : new CountedVersion(UnitCode.Parse(unit).Value, version) });
        (told.Kind, told.Sentence).ShouldBe((kind, sentence), reason);
    }

    [Fact]
    public void A_row_is_called_by_the_words_of_its_key()
    {
        var words = new DifferenceText(Form, code => Units.Get(code) with { Authority = new LocalAuthority(code.Authority!.Value, AuthorityType.SubdistrictMunicipality, "บ้านสมมติ", code.Province!.Value, "เมืองพะเยา") });
        words.Of(new FactChange(Received, null)).Item.ShouldBe(
            $"{Form.Groups[0].Label} ทต.บ้านสมมติ อ.เมืองพะเยา รหัส 05560101 {Form.Groups[0].Fields.Single(field => field.Code == "item").Codes!.All.Single(item => item.Code == "G14").Label} – ได้รับจัดสรร (โอน)");
        Words.Of(new FactChange(Received with { ItemCode = "05560101|none" }, null)).Item.ShouldContain($" 05560101 {Form.Groups[0].Nothing!.Texts[0]} – ", customMessage: "an unknown authority keeps its code");
    }
}
