using Dla.Etl.Definitions;
using Dla.Etl.Normalising;

namespace Dla.Etl.Recognition;

/// <summary>Tells which lines above a table name the reporting office, and what they leave to be filled in.</summary>
internal sealed class OfficeLines(RecognitionMarks words)
{
    /// <summary>Signs that lead the eye to where something is to be written.</summary>
    public static readonly char[] Leaders = [' ', '.', '…', '_', '-', ':', '(', ')'];

    private const string Introduction = "จังหวัด", Office = "ท้องถิ่น", Bangkok = "กรุงเทพ";

    // These speak to whoever fills the form in, and may name any province: an address to send it to, an example.
    private static readonly string[] Advice = ["วิธีกรอก", "คำชี้แจง", "คำอธิบาย", "คำแนะนำ", "กำหนดส่ง", "ตัวอย่าง"];

    /// <summary>True for how-to lines, which state nothing about this return.</summary>
    public static bool IsAdvice(HeadLine line) => Array.Exists(Advice, word => line.Text.StartsWith(word, StringComparison.Ordinal));

    /// <summary>What follows the last ท้องถิ่น or จังหวัด, however the office's name is shortened before it; empty when there is none.</summary>
    public static string AfterOffice(HeadLine line)
    {
        var (office, province) = (line.Text.LastIndexOf(Office, StringComparison.Ordinal), line.Text.LastIndexOf(Introduction, StringComparison.Ordinal));
        var after = Math.Max(office < 0 ? -1 : office + Office.Length, province < 0 ? -1 : province + Introduction.Length);
        return after < 0 ? "" : line.Text[after..].Trim(Leaders);
    }

    /// <summary>True when a line of any wording names Bangkok, which has no such office; the department's own address does not count.</summary>
    public static bool NamesBangkok(HeadLine line) => !line.Text.Contains("กรมส่งเสริม", StringComparison.Ordinal)
        && (line.Text.StartsWith(Bangkok, StringComparison.Ordinal) || AfterOffice(line).StartsWith(Bangkok, StringComparison.Ordinal));

    /// <summary>What follows the words of the office in its cell, or, when the cell ends there, the next cell; null when it is no office line.</summary>
    public string? RestOf(HeadLine line)
    {
        var after = AfterMark(line);
        if (after < 0)
            return null;
        var rest = BeforeYear(line.Text[after..]);
        return rest.Length > 0 ? rest : BeforeYear(line.Next);
    }

    /// <summary>True for a line to be filled in: จังหวัด..... and nothing behind the dots. Any other word is an answer.</summary>
    public bool IsToBeFilledIn(string rest)
    {
        var left = rest.Trim(Leaders);
        return ThaiText.Fold(left).Length == 0 || left.EndsWith(Introduction, StringComparison.Ordinal)
            || words.OfficeLines.Any(mark => LooseText.After(left, mark) == left.Length);
    }

    private int AfterMark(HeadLine line)
    {
        var after = -1;
        foreach (var mark in words.OfficeLines)
            if (LooseText.After(line.Text, mark) is > 0 and var end && (!line.MarksAtBeginningOnly || end <= mark.Length + 4))
                after = Math.Max(after, end);
        return after < 0 && line.Text.StartsWith(Introduction, StringComparison.Ordinal) ? Introduction.Length : after;
    }

    private string BeforeYear(string rest)
    {
        foreach (var mark in words.YearLines)
            if (rest.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var year)
                rest = rest[..year];
        return rest.Trim();
    }
}
