using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Drivers;

/// <summary>Looks at a year's drivers as a whole: every code known and once, ratios that make 100, and no cost that comes back to where it was.</summary>
internal static class AllocationProof
{
    private static readonly Rational Hundred = 100;

    /// <summary>The first mistake with its key, or nothing.</summary>
    public static (string? Key, string? Mistake) FirstMistake(AllocationDrivers drivers) =>
        Codes(drivers).Concat(PoolMistakes(drivers)).Concat(Receivers(drivers)).Concat(Ratios(drivers)).Concat(StepDown(drivers)).FirstOrDefault();

    private static IEnumerable<(string?, string?)> Codes(AllocationDrivers drivers)
    {
        foreach (var (key, codes) in new (string, IEnumerable<string>)[]
        {
            ("centres", drivers.Centres.IsKnown ? drivers.Centres.Value.Select(centre => centre.Code) : []),
            ("indirect", drivers.Pools.Select(pool => pool.Code)),
            ("support", drivers.Support.Select(one => one.Code).Concat(drivers.MainSubActivities)),
            ("workload", drivers.Workload.SelectMany(rule => rule.EachProvince ? ["each_province"] : rule.From)),
            ("sub_outputs", drivers.SubOutputs.SelectMany(rule => rule.From)),
            ("main_activities", drivers.MainActivities.SelectMany(rule => rule.From)),
            ("main_outputs", drivers.MainOutputs.SelectMany(rule => rule.From)),
            ("exclusions", drivers.Exclusions.IsKnown ? drivers.Exclusions.Value.Select(rule => rule.Code) : []),
        })
            foreach (var twice in codes.GroupBy(code => code, StringComparer.Ordinal).Where(same => same.Count() > 1))
                yield return (key, $"{twice.Key} stands twice");
    }

    // An account, or a category without accounts, belongs to one pool only.
    private static IEnumerable<(string?, string?)> PoolMistakes(AllocationDrivers drivers) => drivers.Pools
        .SelectMany(pool => pool.Categories.SelectMany(category => pool.Accounts.DefaultIfEmpty("").Select(account => (Category: category, Account: account))))
        .GroupBy(one => one).Where(same => same.Count() > 1)
        .Select(same => ((string?)"indirect", (string?)$"two pools take {same.Key.Category} {same.Key.Account}".TrimEnd()));

    private static IEnumerable<(string?, string?)> Receivers(AllocationDrivers drivers)
    {
        var main = drivers.MainSubActivities.ToHashSet(StringComparer.Ordinal);
        var activities = main.Concat(drivers.Support.Select(one => one.Code)).ToHashSet(StringComparer.Ordinal);
        var outputs = drivers.MainOutputs.SelectMany(rule => rule.From).ToHashSet(StringComparer.Ordinal);
        var centres = drivers.Centres.IsKnown ? drivers.Centres.Value.Select(centre => centre.Code).ToHashSet(StringComparer.Ordinal) : null;
        if (!main.SetEquals(drivers.MainActivities.SelectMany(rule => rule.From)))
            yield return ("main_activities", "must divide the same sub-activities as sub_outputs");
        foreach (var pool in drivers.Pools)
            foreach (var mistake in centres is null ? [] : Strangers(pool.Split, centres, "a cost centre").Concat(Lacking(pool.Split, centres)))
                yield return mistake;
        foreach (var rule in drivers.Workload)
            foreach (var mistake in Strangers(rule.Split, activities, "a sub-activity")
                .Concat(rule.From.Where(code => centres?.Contains(code) == false).Select(code => ((string?)"workload", (string?)$"{code} is not a cost centre"))))
                yield return mistake;
        foreach (var mistake in drivers.Support.SelectMany(one => Strangers(one.Split, activities, "a sub-activity"))
            .Concat(drivers.SubOutputs.SelectMany(rule => Strangers(rule.Split, outputs, "a sub-output"))))
            yield return mistake;
    }

    private static IEnumerable<(string?, string?)> Strangers(Split split, HashSet<string> known, string what) => PartsOf(split)
        .Where(part => !known.Contains(part.To)).Select(part => ((string?)$"{split.Key}.{part.To}", (string?)$"{part.To} is not {what} of this file"));

    // Missing is not zero: a centre that takes no part in a driver says 0.
    private static IEnumerable<(string?, string?)> Lacking(Split split, HashSet<string> centres) => !split.Parts.IsKnown
        ? []
        : centres.Except(PartsOf(split).Select(part => part.To), StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(1)
            .Select(code => ((string?)split.Key, (string?)$"the cost centre {code} has no figure; give 0 when it takes no part"));

    private static IEnumerable<(string?, string?)> Ratios(AllocationDrivers drivers)
    {
        var pools = drivers.Pools.Select(pool => pool.Split.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (_, split) in drivers.Splits.Where(one => !pools.Contains(one.Split.Key) && PartsOf(one.Split).Any()))
        {
            var known = Rational.Sum(PartsOf(split).Where(part => part.Weight.IsKnown).Select(part => part.Weight.Value));
            if (split.Unknown.Count == 0 ? known != Hundred : known > Hundred)
                yield return (split.Key, $"the ratios make {known}, not 100");
        }
    }

    private static IEnumerable<(string?, string?)> StepDown(AllocationDrivers drivers)
    {
        var closed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in drivers.Support)
        {
            closed.Add(one.Code);
            foreach (var part in PartsOf(one.Split).Where(part => closed.Contains(part.To)))
                yield return ($"{one.Split.Key}.{part.To}", $"{one.Code} cannot give to {part.To}, which has been spread already: the cost would go in a circle");
        }
    }

    private static IReadOnlyList<SplitPart> PartsOf(Split split) => split.Parts.IsKnown ? split.Parts.Value : [];
}
