namespace Dla.Etl.Samples;

/// <summary>Synthetic quantities: plausible for the activity, proportional to the province, alike in consecutive years.</summary>
public static class Figures
{
    /// <summary>Figures that jump between the years on purpose: more than three times, or less than a third, of the year before.</summary>
    public static IReadOnlyDictionary<(int Province, int Item), int> JumpPercent { get; } = new Dictionary<(int, int), int>
    {
        [(40, 7)] = 365,  // ขอนแก่น trained far more people
        [(80, 10)] = 24,  // นครศรีธรรมราช answered far fewer questions
        [(83, 9)] = 410,  // ภูเก็ต paid out in many more items
    };

    /// <summary>Where an office counts another number of local authorities than the registry of 2569.</summary>
    public static IReadOnlyDictionary<int, int> OtherCounts { get; } = new Dictionary<int, int> { [30] = -1, [52] = 1 };

    /// <summary>The quantity of a sub-activity in a fiscal year; years other than 2563 and 2564 have none.</summary>
    public static long SubActivity(int year, SampleProvince province, int item) => year switch
    {
        2563 => Basis(province, item),
        2564 => Following(province, item, Basis(province, item)),
        _ => throw new ArgumentOutOfRangeException(nameof(year), year, "Samples exist for 2563 and 2564."),
    };

    /// <summary>The number of local authorities as the office counts them.</summary>
    public static long SubOutput(SampleProvince province) =>
        province.LocalAuthorities + OtherCounts.GetValueOrDefault(province.Code);

    private static long Basis(SampleProvince province, int item)
    {
        var percent = new SplitMix(province.Code, item).Between(85, 115);
        var (authorities, districts) = (province.LocalAuthorities, province.Districts);
        long thousandths = item switch
        {
            1 => districts * 1_600L,
            2 => authorities * 1_900L,
            3 => authorities * 260L,
            4 => authorities * 1_450L,
            5 => authorities * 15L,
            6 => 24_000L + (districts * 2_400L),
            7 => authorities * 12_300L,
            8 => authorities * 5_700L,
            9 => 890_000L + (authorities * 8_100L),
            10 => districts * 14_500L,
            11 => districts * 120L,
            12 => authorities * 1_000L,
            13 => authorities * 23_500L,
            14 => 12_000L + (districts * 900L),
            15 or 16 => authorities * 900L,
            17 or 19 => authorities * 1_000L,
            18 => districts * 3_600L,
            20 => authorities * 960L,
            _ => throw new ArgumentOutOfRangeException(nameof(item), item, "Sub-activities are numbered 1 to 20."),
        };
        return IsWholeProvince(item) ? authorities : Capped(item, province, thousandths * percent / 100_000);
    }

    private static long Following(SampleProvince province, int item, long basis)
    {
        if (JumpPercent.TryGetValue((province.Code, item), out var jump))
            return basis * jump / 100;
        var percent = new SplitMix(province.Code, item, 2564).Between(80, 122);
        var next = Capped(item, province, basis * percent / 100);
        return IsWholeProvince(item) || basis < 10 || next * 10 < basis * 7 ? basis : next;
    }

    /// <summary>Every local authority is assessed and files its statistics, so these equal their number.</summary>
    private static bool IsWholeProvince(int item) => item is 12 or 19;

    private static long Capped(int item, SampleProvince province, long amount) =>
        item is 3 or 5 or 15 or 16 or 17 or 20 ? Math.Min(amount, province.LocalAuthorities) : amount;
}
