using Dla.Etl.Findings;

namespace Dla.Etl.Tests.Findings;

public class VerdictTests
{
    public static TheoryData<string, string[], Verdict> Verdicts => new()
    {
        { "nothing to say", [], Verdict.Loaded },
        { "only information", ["NORM-1 Info"], Verdict.Loaded },
        { "a warning", ["NORM-1 Info", "VAL-1 Warning"], Verdict.LoadedWithWarnings },
        { "an error", ["VAL-1 Warning", "VAL-2 Error", "NORM-1 Info"], Verdict.Rejected },
        { "fatal in recognition", ["VAL-2 Error", "REC-1 Fatal"], Verdict.NotRecognised },
        { "fatal in reading", ["READ-1 Fatal"], Verdict.Unreadable },
        { "fatal on receipt", ["INT-1 Fatal"], Verdict.Unreadable },
    };

    [Theory]
    [MemberData(nameof(Verdicts))]
    public void The_gravest_finding_decides(string why, string[] found, Verdict verdict) =>
        Dla.Etl.Findings.Verdicts.Of([.. found.Select(Finding)]).ShouldBe(verdict, why);

    [Theory]
    [InlineData(Verdict.Loaded, "loaded", "รับแล้ว")]
    [InlineData(Verdict.LoadedWithWarnings, "loaded_with_warnings", "รับแล้ว มีข้อสังเกต")]
    [InlineData(Verdict.Rejected, "rejected", "ไม่ผ่าน")]
    [InlineData(Verdict.Duplicate, "duplicate", "ส่งซ้ำ")]
    [InlineData(Verdict.NotRecognised, "not_recognised", "ไม่ใช่แบบรายงานที่รู้จัก")]
    [InlineData(Verdict.Unreadable, "unreadable", "เปิดไฟล์ไม่ได้")]
    public void Codes_of_the_warehouse_and_words_of_the_answer(Verdict verdict, string code, string thai)
    {
        (verdict.Code(), verdict.Thai()).ShouldBe((code, thai));
        Dla.Etl.Findings.Verdicts.FromCode(code).ShouldBe(verdict);
    }

    [Fact]
    public void An_unknown_code_is_a_mistake_of_the_program() => Should.Throw<ArgumentException>(() => Dla.Etl.Findings.Verdicts.FromCode("accepted"));

    private static Finding Finding(string text) =>
        new(new FindingKind(text.Split(' ')[0], Enum.Parse<Severity>(text.Split(' ')[1]), "", "", ""));
}
