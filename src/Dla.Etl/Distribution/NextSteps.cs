using System.Globalization;
using Dla.Etl.Distribution.Marking;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;

namespace Dla.Etl.Distribution;

/// <summary>What an answer says about what was done with the file and what the sender does next.</summary>
internal static class NextSteps
{
    /// <summary>One sentence or two each, in order.</summary>
    public static IEnumerable<string> Of(Answer answer) => [.. ByVerdict(answer), .. Marked(answer)];

    private static IEnumerable<string> ByVerdict(Answer answer) => answer.Verdict switch
    {
        Verdict.Loaded => [Loaded(answer), "ท่านไม่ต้องดำเนินการใดเพิ่มเติม"],
        Verdict.LoadedWithWarnings =>
        [
            Loaded(answer),
            "โปรดตรวจสอบข้อสังเกตข้างต้น หากข้อมูลถูกต้องแล้วไม่ต้องส่งใหม่ หากต้องแก้ไขให้แก้ในไฟล์เดิมแล้วส่งมาใหม่ ระบบจะใช้ฉบับใหม่แทน",
        ],
        Verdict.Rejected when answer.Findings.Any(finding => finding.Kind == LoadingFindings.NewerStands) =>
        [
            "ระบบไม่ได้บันทึกข้อมูลจากไฟล์นี้",
            .. Standing(answer),
            "ท่านไม่ต้องดำเนินการใดเพิ่มเติม หากข้อมูลฉบับที่ใช้อยู่ถูกต้องแล้ว",
        ],
        Verdict.Rejected =>
        [
            "ระบบไม่ได้บันทึกข้อมูลจากไฟล์นี้",
            .. Standing(answer),
            .. Unchecked(answer),
            "โปรดแก้ไขรายการที่ระบุว่า “ต้องแก้ไข” ให้ครบทุกรายการ " + SendAgain(answer),
        ],
        Verdict.Duplicate => [Same(answer), "ท่านไม่ต้องดำเนินการใดเพิ่มเติม หากตั้งใจส่งฉบับแก้ไข โปรดตรวจว่าบันทึกไฟล์แล้วและแนบไฟล์ถูกฉบับ"],
        Verdict.NotRecognised =>
        [
            "ระบบไม่ได้บันทึกข้อมูลจากไฟล์นี้",
            "โปรดตรวจว่าแนบไฟล์ถูกฉบับ ใช้แบบรายงานที่กรมฯ ส่งให้โดยไม่แก้ไขชื่อแบบและหัวตาราง " + SendAgain(answer),
        ],
        Verdict.Unreadable =>
        [
            "ระบบไม่ได้บันทึกข้อมูลจากไฟล์นี้",
            "โปรดตรวจว่าเปิดไฟล์ได้ด้วยโปรแกรมตารางคำนวณ บันทึกเป็นไฟล์ .xlsx ที่ไม่ใส่รหัสผ่าน " + SendAgain(answer),
        ],
        Verdict.NeedsPermission =>
        [
            "ระบบเก็บไฟล์นี้ไว้แล้ว แต่ยังไม่ได้บันทึกข้อมูล เพราะที่อยู่อีเมลที่ใช้ส่งยังไม่ได้ลงทะเบียนให้ส่งแทนหน่วยงานที่ระบุในไฟล์",
            "หากแนบไฟล์ถูกฉบับแล้ว ท่านไม่ต้องส่งใหม่ เมื่อเจ้าหน้าที่กรมฯ ตรวจสอบและอนุญาต ระบบจะตรวจรับไฟล์นี้แล้วแจ้งผลให้ทราบ",
            "หากแนบไฟล์ของหน่วยงานอื่นมาโดยไม่ตั้งใจ " + SendRight(answer),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer.Verdict, "Not a verdict."),
    };

    private static string[] Marked(Answer answer) => answer.Marked is not { } marked ? [] : marked.Where switch
    {
        MarkedWhere.Beside => [$"{What(answer, marked)} {Names(marked)} ซึ่งอยู่ในโฟลเดอร์เดียวกับใบตอบรับนี้"],
        MarkedWhere.Attached => [$"{What(answer, marked)} {Names(marked)} ซึ่งแนบมากับอีเมลนี้"],
        MarkedWhere.LeftOut => ["ระบบไม่ได้แนบไฟล์ที่ทำเครื่องหมายมาด้วย เพราะอีเมลจะใหญ่เกินกำหนด โปรดแก้ไขตามรายการข้างต้นในไฟล์เดิมของท่าน"],
        _ => throw new ArgumentOutOfRangeException(nameof(answer), marked.Where, "Nowhere."),
    };

    // What is wrong with the file as a whole has no place in it, and some files cannot be marked at all: then there is a list only.
    private static string What(Answer answer, MarkedCopies marked) =>
        answer.Findings.Any(finding => finding is { Severity: >= Severity.Warning, Place.Cell: not null }) && marked.Names.Any(MarkedName.IsMarked)
            ? "ระบบทำเครื่องหมายตำแหน่งที่พบไว้ให้แล้วใน"
            : "ระบบเขียนรายการที่พบไว้ให้แล้วใน";

    private static string Names(MarkedCopies marked) => string.Join(" และ ", marked.Names.Select(name => $"“{Printable.Slot(name)}”"));

    private static string SendRight(Answer answer) => answer is { OnTime: true, Deadline: { } deadline }
        ? $"โปรดส่งไฟล์ของหน่วยงานท่านมาใหม่ภายในวันที่ {ThaiDates.Long(deadline)}"
        : "โปรดส่งไฟล์ของหน่วยงานท่านมาใหม่";

    private static string Loaded(Answer answer)
    {
        if (answer.Version is not { } version)
            throw new ArgumentException("A return that was loaded has a version.", nameof(answer));
        var loaded = $"ระบบบันทึกข้อมูลจากไฟล์นี้แล้ว เป็นฉบับที่ {Number(version)}";
        return answer.Standing is { } before ? $"{loaded} ใช้แทนฉบับที่ {Described(before)}" : loaded;
    }

    /// <summary>Nothing is said where the form, the year or the province could not be told: then nobody knows what stands.</summary>
    private static string[] Standing(Answer answer) => answer switch
    {
        { Standing: { } standing } => [$"ข้อมูลฉบับที่ {Described(standing)} ยังใช้อยู่ จนกว่าจะได้รับฉบับใหม่ที่ผ่านการตรวจ"],
        { FormName: not null, Period: not null, Unit: not null } => ["ขณะนี้ยังไม่มีข้อมูลของหน่วยงานท่านสำหรับแบบรายงานนี้ในระบบ"],
        _ => [],
    };

    private static string Same(Answer answer) => answer.Standing is { } standing
        ? $"ไฟล์นี้มีข้อมูลตรงกับฉบับที่ {Described(standing)} ซึ่งใช้อยู่ในขณะนี้ ระบบจึงไม่บันทึกซ้ำ"
        : throw new ArgumentException("A duplicate has a version that stands.", nameof(answer));

    // While the table itself cannot be read, its figures are not checked: the sender shall not be surprised by the next answer.
    private static IEnumerable<string> Unchecked(Answer answer) => answer.Findings.Any(finding => finding.Kind.Room == "REC" && finding.Severity >= Severity.Error)
        ? ["ระบบยังไม่ได้ตรวจตัวเลขในตาราง เพราะต้องแก้ไขรายการข้างต้นก่อน เมื่อส่งมาใหม่อาจพบรายการที่ต้องแก้ไขเพิ่มเติม"]
        : [];

    private static string SendAgain(Answer answer) => answer switch
    {
        { OnTime: true, Deadline: { } deadline } => $"แล้วส่งมาใหม่ภายในวันที่ {ThaiDates.Long(deadline)}",
        { OnTime: false } => "แล้วส่งมาใหม่โดยเร็ว เนื่องจากพ้นกำหนดส่งแล้ว",
        _ => "แล้วส่งมาใหม่",
    };

    private static string Described(StandingVersion version) =>
        $"{Number(version.Version)} (เลขรับที่ {Number(version.ReceiptNumber)} ได้รับเมื่อ {ThaiDates.LongWithTime(version.ReceivedAt)})";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
