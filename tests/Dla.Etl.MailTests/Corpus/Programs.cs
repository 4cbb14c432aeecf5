using static Dla.Etl.MailTests.Corpus.CorpusMail;

namespace Dla.Etl.MailTests.Corpus;

/// <summary>What the programs of the offices write, each in its own way. People and offices are made up.</summary>
internal static class Programs
{
    private const string Name = "ปริมาณงาน ปีงบประมาณ พ.ศ. ๒๕๖๓ จังหวัดช้าง.xlsx";

    public static IEnumerable<CorpusMail> All =>
    [
        new("outlook", "Outlook: picture of a signature in the text, name of the file as encoded words in quotes", $"""
            Received: from mail.chang.example.go.th by mx.dla.example.go.th; Mon, 31 May 2021 09:00:03 +0700
            From: {Word("ท้องถิ่นจังหวัดช้าง")} <Klang@chang.example.go.th>
            To: <gfmis@dla.example.go.th>
            Subject: {Word("ส่งแบบปริมาณงาน ปี ")}
             {Word("๒๕๖๓")}
            Date: Mon, 31 May 2021 09:00:00 +0700
            Message-ID: <000001d755c3$outlook@chang.example.go.th>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="----=_NextPart_000_0000"
            X-Mailer: Microsoft Outlook 16.0
            X-Auto-Response-Suppress: DR, OOF
            Content-Language: th

            This is a multipart message in MIME format.

            ------=_NextPart_000_0000
            Content-Type: multipart/related; boundary="----=_NextPart_001_0001"

            ------=_NextPart_001_0001
            Content-Type: multipart/alternative; boundary="----=_NextPart_002_0002"

            ------=_NextPart_002_0002
            Content-Type: text/plain; charset="utf-8"
            Content-Transfer-Encoding: base64

            {Base64("เรียน กองคลัง\r\n\r\nขอส่งแบบตามที่แนบ\r\n"u8.ToArray())}

            ------=_NextPart_002_0002
            Content-Type: text/html; charset="utf-8"
            Content-Transfer-Encoding: quoted-printable

            <html><head><style>p {"{"}mso-style: x{"}"}</style></head><body><p>{Quoted("เรียน กองคลัง")}</p>=
            <img src=3D"cid:image001.gif@01D755C3"></body></html>
            ------=_NextPart_002_0002--

            ------=_NextPart_001_0001
            Content-Type: image/gif; name="image001.gif"
            Content-Transfer-Encoding: base64
            Content-ID: <image001.gif@01D755C3>

            {Base64(Content.Picture)}
            ------=_NextPart_001_0001--

            ------=_NextPart_000_0000
            Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;
             name="{Word("ปริมาณงาน ปีงบประมาณ พ.ศ. ๒๕๖๓ ")}
             {Word("จังหวัดช้าง.xlsx")}"
            Content-Transfer-Encoding: base64
            Content-Disposition: attachment;
             filename="{Word("ปริมาณงาน ปีงบประมาณ พ.ศ. ๒๕๖๓ ")}
             {Word("จังหวัดช้าง.xlsx")}"

            {Base64(Content.Workbook)}
            ------=_NextPart_000_0000--
            """)
        {
            Subject = "ส่งแบบปริมาณงาน ปี ๒๕๖๓",
            Says = "ขอส่งแบบตามที่แนบ",
            Attachments = [new("image001.gif", Content.Picture, true), new(Name, Content.Workbook)],
        },
        new("thunderbird", "Thunderbird: name in RFC 2231 in pieces, format=flowed", $"""
            Message-ID: <5d1c9c5e-thunderbird@khwai.example.go.th>
            Date: Mon, 31 May 2021 10:11:12 +0700
            MIME-Version: 1.0
            User-Agent: Mozilla Thunderbird
            Content-Language: th
            From: {Word("คลังจังหวัดควาย")} <klang@khwai.example.go.th>
            To: gfmis@dla.example.go.th
            Subject: =?UTF-8?Q?{Quoted("แบบ")}_2563?=
            Content-Type: multipart/mixed; boundary="------------thunder"

            This is a multi-part message in MIME format.
            --------------thunder
            Content-Type: text/plain; charset=UTF-8; format=flowed
            Content-Transfer-Encoding: 8bit

            ส่งแบบครับ
            --------------thunder
            Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;
             name="=?UTF-8?Q?{Quoted("แบบ")}.xlsx?="
            Content-Disposition: attachment;
             filename*0*=UTF-8''{Percent("ปริมาณงาน ปีงบประมาณ พ.ศ. ")};
             filename*1*={Percent("๒๕๖๓ จังหวัดช้าง")};
             filename*2=.xlsx
            Content-Transfer-Encoding: base64

            {Base64(Content.Workbook)}

            --------------thunder--
            """)
        {
            From = "klang@khwai.example.go.th",
            Subject = "แบบ 2563",
            Says = "ส่งแบบครับ",
            Attachments = [new(Name, Content.Workbook)],
        },
        new("gmail", "Gmail: alternative first, then the file", $"""
            MIME-Version: 1.0
            Date: Mon, 31 May 2021 10:30:00 +0700
            Message-ID: <CAGmail+1@mail.example.com>
            Subject: {Word("ส่งรายงาน", "UTF-8")}
            From: {Word("อบต.กวาง", "UTF-8")} <kwang.sao@example.com>
            To: gfmis@dla.example.go.th
            Content-Type: multipart/mixed; boundary="0000000000001"

            --0000000000001
            Content-Type: multipart/alternative; boundary="0000000000002"

            --0000000000002
            Content-Type: text/plain; charset="UTF-8"
            Content-Transfer-Encoding: base64

            {Base64("ส่งรายงานค่ะ\r\n"u8.ToArray())}
            --0000000000002
            Content-Type: text/html; charset="UTF-8"
            Content-Transfer-Encoding: base64

            {Base64("<div dir=\"ltr\">ส่งรายงานค่ะ</div>\r\n"u8.ToArray())}
            --0000000000002--
            --0000000000001
            Content-Type: text/csv; charset="windows-874"; name="{Word("รายงาน.csv", "UTF-8")}"
            Content-Disposition: attachment; filename="{Word("รายงาน.csv", "UTF-8")}"
            Content-Transfer-Encoding: base64
            X-Attachment-Id: f_kpc0
            Content-ID: <f_kpc0>

            {Base64(Content.Csv)}
            --0000000000001--
            """)
        {
            From = "kwang.sao@example.com",
            Subject = "ส่งรายงาน",
            Says = "ส่งรายงานค่ะ",
            Attachments = [new("รายงาน.csv", Content.Csv)],
        },
        new("iphone", "Mail on the iPhone: says inline of a workbook, text before and after", $"""
            Content-Type: multipart/mixed; boundary=Apple-Mail-1
            Content-Transfer-Encoding: 7bit
            From: klang@chang.example.go.th
            Mime-Version: 1.0 (1.0)
            Date: Mon, 31 May 2021 11:00:00 +0700
            Subject: {Word("แบบ")}
            Message-Id: <APPLE-1@chang.example.go.th>
            To: gfmis@dla.example.go.th
            X-Mailer: iPhone Mail (18F72)

            --Apple-Mail-1
            Content-Type: text/plain; charset=us-ascii
            Content-Transfer-Encoding: 7bit

            file below
            --Apple-Mail-1
            Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet; name*=utf-8''{Percent("แบบ.xlsx")}; x-apple-part-url=1
            Content-Disposition: inline; filename*=utf-8''{Percent("แบบ.xlsx")}
            Content-Transfer-Encoding: base64

            {Base64(Content.Workbook)}
            --Apple-Mail-1
            Content-Type: text/plain; charset=us-ascii
            Content-Transfer-Encoding: 7bit


            Sent from my iPhone
            --Apple-Mail-1--
            """)
        {
            Subject = "แบบ",
            Says = "Sent from my iPhone",
            Attachments = [new("แบบ.xlsx", Content.Workbook)],
        },
        new("webmail-windows-874", "a Thai web mailer: all in windows-874, the name of the file as bare bytes", $"""
            From: =?windows-874?Q?{Quoted("คลัง", thai: true)}?= <klang@chang.example.go.th>
            Subject: {Word("ส่งแบบ", "windows-874")}
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="=_web"

            --=_web
            Content-Type: text/html; charset=windows-874
            Content-Transfer-Encoding: quoted-printable

            <p>{Quoted("เรียน ผู้อำนวยการ", thai: true)}<br>=
            {Quoted("ส่งแบบ", thai: true)}&nbsp;1 &amp; 2</p>
            --=_web
            Content-Type: application/vnd.ms-excel; name={Thai("แบบ ปี 63.csv")}
            Content-Disposition: attachment; filename={Thai("แบบ ปี 63.csv")}
            Content-Transfer-Encoding: base64

            {Base64(Content.Csv)}
            --=_web--
            """)
        {
            Subject = "ส่งแบบ",
            Says = "ส่งแบบ 1 & 2",
            Attachments = [new("แบบ ปี 63.csv", Content.Csv)],
            Notes = ["WrongCharset:Content-Type", "WrongCharset:Content-Disposition"],
        },
        new("apple-double", "Mail on an old Mac: beside the file, under its name, what only a Mac needs", $"""
            From: klang@chang.example.go.th
            Content-Type: multipart/appledouble; boundary=b

            --b
            Content-Type: application/applefile; name="a.csv"
            Content-Transfer-Encoding: base64

            {Base64([0, 5, 22, 7, 0, 2])}
            --b
            Content-Type: text/csv; name="a.csv"
            Content-Transfer-Encoding: base64

            {Base64(Content.Csv)}
            --b--
            """)
        { Attachments = [new("a.csv", Content.Csv)] },
    ];
}
