using System.Collections.Frozen;
using Dla.Etl.Reference;

namespace Dla.Etl.Normalising;

/// <summary>Looks for province names inside a clean text, the longest name at each place.</summary>
internal static class ProvinceSearch
{
    // Short names are parts of other words (แพร่ in เผยแพร่, เลย, ตาก, น่าน in น่านน้ำ); a long one needs an edge on one side only,
    // which keeps มหาวิทยาลัยสุโขทัยธรรมาธิราช out.
    private const int LongEnough = 7;

    private static readonly string[] Prefixes = ["จังหวัด", "จ.", "สถจ.", "สถจ"];

    private static readonly FrozenDictionary<char, (string Name, Province Province)[]> ByFirstLetter = Provinces.All
        .SelectMany(province => new[] { (province.NameThai, province), (province.NameEnglish, province) })
        .Concat(ProvinceSpellings.All.Select(pair => (pair.Spelling, pair.Province)))
        .GroupBy(pair => char.ToLowerInvariant(pair.Item1[0]))
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(pair => pair.Item1.Length).ToArray());

    public static IReadOnlyList<Province> In(string text)
    {
        var found = new List<Province>();
        for (var at = 0; at < text.Length;)
        {
            var (length, province) = At(text, at);
            at += Math.Max(length, 1);
            if (province is not null && !found.Contains(province))
                found.Add(province);
        }

        return found;
    }

    private static (int Length, Province? Province) At(string text, int at)
    {
        if (!ByFirstLetter.TryGetValue(char.ToLowerInvariant(text[at]), out var candidates))
            return default;
        foreach (var (name, province) in candidates)
            if (text.AsSpan(at).StartsWith(name, StringComparison.OrdinalIgnoreCase) && IsName(text, at, name))
                return (name.Length, province);
        return default;
    }

    private static bool IsName(string text, int at, string name)
    {
        var end = at + name.Length;
        if (end < text.Length && ThaiTextScan.IsMark(text[end]))
            return false;
        var endsAlone = end == text.Length || !IsLetter(text[end]);
        var beginsAlone = at == 0 || !IsLetter(text[at - 1]);
        if (char.IsAsciiLetter(name[0]))
            return beginsAlone && endsAlone;
        return (beginsAlone && endsAlone) || IsIntroduced(text, at) || ((beginsAlone || endsAlone) && name.Length >= LongEnough);
    }

    private static bool IsIntroduced(string text, int at)
    {
        var before = text.AsSpan(0, at).TrimEnd(' ');
        foreach (var prefix in Prefixes)
            if (before.EndsWith(prefix, StringComparison.Ordinal))
                return true;
        return false;
    }

    private static bool IsLetter(char c) => char.IsAsciiLetter(c) || c is (>= 'ก' and <= '๎');
}
