using System.Globalization;
using Dla.Etl.Findings;

namespace Dla.Etl.Distribution;

/// <summary>Findings as lines of plain text, for the answer file and for the terminal.</summary>
internal static class FindingLines
{
    private const string Indent = "   ";

    /// <summary>How many there are of each severity, gravest first: <c>ต้องแก้ไข 2 รายการ ข้อสังเกต 1 รายการ</c>; empty when there are none.</summary>
    public static string Count(IReadOnlyList<Finding> findings) => string.Join(' ', findings
        .GroupBy(finding => finding.Severity)
        .OrderByDescending(group => group.Key)
        .Select(group => $"{group.Key.Thai()} {Number(group.Count())} รายการ"));

    /// <summary>The findings that matter most in full, the rest counted by kind.</summary>
    public static void Add(PlainLines lines, IReadOnlyList<Finding> findings, int inFull)
    {
        var digest = FindingOrder.Digest(findings, inFull);
        for (var index = 0; index < digest.InFull.Count; index++)
            AddOne(lines, digest.InFull[index], index + 1);
        if (digest.Rest.Count == 0)
            return;
        lines.Add($"และยังมีอีก {Number(digest.Rest.Sum(kind => kind.Count))} รายการ ได้แก่");
        foreach (var rest in digest.Rest)
            lines.Add($"- {rest.Severity.Thai()}: {rest.Kind.Title} {Number(rest.Count)} รายการ ({rest.Kind.Id})", Indent, Indent + "  ");
    }

    private static void AddOne(PlainLines lines, Finding finding, int number)
    {
        var place = Printable.Slot(finding.Place.ToString());
        lines.Add($"{Number(number)}. [{finding.Severity.Thai()}] {(place.Length == 0 ? "ทั้งไฟล์" : place)} ({finding.Kind.Id})");
        lines.Add(finding.Message, Indent, Indent);
        AddValue(lines, "พบ", finding, finding.Found, "{found}");
        AddValue(lines, "ควรเป็น", finding, finding.Expected, "{expected}");

        lines.Add($"สิ่งที่ต้องทำ: {finding.WhatToDo}", Indent, Indent);
    }

    /// <summary>What the message does not say already; what is only for information says enough.</summary>
    private static void AddValue(PlainLines lines, string label, Finding finding, string value, string slot)
    {
        if (finding.Severity > Severity.Info && value.Length > 0 && !finding.Kind.Message.Contains(slot, StringComparison.Ordinal))
            lines.Add($"{label}: {Printable.Slot(value)}", Indent, Indent);
    }

    private static string Number(int number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
