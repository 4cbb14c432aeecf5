using System.Collections.Frozen;
using Dla.Etl.Values;

namespace Dla.Etl.Normalising;

/// <summary>The controlled list of units of measure (หน่วยนับ) with known other spellings. A spelling is known or it is not: units are never guessed by likeness. Source: DOMAIN §6.3.</summary>
public static class UnitsOfMeasure
{
    /// <summary>The canonical units.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "แห่ง", "เรื่อง", "ครั้ง", "คน", "รายการ", "ราย", "อัตรา", "หลัง", "คัน", "โครงการ", "เล่ม", "ฉบับ", "ตัว", "ระบบ",
        "รุ่น", "หมู่บ้าน", "จังหวัด", "ร้อยละ", "บาท",
    ];

    // Other spelling → canonical unit. The counts of local authorities are units of the circular itself (S000).
    private static readonly (string Spelling, string Unit)[] Synonyms =
    [
        ("คร้ง", "ครั้ง"), ("ครัง", "ครั้ง"), ("ครั่ง", "ครั้ง"), ("เรือง", "เรื่อง"), ("เรื้อง", "เรื่อง"), ("แหง่", "แห่ง"), ("แห้ง", "แห่ง"),
        ("รายกาน", "รายการ"), ("รายกร", "รายการ"), ("โครงกร", "โครงการ"), ("โครงการฯ", "โครงการ"), ("ฉบัย", "ฉบับ"), ("หมู่บาน", "หมู่บ้าน"),
        ("จว", "จังหวัด"), ("เปอร์เซ็นต์", "ร้อยละ"), ("%", "ร้อยละ"),
        ("จำนวน อปท.", "แห่ง"), ("จำนวน อปท. ในจังหวัด", "แห่ง"), ("จำนวนแห่ง", "แห่ง"), ("อปท.", "แห่ง"),
    ];

    private static readonly FrozenDictionary<string, string> Canonical = All.ToFrozenDictionary(ThaiText.Fold, unit => unit, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> BySynonym =
        Synonyms.ToFrozenDictionary(pair => ThaiText.Fold(pair.Spelling), pair => pair.Unit, StringComparer.Ordinal);

    /// <summary>The canonical unit for a text; fails for blank text and for units that are not on the list.</summary>
    public static Parsed<string> Parse(string text)
    {
        var clean = ThaiText.Clean(text);
        var key = ThaiText.Fold(clean.Value);
        if (key.Length == 0)
            return Parsed<string>.Failed("ไม่ได้ระบุหน่วยนับ");
        if (Canonical.TryGetValue(key, out var unit))
            return Parsed<string>.Ok(unit, clean.Tolerances);
        return BySynonym.TryGetValue(key, out unit)
            ? Parsed<string>.Ok(unit, [.. clean.Tolerances, Tolerances.UnitSynonym])
            : Parsed<string>.Failed($"ไม่รู้จักหน่วยนับ “{clean.Value}”");
    }
}
