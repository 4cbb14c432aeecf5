using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Dla.Etl.Mail.Imap;

/// <summary>What goes wrong, in words that an operator can act on; never with a password or token.</summary>
internal static class MailboxTrouble
{
    private const int LongestWords = 300;

    /// <summary>The server cannot be reached: by its name, its port, or its network.</summary>
    public static MailboxException Unreachable(string server, Exception cause) => new(
        $"ติดต่อเซิร์ฟเวอร์จดหมาย {server} ไม่ได้ กรุณาตรวจเครือข่ายและค่า Mail:Imap:Host กับ Port · cannot reach the mail server: {Cleaned(Cause(cause))}", isTransient: true, cause);

    /// <summary>The line broke.</summary>
    public static MailboxException Lost(string server, Exception? cause = null) => new(
        $"เซิร์ฟเวอร์จดหมาย {server} ตัดการติดต่อ จะลองใหม่ในรอบหน้า · the mail server closed the line{(cause is null ? "" : $": {Cleaned(Cause(cause))}")}", isTransient: true, cause);

    /// <summary>No answer in time.</summary>
    public static MailboxException Silent(string server, TimeSpan waited) => new(
        $"เซิร์ฟเวอร์จดหมาย {server} ไม่ตอบภายใน {waited.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} วินาที จะลองใหม่ในรอบหน้า · no answer from the mail server in time", isTransient: true);

    /// <summary>What answers is no IMAP server, or a broken or hostile one.</summary>
    public static MailboxException NotImap(string server, string why) => new(
        $"{server} ไม่ตอบตามข้อกำหนดของ IMAP กรุณาตรวจค่า Mail:Imap:Host, Port และ Security · this does not speak IMAP: {Cleaned(why)}", isTransient: false);

    /// <summary>A setting that must be mended.</summary>
    public static MailboxException Setting(string thai, string english, Exception? cause = null) => new($"{thai} · {english}", isTransient: false, cause);

    /// <summary>The certificate is not one that can be trusted, or TLS could not be agreed on.</summary>
    public static MailboxException NotTrusted(string server, SslPolicyErrors errors, string chain, Exception cause) => new(
        $"ไม่เชื่อมต่อกับเซิร์ฟเวอร์จดหมาย {server} เพราะ{Distrust(errors, chain)} กรุณาติดต่อผู้ดูแลเซิร์ฟเวอร์ · TLS refused: {Cleaned(errors == SslPolicyErrors.None ? Cause(cause) : $"{errors} {chain}")}",
        isTransient: false, cause);

    /// <summary>Which links of a chain are bad, as .NET names them.</summary>
    public static string Faults(X509Chain? chain) =>
        chain is null ? "" : string.Join(", ", chain.ChainStatus.Select(status => status.Status.ToString()).Distinct(StringComparer.Ordinal));

    /// <summary>Words of a server, fit for a message: one line, no control characters, cut.</summary>
    public static string Cleaned(string words)
    {
        var line = new StringBuilder();
        foreach (var letter in words)
            line.Append(char.IsControl(letter) || letter == '\uFFFD' ? ' ' : letter);
        var clean = line.ToString().Trim();
        return clean.Length <= LongestWords ? clean : clean[..LongestWords] + "…";
    }

    /// <summary>True for what a network does, as opposed to a disk.</summary>
    public static bool IsOfTheLine(Exception error) => error is IOException or SocketException or ObjectDisposedException;

    private static string Distrust(SslPolicyErrors errors, string chain) => errors switch
    {
        SslPolicyErrors.None => "ตกลงการเข้ารหัส TLS กันไม่ได้ (อาจระบุพอร์ตหรือค่า Security ผิด)",
        _ when errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable) => "เซิร์ฟเวอร์ไม่มีใบรับรอง",
        _ when errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) => "ใบรับรองเป็นของเซิร์ฟเวอร์ชื่ออื่น",
        _ when chain.Contains(nameof(X509ChainStatusFlags.NotTimeValid), StringComparison.Ordinal) => "ใบรับรองหมดอายุหรือยังไม่เริ่มใช้",
        _ => "ไม่รู้จักผู้ออกใบรับรอง",
    };

    private static string Cause(Exception cause) =>
        cause is AuthenticationException or IOException && cause.InnerException is { } inner ? inner.Message : cause.Message;
}
