using System.CommandLine;
using System.Globalization;
using Dla.Etl.Installing;
using Dla.Etl.Intake;
using Dla.Etl.Keeping;

namespace Dla.Etl.Cli.Commands;

/// <summary><c>retention</c>: removes originals that were kept long enough.</summary>
internal static class RetentionCommand
{
    private const string Description =
        """
        ลบต้นฉบับที่เก็บครบระยะเวลาตามค่าตั้ง · remove originals that were kept as long as the settings say

        Retention:Originals and Retention:StandingOriginals say how long; empty keeps for ever. Figures, findings and hashes stay. The nightly housekeeping does the same.

        Exit codes: 0 done, 1 something could not be removed, 64 wrong usage or a run is under way, 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "แสดงเท่านั้น ไม่ลบ · show only" };
        var json = SharedOptions.Json();
        var command = new Command("retention", Description) { dryRun, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var installation = shared.Installation(parsed, clock);
            await using var kept = KeptInstallation.Open(installation);
            var retention = new Retention(kept.Warehouse, installation.Folders, installation.Settings.Retention, kept.Leases);
            var result = parsed.GetValue(dryRun)
                ? new RetentionResult(retention.Due(), 0, []) { Mails = retention.DueMails() }
                : await retention.RunAsync(Installation.Version, installation.Settings.Jobs.LongestWait, cancellation).ConfigureAwait(false);
            if (parsed.GetValue(json))
                terminal.Json(RetentionJson.Of(result));
            else
                Print(terminal, result);
            foreach (var complaint in result.Complaints)
                terminal.Note(complaint);
            return result.Complaints.Count == 0 ? ExitCode.Ok : ExitCode.Findings;
        });
        return command;
    }

    private static void Print(Terminal terminal, RetentionResult result)
    {
        terminal.Line($"ต้นฉบับที่เก็บครบระยะเวลา {result.Originals.Count} ไฟล์ {result.Originals.Sum(file => file.Size)} ไบต์ ลบแล้ว {result.Deleted} ไฟล์ (โฟลเดอร์ไฟล์ที่รับแล้วและคลังไฟล์)");
        terminal.Line($"อีเมลที่เก็บครบระยะเวลา {result.Mails.Mails.Count} ฉบับ ไฟล์แนบของอีเมลที่ส่งออก {result.Mails.Attachments.Count} ไฟล์ ที่อยู่ที่ลบออกจากคลังข้อมูล {result.Mails.Addresses} รายการ");
        foreach (var file in result.Originals)
            terminal.Line($"  {ReceivedFile.ReceiptText(file.ReceiptNumber)} {FileNames.Display(file.FileName)} รับเมื่อ {file.ReceivedAt}{(file.Standing == 1 ? " (ฉบับที่ใช้อยู่)" : "")}{InMail(file, result)}");
    }

    // Who removes originals on purpose should know where the same figures and names still lie.
    private static string InMail(OldOriginal file, RetentionResult result) =>
        file.Mail is { } number && result.Mails.Mails.All(mail => mail.Number != number)
            ? string.Create(CultureInfo.InvariantCulture, $" ยังอยู่ในอีเมลต้นฉบับ เลขรับอีเมล {number:000000} ซึ่งเก็บตาม Retention:Mails")
            : "";
}

/// <summary>Retention for scripts. The names of the properties are stable.</summary>
internal sealed record RetentionJson(
    IReadOnlyList<RetainedJson> Originals, int Deleted, IReadOnlyList<string> Complaints, IReadOnlyList<long> Mails, int SentAttachments, long Addresses)
{
    public static RetentionJson Of(RetentionResult result) => new(
        [.. result.Originals.Select(file => new RetainedJson(file.ReceiptNumber, file.FileName, file.Size, file.ReceivedAt, file.Standing == 1, file.Mail))], result.Deleted, result.Complaints,
        [.. result.Mails.Mails.Select(mail => mail.Number)], result.Mails.Attachments.Count, result.Mails.Addresses);
}

/// <summary>An original; <c>mail</c> is the number of the message in which it still lies.</summary>
internal sealed record RetainedJson(long Receipt, string FileName, long Size, string ReceivedAt, bool Standing, long? Mail);
