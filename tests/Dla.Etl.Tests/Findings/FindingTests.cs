using Dla.Etl.Findings;
using Dla.Etl.Values;

namespace Dla.Etl.Tests.Findings;

public class FindingTests
{
    private static readonly FindingKind Kind = new("TEST-001", Severity.Error, "เรื่อง", "{subject} พบ {found} ควรเป็น {expected} เพราะ{reason} ที่ {cell}", "แก้ {cell}");

    [Fact]
    public void Slots_are_filled()
    {
        var finding = new Finding(Kind, Place.At("ก", new CellAddress(8, 10))) { Subject = "ปริมาณ", Found = "x", Expected = "1", Reason = "ไม่ใช่ตัวเลข" };
        (finding.Message, finding.WhatToDo).ShouldBe(("ปริมาณ พบ x ควรเป็น 1 เพราะไม่ใช่ตัวเลข ที่ K9", "แก้ K9"));
    }

    [Fact]
    public void What_a_sender_wrote_is_never_taken_for_a_slot() =>
        new Finding(Kind) { Subject = "{found}", Found = "{expected}", Expected = "1" }.Message.ShouldBe("{found} พบ {expected} ควรเป็น 1 เพราะ ที่ ");

    [Fact]
    public void A_message_stays_on_one_line_and_short() =>
        new Finding(Kind) { Found = "ก\n" + new string('ข', 500) }.Message.ShouldBe(@" พบ ก\n" + new string('ข', 116) + "… ควรเป็น  เพราะ ที่ ");

    [Fact]
    public void A_finding_told_before_stays_word_for_word()
    {
        var told = Finding.Told(Kind, default, "พบ {found} แล้ว", "แก้ {cell}") with { Found = "x" };
        (told.Message, told.WhatToDo, told.Kind.Title).ShouldBe(("พบ {found} แล้ว", "แก้ {cell}", "เรื่อง"));
    }

    public static TheoryData<string, Place, string> Places => new()
    {
        { "the whole file", default, "" },
        { "a sheet", Place.On("ปริมาณ"), "แผ่นงาน “ปริมาณ”" },
        { "a cell of a sheet", Place.At("ปริมาณ", new CellAddress(8, 10)), "แผ่นงาน “ปริมาณ” เซลล์ K9" },
        { "a cell of a csv", Place.At(null, new CellAddress(8, 10)), "เซลล์ K9 (แถวที่ 9)" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void A_place_is_told_as_an_officer_reads_it(string why, Place place, string told) => place.ToString().ShouldBe(told, why);
}
