using System.Text.RegularExpressions;
using Dla.Etl.Findings;

namespace Dla.Etl.Tests.Findings;

public partial class CatalogueTests
{
    public static TheoryData<FindingKind> Kinds => [.. FindingCatalogue.All];

    [Fact]
    public void Every_id_is_given_once() => FindingCatalogue.All.Select(kind => kind.Id).ShouldBeUnique();

    [Fact]
    public void A_kind_is_found_by_its_id_and_a_retired_one_is_not() =>
        (FindingCatalogue.Find("VAL-001")?.Title, FindingCatalogue.Find("VAL-999")).ShouldBe(("ยังไม่ได้กรอกจำนวน", null));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_whole(FindingKind kind)
    {
        kind.Id.ShouldMatch("^[A-Z]+-[0-9]{3}$");
        foreach (var words in new[] { kind.Title, kind.Message, kind.WhatToDo })
        {
            Thai().IsMatch(words).ShouldBeTrue($"{kind.Id} must speak Thai: “{words}”");
            words.ShouldBe(words.Trim());
            words.ShouldNotContain("  ");
            words.ShouldNotContain("|");
        }

        Braces().Replace(kind.Title + kind.Message + kind.WhatToDo, "").ShouldNotContain("{", customMessage: $"{kind.Id} has an unknown slot");
        kind.Title.ShouldNotContain("{");
    }

    [Fact]
    public void The_table_has_a_line_for_each_kind()
    {
        var lines = CatalogueTable.Markdown().Split('\n');
        lines[0].ShouldBe("| รหัส | ระดับ | เรื่อง | ข้อความ | สิ่งที่ต้องทำ |");
        lines[1].ShouldBe("|---|---|---|---|---|");
        lines[^1].ShouldBeEmpty();
        lines[2..^1].Select(line => line.Split(" | ")[0][2..]).ShouldBe(FindingCatalogue.All.Select(kind => kind.Id));
        lines.ShouldContain("| VAL-002 | ERROR | ยังไม่ได้กรอกข้อมูล | ยังไม่ได้กรอก{subject} | กรอกข้อมูลลงในเซลล์ {cell} แล้วส่งไฟล์เดิมกลับมาใหม่ |");
    }

    [Theory]
    [InlineData(Severity.Info, "INFO", "แจ้งเพื่อทราบ")]
    [InlineData(Severity.Warning, "WARNING", "ข้อสังเกต")]
    [InlineData(Severity.Error, "ERROR", "ต้องแก้ไข")]
    [InlineData(Severity.Fatal, "FATAL", "ตรวจต่อไม่ได้")]
    public void Severities_have_names(Severity severity, string code, string thai) => (severity.Code(), severity.Thai()).ShouldBe((code, thai));

    [GeneratedRegex("[ก-ฮ]")]
    private static partial Regex Thai();

    [GeneratedRegex(@"\{(subject|found|expected|reason|cell)\}")]
    private static partial Regex Braces();
}
