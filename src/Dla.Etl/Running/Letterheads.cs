namespace Dla.Etl.Running;

/// <summary>What stands above and below every mail that the program sends of its own accord.</summary>
internal static class Letterheads
{
    /// <summary>Last lines.</summary>
    public static IReadOnlyList<string> Foot { get; } =
        ["อีเมลนี้ส่งโดยระบบอัตโนมัติ ระบบไม่อ่านข้อความตอบกลับ ยกเว้นแบบรายงานที่แนบมา"];

    /// <summary>Who writes; in the demo also that the figures are synthetic.</summary>
    public static IReadOnlyList<string> Of(Workplace workplace) =>
        workplace.Notice.Length == 0 ? workplace.Wording.Letterhead : [.. workplace.Wording.Letterhead, workplace.Notice];

    /// <summary>The same behind a subject; empty for real figures.</summary>
    public static string Mark(Workplace workplace) => workplace.Notice.Length == 0 ? "" : $" ({workplace.Notice})";
}
