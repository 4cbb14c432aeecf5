using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Dla.Etl.Reference;
using Dla.Etl.Values;

namespace Dla.Etl.Normalising;

/// <summary>Reads province names with the prefixes, short forms and misspellings that are known. Never by likeness: ระยอง and ระนอง are one letter apart. Source: DOMAIN §2.3.</summary>
public static partial class ProvinceNames
{
    private static readonly FrozenDictionary<string, Province> Official = Provinces.All
        .SelectMany(province => new[] { province.NameThai, province.NameEnglish }.Select(name => (Key: ThaiText.Fold(name), province)))
        .ToFrozenDictionary(pair => pair.Key, pair => pair.province, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Province> Spellings = ProvinceSpellings.All
        .ToFrozenDictionary(pair => ThaiText.Fold(pair.Spelling), pair => pair.Province, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Province> Abbreviations = Provinces.All
        .SelectMany(province => new[] { province.Abbreviation, province.AbbreviationEnglish }.Select(name => (Key: ThaiText.Fold(name), province)))
        .ToFrozenDictionary(pair => pair.Key, pair => pair.province, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Bangkok =
        new[] { "กรุงเทพมหานคร", "กรุงเทพฯ", "กรุงเทพ", "กทม", "Bangkok" }.Select(ThaiText.Fold).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The province of a text that is nothing but its name, in Thai or English, with or without จ., จังหวัด, สถจ. or the full name of the office.</summary>
    /// <remarks>Abbreviations fail here: most are words or months elsewhere. Bangkok fails with its own reason, since it has no สถจ.</remarks>
    public static Parsed<Province> Parse(string text) => Parse(text, withAbbreviations: false);

    /// <summary>As <see cref="Parse(string)"/>, and abbreviations as well: only where nothing but a province can stand.</summary>
    /// <remarks>มค, กพ, สค and พย written with a dot are refused: they may be months (DOMAIN §2.3).</remarks>
    public static Parsed<Province> ParseWithAbbreviations(string text) => Parse(text, withAbbreviations: true);

    /// <summary>Every province that a longer text names, each once, in order of appearance; empty when it names none.</summary>
    /// <remarks>Short names that are words as well (เลย, แพร่, ตาก, น่าน …) count only after จังหวัด, จ. or สถจ., or standing alone between spaces, digits or signs.</remarks>
    public static IReadOnlyList<Province> FindIn(string longerText) => ProvinceSearch.In(ThaiText.Clean(longerText).Value);

    private static Parsed<Province> Parse(string text, bool withAbbreviations)
    {
        var clean = ThaiText.Clean(text);
        var name = Prefix().Replace(clean.Value, "");
        var key = ThaiText.Fold(EnglishAffix().Replace(name, ""));
        if (key.Length == 0)
            return Parsed<Province>.Failed("ไม่ได้ระบุชื่อจังหวัด");
        if (Bangkok.Contains(key))
            return Parsed<Province>.Failed("กรุงเทพมหานครไม่มีสำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด (สถจ.) จึงไม่อยู่ใน 76 จังหวัดที่ต้องรายงาน");
        if (Official.TryGetValue(key, out var province))
            return Parsed<Province>.Ok(province, clean.Tolerances);
        if (Spellings.TryGetValue(key, out province))
            return Parsed<Province>.Ok(province, [.. clean.Tolerances, Tolerances.ProvinceSpelling]);
        if (!withAbbreviations || !Abbreviations.TryGetValue(key, out province))
            return Parsed<Province>.Failed($"ไม่รู้จักจังหวัด “{clean.Value}”");
        return name.Contains('.', StringComparison.Ordinal) && ThaiMonths.Parse(name).Succeeded
            ? Parsed<Province>.Failed($"“{clean.Value}” อาจเป็นชื่อเดือน กรุณาเขียนชื่อจังหวัดเต็ม")
            : Parsed<Province>.Ok(province, [.. clean.Tolerances, Tolerances.ProvinceAbbreviation]);
    }

    [GeneratedRegex("^((สำนักงานส่งเสริมการปกครองท้องถิ่น|สำนักงานท้องถิ่น|ท้องถิ่น|สถจ ?\\.?|จังหวัด|จ ?\\.|จ(?= )) ?)+")]
    private static partial Regex Prefix();

    [GeneratedRegex("^(changwat|province of) | (province|provincial office)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EnglishAffix();
}
