namespace Dla.Etl.Findings;

/// <summary>What became of a received file.</summary>
public enum Verdict
{
    /// <summary>Loaded; nothing graver than INFO.</summary>
    Loaded,

    /// <summary>Loaded, with something that the sender should look at.</summary>
    LoadedWithWarnings,

    /// <summary>Recognised but wrong: nothing was loaded.</summary>
    Rejected,

    /// <summary>The same as the version that stands now.</summary>
    Duplicate,

    /// <summary>A file that can be read but is none of the forms.</summary>
    NotRecognised,

    /// <summary>A file that cannot be read at all.</summary>
    Unreadable,

    /// <summary>Who sent it may not send for this unit: nothing was loaded until an operator allows it.</summary>
    NeedsPermission,
}

/// <summary>Verdicts from findings, and their codes in the warehouse.</summary>
public static class Verdicts
{
    private static readonly (Verdict Verdict, string Code, string Thai)[] All =
    [
        (Verdict.Loaded, "loaded", "รับแล้ว"),
        (Verdict.LoadedWithWarnings, "loaded_with_warnings", "รับแล้ว มีข้อสังเกต"),
        (Verdict.Rejected, "rejected", "ไม่ผ่าน"),
        (Verdict.Duplicate, "duplicate", "ส่งซ้ำ"),
        (Verdict.NotRecognised, "not_recognised", "ไม่ใช่แบบรายงานที่รู้จัก"),
        (Verdict.Unreadable, "unreadable", "เปิดไฟล์ไม่ได้"),
        (Verdict.NeedsPermission, "needs_permission", "รออนุญาต"),
    ];

    /// <summary>The verdict that the gravest finding gives. That a file is a duplicate no finding tells: the warehouse decides it.</summary>
    public static Verdict Of(IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var fatal = findings.FirstOrDefault(finding => finding.Severity == Severity.Fatal);
        if (fatal is not null)
            return fatal.Kind.Room == "REC" ? Verdict.NotRecognised : Verdict.Unreadable;
        if (findings.Any(finding => finding.Severity == Severity.Error))
            return Verdict.Rejected;
        return findings.Any(finding => finding.Severity == Severity.Warning) ? Verdict.LoadedWithWarnings : Verdict.Loaded;
    }

    /// <summary>The code that <c>outcome.verdict</c> stores.</summary>
    public static string Code(this Verdict verdict) => Row(verdict).Code;

    /// <summary>The words of the answer.</summary>
    public static string Thai(this Verdict verdict) => Row(verdict).Thai;

    /// <summary>The verdict of a stored code.</summary>
    /// <exception cref="ArgumentException">No verdict has this code.</exception>
    public static Verdict FromCode(string code)
    {
        foreach (var row in All)
            if (row.Code == code)
                return row.Verdict;
        throw new ArgumentException($"No verdict '{code}'; there are {string.Join(", ", All.Select(row => row.Code))}.", nameof(code));
    }

    private static (Verdict Verdict, string Code, string Thai) Row(Verdict verdict)
    {
        foreach (var row in All)
            if (row.Verdict == verdict)
                return row;
        throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Not a verdict.");
    }
}
