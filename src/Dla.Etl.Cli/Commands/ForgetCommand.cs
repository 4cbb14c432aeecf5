using System.CommandLine;
using Dla.Etl.Installing;
using Dla.Etl.Keeping;

namespace Dla.Etl.Cli.Commands;

/// <summary><c>forget</c>: removes a person's address.</summary>
internal static class ForgetCommand
{
    private const string Description =
        """
        ลบที่อยู่อีเมลหรือหมายเลขโทรศัพท์ของบุคคลออกจากทุกที่ · remove a person's mail address or telephone everywhere but the audit's fact of removal

        Without --yes it only shows where it is. With it: originals that hold it are deleted (their figures and hash stay), answers are written anew,
        texts of the warehouse get [ลบ] in its place. No figure changes. An address that a template in use names is refused. Interrupted, the same command finishes. Earlier backups still hold it until they are dropped.

        Exit codes: 0 shown or removed everywhere, 1 something still holds it (said which), 64 wrong usage or a run is under way, 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var address = new Argument<string>("ADDRESS") { Description = "อีเมลหรือหมายเลขโทรศัพท์ · mail address or telephone, e.g. somchai@example.go.th or 02-241-9000" };
        var yes = new Option<bool>("--yes") { Description = "ลบจริง · remove it" };
        var reason = new Option<string?>("--reason") { Description = "เหตุผลสำหรับบันทึกการตรวจสอบ เช่น เลขที่คำขอ · for the audit, e.g. the number of the request", HelpName = "TEXT" };
        var json = SharedOptions.Json();
        var command = new Command("forget", Description) { address, yes, reason, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var whose = PersonAddress.Parse(parsed.GetValue(address)!)
                ?? throw new UsageException("ต้องเป็นที่อยู่อีเมล หรือหมายเลขโทรศัพท์ไทย 9–10 หลัก · neither a mail address nor a Thai telephone number");
            var installation = shared.Installation(parsed, clock);
            await using var kept = KeptInstallation.Open(installation);
            var forgetting = new Forgetting(kept.Warehouse, installation.Folders, installation.Settings.Reading, kept.Leases)
            {
                Templates = installation.Definitions, InUse = InUse(installation),
            };
            var remove = parsed.GetValue(yes);
            var found = remove
                ? await forgetting.RemoveAsync(whose, parsed.GetValue(reason), installation.Settings.Jobs.LongestWait, cancellation).ConfigureAwait(false)
                : forgetting.Find(whose, cancellation);
            if (parsed.GetValue(json))
                terminal.Json(found);
            else
                Print(terminal, found, remove);
            return remove && found.Left.Count > 0 ? ExitCode.Findings : ExitCode.Ok;
        });
        return command;
    }

    // The office's own mailbox and the people in its address book.
    private static IReadOnlyList<(string Where, string Text)> InUse(Installation installation)
    {
        var (mail, book) = (installation.Settings.Mail, installation.Addresses());
        return
        [
            ("ค่าตั้ง Mail:Imap:User", mail.Imap.User), ("ค่าตั้ง Mail:Smtp:User", mail.Smtp.User), ("ค่าตั้ง Mail:Smtp:From", mail.Smtp.From),
            ("สมุดที่อยู่", string.Join(' ', book.Units.SelectMany(unit => unit.Addresses).Concat(book.Posts.SelectMany(post => post.Addresses)))),
        ];
    }

    private static void Print(Terminal terminal, AddressPlaces found, bool removed)
    {
        terminal.Line(found.Nowhere ? "ไม่พบที่อยู่นี้ · found nowhere" : removed ? "ลบแล้ว · removed" : "พบที่อยู่นี้ (ยังไม่ลบ สั่งซ้ำพร้อม --yes เพื่อลบ) · found; nothing was removed yet");
        foreach (var (column, rows) in found.Texts)
            terminal.Line($"  {column}: {rows} แถว");
        foreach (var original in found.Originals)
            terminal.Line($"  ต้นฉบับ · original: {original}");
        foreach (var file in found.Files)
            terminal.Line($"  {file}");
        foreach (var left in found.Left)
            terminal.Note($"ยังเหลือ · still there: {left}");
        if (removed)
            terminal.Note("สำเนาสำรองที่ทำไว้ก่อนหน้านี้ยังมีที่อยู่นี้ จนกว่าจะถูกลบตามค่าตั้ง Backup:Keep · earlier backups still hold it until they are dropped");
    }
}
