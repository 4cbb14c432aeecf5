using System.Text;

namespace Dla.Etl.MailProofTests.Post;

/// <content>The messages.</content>
internal sealed partial class Mailing
{
    private void Returns()
    {
        foreach (var province in new[] { 83, 74, 82, 60, 22 })
            Good(province);
        Take("warnings", Letter("p56").With("ปริมาณงาน.xlsx", Samples.Case("2563-warning-ratio-changed")), ["loaded_with_warnings"], marked: 1);
        Take("rejected", Letter("p49").With("ปริมาณงาน.xlsx", Samples.File2563("49-mukdahan-1.xlsx")), ["rejected"], marked: 1);
        Take("the same return in another mail", Letter("p83").With("ส่งอีกครั้ง.xlsx", Samples.Return(83)), ["duplicate"]);
        Take("two returns in one mail", Letter("north").With("ลำพูน.xlsx", Samples.Return(51)).With("นนทบุรี.xlsx", Samples.Return(12)), ["loaded", "loaded"]);
        Take("encrypted workbook", Letter("p71").With("มีรหัส.xlsx", Samples.BadInput("password-libreoffice.xlsx")), ["unreadable"], marked: 1);
        Take("no form that is known", Letter("p71").With("อื่น.xlsx", Samples.Case("2563-fatal-not-a-form")), ["not_recognised"], marked: 1);
        Take("for another province", Letter("p95").With("ปริมาณงาน.xlsx", Samples.Return(13)), ["needs_permission"]);
        Add("answer asked for by a colleague", Letter("p56").Saying($"Reply-To: <{At("colleague")}>").With("ลบ.xlsx", Samples.Case("2563-error-negative")), "taken/received", ["rejected"], At("colleague"), marked: 1);
        Take("answer asked for by a stranger", Letter("p13").Saying("Reply-To: <made-up@example.org>").With("ปริมาณงาน.xlsx", Samples.Return(13)), ["loaded"]);
        Take("zip with Thai names", Letter("central").With("ส่ง.zip", Message.Zip(true, ("แบบ/สระบุรี.xls", Samples.Return(19)), ("แบบ/บึงกาฬ.xls", Samples.Return(38)))), ["loaded", "loaded"]);
        Take("message in a message", Letter("p46").WithPart(
            "Content-Type: message/rfc822; name=\"=?utf-8?B?4LmA4LiU4Li04LihLmVtbA==?=\"", Letter("somebody").With("ปริมาณงาน.xlsx", Samples.Return(46)).Bytes()), ["loaded"]);
        Add("from an address that hears nothing", Letter("noreply").With("ปริมาณงาน.csv", Samples.Return(57)), "taken/received", ["loaded"], null, "ไม่รับอีเมลตอบกลับ");
        for (var number = 1; number <= Ceiling + 1; number++)
            Add($"question {number}", Letter("other1") with { Subject = $"สอบถาม {number}", Text = $"ขอสอบถามครั้งที่ {number}" }, "nothing/received", [], number <= Ceiling ? At("other1") : null, number <= Ceiling ? "" : "ครบ 3 ฉบับ");
    }

    // Names as hostile and as old programs write them; each brings a return that is in order.
    private void Names()
    {
        const string Disposition = "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; ";
        Take("name climbs out", Letter("p90").With("../../../../etc/cron.d/ปริมาณงาน.xlsx", Samples.Return(90)), ["loaded"]);
        Take("absolute name", Letter("p75").WithPart(Disposition + "filename=\"/etc/passwd.csv\"", Samples.Return(75)), ["loaded"]);
        Take("a device of Windows", Letter("p40").WithPart(Disposition + "filename=\"CON.xlsx\"", Samples.Return(40)), ["loaded"]);
        Take("two hundred letters and more", Letter("p50").With($"{new string('ป', 220)}.xlsx", Samples.Return(50)), ["loaded"]);
        Take("windows-874 by RFC 2231", Letter("p16").WithPart(
            Disposition + "filename*=windows-874''%BB%C3%D4%C1%D2%B3.xlsx", Samples.Return(16)), ["loaded"]);
        Take("bare windows-874 that says it is UTF-8", Letter("p41").WithPart(
            $"Content-Type: application/octet-stream; charset=utf-8\r\nContent-Disposition: attachment; filename=\"{Message.Windows874("ปริมาณงาน")}.xlsx\"", Samples.Return(41)), ["loaded"]);
        Corpus("charset-utf-8-as-tis-620.eml", "nothing/received", [], true);
        Corpus("name-control.eml", "taken/received", ["loaded"], true);
    }

    private void Nothing()
    {
        Add("nothing attached", Letter("other2"), "nothing/received", [], At("other2"));
        Corpus("winmail.eml", "nothing/received", [], true);
        Corpus("link-google-drive.eml", "nothing/received", [], true);
        Corpus("nothing-but-a-logo.eml", "nothing/received", [], true);
        Corpus("calendar.eml", "nothing/received", [], true);
        Corpus("zip-encrypted.eml", "nothing/received", [], true);
        Corpus("rar.eml", "nothing/received", [], true);
        Corpus("encrypted-smime.eml", "nothing/received", [], true);
        Add("too large", Letter("p24").With("ปริมาณงาน.xls", new byte[Limit]), "too_large/problem", [], At("p24"));
    }

    private void Strangers()
    {
        var stranger = At("stranger");
        Add("a stranger", Letter("stranger").With("ปริมาณงาน.xlsx", Samples.Return(44)), "held/problem", [], stranger);
        Add("the stranger again", Letter("stranger").With("อีกครั้ง.xlsx", Samples.Return(41)), "held/problem", [], null, "แจ้งผู้ส่งรายนี้แล้ว");
        Add("nobody", Letter("") with { From = "" }, "held/problem", [], null, "ไม่มีที่อยู่ผู้ส่ง");
        Add("the server says it is forged", Letter("p44").Under($"Authentication-Results: {Server}; spf=fail smtp.mailfrom={At("p44")}").With("ปริมาณงาน.xlsx", Samples.Return(44)),
            "held/problem", [], null, "ยืนยันไม่ได้");
        Take("forged results of another server", Letter("p44").Saying("Authentication-Results: mx.example.org; spf=fail; dmarc=fail").With("ปริมาณงาน.xlsx", Samples.Return(44)), ["loaded"]);
        Add("a stranger who says that he is genuine", Letter("forger").Saying("Authentication-Results: mx.example.org; dmarc=pass").With("ปริมาณงาน.xlsx", Samples.Return(53)),
            "held/problem", [], At("forger"));
    }

    private void Machines()
    {
        Add("out of office", Letter("p53").Saying("Auto-Submitted: auto-replied"), "automatic/received", [], null, "อัตโนมัติ");
        Add("a machine with a return", Letter("p53").Saying("Auto-Submitted: auto-generated").With("ปริมาณงาน.xlsx", Samples.Return(53)), "automatic/problem", [], null, "อัตโนมัติ");
        Add("a list", Letter("other2").Saying("List-Id: <staff.example.go.th>", "Precedence: list"), "automatic/received", [], null, "กลุ่มอีเมล");
        Add("our own", new Message(Ours) { MessageId = $"loop@{domain}" }, "automatic/received", [], null, "ระบบนี้เอง");
        Corpus("auto-bounce.eml", "automatic/problem", [], false, "ตีกลับ");
        Corpus("auto-outlook.eml", "automatic/received", [], false, "อัตโนมัติ");
    }

    private void Again()
    {
        var first = _sent[0];
        _sent.Add(first with { Name = "the same message", Disposition = "repeated/received", Verdicts = [], AnswerTo = null, Why = "ซ้ำกับอีเมล" });
        _sent.Add(first with
        {
            Name = "the same message on another way", Bytes = [.. Encoding.ASCII.GetBytes("Received: from a.example.org by b.example.org; Thu, 20 May 2021 10:00:00 +0700\r\n"), .. first.Bytes],
            Disposition = "repeated/received", Verdicts = [], AnswerTo = null, Why = "ซ้ำกับอีเมล",
        });
        Take("other content under the same Message-ID", (Letter("p83") with { MessageId = first.MessageId }).With("แก้ไข.xlsx", Samples.Case("2563-fatal-other-document")), ["not_recognised"]);
    }

    private void Broken()
    {
        Take("never closed", (Letter("p53") with { IsClosed = false }).With("ปริมาณงาน.xlsx", Samples.Return(53)), ["loaded"]);
        // A csv that was marked brings a workbook with the findings.
        Corpus("cut-off.eml", "taken/received", ["rejected"], true, marked: 2);
        Corpus("no-boundary-named.eml", "taken/received", ["duplicate"], true);
        Corpus("nested.eml", "taken/received", ["duplicate", "duplicate", "duplicate"], true);
        Corpus("zip-cut-off.eml", "nothing/received", [], true);
        Corpus("no-header.eml", "held/problem", [], false, "ไม่มีที่อยู่ผู้ส่ง");
        _sent.Add(new("bytes of no meaning", [.. Enumerable.Range(0, 4000).Select(at => (byte)(1 + (at * 7919 % 255)))], "held/problem", [], null, "ไม่มีที่อยู่ผู้ส่ง"));
    }
}
