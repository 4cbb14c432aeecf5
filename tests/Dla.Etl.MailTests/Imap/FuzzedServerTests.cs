using System.Text;
using Dla.Etl.Mail;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.MailTests.Imap;

/// <summary>Servers whose answers were damaged at random: the client ends, and says nothing else than a <see cref="MailboxException"/>.</summary>
public sealed class FuzzedServerTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly string[] Spices =
        ["\r\n", "\n", " ", "(", ")", "\"", "\\", "{3}\r\n", "{0}\r\n", "{99999999999}\r\n", "* ", "+ ", "TAG OK done\r\n", "* BYE bye\r\n", "[", "]", "NIL", "\0", "ก", "* 1 FETCH (UID 5 BODY[] {2}\r\nab)\r\n", "((((((((((((((((((((("];

    [Fact]
    public void Damaged_answers_are_told_or_understood_and_never_hang()
    {
        var told = 0;

        Prop.ForAll(Gen.Choose(1, int.MaxValue).ToArbitrary(), seed =>
        {
            if (TryAsync(seed).GetAwaiter().GetResult())
                told++;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(120));

        told.ShouldBeInRange(40, 119, "most damage is noticed, and some does not matter");
    }

    private static async Task<bool> TryAsync(int seed)
    {
        var random = new Random(seed);
        using var server = ScriptedServer.Usual(command => random.Next(6) > 0 ? null : Damaged(ScriptedServer.Answer(command), random));
        var settings = Given.Settings(server.Port) with { Patience = TimeSpan.FromMinutes(5) };
        await using var mailbox = new ImapMailbox(settings, new HastyClock(), tokens: null);
        try
        {
            await UseAsync(mailbox).WaitAsync(Longest);
            return false;
        }
        catch (MailboxException told)
        {
            told.Message.ShouldNotContain("sesame");
            return true;
        }
    }

    private static async Task UseAsync(ImapMailbox mailbox)
    {
        await mailbox.OpenOnceAsync(default);
        foreach (var mail in await mailbox.ListAsync(default))
        {
            using var header = new MemoryStream();
            (await mailbox.HeaderAsync(mail.Uid, 100, default))?.Length.ShouldBeLessThanOrEqualTo(100);
            if (mail.Uid == 5)
                await mailbox.DownloadAsync(mail.Uid, header, default);
            await mailbox.MoveAsync(mail.Uid, MailboxFolder.Received, default);
        }
    }

    private static string Damaged(string answer, Random random)
    {
        var text = new StringBuilder(answer);
        for (var times = random.Next(1, 4); times > 0 && text.Length > 0; times--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, random.Next(1, text.Length - at + 1));
                    break;
                case 1:
                    text.Insert(at, Spices[random.Next(Spices.Length)]);
                    break;
                case 2:
                    text[at] = (char)random.Next(1, 256);
                    break;
                default:
                    text.Append(text.ToString(at, text.Length - at));
                    break;
            }
        }
        return text.ToString();
    }
}
