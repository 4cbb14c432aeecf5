using Dla.Etl.Correspondence;
using Dla.Etl.Distribution.Outgoing;
using Dla.Etl.Findings;
using Dla.Etl.Mail;

namespace Dla.Etl.Installing;

/// <summary>What can be wrong with the settings of the mail servers without asking them: said at the start and not in the middle of a night.</summary>
public static class MailServersSet
{
    /// <summary>Looks.</summary>
    /// <param name="settings">Of mailbox and relay; what is not set is not looked at.</param>
    /// <exception cref="UsageException">Two folders of the mailbox are one, or a password cannot be read or would go over the net in the clear.</exception>
    public static void Require(MailSettings settings)
    {
        if (settings.Imap.Host.Length > 0)
            Require(settings.Imap);
        if (settings.Smtp.Host.Length > 0)
            _ = new SmtpRelay(settings.Smtp);
    }

    private static void Require(ImapSettings settings)
    {
        string[] folders = [settings.Folder, settings.ReceivedFolder, settings.ProblemFolder];
        if (folders.Distinct(StringComparer.OrdinalIgnoreCase).Count() < folders.Length)
            throw new UsageException($"ค่าตั้ง Mail:Imap:Folder, ReceivedFolder และ ProblemFolder ต้องเป็นคนละโฟลเดอร์ (พบ {string.Join(", ", folders.Select(Printable.Slot))}) มิฉะนั้นจดหมายที่รับแล้วจะถูกอ่านซ้ำ · the three folders must differ");
        if (settings.Login != ImapLogin.Password || settings.Password.Length > 0)
            return;
        if (settings.PasswordFile.Length == 0)
            throw new UsageException("ยังไม่มีรหัสผ่านของกล่องจดหมาย กรุณาตั้ง DLA_Mail__Imap__Password หรือ Mail:Imap:PasswordFile · no password is set");
        try
        {
            using var file = File.OpenRead(settings.PasswordFile);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"อ่านไฟล์รหัสผ่าน {Printable.Line(settings.PasswordFile)} ไม่ได้ กรุณาตรวจค่าตั้ง Mail:Imap:PasswordFile · the password file cannot be read: {wrong.Message}");
        }
    }
}
