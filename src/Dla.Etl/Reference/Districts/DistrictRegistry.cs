using System.Collections.Frozen;
using Dla.Etl.Normalising;
using Dla.Etl.Values;

namespace Dla.Etl.Reference.Districts;

/// <summary>The districts of the country on one day: one edition of the imported list.</summary>
public sealed class DistrictRegistry
{
    private readonly FrozenDictionary<DistrictCode, District> _byCode;
    private readonly FrozenDictionary<(ProvinceCode, string), District> _byName;
    private readonly ILookup<ProvinceCode, District> _byProvince;

    /// <summary>An edition.</summary>
    /// <param name="effective">The day it holds for.</param>
    /// <param name="districts">All districts, in any order.</param>
    /// <exception cref="ArgumentException">Two have one code, or one name in one province.</exception>
    public DistrictRegistry(DateOnly effective, IEnumerable<District> districts)
    {
        All = [.. districts.OrderBy(district => district.Code)];
        Effective = effective;
        _byCode = All.ToFrozenDictionary(district => district.Code);
        _byName = All.ToFrozenDictionary(district => (district.Province, DistrictNames.Key(district.Name, district.Province)));
        _byProvince = All.ToLookup(district => district.Province);
    }

    /// <summary>The day that the edition holds for, and from which on until the next.</summary>
    public DateOnly Effective { get; }

    /// <summary>All districts, by code.</summary>
    public IReadOnlyList<District> All { get; }

    /// <summary>Number of the edition in the warehouse; 0 for one that is in no warehouse.</summary>
    public long Edition { get; init; }

    /// <summary>True when the day that was asked for lies before the first edition, so that a later one stands in for it. Callers must say so.</summary>
    public bool IsLaterThanAsked { get; init; }

    /// <summary>The district with a code; null when the edition has none.</summary>
    public District? Find(DistrictCode code) => _byCode.GetValueOrDefault(code);

    /// <summary>The district of a province that a text names, with or without อำเภอ or อ. before it; null when it names none.</summary>
    public District? Find(string text, ProvinceCode province) => _byName.GetValueOrDefault((province, DistrictNames.Key(text, province)));

    /// <summary>The districts of a province, by code.</summary>
    public IReadOnlyList<District> Of(ProvinceCode province) => [.. _byProvince[province]];

    /// <summary>The only district of a province that is spelled nearly so, to be proposed and never to be taken: one letter apart, two of a longer name. Null when there is none, or more than one.</summary>
    public District? Nearest(string text, ProvinceCode province)
    {
        var key = DistrictNames.Key(text, province);
        var most = key.Length > 6 ? 2 : 1;
        var near = _byProvince[province].Select(district => (District: district, Distance: EditDistance.Between(key, DistrictNames.Key(district.Name, province), most)))
            .Where(one => one.Distance <= most).OrderBy(one => one.Distance).Take(2).ToList();
        return near.Count == 1 || (near.Count == 2 && near[0].Distance < near[1].Distance) ? near[0].District : null;
    }
}
