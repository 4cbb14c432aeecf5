using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Drivers;

namespace Dla.Etl.Measures.UnitCost;

/// <summary>Says what stops an allocation, all of it at once: lines that cannot be, and ratios that nobody knows.</summary>
internal static class CostProof
{
    public static IEnumerable<Finding> Findings(IReadOnlyList<CostLine> all, IReadOnlyList<CostLine> included, AllocationDrivers drivers)
    {
        var lines = all.SelectMany(line => OfLine(line, drivers)).Concat(included.SelectMany(line => WithoutPool(line, drivers)));
        var whole = drivers.Centres.IsKnown
            ? WithoutWorkload(included, drivers)
            : [new Finding(CostFindings.RatioUnknown) { Subject = "ศูนย์ต้นทุน", Reason = drivers.Centres.UnknownBecause! }];
        IEnumerable<Finding> exclusions = drivers.Exclusions.IsKnown
            ? []
            : [new Finding(CostFindings.RatioUnknown) { Subject = "รายการที่ไม่นำมาคำนวณ เช่น เงินอุดหนุนส่งผ่าน", Reason = drivers.Exclusions.UnknownBecause! }];
        IEnumerable<Finding> made = drivers.MadeUp is null ? [] : [new Finding(CostFindings.MadeUp) { Found = drivers.MadeUp }];
        IEnumerable<Finding> none = included.Count > 0 ? [] : [new Finding(CostFindings.NoCosts) { Found = drivers.Year.ToString() }];
        return none.Concat(lines).Concat(whole).Concat(exclusions).Concat(OfSplits(included, drivers)).Concat(made);
    }

    private static IEnumerable<Finding> OfLine(CostLine line, AllocationDrivers drivers)
    {
        var place = line.Origin?.Place ?? default;
        if (drivers.Centres.IsKnown && drivers.Centres.Value.All(centre => centre.Code != line.Centre))
            yield return new Finding(CostFindings.CentreUnknown, place) { Found = line.Centre, Expected = drivers.Year.ToString() };
        if (line.Category == ExpenseCategory.Depreciation != (line.Source == FundingSource.Depreciation))
            yield return new Finding(CostFindings.DepreciationSource, place) { Subject = line.Category.Thai(), Found = line.Source.Thai() };
        if (line.Amount.Satang < 0)
            yield return new Finding(line.Note.Length == 0 ? CostFindings.CreditWithoutNote : CostFindings.Credit, place)
            {
                Subject = $"{line.Category.Thai()} ของศูนย์ต้นทุน {line.Centre}", Found = line.Amount.ToString(), Reason = line.Note,
            };
    }

    private static IEnumerable<Finding> WithoutPool(CostLine line, AllocationDrivers drivers) =>
        line.Directness == Directness.Indirect && drivers.PoolOf(line) is null
            ? [new Finding(CostFindings.PoolMissing, line.Origin?.Place ?? default) { Subject = line.Category.Thai(), Found = line.Account.Length == 0 ? "ไม่ระบุบัญชี" : line.Account }]
            : [];

    // A centre has cost of its own, or a driver gives it some.
    private static IEnumerable<Finding> WithoutWorkload(IReadOnlyList<CostLine> included, AllocationDrivers drivers)
    {
        var direct = included.Where(line => line.Directness == Directness.Direct).Select(line => line.Centre);
        var given = UsedPools(included, drivers).Where(pool => pool.Split.Unknown.Count == 0 && pool.Split.Whole.Sign > 0)
            .SelectMany(pool => pool.Split.Shares().Select(part => part.To));
        var costly = direct.Concat(given).ToHashSet(StringComparer.Ordinal);
        return drivers.Centres.Value.Where(centre => costly.Contains(centre.Code) && drivers.WorkloadOf(centre) is null)
            .Select(centre => new Finding(CostFindings.WorkloadMissing) { Subject = $"{centre.Code} {centre.Name}" });
    }

    private static IEnumerable<Finding> OfSplits(IReadOnlyList<CostLine> included, AllocationDrivers drivers)
    {
        var idle = drivers.Pools.Except(UsedPools(included, drivers)).Select(pool => pool.Split).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var (what, split) in drivers.Splits.Where(one => !idle.Contains(one.Split)))
        {
            foreach (var (to, reason) in split.Unknown)
                yield return new Finding(CostFindings.RatioUnknown)
                {
                    Subject = to.Length == 0 ? $"{split.Basis} ของ{what}" : $"{split.Basis} ของ{what} ส่วนของ {to}", Reason = reason,
                };
            if (split.Unknown.Count == 0 && split.Whole.Sign == 0)
                yield return new Finding(CostFindings.NoReceivers) { Subject = what, Expected = split.Basis };
        }
    }

    private static List<IndirectPool> UsedPools(IReadOnlyList<CostLine> included, AllocationDrivers drivers) =>
        [.. included.Where(line => line.Directness == Directness.Indirect).Select(drivers.PoolOf).OfType<IndirectPool>().Distinct()];
}
