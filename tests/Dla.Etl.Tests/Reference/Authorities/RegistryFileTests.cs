using System.Runtime.CompilerServices;
using System.Text;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Reading;
using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Samples.Registry;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Reference.Authorities;

public class RegistryFileTests
{
    private const string Header = "รหัส อปท.,ประเภท อปท.,อปท.,จังหวัด,อำเภอ\n";
    private const string Good = "05560301,ทต.,บ้านใหม่,พะเยา,ทุ่งทดลอง\n";

    [Theory]
    [InlineData("made-up-authorities-2565-10-01.csv", 42)]
    [InlineData("made-up-tambon-2565-10-01.csv", 88)]
    public void Both_shapes_give_the_same_authorities(string file, int rows)
    {
        var read = Read(File.ReadAllBytes(In(file)));
        read.Artefact.ShouldNotBeNull().Authorities.ShouldBe(MadeUpRegistry.Now.All);
        read.Artefact.Rows.ShouldBe(rows);
        Kinds(read).Where(kind => kind.Severity == Severity.Warning).ShouldBe([RegistryFindings.TypeUnlikeCode, RegistryFindings.TypeUnlikeCode, RegistryFindings.ProvincesWithout]);
        Kinds(read).Count(kind => kind == RegistryFindings.SeveralDistricts).ShouldBe(rows == 42 ? 0 : 1, "the three อบจ. are told together");
    }

    [SkippableFact]
    public void The_real_registry_is_read_whole()
    {
        var file = In("../../../shared/reference/local-authorities-2569-06-10.csv");
        Skip.IfNot(File.Exists(file), "the registry of 10 June 2569 is not on this machine");
        var read = Read(File.ReadAllBytes(file));
        var authorities = read.Artefact.ShouldNotBeNull().Authorities;
        authorities.Count.ShouldBe(7849);
        authorities.ShouldAllBe(one => one.Code.Province == one.Province);
        authorities.GroupBy(one => one.Province).ShouldAllBe(group => group.Count() == Provinces.Get(group.Key).Counts.LocalAuthorities);
        Kinds(read).ShouldBe([.. Enumerable.Repeat(RegistryFindings.TypeUnlikeCode, 3), RegistryFindings.DistrictUnlikeCode], "two ทต. numbered 6, พัทยา, and the อบจ. that lies outside the district of its number");
    }

    public static TheoryData<string, string, string, string> BadRows => new()
    {
        { "556030,ทต.,บ้านใหม่,พะเยา,เมือง", "REG-003", "A3", "six digits" },
        { ",ทต.,บ้านใหม่,พะเยา,เมือง", "REG-002", "A3", "no code" },
        { "05560302,,บ้านใหม่,พะเยา,เมือง", "REG-002", "B3", "no type" },
        { "05560302,ทต.,,พะเยา,เมือง", "REG-002", "C3", "no name" },
        { "05560302,ทต.,บ้านใหม่,,เมือง", "REG-002", "D3", "no province" },
        { "05560302,ทต.,บ้านใหม่,พะเยา, \u200B", "REG-002", "E3", "a district of invisible letters" },
        { "05560302,ทบ.,บ้านใหม่,พะเยา,เมือง", "REG-004", "B3", "no such type" },
        { "05560302,ทต.,บ้านใหม่,กรุงเทพมหานคร,เมือง", "REG-005", "D3", "Bangkok has none" },
        { "05560302,ทต.,บ้านใหม่,เชียงราย,เมือง", "REG-006", "D3", "the code is of Phayao" },
        { "05560301,อบต.,บ้านใหม่,พะเยา,ทุ่งทดลอง", "REG-007", "B3", "another type than the row above" },
        { "05560301,ทต.,บ้านเก่า,พะเยา,ทุ่งทดลอง", "REG-007", "C3", "another name than the row above" },
        { "05560301,ทต.,บ้านใหม่,พะเยา,ดอนสมมติ", "REG-008", "E2", "two districts, and nobody else tells what 5603 is" },
    };

    [Theory]
    [MemberData(nameof(BadRows))]
    public void A_bad_row_is_told_with_its_cell_and_nothing_is_taken(string row, string kind, string cell, string why)
    {
        var read = Read(Encoding.UTF8.GetBytes(Header + Good + row + "\n"));
        read.Artefact.ShouldBeNull(why);
        var error = read.Findings.Where(finding => finding.Severity == Severity.Error).ShouldHaveSingleItem(why);
        (error.Kind.Id, error.Place.Cell.ToString()).ShouldBe((kind, cell), why);
        (error.Message + error.WhatToDo).ShouldNotContain("{", Case.Sensitive, why);
    }

    [Fact]
    public void Every_error_is_told_at_once() =>
        Kinds(Read(Encoding.UTF8.GetBytes(Header + "x,ทต.,ก,พะเยา,ข\n" + Good + "05560302,?,ก,?,ข\n")))
            .ShouldBe([RegistryFindings.BadCode, RegistryFindings.UnknownType, RegistryFindings.UnknownProvince]);

    [Theory]
    [InlineData("รหัส อปท.,ประเภท อปท.,อปท.,จังหวัด\n05560301,ทต.,บ้านใหม่,พะเยา\n", "REG-001", "no district")]
    [InlineData("05560301,ทต.,บ้านใหม่,พะเยา,ทุ่งทดลอง\n", "REG-001", "no header")]
    [InlineData(Header, "REG-009", "nothing under it")]
    public void A_file_that_is_no_registry_is_told(string text, string kind, string why)
    {
        var read = Read(Encoding.UTF8.GetBytes(text));
        read.Artefact.ShouldBeNull(why);
        read.Findings.ShouldHaveSingleItem().Kind.Id.ShouldBe(kind, why);
    }

    [Fact]
    public void Headers_are_found_by_their_text_under_a_title_in_any_order_and_encoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = "ทะเบียนสังเคราะห์ ณ วันที่ 1 ตุลาคม 2565;;;;;\r\nอำเภอ;ลำดับ;อปท;รหัสอปท;จังหวัด;ประเภท อปท.\r\nทุ่งทดลอง;1;บ้านใหม่;5560301;จ.พะเยา;เทศบาลตำบล\r\n;;;;;\r\n";
        var read = Read(Encoding.GetEncoding(874).GetBytes(text));
        read.Artefact.ShouldNotBeNull().Authorities.ShouldBe([new(AuthorityCode.Parse("05560301").Value, AuthorityType.SubdistrictMunicipality, "บ้านใหม่", ProvinceCode.From(56), "ทุ่งทดลอง")]);
    }

    [Fact]
    public void Decomposed_vowels_are_composed_before_rows_are_compared()
    {
        var read = Read(Encoding.UTF8.GetBytes(Header + "05560301,ทต.,น้ำคำ,พะเยา,ทุ่งทดลอง\n5560301,เทศบาลตำบล,น\u0E49\u0E4D\u0E32ค\u0E4D\u0E32,พะเยา,ทุ่งทดลอง\n"));
        read.Artefact.ShouldNotBeNull().Authorities.ShouldHaveSingleItem().Name.ShouldBe("น้ำคำ");
    }

    [Fact]
    public void Doubts_are_told_and_do_not_stop_the_import()
    {
        var read = Read(Encoding.UTF8.GetBytes(Header + Good + "05560302,ทต.,บ้านใหม่,พะเยา,ทุ่งทดลอง\n05560303,ทต.,บ้านเก่า,พะเยา,ทุ่งทดลิง\n"));
        read.Artefact.ShouldNotBeNull().Authorities.Count.ShouldBe(3);
        Kinds(read).ShouldBe([RegistryFindings.DistrictUnlikeCode, RegistryFindings.SameName, RegistryFindings.ProvincesWithout]);
    }

    private static Step<RegistryFile> Read(byte[] bytes) =>
        RegistryFile.Read(new WorkbookReader(new ReadingLimits(), TimeProvider.System).Read(bytes, CancellationToken.None).Artefact.ShouldNotBeNull());

    private static IReadOnlyList<FindingKind> Kinds(Step<RegistryFile> read) => [.. read.Findings.Select(finding => finding.Kind)];

    private static string In(string file, [CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "../../../../testdata/reference", file);
}
