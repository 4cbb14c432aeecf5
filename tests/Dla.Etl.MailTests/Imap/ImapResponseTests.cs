using System.Text;
using Dla.Etl.Mail;
using Dla.Etl.Mail.Imap;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.MailTests.Imap;

public sealed class ImapResponseTests
{
    [Theory]
    [InlineData("* OK [UIDVALIDITY 77] fine", "*", "OK", "UIDVALIDITY", "77", "fine")]
    [InlineData("D0001 NO [TRYCREATE] no such folder", "D0001", "NO", "TRYCREATE", "", "no such folder")]
    [InlineData("* ok [alert] read me {5}", "*", "OK", "ALERT", "", "read me {5}")]
    [InlineData("* BYE", "*", "BYE", "", "", "")]
    [InlineData("* OK [unfinished", "*", "OK", "", "", "[unfinished")]
    [InlineData("* OK [PERMANENTFLAGS (\\Seen \\*)] flags", "*", "OK", "PERMANENTFLAGS", "(\\Seen \\*)", "flags")]
    [InlineData("+ go on {3}", "+", "", "", "", "go on {3}")]
    [InlineData("+", "+", "", "", "", "")]
    public async Task Words_of_the_server_have_a_code_and_a_text(string line, string tag, string name, string code, string value, string text)
    {
        var response = await ReadAsync(line + "\r\n");

        (response.Tag, response.Name, response.Code, response.CodeValue, response.Text).ShouldBe((tag, name, code, value, text));
    }

    [Fact]
    public async Task What_FETCH_says_is_found_by_name_in_any_order_quoted_or_as_a_literal()
    {
        var response = await ReadAsync("* 12 FETCH (FLAGS (\\Seen $Label) BODY[HEADER.FIELDS (MESSAGE-ID)] {5}\r\na)\"({ X NIL UID 4294967295 ENVELOPE (\"q\\\"uo\\\\te\" ()))\n");

        var fetched = response.Fetched.ShouldNotBeNull();
        response.Number.ShouldBe(12);
        fetched.After("uid")!.AsNumber.ShouldBe(4294967295);
        fetched.After("body[header.fields (message-id)]")!.AsText.ShouldBe("a)\"({");
        fetched.After("X").ShouldBeOfType<ImapNil>();
        fetched.After("FLAGS").ShouldBeOfType<ImapList>().Items.Count.ShouldBe(2);
        fetched.After("ENVELOPE").ShouldBeOfType<ImapList>().Items[0].AsText.ShouldBe("q\"uo\\te");
        fetched.After("(").ShouldBeNull("only names count, not values");
    }

    [Theory]
    [InlineData("* 1 FETCH (UID 5", "a list that does not end")]
    [InlineData("* 1 FETCH UID 5)", "a list that does not begin")]
    [InlineData("* 1 FETCH (X \"abc)", "a quoted string that does not end")]
    [InlineData("* 1 FETCH (BODY[ 5)", "a bracket that does not end")]
    [InlineData("* 1 FETCH (a\u0001b)", "a control character")]
    [InlineData("* 1 FETCH (a\0)", "a NUL")]
    [InlineData("", "an empty line")]
    [InlineData(" OK", "no tag")]
    [InlineData("*", "no name")]
    [InlineData("* 12", "a number and nothing more")]
    [InlineData("* 1 FETCH (BODY[X] {99999999999999999999}", "a literal longer than any number")]
    [InlineData("* 1 FETCH (BODY[X] {1048577}", "a literal above the limit")]
    [InlineData("* 1 FETCH (BODY[X] {5}", "a literal that does not come")]
    public async Task What_is_no_response_is_told_apart_from_one(string line, string reason) =>
        (await Should.ThrowAsync<MailboxException>(() => ReadAsync(line + "\r\n"), reason)).Message.ShouldContain("server.example.org");

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public async Task Lists_may_lie_in_lists_as_deep_as_servers_need(int depth, bool isRead) =>
        await OnlyWithinAsync($"* X {new string('(', depth)}{new string(')', depth)}\r\n", isRead);

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task A_line_may_have_a_mebibyte(int more, bool isRead) =>
        await OnlyWithinAsync($"* X {new string('a', ImapResponseReader.MostText - 5 + more)}\r\n", isRead);

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public async Task A_response_may_have_a_hundred_literals(int count, bool isRead) =>
        await OnlyWithinAsync($"* X{string.Concat(Enumerable.Repeat(" {1}\r\na", count))}\r\n", isRead);

    [Fact]
    public void Bytes_of_any_kind_are_a_response_or_a_clear_exception() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Elements("* ", "1 ", "FETCH ", "(", ")", "\"", "\\", "{3}\r\n", "{0}\r\n", "{9}\r\n", "BODY[", "]", "\r\n", "\n", "NIL", "UID ", "OK ", "[", "é", "\0", "+ ", "abc", "{", "}"))
            .ToArbitrary(), pieces =>
        {
            try
            {
                ReadAsync(string.Concat(pieces)).GetAwaiter().GetResult();
            }
            catch (MailboxException)
            {
                // That is one of the two.
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static async Task OnlyWithinAsync(string text, bool isRead)
    {
        if (isRead)
            (await ReadAsync(text)).Name.ShouldBe("X");
        else
            (await Should.ThrowAsync<MailboxException>(() => ReadAsync(text))).IsTransient.ShouldBeFalse();
    }

    private static Task<ImapResponse> ReadAsync(string text)
    {
        var patience = new Patience("server.example.org:993", TimeSpan.FromMinutes(1), TimeProvider.System);
        return new ImapResponseReader(new ImapWire(new MemoryStream(Encoding.Latin1.GetBytes(text)), patience)).ReadAsync(null, default);
    }
}
