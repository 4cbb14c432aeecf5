using System.Globalization;
using Dla.Etl.Values;

namespace Dla.Etl.Reference;

/// <summary>What a new edition of a reference would lose of the one in force, when that is so much that its file is probably cut.</summary>
/// <param name="Before">How many the edition in force has.</param>
/// <param name="Vanished">How many of them the new one has no more.</param>
/// <param name="Emptied">Provinces that had some and would have none.</param>
/// <param name="Short">Provinces that had about as many as the dated counts and would have more than a tenth fewer, with the new number and the dated one; the emptied ones are not among them.</param>
public sealed record ReferenceLoss(int Before, int Vanished, IReadOnlyList<Province> Emptied, IReadOnlyList<(Province Province, int Now, int Published)> Short)
{
    private const int MostNamed = 3;

    // A file that names more provinces means to be the whole country's.
    private const int FewProvinces = 10;

    /// <summary>The loss; null when no more than one in ten vanishes, no province is emptied and none falls below nine tenths of its dated count.</summary>
    /// <param name="before">The province of each one in force.</param>
    /// <param name="after">The province of each one in the new edition.</param>
    /// <param name="vanished">How many of those in force are not in the new edition.</param>
    /// <param name="published">The dated count of a province.</param>
    public static ReferenceLoss? Of(IEnumerable<ProvinceCode> before, IEnumerable<ProvinceCode> after, int vanished, Func<Province, int> published)
    {
        var (was, now) = (Counted(before), Counted(after));
        var emptied = Provinces.All.Where(province => was.ContainsKey(province.Code) && !now.ContainsKey(province.Code)).ToList();
        var fallen = Provinces.All.Select(province => (Province: province, Now: now.GetValueOrDefault(province.Code), Published: published(province)))
            .Where(one => one.Now > 0 && !IsShort(was.GetValueOrDefault(one.Province.Code), one.Published) && IsShort(one.Now, one.Published)).ToList();
        var all = was.Values.Sum();
        return vanished * 10 > all || emptied.Count > 0 || fallen.Count > 0 ? new ReferenceLoss(all, vanished, emptied, fallen) : null;
    }

    /// <summary>The loss of the first edition against the dated counts; null for a file of a few provinces, and when none falls below nine tenths of its count.</summary>
    /// <param name="now">The province of each one.</param>
    /// <param name="published">The dated count of a province.</param>
    public static ReferenceLoss? OfFirst(IEnumerable<ProvinceCode> now, Func<Province, int> published)
    {
        var counted = Counted(now);
        var missing = Provinces.All.Where(province => !counted.ContainsKey(province.Code)).ToList();
        var fallen = Provinces.All.Where(province => counted.ContainsKey(province.Code)).Select(province => (Province: province, Now: counted[province.Code], Published: published(province)))
            .Where(one => IsShort(one.Now, one.Published)).ToList();
        var all = Provinces.All.Sum(published);
        return counted.Count > FewProvinces && missing.Count + fallen.Count > 0 ? new ReferenceLoss(all, all - counted.Values.Sum(), missing, fallen) : null;
    }

    /// <summary>The provinces in Thai: those that would have none, and those that would have too few.</summary>
    public string Named => string.Join(" และ", Parts());

    private static bool IsShort(int count, int published) => count * 10 < published * 9;

    private static Dictionary<ProvinceCode, int> Counted(IEnumerable<ProvinceCode> provinces) =>
        provinces.CountBy(province => province).ToDictionary(pair => pair.Key, pair => pair.Value);

    private IEnumerable<string> Parts()
    {
        if (Emptied.Count > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"หายไปทั้งจังหวัด {Emptied.Count} จังหวัด ({Some(Emptied, province => province.NameThai)})");
        if (Short.Count > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"เหลือน้อยกว่าจำนวนที่ประกาศเกินหนึ่งในสิบ {Short.Count} จังหวัด ({Some(Short, one => string.Create(CultureInfo.InvariantCulture, $"{one.Province.NameThai} {one.Now}/{one.Published}"))})");
    }

    private static string Some<T>(IReadOnlyList<T> all, Func<T, string> said) => string.Join(", ", all.Take(MostNamed).Select(said)) + (all.Count > MostNamed ? " …" : "");
}
