namespace Dla.Etl.Mail.Imap;

/// <summary>The password, from the settings or from a file of its own.</summary>
internal static class ImapPassword
{
    /// <summary>The password.</summary>
    /// <exception cref="MailboxException">There is none, or its file cannot be read.</exception>
    public static string Of(ImapSettings settings)
    {
        var password = settings.Password.Length > 0 ? settings.Password : settings.PasswordFile.Length > 0 ? FirstLine(settings.PasswordFile) : "";
        if (password.Length == 0)
            throw MailboxTrouble.Setting("ยังไม่มีรหัสผ่านของกล่องจดหมาย กรุณาตั้ง DLA_Mail__Imap__Password หรือ Mail:Imap:PasswordFile", "no password is set");
        return password.Contains('\0', StringComparison.Ordinal) ? throw MailboxTrouble.Setting("รหัสผ่านของกล่องจดหมายมีอักขระศูนย์", "a NUL in the password") : password;
    }

    private static string FirstLine(string path)
    {
        try
        {
            using var file = new StreamReader(path);
            return file.ReadLine() ?? "";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw MailboxTrouble.Setting($"อ่านไฟล์รหัสผ่าน {path} ไม่ได้", $"cannot read the file of the password: {unreadable.Message}", unreadable);
        }
    }
}
