using Dla.Etl.MailProofTests.Office;
using Dla.Etl.MailProofTests.Post;
using Dla.Etl.Reporting;
using NPOI.SS.UserModel;

namespace Dla.Etl.MailProofTests.Judging;

/// <summary>Counts everything after a proof: in the warehouse, in the mailbox and at the relay.</summary>
/// <param name="office">The installation.</param>
/// <param name="sent">What was sent to it, in the order in which it lay in the mailbox.</param>
internal sealed class Judge(MailOffice office, IReadOnlyList<Sent> sent)
{
    private const string Mails =
        """
        SELECT m.uid AS Uid, m.number AS Number, m.disposition || '/' || m.goes_to AS Disposition, a.withheld AS Withheld, o.recipient AS Recipient, o.message_id AS AnswerId,
          CASE WHEN v.mail_id IS NULL THEN 0 ELSE 1 END AS Moved
        FROM received_mail m
        LEFT JOIN mail_answer a ON a.mail_id = m.id AND a.occasion = 'received'
        LEFT JOIN outbox o ON o.id = a.outbox_id
        LEFT JOIN mail_move v ON v.mail_id = m.id
        """;

    /// <summary>Everything is as it must be, whatever happened meanwhile.</summary>
    public async Task EverythingAsync()
    {
        Messages();
        await MailboxAsync();
        Relay();
        Well();
    }

    /// <summary>Every message is registered once, decided, and answered or not as it should be.</summary>
    public void Messages()
    {
        var mails = office.Query<Mail>($"{Mails} ORDER BY m.uid");
        Differences([.. mails.Select(Line)], [.. sent.Select((message, index) => Line(index + 1, message))]).ShouldBeEmpty();
        mails.ShouldAllBe(mail => mail.Moved == 1);
        office.Count("SELECT count(*) FROM mail_trouble").ShouldBe(0, "no message is in the middle of being taken");
        office.Query<long>("SELECT f.receipt_number FROM received_file f WHERE (SELECT count(*) FROM outcome o WHERE o.received_file_id = f.id) <> 1")
            .ShouldBeEmpty("each return is decided on once");
        office.Query<string>("SELECT form || unit || fiscal_year FROM return_version GROUP BY form, unit, fiscal_year, version HAVING count(*) > 1").ShouldBeEmpty();
    }

    /// <summary>Each message lies in one of the two folders, none in both and none in neither.</summary>
    public async Task MailboxAsync()
    {
        (await office.Box.CountAsync(office.Mail.Imap.Folder)).ShouldBe(0);
        await LiesAsync("รับแล้ว", sent.Where(message => !message.IsProblem));
        await LiesAsync("ต้องตรวจสอบ", sent.Where(message => message.IsProblem));
    }

    /// <summary>Each answer left once, to the right one, in its thread, with marked copies that open; and nothing else did but what was decided.</summary>
    public void Relay()
    {
        var left = office.Sink.All();
        left.GroupBy(mail => mail.Read.Header.MessageId).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty("no mail is sent twice");
        left.Select(mail => mail.Read.Header.MessageId!).Order(StringComparer.Ordinal)
            .ShouldBe(office.Query<string>("SELECT message_id FROM outbox").Order(StringComparer.Ordinal), "what was decided left, and nothing else");
        office.Query<string>("SELECT DISTINCT state FROM outbox_state").ShouldAllBe(state => state == "sent");
        var answers = office.Query<string>("SELECT message_id FROM outbox WHERE kind = 'answer'").ToHashSet(StringComparer.Ordinal);
        var expected = sent.Where(message => message.AnswerTo is not null).ToList();
        left.Where(mail => answers.Contains(mail.Read.Header.MessageId!)).Select(mail => $"{mail.To} {mail.InReplyTo}").Order(StringComparer.Ordinal)
            .ShouldBe(expected.Select(message => $"{message.AnswerTo} {message.MessageId}").Order(StringComparer.Ordinal));
        // Two messages may have one Message-ID; then what was attached to their answers cannot be told apart by it.
        var pairs = expected.Where(message => expected.Count(other => other.MessageId == message.MessageId) == 1)
            .Select(message => (Message: message, Answer: left.Single(mail => mail.InReplyTo == message.MessageId && answers.Contains(mail.Read.Header.MessageId!)))).ToList();
        Differences([.. pairs.Select(pair => $"{pair.Message.Name}: {pair.Answer.Files.Count} marked")], [.. pairs.Select(pair => $"{pair.Message.Name}: {pair.Message.Marked} marked")]).ShouldBeEmpty();
        foreach (var (message, answer) in pairs)
            Answer(message, answer);
    }

    /// <summary>The program itself finds nothing wrong, but that the office has not entered the holidays of the moon for the year of the clock.</summary>
    public void Well() => office.Run("doctor").Said.Split('\n').Where(line => line.StartsWith("ผิดปกติ", StringComparison.Ordinal) && !line.Contains(" calendar:", StringComparison.Ordinal)).ShouldBeEmpty();

    // Shouldly shows whole lists, in which nobody finds the line that differs.
    private static string Differences(string[] found, string[] expected) =>
        string.Join('\n', expected.Except(found, StringComparer.Ordinal).Select(line => $"- {line}").Concat(found.Except(expected, StringComparer.Ordinal).Select(line => $"+ {line}")));

    private static void Answer(Sent message, TakenMail answer)
    {
        answer.Read.Header["Auto-Submitted"].ShouldHaveSingleItem("a machine knows an answer of ours").ShouldStartWith("auto-", Case.Sensitive);
        // Case.Sensitive is ordinal; the other way compares as Thai does, which overlooks marks.
        answer.Read.Text.ShouldNotContain("{", Case.Sensitive, $"{message.Name}: every slot is filled");
        // The sender's own workbook has a sheet of findings more; beside what cannot be marked comes a workbook of them alone.
        foreach (var (name, content) in answer.Files.Where(file => Path.GetExtension(file.Name).ToLowerInvariant() is ".xlsx" or ".xlsm" or ".xls"))
            NpoiCulture.Invariant(() => WorkbookFactory.Create(new MemoryStream(content)).NumberOfSheets)
                .ShouldBeGreaterThan(name.StartsWith("ผลการตรวจ-", StringComparison.Ordinal) ? 0 : 1, $"{message.Name}: {name} has a sheet of findings");
    }

    private async Task LiesAsync(string folder, IEnumerable<Sent> messages)
    {
        var all = messages.ToList();
        (await office.Box.CountAsync(folder)).ShouldBe(all.Count, folder);
        (await office.Box.MessageIdsAsync(folder)).Order(StringComparer.Ordinal).ShouldBe(all.Where(message => message.MessageId.Length > 0).Select(message => message.MessageId).Order(StringComparer.Ordinal), folder);
    }

    private string Line(Mail mail, int index)
    {
        var verdicts = office.Query<string>($"SELECT o.verdict FROM received_file f JOIN received_mail m ON m.id = f.mail_id LEFT JOIN outcome o ON o.received_file_id = f.id WHERE m.number = {mail.Number} ORDER BY f.receipt_number");
        var why = index < sent.Count && mail.Withheld?.Contains(sent[index].Why, StringComparison.Ordinal) == true ? sent[index].Why : mail.Withheld;
        return $"{mail.Uid} {(index < sent.Count ? sent[index].Name : "?")}: {mail.Disposition} [{string.Join(' ', verdicts)}] {mail.Recipient ?? $"no answer: {why}"}";
    }

    private static string Line(int uid, Sent message) =>
        $"{uid} {message.Name}: {message.Disposition} [{string.Join(' ', message.Verdicts)}] {message.AnswerTo ?? $"no answer: {message.Why}"}";

    private sealed record Mail
    {
        public long Uid { get; init; }

        public long Number { get; init; }

        public string Disposition { get; init; } = "";

        public string? Withheld { get; init; }

        public string? Recipient { get; init; }

        public long Moved { get; init; }
    }
}
