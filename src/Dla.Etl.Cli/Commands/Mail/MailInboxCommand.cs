using System.CommandLine;
using Dla.Etl.Findings;
using Dla.Etl.Intake;
using Dla.Etl.Intake.Mails;
using Dla.Etl.Normalising;

namespace Dla.Etl.Cli.Commands.Mail;

/// <summary><c>mail inbox</c>: which messages came and what became of them.</summary>
internal static class MailInboxCommand
{
    private const string Description =
        """
        อีเมลที่ได้รับ และผลของแต่ละฉบับ · messages that came and what became of them

        Exit codes: 0 done, 64 wrong usage or no warehouse yet, 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var held = new Option<bool>("--held") { Description = "เฉพาะฉบับที่รออนุญาต · only those that wait for permission" };
        var count = new Option<int>("--last") { Description = "จำนวนฉบับล่าสุด · how many at most", DefaultValueFactory = _ => 50, HelpName = "N" };
        count.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("--last ต้องเป็นจำนวนตั้งแต่ 1 ขึ้นไป · at least 1");
        });
        var json = SharedOptions.Json();
        var command = new Command("inbox", Description) { held, count, json };
        command.SetAction(parsed =>
        {
            using var warehouse = shared.Installation(parsed, clock).RequiredWarehouse();
            using var connection = warehouse.Read();
            var mails = InboxMail.Last(connection, parsed.GetValue(held), parsed.GetValue(count));
            if (parsed.GetValue(json))
                terminal.Json(mails.Select(MailJson.Of).ToList());
            else
                Print(terminal, mails);
        });
        return command;
    }

    private static void Print(Terminal terminal, IReadOnlyList<InboxMail> mails)
    {
        if (mails.Count == 0)
            terminal.Line("ไม่มีอีเมล");
        foreach (var mail in mails)
        {
            terminal.Line($"{mail.Number:000000}  {ThaiDates.ShortWithTime(Warehouse.Instants.Parse(mail.ReceivedAt))}  {Printable.Line(mail.Sender ?? "ไม่ทราบผู้ส่ง")}  {Printable.Slot(mail.Subject)}");
            var why = mail.Why.Length > 0 ? $" ({Printable.Slot(mail.Why)})" : "";
            terminal.Line($"        {(mail.Released == 1 ? "อนุญาตแล้ว เดิม" : "")}{Disposition(mail).Thai()}{why}{(mail.Waits == 1 ? " รออนุญาต" : "")}  {Answer(mail)}{(mail.Authentication is { } said ? $"  {Printable.Slot(said)}" : "")}");
            foreach (var file in mail.Files)
                terminal.Line($"        เลขรับที่ {ReceivedFile.ReceiptText(file.Receipt)} {FileNames.Display(file.Part)}: {(file.Verdict is { } verdict ? Verdicts.FromCode(verdict).Thai() : "รอตรวจ")}");
        }
    }

    private static string Answer(InboxMail mail) =>
        mail.Answers > 0 ? "ตอบแล้ว" : mail.Withheld is { } why ? $"ไม่ตอบ: {Printable.Slot(why)}" : "ยังไม่ได้ตอบ";

    private static MailDisposition Disposition(InboxMail mail) => MailDispositions.FromCode(mail.Disposition);
}

/// <summary>A message for scripts. The names of the properties are stable.</summary>
internal sealed record MailJson(
    long Number, string ReceivedAt, string? Sender, string Subject, string Disposition, string Why, string? Authentication, bool Waits, bool Released, long Answers, string? Withheld,
    IReadOnlyList<MailFileJson> Files)
{
    public static MailJson Of(InboxMail mail) => new(
        mail.Number, mail.ReceivedAt, mail.Sender, mail.Subject, mail.Disposition, mail.Why, mail.Authentication, mail.Waits == 1, mail.Released == 1, mail.Answers, mail.Withheld,
        [.. mail.Files.Select(file => new MailFileJson(file.Receipt, file.Part, file.Verdict))]);
}

/// <summary>A file of a message.</summary>
internal sealed record MailFileJson(long Receipt, string Part, string? Verdict);
