using Dla.Etl.Mail.Imap;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.MailTests.Imap;

public sealed class ModifiedUtf7Tests
{
    [Theory]
    [InlineData("INBOX", "INBOX", "ASCII stays")]
    [InlineData("", "", "nothing")]
    [InlineData("a&b", "a&-b", "the ampersand itself")]
    [InlineData("&", "&-", "alone")]
    [InlineData("รับแล้ว", "&DiMOMQ4aDkEOJQ5JDic-", "Thai with tone marks")]
    [InlineData("ต้องตรวจสอบ", "&DhUOSQ4tDgcOFQ4jDicOCA4qDi0OGg-", "no padding")]
    [InlineData("งาน/ปี 2564", "&DgcOMg4Z-/&Dhs-&DjU- 2564", null)]
    [InlineData("~peter/mail/台北/日本語", "~peter/mail/&U,BTFw-/&ZeVnLIqe-", "RFC 3501, 5.1.3")]
    [InlineData("é😀", "&AOnYPd4A-", "a pair of surrogates")]
    public void A_name_is_written_as_the_protocol_wants_it(string name, string written, string? reason)
    {
        if (reason is not null)
            ModifiedUtf7.Encode(name).ShouldBe(written, reason);
        ModifiedUtf7.Decode(written).ShouldBe(name, "and read again, also where others split runs");
    }

    [Theory]
    [InlineData("&DiM", "no end")]
    [InlineData("&Di-", "half a letter")]
    [InlineData("&D!M-", "not base64")]
    [InlineData("é", "not ASCII")]
    [InlineData("a\tb", "a control character")]
    public void What_is_written_otherwise_has_no_name(string written, string reason) => ModifiedUtf7.Decode(written).ShouldBeNull(reason);

    [Fact]
    public void Every_name_comes_back() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), name =>
        {
            var written = ModifiedUtf7.Encode(name.Get);
            written.ShouldAllBe(letter => letter >= ' ' && letter <= '~');
            if (!HasLoneSurrogate(name.Get))
                ModifiedUtf7.Decode(written).ShouldBe(name.Get);
        }).QuickCheckThrowOnFailure();

    private static bool HasLoneSurrogate(string name) => name.Where((letter, at) => char.IsSurrogate(letter) && !(
        char.IsHighSurrogate(letter) && at + 1 < name.Length && char.IsLowSurrogate(name[at + 1]) || char.IsLowSurrogate(letter) && at > 0 && char.IsHighSurrogate(name[at - 1]))).Any();
}
