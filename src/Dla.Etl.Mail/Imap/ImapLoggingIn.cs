using System.Text;

namespace Dla.Etl.Mail.Imap;

/// <summary>Gets a token for the account.</summary>
/// <param name="anew">True when the last one was refused though it should still have been good.</param>
internal delegate Task<string> TokenSource(bool anew, CancellationToken cancellation);

/// <summary>Says to the server who we are.</summary>
internal sealed class ImapLoggingIn(ImapSettings settings, TokenSource? tokens)
{
    /// <summary>Logs in, and learns what the server can for this account.</summary>
    /// <exception cref="MailboxException">The server refuses, or offers no way that does not give the password away.</exception>
    public async Task LogInAsync(ImapConnection connection, CancellationToken cancellation)
    {
        if (settings.User.Length == 0)
            throw MailboxTrouble.Setting("ยังไม่ได้ตั้งค่า Mail:Imap:User", "no account is set");
        if (settings.User.Contains('\0', StringComparison.Ordinal) || settings.User.Contains('\u0001', StringComparison.Ordinal))
            throw MailboxTrouble.Setting("ค่า Mail:Imap:User มีอักขระควบคุม", "a control character in the name of the account");
        var answer = settings.Login == ImapLogin.XOAuth2
            ? await ByTokenAsync(connection, cancellation).ConfigureAwait(false)
            : await ByPasswordAsync(connection, ImapPassword.Of(settings), cancellation).ConfigureAwait(false);
        if (!answer.IsOk)
            throw Refused(connection, answer);
        await connection.LearnCapabilitiesAsync(cancellation).ConfigureAwait(false);
    }

    private async Task<ImapResponse> ByPasswordAsync(ImapConnection connection, string password, CancellationToken cancellation)
    {
        connection.Hide(password);
        if (connection.Can("AUTH=PLAIN"))
            return await AuthenticateAsync(connection, "PLAIN", $"\0{settings.User}\0{password}", "*", cancellation).ConfigureAwait(false);
        if (connection.Can("LOGINDISABLED"))
            throw MailboxTrouble.Setting(
                $"เซิร์ฟเวอร์จดหมาย {connection.Server} ไม่รับรหัสผ่านทางนี้ (LOGINDISABLED) กรุณาใช้ค่า Mail:Imap:Security เป็น Tls หรือค่า Login เป็น XOAuth2",
                "the server takes no password here");
        return await connection.RunAsync(ImapCommand.Of("LOGIN").String(settings.User).String(password), cancellation).ConfigureAwait(false);
    }

    // A token may have been taken back before its time: one fresh one is tried.
    private async Task<ImapResponse> ByTokenAsync(ImapConnection connection, CancellationToken cancellation)
    {
        if (!connection.Can("AUTH=XOAUTH2") || tokens is null)
            throw MailboxTrouble.Setting(
                $"เซิร์ฟเวอร์จดหมาย {connection.Server} ไม่รับ XOAUTH2 กรุณาใช้ค่า Mail:Imap:Login เป็น Password", "the server does not take XOAUTH2");
        var answer = await WithTokenAsync(connection, anew: false, cancellation).ConfigureAwait(false);
        return answer.Name == "NO" && answer.Code != "UNAVAILABLE" ? await WithTokenAsync(connection, anew: true, cancellation).ConfigureAwait(false) : answer;
    }

    private async Task<ImapResponse> WithTokenAsync(ImapConnection connection, bool anew, CancellationToken cancellation)
    {
        var token = await tokens!(anew, cancellation).ConfigureAwait(false);
        connection.Hide(token);
        // The challenge of a refusal is answered with an empty line, and then comes the NO.
        return await AuthenticateAsync(connection, "XOAUTH2", $"user={settings.User}\u0001auth=Bearer {token}\u0001\u0001", "", cancellation).ConfigureAwait(false);
    }

    private static async Task<ImapResponse> AuthenticateAsync(
        ImapConnection connection, string mechanism, string initial, string afterwards, CancellationToken cancellation)
    {
        var written = Convert.ToBase64String(Encoding.UTF8.GetBytes(initial));
        connection.Hide(written);
        var isSaid = connection.Can("SASL-IR");
        var command = ImapCommand.Of(isSaid ? $"AUTHENTICATE {mechanism} {written}" : $"AUTHENTICATE {mechanism}");
        return await connection.RunAsync(command, cancellation, reply: _ =>
        {
            if (isSaid)
                return afterwards;
            isSaid = true;
            return written;
        }).ConfigureAwait(false);
    }

    private MailboxException Refused(ImapConnection connection, ImapResponse answer)
    {
        var refusal = connection.Refusal(answer, answer.Code switch
        {
            "UNAVAILABLE" or "INUSE" or "LIMIT" or "SERVERBUG" => "เซิร์ฟเวอร์จดหมายยังให้เข้าใช้ไม่ได้ จะลองใหม่ในรอบหน้า",
            _ when settings.Login == ImapLogin.XOAuth2 => "เซิร์ฟเวอร์จดหมายไม่รับการลงชื่อเข้าใช้ด้วยโทเคน ต้องลงชื่อเข้าใช้ใหม่ด้วยคำสั่ง dla-etl mail login",
            _ => "เซิร์ฟเวอร์จดหมายไม่รับชื่อบัญชีหรือรหัสผ่าน กรุณาตรวจค่า Mail:Imap:User และรหัสผ่าน",
        });
        // Without a code nobody knows; a wrong password that is tried again and again locks the account.
        return new(refusal.Message, refusal.IsTransient && answer.Code.Length > 0);
    }
}
