using Dla.Etl.Definitions;
using Dla.Etl.Distribution;

namespace Dla.Etl.Tests.Distribution;

public class AnswerWordingTests
{
    private const string Whole = "letterhead: [กอง]\ntitle: ใบตอบรับ\nto_province: ถึง {province}\nto_authority: ถึง {authority}\nto_department: ถึง กรม\nto_sender: ถึง ผู้ส่ง\nclosing: [จบ]\ncontact: [ถาม]\n";

    [Fact]
    public void The_wording_of_the_repository_is_whole() => AnswerSamples.Wording.Title.ShouldBe("ใบตอบรับแบบรายงาน");

    [Fact]
    public void Every_key_is_read()
    {
        var wording = Load(Whole);
        (wording.Letterhead.Single(), wording.Title, wording.ToProvince, wording.ToAuthority, wording.ToDepartment, wording.ToSender, wording.Closing.Single(), wording.Contact.Single())
            .ShouldBe(("กอง", "ใบตอบรับ", "ถึง {province}", "ถึง {authority}", "ถึง กรม", "ถึง ผู้ส่ง", "จบ", "ถาม"));
    }

    [Fact]
    public void The_owner_of_a_form_has_words_of_his_own_for_what_is_his()
    {
        var wording = Load(Whole + "owners:\n  - {owner: strategy, letterhead: [แผน], to_department: ถึง แผน, closing: [จบแผน], contact: [ถามแผน]}\n");
        wording.Of(null).ShouldBeSameAs(wording);
        var own = wording.Of("strategy");
        (own.Letterhead.Single(), own.Title, own.ToProvince, own.ToDepartment, own.ToSender, own.Closing.Single(), own.Contact.Single())
            .ShouldBe(("แผน", "ใบตอบรับ", "ถึง {province}", "ถึง แผน", "ถึง ผู้ส่ง", "จบแผน", "ถามแผน"));
        Should.Throw<KeyNotFoundException>(() => wording.Of("nobody"));
    }

    [Fact]
    public void An_answer_speaks_in_the_name_of_the_owner_of_the_form()
    {
        var text = AnswerText.Compose(AnswerSamples.Of(Dla.Etl.Findings.Verdict.Loaded) with { Owner = "strategy" }, AnswerSamples.Wording);
        text.ShouldContain("กองยุทธศาสตร์และแผนงาน");
        text.ShouldNotContain("กองคลัง");
    }

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "an unknown key", Whole + "footer: x\n", "footer" },
        { "a key twice", Whole + "title: x\n", "title" },
        { "a missing key", Whole.Replace("title: ใบตอบรับ\n", "", StringComparison.Ordinal), "title" },
        { "an empty text", Whole.Replace("ใบตอบรับ", "''", StringComparison.Ordinal), "title" },
        { "no word for the department", Whole.Replace("to_department: ถึง กรม\n", "", StringComparison.Ordinal), "to_department" },
        { "an empty line", Whole.Replace("[จบ]", "[จบ, '']", StringComparison.Ordinal), "closing" },
        { "no place for the province", Whole.Replace("{province}", "จังหวัด", StringComparison.Ordinal), "to_province" },
        { "no place for the authority", Whole.Replace("{authority}", "อปท.", StringComparison.Ordinal), "to_authority" },
        { "a text in place of a list", Whole.Replace("[จบ]", "จบ", StringComparison.Ordinal), "closing" },
        { "an owner without a close", Whole + "owners:\n  - {owner: x, letterhead: [a], to_department: b, contact: [c]}\n", "closing" },
        { "an empty file", "", "mapping" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_with_the_file_and_the_key(string why, string yaml, string key)
    {
        var told = Should.Throw<DefinitionException>(() => Load(yaml), why).Message;
        told.ShouldContain("answer.yaml");
        told.ShouldContain(key);
    }

    private static AnswerWording Load(string yaml)
    {
        var folder = Directory.CreateTempSubdirectory("dla-etl-");
        try
        {
            var path = Path.Combine(folder.FullName, "answer.yaml");
            File.WriteAllText(path, yaml);
            return AnswerWording.Load(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
