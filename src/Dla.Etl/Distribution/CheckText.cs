using Dla.Etl.Distribution.Letters;
using Dla.Etl.Findings;

namespace Dla.Etl.Distribution;

/// <summary>What <c>dla-etl check</c> says about a file, for a terminal and for scripts.</summary>
public static class CheckText
{
    /// <summary>Plain lines with LF ends: the file and its verdict, then the findings as the answer tells them.</summary>
    /// <param name="file">The file as named on the command line.</param>
    /// <param name="findings">In any order.</param>
    /// <param name="inFull">How many are told in full; the rest are counted by kind.</param>
    public static string Compose(string file, IReadOnlyList<Finding> findings, int inFull = FindingOrder.InFull)
    {
        var counted = findings.Count == 0 ? "ไม่พบข้อที่ต้องแก้ไขหรือข้อสังเกต" : FindingLines.Count(findings);
        var lines = new PlainLines("\n", AnswerText.Width).Add($"{Printable.Line(file)}: {Passed(Verdicts.Of(findings))} ({counted})", "", "   ");
        var told = new Letter();
        FindingLines.Add(told, findings, inFull);
        return lines + LetterText.Of(told, "\n");
    }

    /// <summary>Nothing is loaded by a check, so that รับแล้ว would be untrue.</summary>
    private static string Passed(Verdict verdict) => verdict switch
    {
        Verdict.Loaded => "ผ่าน",
        Verdict.LoadedWithWarnings => "ผ่าน มีข้อสังเกต",
        _ => verdict.Thai(),
    };
}
