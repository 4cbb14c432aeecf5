using Dla.Etl.Definitions;
using Dla.Etl.Distribution;
using Dla.Etl.Distribution.Letters;
using Dla.Etl.Intake.Mails;

namespace Dla.Etl.Tests.Distribution;

public class MailAnswerLetterTests
{
    public static TheoryData<string> Names => [.. MailAnswerSamples.All.Keys];

    /// <summary>What is right stands in <c>testdata/mail/answers/&lt;name&gt;.txt</c>. With DLA_UPDATE_GOLDENS set the files are written anew, to be read before they are committed.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void An_answer_reads_as_its_file_says(string name)
    {
        var path = Path.Combine(Root(AppContext.BaseDirectory), "testdata", "mail", "answers", $"{name}.txt");
        var text = LetterText.Of(MailAnswerSamples.Letter.Of(MailAnswerSamples.All[name]), "\n");
        if (Environment.GetEnvironmentVariable("DLA_UPDATE_GOLDENS") is not null)
        {
            File.WriteAllText(path, text);
            File.WriteAllText(Path.Combine(Path.GetTempPath(), $"{name}.html"), LetterHtml.Of(MailAnswerSamples.Letter.Of(MailAnswerSamples.All[name])));
        }

        text.ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Text_and_html_say_the_same(string name)
    {
        var letter = MailAnswerSamples.Letter.Of(MailAnswerSamples.All[name]);
        var html = Bare(System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(LetterHtml.Of(letter), "<[^>]*>", " ")));
        foreach (var line in LetterText.Of(letter, "\n").Split('\n').Select(line => line.Trim().TrimStart('-')).Where(line => line.Length > 0))
            foreach (var word in line.Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries))
                html.ShouldContain(word, Case.Sensitive, $"{name}: {line}");
    }

    public static TheoryData<string, string> Subjects => new()
    {
        { "ส่งแบบรายงาน", "ตอบกลับ: ส่งแบบรายงาน" },
        { "RE: ส่งแบบรายงาน", "RE: ส่งแบบรายงาน" },
        { "ตอบกลับ: ส่งแบบรายงาน", "ตอบกลับ: ส่งแบบรายงาน" },
        { "Fwd: ส่งแบบรายงาน", "ตอบกลับ: Fwd: ส่งแบบรายงาน" },
        { "Report", "ตอบกลับ: Report" },
        { "", "ใบตอบรับแบบรายงาน" },
        { "   ", "ใบตอบรับแบบรายงาน" },
        { "ก\r\nBcc: a@b.c", @"ตอบกลับ: ก\r\nBcc: a@b.c" },
    };

    [Theory]
    [MemberData(nameof(Subjects))]
    public void The_subject_is_that_of_the_mail_said_to_be_an_answer_once(string answered, string subject) => MailAnswerSamples.Letter.Subject(answered).ShouldBe(subject);

    [Fact]
    public void Nothing_that_a_sender_wrote_becomes_html()
    {
        var answer = MailAnswerSamples.All["rejected"];
        var html = LetterHtml.Of(MailAnswerSamples.Letter.Of(answer with
        {
            Subject = "<script>alert(1)</script>\u202E", Files = [answer.Files[0] with { FileName = "\"><img src=http://x.example/a.png onerror=1>.xlsx" }],
        }));
        html.ShouldNotContain("<script");
        html.ShouldNotContain("<img");
        html.ShouldNotContain("\u202E");
        System.Text.RegularExpressions.Regex.Matches(html, "<[^>]*(?:src|href|url)\\s*[=(][^>]*>").ShouldBeEmpty("nothing remote");
    }

    [Fact]
    public void The_letter_is_the_same_under_the_Thai_culture() => UnderThai.Run(() => LetterHtml.Of(MailAnswerSamples.Letter.Of(MailAnswerSamples.All["mixture"])))
        .ShouldBe(LetterHtml.Of(MailAnswerSamples.Letter.Of(MailAnswerSamples.All["mixture"])));

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "an unknown key", "footer: x\n", "footer" },
        { "an unknown slot", "files: พบ {files}\n", "files" },
        { "an unknown slot in a step", "held_steps: ['{name}']\n", "held_steps" },
        { "an empty text", "title: ''\n", "title" },
        { "a text in place of a list", "held_steps: รอ\n", "held_steps" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_in_the_wording_is_told_with_file_and_key(string why, string line, string key)
    {
        var right = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "templates", "mail", "answer.yaml"));
        var name = line.Split(':')[0] + ":";
        var kept = string.Join('\n', Without(right.ReplaceLineEndings("\n").Split('\n'), name));
        var told = Should.Throw<DefinitionException>(
            () => MailAnswerWording.Load(DefinitionFiles.Of("test", [new DefinitionFile("mail/answer.yaml", System.Text.Encoding.UTF8.GetBytes(kept + "\n" + line))])), why).Message;
        told.ShouldContain("answer.yaml");
        told.ShouldContain(key);
    }

    [Fact]
    public void Every_disposition_has_an_answer()
    {
        foreach (var disposition in Enum.GetValues<MailDisposition>())
            LetterText.Of(MailAnswerSamples.Letter.Of(MailAnswerSamples.All["held"] with { Disposition = disposition }), "\n").ShouldContain("ขั้นตอนต่อไป", Case.Sensitive, $"{disposition}");
    }

    private static IEnumerable<string> Without(IEnumerable<string> lines, string key)
    {
        var dropping = false;
        foreach (var line in lines)
        {
            dropping = line.StartsWith(key, StringComparison.Ordinal) || (dropping && line.StartsWith(' '));
            if (!dropping)
                yield return line;
        }
    }

    private static string Bare(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Root(string from) => File.Exists(Path.Combine(from, "Dla.Etl.sln")) ? from : Root(Path.GetDirectoryName(from)!);
}
