using System.Globalization;
using Dla.Etl.Distribution.Letters;
using Dla.Etl.Findings;
using Dla.Etl.Normalising;
using Dla.Etl.Values;

namespace Dla.Etl.Distribution;

/// <summary>What an office is told when the department goes back to an earlier version of its return.</summary>
public sealed record RevertNotice
{
    /// <summary>Short name of the form.</summary>
    public required string FormName { get; init; }

    /// <summary>The division that owns the form; null for the one in whose name the program writes otherwise.</summary>
    public string? Owner { get; init; }

    /// <summary>The year or month of the figures.</summary>
    public required Period Period { get; init; }

    /// <summary>Name of the province without จังหวัด.</summary>
    public required Reference.Unit Unit { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RevertedAt { get; init; }

    /// <summary>Why, in the words of the person who did it.</summary>
    public required string Reason { get; init; }

    /// <summary>Number of the new version.</summary>
    public required int Version { get; init; }

    /// <summary>Number of the version gone back to.</summary>
    public required int RevertsVersion { get; init; }

    /// <summary>The file whose figures stand now.</summary>
    public required NoticedFile File { get; init; }

    /// <summary>The file whose figures stood before.</summary>
    public required NoticedFile Stood { get; init; }
}

/// <summary>A file that brought a version.</summary>
/// <param name="Version">Number of the version.</param>
/// <param name="ReceiptNumber">Receipt number.</param>
/// <param name="FileName">As delivered.</param>
/// <param name="ReceivedAt">When it was first seen.</param>
public sealed record NoticedFile(int Version, long ReceiptNumber, string FileName, DateTimeOffset ReceivedAt);

/// <summary>The notice of a revert in Thai.</summary>
public static class RevertNoticeText
{
    /// <summary>The whole notice with CRLF line ends.</summary>
    public static string Compose(RevertNotice notice, AnswerWording wording) => LetterText.Of(Letter(notice, wording));

    /// <summary>What the notice is about, for the subject of a mail.</summary>
    public static string Title(RevertNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return $"แจ้งการเปลี่ยนฉบับของแบบรายงานที่ใช้ เลขรับที่ {Number(notice.File.ReceiptNumber)}";
    }

    /// <summary>The notice, for a file and for a mail.</summary>
    public static Letter Letter(RevertNotice notice, AnswerWording wording)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(wording);
        wording = wording.Of(notice.Owner);
        return new Letter()
            .Head(wording.Letterhead, Title(notice))
            .Paragraph(AnswerLetter.To(notice.Unit, wording))
            .Paragraph($"กรมฯ ให้กลับไปใช้ข้อมูลฉบับที่ {Number(notice.RevertsVersion)} ของท่าน โดยระบบบันทึกไว้เป็นฉบับที่ {Number(notice.Version)}")
            .Facts(
                ("แบบรายงาน", notice.FormName),
                (ThaiPeriods.Label(notice.Period), ThaiPeriods.Value(notice.Period)),
                ("เปลี่ยนเมื่อ", ThaiDates.LongWithTime(notice.RevertedAt)),
                ("เหตุผล", Printable.Line(notice.Reason)),
                ("ไฟล์ที่ใช้ในขณะนี้", Described(notice.File)),
                ("ไฟล์ที่เลิกใช้", Described(notice.Stood)))
            .Heading("ขั้นตอนต่อไป")
            .List(
                "หากข้อมูลในไฟล์ที่ใช้ในขณะนี้ถูกต้องแล้ว ท่านไม่ต้องดำเนินการใดเพิ่มเติม",
                "หากต้องแก้ไข โปรดแก้ในไฟล์แล้วส่งมาใหม่ ระบบจะตรวจรับและใช้ฉบับใหม่แทน")
            .Paragraph(wording.Closing)
            .Foot(wording.Contact);
    }

    private static string Described(NoticedFile file) =>
        $"{Printable.Slot(file.FileName)} (ฉบับที่ {Number(file.Version)} เลขรับที่ {Number(file.ReceiptNumber)} ได้รับเมื่อ {ThaiDates.LongWithTime(file.ReceivedAt)})";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
