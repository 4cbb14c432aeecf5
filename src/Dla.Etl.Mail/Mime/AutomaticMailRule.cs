namespace Dla.Etl.Mail.Mime;

/// <summary>Mail that is never answered (RFC 3834, 2): told by its header alone.</summary>
internal static class AutomaticMailRule
{
    private static readonly string[] MailServers = ["mailer-daemon", "mailerdaemon", "postmaster", "mail-daemon"];

    private static readonly string[] ListHeaders = ["List-Id", "List-Unsubscribe", "List-Post", "List-Help", "List-Owner", "Mailing-List"];

    /// <summary>Outlook, Gmail and Thai webmail begin an out-of-office so; a person may write so as well.</summary>
    private static readonly string[] AwaySubjects =
        ["automatic reply", "auto reply", "autoreply", "auto-reply", "out of office", "ตอบกลับอัตโนมัติ", "การตอบกลับอัตโนมัติ", "ไม่อยู่ที่สำนักงาน", "ไม่อยู่ในสำนักงาน", "ไม่อยู่ที่ทำงาน"];

    /// <summary>What else Outlook's automatic replies carry. The first stands on what people write, too, so it says nothing alone.</summary>
    private static readonly string[] AwayEvidence = ["X-Auto-Response-Suppress", "X-MS-Exchange-Inbox-Rules-Loop", "X-MS-Exchange-Generated-Message-Source"];

    /// <summary>Why no answer may be sent; null for what a person wrote.</summary>
    /// <param name="header">With From, Subject and MessageId read.</param>
    /// <param name="isOurs">Tells a Message-ID of our own.</param>
    public static AutomaticMail? Of(MailHeader header, Func<string, bool> isOurs) =>
        header["X-Dla-Etl"].Count > 0 || (header.MessageId is { } id && isOurs(id)) ? AutomaticMail.Ours
        : IsReport(header) ? AutomaticMail.Bounce
        : IsAutoSubmitted(header) || IsAway(header, isOurs) ? AutomaticMail.AutoSubmitted
        : header["Return-Path"] is [var path, ..] && path.Trim() is "<>" ? AutomaticMail.Bounce
        : IsList(header) ? AutomaticMail.List
        : null;

    private static bool IsReport(MailHeader header) =>
        (header["Content-Type"] is [var type, ..] && type.TrimStart().StartsWith("multipart/report", StringComparison.OrdinalIgnoreCase))
        || header["X-Failed-Recipients"].Count > 0
        || (header.From is { } from && MailServers.Contains(from.Split('@')[0], StringComparer.Ordinal));

    private static bool IsAutoSubmitted(MailHeader header) =>
        header["Auto-Submitted"].Any(value => Word(value) != "no")
        || header["X-Autoreply"].Concat(header["X-Autorespond"]).Concat(header["X-Autoresponder"]).Any(value => Word(value) != "no")
        || header["Precedence"].Any(value => Word(value) is "auto_reply" or "auto-reply");

    private static bool IsList(MailHeader header) =>
        header["Precedence"].Any(value => Word(value) is "bulk" or "list" or "junk")
        || ListHeaders.Any(name => header[name].Count > 0);

    private static bool IsAway(MailHeader header, Func<string, bool> isOurs) =>
        AwaySubjects.Any(away => header.Subject.StartsWith(away, StringComparison.OrdinalIgnoreCase))
        && (AwayEvidence.Any(name => header[name].Count > 0) || header.References.Any(isOurs));

    /// <summary>The value without parameters and comments.</summary>
    private static string Word(string value) => value.Split(';', '(')[0].Trim().ToLowerInvariant();
}
