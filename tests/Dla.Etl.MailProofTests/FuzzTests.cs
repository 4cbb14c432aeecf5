using System.Text;
using Dla.Etl.MailProofTests.Judging;
using Dla.Etl.MailProofTests.Office;
using Xunit.Abstractions;

namespace Dla.Etl.MailProofTests;

/// <summary>Messages that chance has spoilt, through the whole program: each is accounted for, and nothing is written where it does not belong.</summary>
/// <param name="output">Told the seed.</param>
public sealed class FuzzTests(ITestOutputHelper output)
{
    [SkippableFact]
    public async Task Dovecot_gives_spoilt_messages_and_each_is_accounted_for()
    {
        var random = Chance.Of(output);
        await using var office = new MailOffice(MailOffice.Sqlite);
        var good = office.Mailing.Everything();
        var count = Chance.IsLong ? 600 : 60;
        for (var number = 0; number < count; number++)
            await office.Box.AppendAsync(Spoilt(random, good[random.Next(good.Count)].Bytes, good[random.Next(good.Count)].Bytes));
        var outside = Outside(office);

        office.Run("run").Exit.ShouldBe(0, "nothing that comes breaks the program");

        Outside(office).ShouldBe(outside, "nothing is written where it does not belong");
        office.Count("SELECT count(*) FROM received_mail").ShouldBe(count);
        office.Count("SELECT count(*) FROM received_mail WHERE disposition = 'unreadable'").ShouldBe(0);
        office.Count("SELECT count(*) FROM mail_answer").ShouldBe(count, "of each it is decided once whether it is answered");
        office.Count("SELECT count(*) FROM mail_move").ShouldBe(count);
        office.Count("SELECT count(*) FROM received_file f WHERE NOT EXISTS (SELECT 1 FROM outcome o WHERE o.received_file_id = f.id)").ShouldBe(0);
        (await office.Box.CountAsync()).ShouldBe(0);
        (await office.Box.CountAsync("รับแล้ว") + await office.Box.CountAsync("ต้องตรวจสอบ")).ShouldBe(count);
        // An address that was spoilt may be one that the relay will not have; the operator hears of it and lets it be.
        foreach (var refused in office.Query<long>("SELECT o.number FROM outbox o JOIN outbox_state s ON s.outbox_id = o.id WHERE s.state = 'failed' AND s.last_error LIKE '%server response%'"))
            office.Run("mail", "settle", $"{refused}", "--cancel", "--reason", "ที่อยู่เสีย").Exit.ShouldBe(0);
        office.Query<string>("SELECT o.recipient || ' ' || s.state FROM outbox o JOIN outbox_state s ON s.outbox_id = o.id WHERE s.state NOT IN ('sent', 'cancelled')").ShouldBeEmpty();
        office.Sink.All().Select(mail => mail.Read.Header.MessageId!).Order(StringComparer.Ordinal).ShouldBe(
            office.Query<string>("SELECT o.message_id FROM outbox o JOIN outbox_state s ON s.outbox_id = o.id WHERE s.state = 'sent'").Order(StringComparer.Ordinal));
        new Judge(office, []).Well();
    }

    // What lies beside the workspace, and what lies in it besides the folders that the program makes.
    private static IReadOnlyList<string> Outside(MailOffice office) =>
    [
        .. Directory.EnumerateFileSystemEntries(office.Around).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal),
        .. Directory.Exists(Path.Combine(office.Workspace, "archive"))
            ? Directory.EnumerateFiles(office.Workspace, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(office.Workspace, path))
                .Where(path => path.Split('/')[0] is not ("archive" or "received" or "replies" or "reports" or "outbox" or "drop" or "addresses.yaml" or "warehouse.db" or "warehouse.db-wal" or "warehouse.db-shm"))
            : [],
    ];

    private static byte[] Spoilt(Random random, byte[] message, byte[] other)
    {
        var bytes = message.ToList();
        for (var times = random.Next(1, 4); times > 0 && bytes.Count > 20; times--)
        {
            // Half of the time where it matters most: in the header.
            var at = random.Next(2) == 0 ? random.Next(Math.Min(bytes.Count, 1500)) : random.Next(bytes.Count);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] = (byte)random.Next(1, 256);
                    break;
                case 1:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(200), bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.Skip(random.Next(bytes.Count)).Take(random.Next(600)).ToList());
                    break;
                case 4:
                    bytes.InsertRange(at, other.Skip(random.Next(other.Length)).Take(random.Next(3000)));
                    break;
                case 5:
                    bytes.InsertRange(at, Encoding.ASCII.GetBytes("\r\n--=_edge\r\nContent-Disposition: attachment; filename=\"../../../x\"; filename*=utf-8''..%2F..%2F%00con.xlsx\r\n\r\n"));
                    break;
                default:
                    bytes.InsertRange(at, Enumerable.Repeat((byte)random.Next(1, 256), random.Next(1, 5000)));
                    break;
            }
        }

        // A message of no byte is refused by the server, and so never comes.
        return [.. bytes.Where(letter => letter != 0).DefaultIfEmpty((byte)'x')];
    }
}
