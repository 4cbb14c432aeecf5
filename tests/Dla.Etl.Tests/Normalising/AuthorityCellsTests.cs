using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Normalising;
using Dla.Etl.Recognition;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Reference.Districts;
using Dla.Etl.Samples.Registry;
using Dla.Etl.Tests.Recognition;
using Dla.Etl.Tests.Validation;

namespace Dla.Etl.Tests.Normalising;

/// <summary>Cells that name local authorities, in a form that authorities file.</summary>
public class AuthorityCellsTests
{
    private const string Head = "แบบเล็กของโครงการ ปีงบประมาณ 2566\nจังหวัดพะเยา\n";

    private static readonly FormCatalogue Forms = KeyedForm.With(change: _ => Yaml());

    private static readonly AuthorityMatching Registry = new(new AuthorityRegistry(MadeUpRegistry.Second, MadeUpRegistry.Now.All)
    {
        Former = [.. RegistryChange.Between(MadeUpRegistry.Before, MadeUpRegistry.Now).Where(change => change.Before is not null)
            .Select(change => new FormerAuthority(change.Before!, MadeUpRegistry.First, MadeUpRegistry.Second, change.After))],
    });

    [Fact]
    public void The_code_is_kept_whatever_was_written_and_what_was_written_stays_beside_it()
    {
        var read = Read("ทุ่งทดลอง|เทศบาลตำบลบ้านใหม่|ก|#1\n|5560301|ข|#1\n|#5560301|ค|#1\nเมือง|ทต.บ้านใหม่|ก|#1\n");
        read.Artefact!.Rows.Select(row => row.Fields[3].Text).ShouldBe(["05560301", "05560301", "05560301", "05560103"]);
        read.Artefact.Rows.Select(row => row.Code).ShouldBe(["05560301|ก", "05560301|ข", "05560301|ค", "05560103|ก"]);
        CellContent.TextOf(read.Artefact.Rows[0].Fields[3].Source!.Value.Raw).ShouldBe("เทศบาลตำบลบ้านใหม่");
        read.Findings.ShouldBeEmpty();
    }

    public static TheoryData<string, string, string, string> Problems => new()
    {
        { "|อบต.ไม่มีจริง", "AUT-002", "อปท. “อบต.ไม่มีจริง” ไม่มีในทะเบียน อปท. ของจังหวัดพะเยา ณ 1 ตุลาคม 2565 ทั้งจังหวัดไม่มี อปท. ที่เขียนเช่นนี้ไม่ว่าประเภทใด", "nowhere" },
        { "|อบต.แม่สมมติ", "AUT-002", "ในจังหวัดนี้มีชื่อเดียวกันคือ ทต.แม่สมมติ อ.เมืองพะเยา รหัส 05560104", "the kind is wrong" },
        { "ทุ่งทดลอง|ทต.แม่สมมติ", "AUT-011", "อปท. “ทต.แม่สมมติ” ระบุอำเภอ “ทุ่งทดลอง” แต่ตามทะเบียนชื่อนี้อยู่อำเภออื่น คือ ทต.แม่สมมติ อ.เมืองพะเยา รหัส 05560104", "the district is wrong" },
        { "|ทต.แม่สมมติ อ.ทุ่งทดลอง", "AUT-011", "ระบุอำเภอ “ทุ่งทดลอง”", "the same behind the name" },
        { "|อบต.ห้วยเก่า", "AUT-003", "อปท. “อบต.ห้วยเก่า” ไม่มีในทะเบียน อปท. แล้วตั้งแต่ 1 ตุลาคม 2565 ทะเบียนล่าสุดที่ยังมีคือ ณ 1 ตุลาคม 2562", "merged" },
        { "|อบต.หนองสมมติ", "AUT-003", "ปัจจุบันในทะเบียนเป็น ทต.หนองสมมติ อ.ทุ่งทดลอง รหัส 06560305", "it became a ทต." },
        { "|อบต.เวียงสมมติ", "AUT-004", "อปท. “อบต.เวียงสมมติ” ไม่ใช่ อปท. ของจังหวัดพะเยา แต่เป็นของจังหวัดเชียงราย (อบต.เวียงสมมติ อ.เวียงสมมติ รหัส 06570202)", "of another province" },
        { "|05570103", "AUT-004", "จังหวัดเชียงราย (ทต.บ้านใหม่ อ.เมืองเชียงราย รหัส 05570103)", "a code of another province" },
        { "|ทต.บ้านใหม่", "AUT-005", "อปท. “ทต.บ้านใหม่” ในจังหวัดพะเยา มีมากกว่าหนึ่งแห่ง คือ ทต.บ้านใหม่ อ.เมืองพะเยา รหัส 05560103, ทต.บ้านใหม่ อ.ทุ่งทดลอง รหัส 05560301", "two of the name" },
        { "เมือง|ตัวอย่าง", "AUT-006", "อปท. “ตัวอย่าง” ไม่มีทั้งรหัสและประเภท (อบจ. ทน. ทม. ทต. อบต.) จึงไม่ทราบว่าเป็น อปท. ใด ในจังหวัดนี้มีชื่อเดียวกันคือ ทม.ตัวอย่าง", "no kind" },
        { "|05560301 ทต.แม่สมมติ", "AUT-007", "ขัดกัน รหัสนี้เป็นของ ทต.บ้านใหม่ อ.ทุ่งทดลอง รหัส 05560301 ส่วนชื่อนี้คือ ทต.แม่สมมติ อ.เมืองพะเยา รหัส 05560104", "code and name" },
        { "ทุ่งทดลอง|ทต.บ้านใหม่ อ.เมือง", "AUT-007", "ชื่อระบุอำเภอ “เมือง” แต่ช่องอำเภอว่า “ทุ่งทดลอง”", "two districts" },
    };

    [Theory]
    [MemberData(nameof(Problems))]
    public void What_cannot_be_told_is_an_error_that_says_what_to_write(string row, string kind, string words, string why)
    {
        var read = Read($"{row}|ก|#1\n|อบต.กม.9|ข|#1\n");
        var finding = read.Findings.ShouldHaveSingleItem(why);
        (finding.Kind.Id, finding.Severity, finding.Place.Cell.ToString()).ShouldBe((kind, Severity.Error, "B4"), why);
        finding.Message.ShouldContain(words, Case.Sensitive, why);
        finding.WhatToDo.ShouldContain("B4", Case.Sensitive, why);
        read.Artefact!.Rows[0].Fields[3].State.ShouldBe(FieldState.Unreadable, why);
        read.Artefact.Rows[1].Fields[3].Text.ShouldBe("06560304", why);
    }

    [Theory]
    [InlineData("ทุ่งทดล่อง|ทต.บ้านใหม่", "AUT-020", "A4", "ระบุอำเภอ “ทุ่งทดล่อง” ซึ่งไม่มีในจังหวัดพะเยา สะกดใกล้เคียงกับ “ทุ่งทดลอง” ตามทะเบียนชื่อนี้คือ ทต.บ้านใหม่ อ.เมืองพะเยา", "misspelt beside a name")]
    [InlineData("|ทต.แม่สมมติ อ.ไม่มีจริง", "AUT-020", "B4", "ซึ่งไม่มีในจังหวัดพะเยา ตามทะเบียนชื่อนี้คือ ทต.แม่สมมติ", "behind the name, near to none")]
    [InlineData("ทุ่งทดล่อง|05560301", "AUT-021", "A4", "สะกดใกล้เคียงกับ “ทุ่งทดลอง” ระบบบันทึกเป็น ทต.บ้านใหม่ อ.ทุ่งทดลอง รหัส 05560301", "beside a code")]
    [InlineData("ทุ่งทดลอง|ทต.แม่สมมติ", "AUT-011", "B4", "อยู่อำเภออื่น", "a district that exists")]
    [InlineData("ทุ่งทดล่อง|อบต.ไม่มีจริง", "AUT-002", "B4", "ไม่มีในทะเบียน", "the name is the greater mistake")]
    public void With_the_list_of_districts_one_that_does_not_exist_is_told(string row, string kind, string cell, string words, string why)
    {
        var districts = MadeUpRegistry.Now.All.Where(one => one.Province.Number == 56).DistinctBy(one => one.District)
            .Select(one => new District(Dla.Etl.Values.DistrictCode.Parse(one.Code.District).Value, one.District, ""));
        var finding = Read($"{row}|ก|#1\n|อบต.กม.9|ข|#1\n", _ => new AuthorityMatching(Registry.Registry, new DistrictRegistry(MadeUpRegistry.Second, districts))).Findings.ShouldHaveSingleItem(why);
        (finding.Kind.Id, finding.Place.Cell.ToString()).ShouldBe((kind, cell), why);
        finding.Message.ShouldContain(words, Case.Sensitive, why);
    }

    [Fact]
    public void One_mistake_in_many_rows_is_told_once()
    {
        var read = Read(string.Concat(Enumerable.Range(1, 12).Select(row => string.Create(CultureInfo.InvariantCulture, $"|อบต.ไม่มีจริง|{row}|#1\n"))));
        var finding = read.Findings.ShouldHaveSingleItem();
        (finding.Kind.Id, finding.Place.Cell.ToString(), finding.Subject).ShouldBe(("AUT-002", "B4", "อปท. 12 แถว"));
        read.Artefact!.Rows.ShouldAllBe(row => row.Fields[3].State == FieldState.Unreadable && !row.HasCode);
    }

    // Province, code, district, authority; the code that is kept, and what is told where.
    public static TheoryData<string, string?, string, string> Beside => new()
    {
        { "|05560301||ทต.บ้านใหม่", "05560301", "", "the code tells which of two" },
        { "พะเยา|#5560301||ทต.บ้านใหม่", "05560301", "", "seven digits as a number, and the own province" },
        { "จ.พะเยา|#05560301|ทุ่งทดลอง|", "05560301", "", "the code alone" },
        { "สถจ.พะเยา|05560301|-|05560301", "05560301", "", "the code in both columns, a dash for the district" },
        { "พย|-|ทุ่งทดลอง|ทต.บ้านใหม่", "05560301", "", "a dash for the code; the province's abbreviation" },
        { "||ทุ่งทดลอง|ทต.บ้านใหม่", "05560301", "", "the name alone, as ever" },
        { "|05560104||ทต.บ้านใหม่", null, "AUT-007 ERROR D4 “ทต.บ้านใหม่” ขัดกัน รหัสในเซลล์ B4 เป็นของ ทต.แม่สมมติ อ.เมืองพะเยา รหัส 05560104 ส่วนชื่อนี้มีหลายแห่ง คือ ทต.บ้านใหม่", "another's code, and a name that two have" },
        { "|05560104||ทม.ตัวอย่าง", null, "AUT-007 ERROR D4 ส่วนชื่อนี้คือ ทม.ตัวอย่าง อ.เมืองพะเยา รหัส 04560102", "both are told" },
        { "|05560104||ทต.ไม่มีจริง", null, "AUT-007 ERROR D4 ส่วนชื่อนี้ไม่มีในทะเบียนของจังหวัดพะเยา", "the name is nobody's" },
        { "|05560104||05560301 ทต.บ้านใหม่", null, "AUT-007 ERROR D4 มีรหัสมากกว่าหนึ่งรหัส ในทะเบียนมี ทต.บ้านใหม่ อ.ทุ่งทดลอง รหัส 05560301, ทต.แม่สมมติ", "two codes" },
        { "|05569999||ทต.แม่สมมติ", null, "AUT-002 ERROR B4 “05569999” ไม่มีในทะเบียน", "no such code" },
        { "|05570103||ทต.แม่สมมติ", null, "AUT-004 ERROR B4 จังหวัดเชียงราย (ทต.บ้านใหม่", "a code of another province" },
        { "|06560504||", null, "AUT-003 ERROR B4 ไม่มีในทะเบียน อปท. แล้ว", "a code that is no more" },
        { "|1234||ทต.แม่สมมติ", null, "AUT-014 ERROR B4 รหัส “1234” ในคอลัมน์ข้างอปท. ไม่ใช่รหัส อปท. 8 หลัก", "no code" },
        { "|05560301|เมือง|ทต.บ้านใหม่", "05560301", "AUT-008 WARNING D4 แต่ช่องอำเภอว่า “เมือง”", "the code is taken, the district doubted" },
        { "เชียงราย|||อบต.เวียงสมมติ", null, "AUT-012 ERROR A4 ระบุจังหวัด “เชียงราย” แต่ไฟล์นี้เป็นของจังหวัดพะเยา", "told once, though the authority is of that province" },
        { "เชียงราย|05560301||ทต.บ้านใหม่", null, "AUT-012 ERROR A4 ให้ลบออก", "though the code is of the own one" },
        { "พะเย|||ทต.แม่สมมติ", "05560104", "AUT-013 WARNING A4 ระบุจังหวัด “พะเย” ซึ่งอ่านไม่ได้: ไม่รู้จักจังหวัด “พะเย” ระบบอ่านแถวเป็นของจังหวัดพะเยา", "no province at all" },
    };

    [Theory]
    [MemberData(nameof(Beside))]
    public void Columns_of_code_and_province_are_read_with_the_name(string row, string? code, string told, string why)
    {
        var read = Read($"{row}|ก|#1\nพะเยา|06560304||อบต.กม.9|ข|#1\n", head: "จังหวัด|รหัส อปท.|อำเภอ|อปท.|โครงการ|จำนวนเงิน");
        (read.Artefact!.Rows[0].Fields[3].Text, read.Artefact.Rows[1].Fields[3].Text).ShouldBe((code, "06560304"), why);
        if (told.Length == 0)
        {
            read.Findings.ShouldBeEmpty(why);
            return;
        }

        var finding = read.Findings.ShouldHaveSingleItem(why);
        var words = told.Split(' ', 4);
        (finding.Kind.Id, finding.Severity.Code(), finding.Place.Cell.ToString()).ShouldBe((words[0], words[1], words[2]), why);
        $"{finding.Message} {finding.WhatToDo}".ShouldContain(words[3], Case.Sensitive, why);
    }

    [Fact]
    public void Without_a_column_of_names_the_codes_are_enough() =>
        Read("05560301|ก|#1\n#6560304|ข|#1\n", head: "รหัส อปท.|โครงการ|จำนวนเงิน").Artefact!.Rows.Select(row => row.Code).ShouldBe(["05560301|ก", "06560304|ข"]);

    [Fact]
    public void A_code_beside_another_district_is_doubted_and_taken()
    {
        var read = Read("เมือง|05560301|ก|#1\n");
        (read.Findings.Single().Kind.Id, read.Findings.Single().Severity).ShouldBe(("AUT-008", Severity.Warning));
        read.Artefact!.Rows[0].Fields[3].Text.ShouldBe("05560301");
    }

    [Fact]
    public void Without_a_registry_one_finding_says_what_the_department_has_to_do()
    {
        var read = Read("|05560301|ก|#1\n|05560301|ข|#1\n", _ => null);
        var finding = read.Findings.ShouldHaveSingleItem();
        (finding.Kind.Id, finding.Severity, finding.Place.Cell).ShouldBe(("AUT-001", Severity.Error, null));
        finding.WhatToDo.ShouldContain("dla-etl reference import");
        read.Artefact!.Rows.ShouldAllBe(row => row.Fields[3].State == FieldState.Unreadable);
    }

    [Fact]
    public void The_registry_of_the_last_day_of_the_period_is_asked_and_a_later_one_is_told()
    {
        var asked = new List<DateOnly>();
        var read = Read("|05560301|ก|#1\n|05560301|ข|#1\n", day =>
        {
            asked.Add(day);
            return new AuthorityMatching(new AuthorityRegistry(new DateOnly(2026, 6, 10), MadeUpRegistry.Now.All) { IsLaterThanAsked = true });
        });
        asked.ShouldBe([new DateOnly(2023, 9, 30)]);
        var finding = read.Findings.ShouldHaveSingleItem("once a return");
        (finding.Kind.Id, finding.Severity).ShouldBe(("AUT-009", Severity.Info));
        finding.Message.ShouldBe("ระบบไม่มีทะเบียน อปท. ณ 30 กันยายน 2566 จึงตรวจชื่อ อปท. ด้วยทะเบียน ณ 10 มิถุนายน 2569");
    }

    [Theory]
    [InlineData("|05560301|ก|#1\n", "05560301", "one row")]
    [InlineData("|05560301|ก|#1\nทุ่งทดลอง|ทต.บ้านใหม่|ข|#1\n", "05560301", "two spellings of one")]
    [InlineData("|05560301|ก|#1\n|05560103|ข|#1\n", null, "two authorities: the province's compilation")]
    [InlineData("|05560301|ก|#1\n|อบต.ไม่มีจริง|ข|#1\n", null, "one cannot be told")]
    public void The_only_authority_of_a_file_is_known(string rows, string? only, string why) => Read(rows).Artefact!.OnlyAuthority?.ToString().ShouldBe(only, why);

    [Theory]
    [InlineData("filed_by: authority", "filed_by: department", "names an authority of the sender's province", "the department has none")]
    [InlineData("district_field: district}", "district_field: no-such}", "'no-such' of 'authority' is no field of 'project'", "no such field")]
    [InlineData("district_field: district}", "district_field: amount}", "is no text", "money is no district")]
    [InlineData("code_field: authority_code", "code_field: no-such", "the code_field 'no-such' of 'authority' is no field of 'project'", "no such field")]
    [InlineData("province_field: province", "province_field: amount", "the province_field 'amount' of 'authority' is no text", "money is no province")]
    [InlineData("label: อำเภอ, role: text, type: text", "label: อำเภอ, role: text, type: text, beside: true, required: true", "must be a text that nothing requires", "what is not printed cannot be asked for")]
    [InlineData("label: โครงการ, role: key, type: text", "label: โครงการ, role: key, district_field: district, type: text", "names no authority, so that it has no district_field", "a district of no authority")]
    [InlineData("label: อปท., role: text, type: authority", "label: อปท., role: unit, type: authority", "its role must be text", "an authority is no unit of measure")]
    public void A_mistake_of_the_form_is_told(string good, string bad, string says, string why) =>
        Should.Throw<DefinitionException>(() => KeyedForm.With(change: _ => Yaml().Replace(good, bad, StringComparison.Ordinal)), why).Message.ShouldContain(says, Case.Sensitive, why);

    private static Step<NormalisedReturn> Read(string rows, Func<DateOnly, AuthorityMatching?>? registry = null, string head = "อำเภอ|อปท.|โครงการ|จำนวนเงิน")
    {
        var read = new FormRecogniser(Forms).Recognise(Grid.Csv($"{Head}{head}\n{rows}"), new Delivery("ก.csv", null));
        return ReturnNormaliser.Normalise(read.Artefact.ShouldNotBeNull(), registry ?? (_ => Registry));
    }

    private static string Yaml() => """
        form: tiny
        fiscal_year: 2566
        title: 'แบบเล็กของโครงการ'
        short_name: 'เล็ก'
        source: 'ทดสอบ'
        filed_by: authority
        deadline: 2023-10-31
        recognise: {titles: [แบบเล็กของโครงการ], office_lines: [จังหวัด], year_lines: [ปีงบประมาณ], subtotal_labels: [รวม], end_labels: [หมายเหตุ]}
        tolerate: []
        groups:
          - code: project
            label: โครงการ
            rows: open
            key: [authority, project]
            fields:
              - {code: province, label: จังหวัด, role: text, type: text, beside: true}
              - {code: authority_code, label: รหัส อปท., role: text, type: text, beside: true}
              - {code: district, label: อำเภอ, role: text, type: text}
              - {code: authority, label: อปท., role: text, type: authority, required: true, code_field: authority_code, province_field: province, district_field: district}
              - {code: project, label: โครงการ, role: key, type: text, required: true}
              - {code: amount, label: จำนวนเงิน, role: figure, type: baht, required: true}
        checks:
          - {kind: required, group: project}
          - {kind: unique_rows, group: project}
          - {kind: range, group: project, field: amount, min: 0}
        """;
}
