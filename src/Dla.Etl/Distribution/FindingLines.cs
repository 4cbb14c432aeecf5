using System.Globalization;
using Dla.Etl.Distribution.Letters;
using Dla.Etl.Findings;

namespace Dla.Etl.Distribution;

/// <summary>Findings as an answer tells them, in a file, a mail or on the terminal.</summary>
internal static class FindingLines
{
    /// <summary>How many there are of each severity, gravest first: <c>ต้องแก้ไข 2 รายการ ข้อสังเกต 1 รายการ</c>; empty when there are none.</summary>
    public static string Count(IReadOnlyList<Finding> findings) => string.Join(' ', findings
        .GroupBy(finding => finding.Severity)
        .OrderByDescending(group => group.Key)
        .Select(group => $"{group.Key.Thai()} {Number(group.Count())} รายการ"));

    /// <summary>Adds the findings that matter most in full, the rest counted by kind.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="findings">In any order.</param>
    /// <param name="inFull">How many are told in full.</param>
    /// <param name="nowhere">What to say of a finding without a place.</param>
    public static void Add(Letter letter, IReadOnlyList<Finding> findings, int inFull, string nowhere = "ทั้งไฟล์")
    {
        var digest = FindingOrder.Digest(findings, inFull);
        letter.Entries(
            [.. digest.InFull.Select(finding => Entry(finding, nowhere))],
            digest.Rest.Count == 0 ? "" : $"และยังมีอีก {Number(digest.Rest.Sum(kind => kind.Count))} รายการ ได้แก่",
            [.. digest.Rest.Select(rest => $"{rest.Severity.Thai()}: {rest.Kind.Title} {Number(rest.Count)} รายการ ({rest.Kind.Id})")]);
    }

    private static LetterEntry Entry(Finding finding, string nowhere)
    {
        var place = Printable.Slot(finding.Place.ToString());
        return new LetterEntry(
            $"[{finding.Severity.Thai()}] {(place.Length == 0 ? nowhere : place)} ({finding.Kind.Id})",
            [
                finding.Message, .. Value("พบ", finding, finding.Found, "{found}"), .. Value("ควรเป็น", finding, finding.Expected, "{expected}"),
                $"สิ่งที่ต้องทำ: {finding.WhatToDo}",
            ],
            Tone(finding.Severity));
    }

    /// <summary>What the message does not say already; what is only for information says enough.</summary>
    private static string[] Value(string label, Finding finding, string value, string slot) =>
        finding.Severity > Severity.Info && value.Length > 0 && !finding.Kind.Message.Contains(slot, StringComparison.Ordinal)
            ? [$"{label}: {Printable.Slot(value)}"]
            : [];

    private static Tone Tone(Severity severity) => severity switch
    {
        Severity.Info => Letters.Tone.Notice,
        Severity.Warning => Letters.Tone.Attention,
        _ => Letters.Tone.Wrong,
    };

    private static string Number(int number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
