using Dla.Etl.Distribution;

namespace Dla.Etl.Running;

/// <summary>What stands above and below every mail that the program sends of its own accord.</summary>
internal static class Letterheads
{
    /// <summary>Last lines.</summary>
    public static IReadOnlyList<string> Foot { get; } =
        ["อีเมลนี้ส่งโดยระบบอัตโนมัติ ระบบไม่อ่านข้อความตอบกลับ ยกเว้นแบบรายงานที่แนบมา"];

    /// <summary>Who writes; in the demo also that the figures are synthetic.</summary>
    /// <param name="workplace">Words and notice.</param>
    /// <param name="owner">The owner of the form that it is about; null for the division in whose name the program writes otherwise.</param>
    public static IReadOnlyList<string> Of(Workplace workplace, string? owner = null) => On(workplace).Of(owner).Letterhead;

    /// <summary>The words of the answers with that letterhead, those of every owner too.</summary>
    public static AnswerWording On(Workplace workplace)
    {
        AnswerWording Marked(AnswerWording words) => workplace.Notice.Length == 0 ? words : words with { Letterhead = [.. words.Letterhead, workplace.Notice] };
        return Marked(workplace.Wording) with { Owners = workplace.Wording.Owners.ToDictionary(owner => owner.Key, owner => Marked(owner.Value), StringComparer.Ordinal) };
    }

    /// <summary>The same behind a subject; empty for real figures.</summary>
    public static string Mark(Workplace workplace) => workplace.Notice.Length == 0 ? "" : $" ({workplace.Notice})";
}
