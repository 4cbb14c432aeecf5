using System.Collections.Frozen;
using Dla.Etl.Values;

namespace Dla.Etl.Normalising;

/// <summary>The twelve months, as printed and as people type them. Source: DOMAIN §6.4.</summary>
public static class ThaiMonths
{
    private static readonly string[] Full =
    [
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
        "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
    ];

    private static readonly string[] Short = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."];

    private static readonly FrozenDictionary<string, int> Misspelt = new Dictionary<string, int>
    {
        ["มกราคา"] = 1,
        ["กุมภาพันธ"] = 2,
        ["กุมภาพันธุ์"] = 2,
        ["กุมพาพันธ์"] = 2,
        ["มีนาคาม"] = 3,
        ["เมษยน"] = 4,
        ["พฤกษภาคม"] = 5,
        ["พฤศภาคม"] = 5,
        ["กรกฏาคม"] = 7,
        ["กรกฎคม"] = 7,
        ["สิงหคม"] = 8,
        ["กันยน"] = 9,
        ["พฤษจิกายน"] = 11,
        ["พฤศจิกยน"] = 11,
        ["ธันวคม"] = 12,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> ByName = Full.Select((name, at) => (name, at + 1))
        .Concat(Short.Select((name, at) => (WithoutDots(name), at + 1)))
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>Full name of a month 1–12: มกราคม.</summary>
    public static string Name(int month) => Full[Index(month)];

    /// <summary>Abbreviation of a month 1–12: ม.ค.</summary>
    public static string Abbreviation(int month) => Short[Index(month)];

    /// <summary>The month 1–12 of a full name or an abbreviation with or without its dots.</summary>
    /// <remarks>Call it only where a month is expected: มค, กพ, สค and พย are provinces as well (DOMAIN §2.3).</remarks>
    public static Parsed<int> Parse(string text)
    {
        var clean = ThaiText.Clean(text);
        var letters = WithoutDots(clean.Value);
        if (Misspelt.TryGetValue(letters, out var month))
            return Parsed<int>.Ok(month, [.. clean.Tolerances, Tolerances.MonthSpelling]);
        if (!ByName.TryGetValue(letters, out month))
            return Parsed<int>.Failed($"“{clean.Value}” ไม่ใช่ชื่อเดือน");
        var asPrinted = letters == Full[month - 1] || clean.Value.Replace(" ", "", StringComparison.Ordinal) == Short[month - 1];
        return Parsed<int>.Ok(month, asPrinted ? clean.Tolerances : [.. clean.Tolerances, Tolerances.MonthWithoutDots]);
    }

    private static string WithoutDots(string name) =>
        name.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    private static int Index(int month) =>
        month is >= 1 and <= 12 ? month - 1 : throw new ArgumentOutOfRangeException(nameof(month), month, "A month lies between 1 and 12.");
}
