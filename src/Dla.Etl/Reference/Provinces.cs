using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CsvHelper;
using Dla.Etl.Values;

namespace Dla.Etl.Reference;

/// <summary>The 76 provinces that report, from the embedded <c>Reference/provinces.csv</c>. Source: DOMAIN §2.1.</summary>
public static class Provinces
{
    private static readonly FrozenDictionary<ProvinceCode, Province> ByCode = Read().ToFrozenDictionary(province => province.Code);

    /// <summary>All 76, by code.</summary>
    public static IReadOnlyList<Province> All { get; } = [.. ByCode.Values.OrderBy(province => province.Code)];

    /// <summary>The day of the registry that gave the counts: 10 June 2569.</summary>
    public static DateOnly CountsAsOf { get; } = All.Max(province => province.Counts.AsOf);

    /// <summary>The province with a code.</summary>
    /// <exception cref="ArgumentException">No province that reports has it (10 is Bangkok).</exception>
    public static Province Get(ProvinceCode code) =>
        TryGet(code, out var province) ? province : throw new ArgumentException($"No province that reports has the code {code}.", nameof(code));

    /// <summary>The province with a code; false when no province that reports has it.</summary>
    public static bool TryGet(ProvinceCode code, [NotNullWhen(true)] out Province? province) => ByCode.TryGetValue(code, out province);

    /// <summary>A named count of a province for a fiscal year, or null when the reference has none for that year: no other year's count is put in its place.</summary>
    /// <exception cref="ArgumentException">No count has that name.</exception>
    public static int? Count(string code, Province province, FiscalYear year)
    {
        ArgumentNullException.ThrowIfNull(province);
        var count = province.Counts.Named(code) ?? throw new ArgumentException($"The province reference has no count “{code}”.", nameof(code));
        return province.Counts.Year == year ? count : null;
    }

    internal static CsvReader Open(string resource)
    {
        var stream = typeof(Provinces).Assembly.GetManifestResourceStream($"{typeof(Provinces).Namespace}.{resource}")
            ?? throw new InvalidOperationException($"The program lacks its embedded file {resource}.");
        return new CsvReader(new StreamReader(stream), CultureInfo.InvariantCulture);
    }

    private static IEnumerable<Province> Read()
    {
        using var csv = Open("provinces.csv");
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
            yield return new Province(
                ProvinceCode.From(csv.GetField<int>("code")),
                csv.GetField("abbreviation_th")!,
                csv.GetField("name_th")!,
                csv.GetField("name_en")!,
                csv.GetField("abbreviation_en")!,
                Regions.FromCode(csv.GetField("region")!),
                Counts(csv));
    }

    private static ProvinceCounts Counts(CsvReader csv) => new(
        DateOnly.ParseExact(csv.GetField("counts_as_of")!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        csv.GetField<int>("districts"),
        csv.GetField<int>("pao"),
        csv.GetField<int>("city_municipality"),
        csv.GetField<int>("town_municipality"),
        csv.GetField<int>("subdistrict_municipality"),
        csv.GetField<int>("subdistrict_administrative_organization"),
        csv.GetField<int>("special"),
        csv.GetField<int>("local_authorities"));
}
