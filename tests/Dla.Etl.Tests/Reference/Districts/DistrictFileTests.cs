using System.Runtime.CompilerServices;
using System.Text;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Reading;
using Dla.Etl.Reference;
using Dla.Etl.Reference.Districts;

namespace Dla.Etl.Tests.Reference.Districts;

public class DistrictFileTests
{
    private const string Header = "code,name_th,name_en,province_code\n";
    private const string Good = "5601,เมืองพะเยา,Mueang Phayao,56\n";

    [Theory]
    [InlineData(Header + Good, "as open data writes it")]
    [InlineData("รหัสจังหวัด;ลำดับ;รหัสอำเภอ;อำเภอ;ชื่ออำเภอ ภาษาอังกฤษ\n56;1;๕๖๐๑;อ.เมืองพะเยา;Mueang Phayao\n", "Thai headers in another order, Thai digits, a prefix")]
    [InlineData("รายชื่ออำเภอ (สังเคราะห์),,,\nรหัสอำเภอ,ชื่ออำเภอ,รหัสจังหวัด,ชื่ออำเภอภาษาอังกฤษ\n5601,อำเภอเมืองพะเยา,๕๖,Mueang Phayao\n,,,\n", "under a title, with a blank row")]
    [InlineData(Header + "1001,พระนคร,Phra Nakhon,10\n" + Good, "Bangkok is left out")]
    public void A_list_is_told_by_its_headers(string text, string why)
    {
        var read = Read(text);
        read.Artefact.ShouldNotBeNull(why).Districts!.Districts.Select(one => (one.Code.ToString(), one.Name, one.NameEnglish, one.Province.Number))
            .ShouldHaveSingleItem(why).ShouldBe(("5601", "เมืองพะเยา", "Mueang Phayao", 56), why);
        Kinds(read).Where(kind => kind != DistrictFindings.Bangkok).ShouldBe([DistrictFindings.ProvincesWithout], why);
        Kinds(read).Contains(DistrictFindings.Bangkok).ShouldBe(text.Contains("พระนคร", StringComparison.Ordinal), why);
    }

    [Theory]
    [InlineData("code,name_th\n5601,เมืองพะเยา\n", "DIS-001", null, "no province")]
    [InlineData(Header, "DIS-008", null, "nothing under the header")]
    [InlineData(Header + "1001,พระนคร,,10\n", "DIS-008", null, "Bangkok alone")]
    [InlineData(Header + Good + "5602,,,56\n", "DIS-002", "B3", "no name")]
    [InlineData(Header + Good + ",จุน,,56\n", "DIS-002", "A3", "no code")]
    [InlineData(Header + Good + "560,จุน,,56\n", "DIS-003", "A3", "three digits")]
    [InlineData(Header + Good + "9901,จุน,,99\n", "DIS-003", "A3", "a code of no province")]
    [InlineData(Header + Good + "2801,จุน,,28\n", "DIS-004", "D3", "a province that does not exist")]
    [InlineData(Header + Good + "5702,จุน,,56\n", "DIS-005", "D3", "the code is of another province")]
    [InlineData(Header + Good + "5601,จุน,,56\n", "DIS-006", "A3", "the code again")]
    [InlineData(Header + Good + "5602,อ.เมือง,,56\n", "DIS-007", "B3", "the capital's district again, shortened")]
    public void What_is_wrong_is_told_with_its_cell(string text, string kind, string? cell, string why)
    {
        var read = Read(text);
        var worst = read.Findings.MaxBy(finding => finding.Severity).ShouldNotBeNull(why);
        (worst.Kind.Id, worst.Place.Cell?.ToString()).ShouldBe((kind, cell), why);
        (worst.Message + worst.WhatToDo).ShouldNotContain("{", Case.Sensitive, why);
        (read.Artefact is null).ShouldBe(worst.Severity >= Severity.Error, why);
    }

    [Fact]
    public void A_registry_stays_a_registry()
    {
        var read = Read("รหัส อปท.,ประเภท อปท.,อปท.,รหัสจังหวัด,จังหวัด,รหัสอำเภอ,อำเภอ\n05560301,ทต.,บ้านใหม่,56,พะเยา,5603,ทุ่งทดลอง\n");
        read.Artefact.ShouldNotBeNull().Authorities.ShouldNotBeNull().Authorities.ShouldHaveSingleItem().District.ShouldBe("ทุ่งทดลอง");
    }

    [Fact]
    public void An_authority_in_no_district_of_its_province_is_told_with_its_line()
    {
        var read = Read(
            "รหัส อปท.,ประเภท อปท.,อปท.,จังหวัด,อำเภอ\n05560101,ทต.,ก,พะเยา,อ.เมือง\n05560102,ทต.,ข,พะเยา,กิ่งอำเภอภูกามยาว\n05560103,ทต.,ค,พะเยา,ดอกคำไต้\n05560104,ทต.,ง,พะเยา,ทุ่งทดลอง\n",
            new DistrictRegistry(new DateOnly(2026, 6, 10), MadeUp("5601 เมืองพะเยา", "5605 ดอกคำใต้", "5609 ภูกามยาว", "5701 เมืองเชียงราย")));
        read.Findings.Where(finding => finding.Kind == RegistryFindings.UnknownDistrict).Select(finding => (finding.Place.Cell.ToString(), finding.Reason))
            .ShouldBe([("E4", "(สะกดใกล้เคียงกับ “ดอกคำใต้”)"), ("E5", "")]);
    }

    [Theory]
    [InlineData("อำเภอดอกคำใต้", "ดอกคำใต้", null, "อำเภอ")]
    [InlineData("กิ่งอ.ดอกคำใต้", "ดอกคำใต้", null, "กิ่ง อ.")]
    [InlineData("อ. ดอกคําใต้", "ดอกคำใต้", null, "decomposed")]
    [InlineData("เมืองฯ", "เมืองพะเยา", null, "the capital, shortened")]
    [InlineData("ดอกคำไต้", null, "ดอกคำใต้", "one letter")]
    [InlineData("ดอกคำ", null, null, "too far")]
    [InlineData("ปง", "ปง", null, "short")]
    [InlineData("ปา", null, null, "as near to ปง as to ปน: two candidates")]
    [InlineData("เมืองเชียงราย", null, null, "of another province")]
    public void A_text_names_a_district_of_the_province_or_is_near_to_one(string text, string? found, string? near, string why)
    {
        var registry = new DistrictRegistry(default, MadeUp("5601 เมืองพะเยา", "5605 ดอกคำใต้", "5606 ปง", "5607 ปน", "5701 เมืองเชียงราย"));
        var province = Dla.Etl.Values.ProvinceCode.From(56);
        (registry.Find(text, province)?.Name).ShouldBe(found, why);
        if (found is null)
            (registry.Nearest(text, province)?.Name).ShouldBe(near, why);
    }

    [Fact]
    public void What_changed_between_two_editions_is_told() =>
        DistrictChange.Between(
                new DistrictRegistry(default, MadeUp("5601 เมืองพะเยา", "5602 จุน", "5603 เก่า", "5604 ย้ายรหัส")),
                new DistrictRegistry(default, MadeUp("5601 เมืองพะเยา", "5602 จุนใหม่", "5605 มาใหม่", "5606 ย้ายรหัส")))
            .Select(change => $"{change.Kind} {change.Before?.Name} {change.After?.Name}")
            .ShouldBe(["Appeared  มาใหม่", "Vanished เก่า ", "Renamed จุน จุนใหม่", "Renumbered ย้ายรหัส ย้ายรหัส"]);

    [SkippableFact]
    public void The_real_list_has_the_districts_that_the_dated_counts_have_and_every_authority_lies_in_one()
    {
        var (file, registry) = (In("districts.csv"), In("local-authorities-2569-06-10.csv"));
        Skip.IfNot(File.Exists(file) && File.Exists(registry), "the list of districts is not on this machine");
        var read = Read(File.ReadAllText(file));
        read.Findings.ShouldBeEmpty();
        var districts = new DistrictRegistry(new DateOnly(2026, 6, 10), read.Artefact!.Districts!.Districts);
        districts.All.Count.ShouldBe(878);
        Provinces.All.ShouldAllBe(province => districts.Of(province.Code).Count == province.Districts);
        Kinds(Read(File.ReadAllText(registry), districts)).ShouldNotContain(RegistryFindings.UnknownDistrict);
    }

    private static Step<ReferenceFile> Read(string text, DistrictRegistry? districts = null) => ReferenceFile.Read(
        new WorkbookReader(new ReadingLimits(), TimeProvider.System).Read(Encoding.UTF8.GetBytes(text), CancellationToken.None).Artefact.ShouldNotBeNull(), districts);

    private static IEnumerable<District> MadeUp(params string[] lines) =>
        lines.Select(line => new District(Dla.Etl.Values.DistrictCode.Parse(line[..4]).Value, line[5..], ""));

    private static IReadOnlyList<FindingKind> Kinds(Step<ReferenceFile> read) => [.. read.Findings.Select(finding => finding.Kind)];

    private static string In(string file, [CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "../../../../../shared/reference", file);
}
