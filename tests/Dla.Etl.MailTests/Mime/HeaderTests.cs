using System.Text;
using Dla.Etl.Mail;
using Dla.Etl.Mail.Mime;

namespace Dla.Etl.MailTests.Mime;

/// <summary>What single headers mean.</summary>
public sealed class HeaderTests
{
    [Theory]
    [InlineData("a@example.org", "a@example.org", "bare")]
    [InlineData("A@Example.ORG (name)", "a@example.org", "a comment behind, as old programs name people")]
    [InlineData("\"b@example.org\" <a@example.org>", "a@example.org", "the name is an address of somebody else")]
    [InlineData("b@example.org <a@example.org>", "a@example.org", "so without quotes")]
    [InlineData("สมหมาย <a@example.org>", "a@example.org", "bare UTF-8")]
    [InlineData("=?utf-8?B?4Lit?= <a@example.org>, b@example.org", "a@example.org", "the first of two")]
    [InlineData("group: a@example.org, b@example.org;", "a@example.org", "a group")]
    [InlineData("undisclosed-recipients:;", null, "an empty group")]
    [InlineData("<\"a.b\"@example.org>", "a.b@example.org", "quotes without need")]
    [InlineData("\"a.b\"@example.org", "a.b@example.org", "so bare")]
    [InlineData("<@relay.example.org:a@example.org>", "a@example.org", "an old route")]
    [InlineData("a b@example.org", null, "a blank inside")]
    [InlineData("<a@example.org", "a@example.org", "never closed")]
    [InlineData("<>", null, "nobody")]
    [InlineData("<a>, <b@example.org>", "b@example.org", "one that is no address before one that is")]
    [InlineData("a@", null, "no domain")]
    [InlineData("((((", null, "comments that never close")]
    [InlineData("\"", null, "a quote that never closes")]
    public void From(string value, string? address, string why) => Header($"From: {value}").From.ShouldBe(address, why);

    [Fact]
    public void A_control_character_ends_no_header_of_ours() =>
        Header("From: <a@example.org\rBcc:b@example.org>\nMessage-ID: <a\rb@x>").ShouldSatisfyAllConditions(
            header => header.From.ShouldBeNull(),
            header => header.MessageId.ShouldBeNull());

    [Theory]
    [InlineData("<1@a>", "1@a", "as it should be")]
    [InlineData("(x) <1@a> y", "1@a", "with a comment")]
    [InlineData("1@a", "1@a", "without brackets")]
    [InlineData("<1 2@a>", null, "a blank inside")]
    [InlineData("<ก@a>", null, "not ASCII")]
    [InlineData("<>", null, "empty")]
    public void Message_ids(string value, string? id, string why) => Header($"Message-ID: {value}").MessageId.ShouldBe(id, why);

    [Theory]
    [InlineData(250, true)]
    [InlineData(251, false)]
    public void An_id_has_a_length(int length, bool isUsed) => (Header($"Message-ID: <{new string('a', length)}>").MessageId is not null).ShouldBe(isUsed);

    [Theory]
    [InlineData(50, 50, "1@a")]
    [InlineData(51, 50, "2@a")]
    public void A_long_thread_keeps_its_first_and_its_last(int count, int kept, string second)
    {
        var references = Header("References: " + string.Join("\n ", Enumerable.Range(0, count).Select(number => $"<{number}@a>"))).References;

        (references.Count, references[0], references[^1]).ShouldBe((kept, "0@a", $"{count - 1}@a"));
        references[1].ShouldBe(second);
    }

    [Fact]
    public void Without_references_the_message_answered_is_the_thread() =>
        Header("In-Reply-To: <1@a>").References.ShouldBe(["1@a"]);

    [Theory]
    [InlineData("=?utf-8?Q?a_b=20?= c", "a b c", "underscores, and a blank at the end that counts")]
    [InlineData("=?utf-8?q?a?=b=?utf-8?q?c?=", "abc", "words without blanks around")]
    [InlineData("=?utf-8?Q?a b?=", "a b", "blanks inside a word")]
    [InlineData("=?utf-8*th?Q?a?=", "a", "with a language")]
    [InlineData("=?utf-8?X?a?=", "=?utf-8?X?a?=", "another encoding")]
    [InlineData("=?utf-8?B?YQ", "a", "never ends")]
    [InlineData("=? =?? =?a?b", "=? =?? =?a?b", "nearly words")]
    [InlineData("=?utf-8?B?4Lic?= =?windows-874?Q?=C5?=", "ผล", "two charsets side by side")]
    [InlineData("a\u202Eb\u0007c", "ab c", "a mark of direction, a bell")]
    public void Subjects(string value, string subject, string why) => Header($"Subject: {value}").Subject.ShouldBe(subject, why);

    [Theory]
    [InlineData("utf-8", "เรียน", "utf-8", null, "right")]
    [InlineData("windows-874", "แบบ", "windows-874", null, "right, though it is UTF-8 as well")]
    [InlineData("windows-874", "แบบ", "utf-8", "windows-874", "two letters that are one in UTF-8")]
    [InlineData("windows-874", "รก", null, "windows-874", "two letters that are one in UTF-8")]
    [InlineData("utf-8", "เรียน ท่าน", "tis-620", "utf-8", "Thai in UTF-8 under an old name")]
    [InlineData("utf-8", "café", "utf-8", null, "French stays French")]
    [InlineData("iso-8859-1", "café olé", "iso-8859-1", null, "French stays French")]
    [InlineData("windows-874", "เรียน", "iso-8859-1", "windows-874", "Thai that says Latin")]
    [InlineData("windows-874", "เรียน", "no-such", "windows-874", "a charset that nobody knows")]
    [InlineData("utf-8", "abc", "no-such", null, "in ASCII the charset does not matter")]
    [InlineData("shift_jis", "日本", "shift_jis", null, "others as they say")]
    [InlineData("utf-16", "เรียน", "utf-16le", null, "two bytes a letter")]
    public void Charsets_are_guessed_where_they_lie(string written, string text, string? claimed, string? instead, string why)
    {
        var encoding = written is "utf-8" or "utf-16" or "iso-8859-1" ? Encoding.GetEncoding(written) : CodePagesEncodingProvider.Instance.GetEncoding(written)!;

        Charsets.Decode(encoding.GetBytes(text), claimed).ShouldBe((text, instead), why);
    }

    [Fact]
    public void A_header_that_is_cut_anywhere_is_read_as_far_as_it_goes()
    {
        var whole = ReadingFolder.Crlf("From: a@example.org\nSubject: =?utf-8?B?4Lic?=\n more\nX: y\n\n");

        for (var length = 0; length <= whole.Length; length++)
            (MailReader.ReadHeader(whole.AsMemory(0, length)).From ?? "").ShouldBe(length <= 8 ? "" : "a@example.org"[..Math.Min(13, length - 6)]);
        MailReader.ReadHeader(whole).Subject.ShouldBe("ผ more");
    }

    [Fact]
    public void Our_own_message_is_known_by_its_id() =>
        MailReader.ReadHeader(ReadingFolder.Crlf("Message-ID: <own@dla.example.go.th>\n\n"), id => id == "own@dla.example.go.th").Automatic.ShouldBe(AutomaticMail.Ours);

    [Fact]
    public void An_away_notice_that_answers_us_is_known_by_its_thread() =>
        MailReader.ReadHeader(ReadingFolder.Crlf("Subject: Out of Office: x\nIn-Reply-To: <own@a>\n\n"), id => id == "own@a").Automatic.ShouldBe(AutomaticMail.AutoSubmitted);

    private static MailHeader Header(string lines) => MailReader.ReadHeader(Encoding.UTF8.GetBytes(lines.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n\r\n"));
}
