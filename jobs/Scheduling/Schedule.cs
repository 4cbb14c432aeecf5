using Dla.Etl.Jobs.Work;

namespace Dla.Etl.Jobs.Scheduling;

/// <summary>When which job runs: the one table. Changing it changes what is scheduled; what is no longer in it is removed from the scheduler's store.</summary>
public static class Schedule
{
    /// <summary>All times of the table are those of the clocks in Thailand (UTC+7, no summer time).</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Bangkok");

    /// <summary>The table as it is without settings.</summary>
    public static IReadOnlyList<ScheduleLine> Table { get; } =
    [
        new("mailbox", JobNames.Mailbox, "*/2 7-18 * * 1-5", Queues.Desk, MissedRun.Skip, RunsOn.OneNode,
            "เวลาราชการเผื่อก่อนและหลังหนึ่งชั่วโมง ผู้ส่งทางอีเมลได้รับคำตอบภายในไม่กี่นาที เมื่อไม่ได้ตั้งค่ากล่องจดหมายจะจบทันที"),
        new("mailbox_night", JobNames.Mailbox, "40 * * * *", Queues.Desk, MissedRun.Skip, RunsOn.OneNode,
            "นอกเวลาราชการและวันหยุดมีอีเมลน้อย ดูชั่วโมงละครั้งพอ และไม่ตรงกับงานตอน 01.00 น. และ 02.30 น."),
        new("intake", JobNames.Intake, "*/3 7-18 * * 1-5", Queues.Desk, MissedRun.Skip, RunsOn.OneNode,
            "เวลาราชการเผื่อก่อนและหลังหนึ่งชั่วโมง จังหวัดได้รับคำตอบภายในไม่กี่นาทีหลังส่งไฟล์"),
        new("intake_night", JobNames.Intake, "20 * * * *", Queues.Desk, MissedRun.Skip, RunsOn.OneNode,
            "นอกเวลาราชการและวันหยุดมีไฟล์น้อย ดูชั่วโมงละครั้งพอ และไม่ตรงกับงานตอน 01.00 น."),
        new("process", JobNames.Process, "* * * * *", Queues.Files, MissedRun.Skip, RunsOn.EveryNode,
            "ทุกนาทีบนทุกเครื่อง เครื่องใดว่างก็ตรวจไฟล์ถัดไป เมื่อไม่มีไฟล์จะจบทันที"),
        new("distribute", JobNames.Distribute, "* * * * *", Queues.Desk, MissedRun.Skip, RunsOn.OneNode,
            "ตอบผู้ส่งทันทีที่ตรวจเสร็จ เมื่อไม่มีคำตอบค้างจะจบทันที"),
        new("consolidate", JobNames.Consolidate, "0 1 * * *", Queues.Night, MissedRun.Skip, RunsOn.OneNode,
            "หลังเที่ยงคืนเมื่อไม่มีผู้ส่งไฟล์แล้ว และมีเวลาพอก่อนเริ่มงานเช้า"),
        new("report", JobNames.Report, "0 2 * * *", Queues.Night, MissedRun.Skip, RunsOn.OneNode,
            "หลังรวมตัวเลขเสร็จ เพื่อให้รายงานพร้อมเมื่อเจ้าหน้าที่มาถึงตอนเช้า"),
        new("notify_night", JobNames.Notify, "30 2 * * *", Queues.Desk, MissedRun.Skip, RunsOn.OneNode,
            "หลังจัดทำรายงาน เพื่อส่งรายงานถึงผู้รับก่อนเวลางาน หรือแจ้งว่ารายงานของคืนนั้นขัดข้อง"),
        new("notify_morning", JobNames.Notify, "30 7 * * *", Queues.Desk, MissedRun.RunOnce, RunsOn.OneNode,
            "ก่อนสำนักงานเปิดทำการ เตือนและแจ้งพ้นกำหนดจากข้อมูลล่าสุดของเช้านั้น และส่งรายงานที่รอบก่อนหน้าไม่ได้ส่ง"),
        new("send", JobNames.Send, "* * * * *", Queues.Desk, MissedRun.Skip, RunsOn.OneNode,
            "ส่งอีเมลทันทีที่มีคำตอบหรือรายงานรอส่ง เมื่อไม่มีอีเมลรอส่งจะจบทันที"),
        new("housekeep", JobNames.Housekeep, "30 3 * * *", Queues.Night, MissedRun.Skip, RunsOn.OneNode,
            "หลังรายงานและก่อนงานเช้า เป็นเวลาที่ฐานข้อมูลว่างที่สุด"),
    ];
}
