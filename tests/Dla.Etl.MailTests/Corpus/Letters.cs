using static Dla.Etl.MailTests.Corpus.CorpusMail;

namespace Dla.Etl.MailTests.Corpus;

/// <summary>Letters without a file, and letters that no person wrote.</summary>
internal static class Letters
{
    private static readonly string[] Nothing = ["NothingAttached:"];

    private static readonly string[] Link = ["LinkInsteadOfFile:"];

    public static IEnumerable<CorpusMail> All => [.. Empty, .. Automatic];

    private static IEnumerable<CorpusMail> Empty =>
    [
        new("nothing", "the file was forgotten", Plain("Subject: a", "ส่งแบบตามที่แนบครับ")) { Subject = "a", Says = "ตามที่แนบ", Notes = Nothing },
        new("nothing-but-a-logo", "the only picture is the signature's", $"""
            From: klang@chang.example.go.th
            Content-Type: multipart/related; boundary=b

            --b
            Content-Type: text/html; charset=utf-8

            <body>ส่งแบบ<script>alert("x")</script><img src="cid:logo"></body>
            --b
            Content-Type: image/gif
            Content-ID: <logo>
            Content-Transfer-Encoding: base64

            {Base64(Content.Picture)}
            --b--
            """) { Says = "ส่งแบบ", Attachments = [new("ไฟล์แนบ.gif", Content.Picture, true)], Notes = Nothing },
        new("link-google-drive", "a link instead of the file, in the text", Plain("Subject: a", "ไฟล์อยู่ที่https://drive.google.com/file/d/1AbC/view?usp=sharing. ขอบคุณครับ www.example.org"))
            { Subject = "a", Links = ["https://drive.google.com/file/d/1AbC/view?usp=sharing"], Notes = Link },
        new("link-onedrive", "links behind words, one of them wrapped by Outlook", """
            From: klang@chang.example.go.th
            Content-Type: text/html; charset=utf-8

            <p><a href="https://1drv.ms/x/s!Abc?e=1&amp;f=2">ไฟล์</a> <a href='https://apc01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fdla-my.sharepoint.com%2F%3Ax%3A%2Fg&amp;data=05'>อีกไฟล์</a>
            <a href="https://www.example.go.th/">เว็บไซต์</a></p>
            """) { Says = "อีกไฟล์ เว็บไซต์", Links = ["https://1drv.ms/x/s!Abc?e=1&f=2", "https://dla-my.sharepoint.com/:x:/g"], Notes = Link },
        new("calendar", "an invitation beside the text is a third way of saying the same", """
            From: klang@chang.example.go.th
            Content-Type: multipart/alternative; boundary=b

            --b

            ประชุม
            --b
            Content-Type: text/calendar; method=REQUEST

            BEGIN:VCALENDAR
            --b--
            """) { Says = "ประชุม", Notes = Nothing },
    ];

    private static IEnumerable<CorpusMail> Automatic =>
    [
        Auto("auto-submitted", "RFC 3834", "Auto-Submitted: auto-replied (vacation)", "AutoSubmitted"),
        Auto("auto-submitted-no", "a person, and its program says so", "Auto-Submitted: no", ""),
        Auto("auto-outlook", "out of office by Outlook: the subject together with its header", $"Subject: {Word("ตอบกลับอัตโนมัติ: ไม่อยู่")}\nX-Auto-Response-Suppress: All", "AutoSubmitted", "ตอบกลับอัตโนมัติ: ไม่อยู่"),
        Auto("auto-outlook-suppress-alone", "a person whose Outlook asks for no receipts", "X-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply", ""),
        Auto("auto-subject-alone", "a person who writes of automatic replies", $"Subject: {Word("ตอบกลับอัตโนมัติ ใช้อย่างไร")}", "", "ตอบกลับอัตโนมัติ ใช้อย่างไร"),
        Auto("auto-gmail-vacation", "Gmail's vacation responder", "Precedence: bulk\nX-Autoreply: yes\nAuto-Submitted: auto-replied", "AutoSubmitted"),
        Auto("auto-precedence", "mass mail", "Precedence: Junk", "List"),
        Auto("auto-list", "a mailing list", "List-Id: <all.example.go.th>", "List"),
        Auto("auto-return-path", "a report of a mail server: nobody to answer to", "Return-Path: <>", "Bounce"),
        Auto("auto-ours", "one of our own that came back", "X-Dla-Etl: answer", "Ours"),
        new("auto-mailer-daemon", "a bounce without a report", "From: MAILER-DAEMON@mx.example.go.th (Mail Delivery System)\n\ntext") { From = "mailer-daemon@mx.example.go.th", Automatic = "Bounce", Says = "text", Notes = Nothing },
        new("auto-bounce", "a bounce with its report and the message that came back", """
            Return-Path: <>
            From: Mail Delivery <noreply@mx.example.go.th>
            Subject: Undelivered
            Auto-Submitted: auto-generated
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b

            could not be delivered
            --b
            Content-Type: message/delivery-status

            Final-Recipient: rfc822; a@example.org
            Action: failed
            --b
            Content-Type: message/rfc822

            Subject: ours
            X-Dla-Etl: answer

            text of ours
            --b--
            """) { From = "noreply@mx.example.go.th", Subject = "Undelivered", Automatic = "Bounce", Says = "could not be delivered", Notes = Nothing },
    ];

    private static CorpusMail Auto(string file, string what, string header, string automatic, string subject = "") =>
        new(file, what, Plain(header, "text")) { Automatic = automatic, Subject = subject, Says = "text", Notes = Nothing };

    private static string Plain(string header, string text) => $"From: klang@chang.example.go.th\n{header}\nContent-Type: text/plain; charset=utf-8\n\n{text}";
}
