using System.Globalization;
using System.Text;
using Dla.Etl.Findings;

namespace Dla.Etl.Distribution.Marking;

/// <summary>The words by which marks are made, and known again when the file comes back: not by style, name or author, which other programs change when they save.</summary>
public static class MarkText
{
    /// <summary>Every comment of ours begins so, also one that stands below what the sender wrote in the same cell.</summary>
    public const string Begin = "[ผลการตรวจ กรมฯ]";

    /// <summary>Every comment of ours ends so; what stands behind it is the sender's.</summary>
    public const string End = "[จบผลการตรวจ]";

    /// <summary>A rule of conditional formatting is ours when its formula has this word.</summary>
    public const string RuleWord = "dla-etl-mark";

    /// <summary>The formula of our rules: always true.</summary>
    public const string RuleFormula = $"AND(TRUE,\"{RuleWord}\"<>\"\")";

    private const int MostInOne = 5;

    /// <summary>The comment on one cell: all its findings, gravest first, or the first five and how many more there are.</summary>
    public static string Comment(IReadOnlyList<Finding> findings, long receiptNumber)
    {
        var text = new StringBuilder($"{Begin} เลขรับที่ {receiptNumber.ToString(CultureInfo.InvariantCulture)}\n");
        foreach (var finding in FindingOrder.Sort(findings).Take(MostInOne))
            text.Append(CultureInfo.InvariantCulture, $"{finding.Severity.Thai()}: {finding.Message}\n")
                .Append(CultureInfo.InvariantCulture, $"สิ่งที่ต้องทำ: {finding.WhatToDo} ({finding.Kind.Id})\n");
        if (findings.Count > MostInOne)
            text.Append(CultureInfo.InvariantCulture, $"และอีก {findings.Count - MostInOne} รายการ โปรดดูแผ่นงาน “{FindingsSheetContent.SheetName}”\n");
        return text.Append(End).ToString();
    }

    /// <summary>Where our text stands in a comment, with the line ends before it; null when none of it is ours.</summary>
    /// <param name="comment">The whole text.</param>
    /// <param name="from">Where to begin to look.</param>
    public static (int Start, int Length)? Find(string comment, int from = 0)
    {
        ArgumentNullException.ThrowIfNull(comment);
        var start = comment.IndexOf(Begin, from, StringComparison.Ordinal);
        if (start < 0)
            return null;
        var end = comment.IndexOf(End, start, StringComparison.Ordinal);
        var behind = end < 0 ? comment.Length : end + End.Length;
        while (start > from && comment[start - 1] is '\n' or '\r')
            start--;
        return (start, behind - start);
    }
}
