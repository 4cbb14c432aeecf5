using System.Runtime.CompilerServices;
using Dla.Etl.Normalising;
using Dla.Etl.Reading;
using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Samples.Registry;
using Dla.Etl.Values;
using Xunit.Abstractions;

namespace Dla.Etl.Tests.Reference.Authorities;

public class AuthorityMatchingTests(ITestOutputHelper output)
{
    private static readonly ProvinceCode Phayao = ProvinceCode.From(56);

    private static readonly AuthorityMatching Small = new(new AuthorityRegistry(MadeUpRegistry.Second, MadeUpRegistry.Now.All)
    {
        Former =
        [
            .. RegistryChange.Between(MadeUpRegistry.Before, MadeUpRegistry.Now).Where(change => change.Before is not null)
                .Select(change => new FormerAuthority(change.Before!, MadeUpRegistry.First, MadeUpRegistry.Second, change.After)),
        ],
    });

    [Theory]
    [InlineData("05560301", null, "05560301", "code")]
    [InlineData("5560301", null, "05560301", "the zero was lost")]
    [InlineData("๐๕๕๖๐๓๐๑", null, "05560301", "Thai digits")]
    [InlineData("รหัส 05560301", null, "05560301", "the word before it")]
    [InlineData("05560301 ทต.บ้านใหม่", null, "05560301", "code and name")]
    [InlineData("05560301 - เทศบาลตำบลบ้านใหม่ อ.ทุ่งทดลอง", "ทุ่งทดลอง", "05560301", "code, name and district")]
    [InlineData("05560301 บ้านใหม่", null, "05560301", "code and bare name")]
    [InlineData("ทต.บ้านใหม่", "ทุ่งทดลอง", "05560301", "the district in its column")]
    [InlineData("ทต.บ้านใหม่", "อ.เมือง", "05560103", "เมือง is the capital's district")]
    [InlineData("ทต.บ้านใหม่", "อำเภอเมืองพะเยา", "05560103", "the whole name of it")]
    [InlineData("ทต.บ้านใหม่ อ.เมือง", null, "05560103", "the district in the cell")]
    [InlineData("เทศบาลตำบลบ้านใหม่ (อ.ทุ่งทดลอง)", null, "05560301", "in brackets")]
    [InlineData("ทต. บ้านใหม่ ต.บ้านใหม่ อ.ทุ่งทดลอง จ.พะเยา", null, "05560301", "the whole address")]
    [InlineData("เทศบาลตำบลบ้านใหม่ อำเภอทุ่งทดลอง จังหวัดพะเยา", "ทุ่งทดลอง", "05560301", "spelled out, and the column agrees")]
    [InlineData("เทศบาลตำบลบ้านใหม่อำเภอทุ่งทดลองจังหวัดพะเยา", null, "05560301", "without spaces")]
    [InlineData("อบต.บ้านใหม่", null, "06560105", "the only one of its kind and name")]
    [InlineData("อบต บ้านใหม่", null, "06560105", "no dot")]
    [InlineData("อบตบ้านใหม่", null, "06560105", "neither dot nor space")]
    [InlineData("อ.บ.ต.บ้านใหม่", null, "06560105", "three dots")]
    [InlineData("องค์การบริหารส่วนตำบล บ้านใหม่", null, "06560105", "spelled out")]
    [InlineData("ท.ต.แม่สมมติ", null, "05560104", "two dots")]
    [InlineData("ทต แม่สมมติ", null, "05560104", "a space for the dot")]
    [InlineData("เทศบาลเมืองตัวอย่าง", null, "04560102", "เทศบาลเมือง")]
    [InlineData("ทม.ตัวอย่าง", null, "04560102", "ทม.")]
    [InlineData("อบจ.พะเยา", "เมือง", "02560101", "อบจ.")]
    [InlineData("องค์การบริหารส่วนจังหวัดพะเยา", null, "02560101", "the prefix has จังหวัด in it")]
    [InlineData("อบต.ทมสมมติ", null, "06560503", "a name that begins as a short kind")]
    [InlineData("ทต.โนนตัวอย่าง - น้ำทดลอง", null, "05560302", "spaces around the hyphen")]
    [InlineData("ทต.โนนตัวอย่างน\u0E49\u0E4D\u0E32ทดลอง", null, "05560302", "no hyphen, decomposed ำ")]
    [InlineData("ทต.บ้านใหม่ (05560301)", null, "05560301", "the code in brackets behind a name that two have")]
    [InlineData("ทต.บ้านใหม่ (รหัส อปท. ๕๕๖๐๓๐๑) อ.ทุ่งทดลอง", null, "05560301", "seven Thai digits, and the district behind the brackets")]
    [InlineData("เทศบาลตำบลบ้านใหม่ รหัส 05560301", null, "05560301", "without brackets")]
    [InlineData("บ้านใหม่ (05560301)", null, "05560301", "code and name, without the kind")]
    [InlineData("05560301 ทต.บ้านใหม่ (05560301)", null, "05560301", "the same code twice")]
    [InlineData("อบต.กม.๙", null, "06560304", "a digit and a dot in the name")]
    [InlineData("อบต.ดอน\u200Bสมมติ", null, "06560502", "an invisible letter")]
    public void An_authority_is_found_by_every_spelling(string text, string? district, string code, string why)
    {
        var match = Small.Find(text, district, Phayao);
        match.Outcome.ShouldBe(AuthorityOutcome.Found, why);
        match.Authority!.Code.ToString().ShouldBe(code, why);
        match.DistrictDiffers.ShouldBeFalse(why);
    }

    [Fact]
    public void The_organization_of_a_province_is_found_wherever_its_seat_is_said_to_be()
    {
        var match = Small.Find("อบจ.พะเยา", "ทุ่งทดลอง", Phayao);
        (match.Outcome, match.Authority?.Code.ToString(), match.DistrictDiffers).ShouldBe((AuthorityOutcome.Found, "02560101", true), "a province has one");
    }

    [Theory]
    [InlineData("ทต.บ้านใหม่", null, AuthorityOutcome.Ambiguous, "05560103 05560301", "two of the name")]
    [InlineData("บ้านใหม่", "ทุ่งทดลอง", AuthorityOutcome.NoType, "05560103 05560301 06560105", "a name alone is never enough, though the district has only one")]
    [InlineData("เทศบาลบ้านใหม่", null, AuthorityOutcome.NoType, "", "which kind of municipality")]
    [InlineData("ทตบ้านใหม่", null, AuthorityOutcome.NoType, "", "ทต without dot or space may be a syllable")]
    [InlineData("", null, AuthorityOutcome.NoType, "", "nothing")]
    [InlineData("อบต.ไม่มีในทะเบียน", null, AuthorityOutcome.Unknown, "", "nowhere")]
    [InlineData("05569999", null, AuthorityOutcome.Unknown, "", "no such code")]
    [InlineData("อบต.แม่สมมติ", null, AuthorityOutcome.Unknown, "05560104", "it is a ทต.")]
    [InlineData("ทต.บ้านใหม่", "ดอนสมมติ", AuthorityOutcome.Unknown, "05560103 05560301 06560105", "not in that district")]
    [InlineData("ทต.บ้านใหม", null, AuthorityOutcome.Unknown, "", "one letter short: no likeness counts")]
    [InlineData("ทต.ดอนสมมต", null, AuthorityOutcome.Unknown, "", "no likeness counts")]
    [InlineData("อบต.เวียงสมมติ", null, AuthorityOutcome.OtherProvince, "06570202", "in Chiang Rai")]
    [InlineData("05570103", null, AuthorityOutcome.OtherProvince, "05570103", "the code is of Chiang Rai")]
    [InlineData("ทต.บ้านใหม่ จ.เชียงราย", null, AuthorityOutcome.OtherProvince, "05570103", "it says so itself")]
    [InlineData("เมืองพัทยา", null, AuthorityOutcome.OtherProvince, "03200408", "a special administration has no kind before its name")]
    [InlineData("05560301 ทต.แม่สมมติ", null, AuthorityOutcome.Contradiction, "05560301", "the code is another's")]
    [InlineData("05560301 อบต.บ้านใหม่", null, AuthorityOutcome.Contradiction, "05560301", "the code is of a ทต.")]
    [InlineData("ทต.แม่สมมติ (05560301)", null, AuthorityOutcome.Contradiction, "05560301", "the code in brackets is another's")]
    [InlineData("ทต.บ้านใหม่ อ.เมือง (05560301)", null, AuthorityOutcome.Contradiction, "05560301", "the code in brackets lies in another district")]
    [InlineData("05560301 ทต.บ้านใหม่ (05560103)", null, AuthorityOutcome.Contradiction, "05560301 05560103", "two codes")]
    [InlineData("บ้านใหม่ (0556030)", null, AuthorityOutcome.NoType, "", "what stands in brackets is no code")]
    [InlineData("ท้องถิ่นรูปแบบพิเศษเมืองพัทยา", null, AuthorityOutcome.OtherProvince, "03200408", "its kind spelled out")]
    [InlineData("ทต.บ้านใหม่ อ.เมือง", "ทุ่งทดลอง", AuthorityOutcome.Contradiction, "", "cell and column name two districts")]
    public void What_is_not_found_says_why(string text, string? district, AuthorityOutcome outcome, string candidates, string why)
    {
        var match = Small.Find(text, district, Phayao);
        match.Outcome.ShouldBe(outcome, why);
        match.Authority.ShouldBeNull(why);
        string.Join(' ', match.Candidates.Select(one => one.Code)).ShouldBe(candidates, why);
    }

    [Theory]
    [InlineData("อบต.ห้วยเก่า", null, null, "vanished")]
    [InlineData("06560504", null, null, "vanished, by its code")]
    [InlineData("อบต.ห้วยเดิม", "ดอนสมมติ", "06560505 อบต.ห้วยใหม่", "renamed")]
    [InlineData("อบต.หนองสมมติ", null, "06560305 ทต.หนองสมมติ", "became a ทต. under its code")]
    public void What_is_no_more_says_since_when_and_what_it_is_now(string text, string? district, string? now, string why)
    {
        var match = Small.Find(text, district, Phayao);
        match.Outcome.ShouldBe(AuthorityOutcome.Former, why);
        (match.Former!.GoneSince, match.Former.Now?.ToString()).ShouldBe((MadeUpRegistry.Second, now), why);
    }

    [Fact]
    public void A_code_in_another_district_than_its_column_says_so() => Small.Find("05560301", "เมือง", Phayao).ShouldSatisfyAllConditions(
        match => match.Outcome.ShouldBe(AuthorityOutcome.Found), match => match.DistrictDiffers.ShouldBeTrue());

    [Theory]
    [InlineData("เมืองพัทยา")]
    [InlineData("ท้องถิ่นรูปแบบพิเศษเมืองพัทยา")]
    [InlineData("องค์กรปกครองส่วนท้องถิ่นรูปแบบพิเศษ (เมืองพัทยา)")]
    [InlineData("อปท. รูปแบบพิเศษ เมืองพัทยา")]
    [InlineData("เมืองพัทยา (03200408)")]
    [InlineData("ท้องถิ่นรูปแบบพิเศษเมืองพัทยา อ.อ่าวสมมติ จ.ชลบุรี")]
    public void A_special_administration_is_found_with_its_kind_and_without(string text) =>
        Small.Find(text, null, ProvinceCode.From(20)).Authority?.Code.ToString().ShouldBe("03200408");

    [Fact]
    public void Every_authority_of_the_made_up_registry_is_found_again_by_every_spelling() => FoundAgain(Small);

    [SkippableFact]
    public void Every_authority_of_the_real_registry_is_found_again_by_every_spelling()
    {
        var file = In("../../../shared/reference/local-authorities-2569-06-10.csv");
        Skip.IfNot(File.Exists(file), "the registry of 10 June 2569 is not on this machine");
        var authorities = RegistryFile.Read(new WorkbookReader(new ReadingLimits(), TimeProvider.System).Read(file, CancellationToken.None).Artefact!).Artefact!.Authorities;
        var matching = new AuthorityMatching(new AuthorityRegistry(new DateOnly(2026, 6, 10), authorities));
        FoundAgain(matching);
        var ambiguous = authorities.Where(one => matching.Find(one.FullName, null, one.Province).Outcome != AuthorityOutcome.Found).ToList();
        ambiguous.ShouldAllBe(one => matching.Find(one.FullName, null, one.Province).Outcome == AuthorityOutcome.Ambiguous);
        ambiguous.Count.ShouldBe(161);
        ambiguous.GroupBy(one => (one.Province, one.FullName)).Count().ShouldBe(79, "DOMAIN §2.3");
        authorities.Count(one => matching.Find(one.Name, one.District, one.Province).Outcome == AuthorityOutcome.Found).ShouldBe(1, "by name alone only เมืองพัทยา, which has no kind");
    }

    private void FoundAgain(AuthorityMatching matching)
    {
        var asked = 0;
        foreach (var one in matching.Registry.All)
            foreach (var (text, district) in Spellings(one))
            {
                var match = matching.Find(text, district, one.Province);
                asked++;
                (match.Outcome, match.Authority).ShouldBe((AuthorityOutcome.Found, one), $"{text} | {district}");
            }

        output.WriteLine($"{matching.Registry.All.Count} authorities, {asked} spellings");
    }

    private static IEnumerable<(string Text, string? District)> Spellings(LocalAuthority one)
    {
        var province = Provinces.Get(one.Province).NameThai;
        var (code, shortDistrict) = (one.Code.ToString(), one.District == "เมือง" + province ? "เมือง" : one.District);
        var whole = one.Type == AuthorityType.Special ? one.Name : one.Type.NameThai() + one.Name;
        yield return (code, null);
        yield return (code[1..], one.District);
        yield return ($"{ThaiDigits.ToThai(code)} {one.FullName}", shortDistrict);
        yield return (one.FullName, one.District);
        yield return (one.FullName, "อ." + shortDistrict);
        yield return (whole, "อำเภอ" + one.District);
        yield return ($"{one.FullName} อ.{shortDistrict}", null);
        yield return ($"{whole} อำเภอ{one.District} จังหวัด{province}", null);
        yield return ($"{one.FullName.Replace(".", ". ", StringComparison.Ordinal)} (อ.{shortDistrict} จ.{province})", one.District);
        yield return (one.FullName.Replace("ำ", "\u0E4D\u0E32", StringComparison.Ordinal), one.District);
    }

    private static string In(string file, [CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "../../../../testdata/reference", file);
}
