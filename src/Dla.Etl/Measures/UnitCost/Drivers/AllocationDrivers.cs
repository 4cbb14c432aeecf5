using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Drivers;

/// <summary>Indirect costs that are spread over the cost centres by one driver.</summary>
/// <param name="Code">Code of the pool.</param>
/// <param name="Name">Thai name.</param>
/// <param name="Categories">Expense categories of its lines.</param>
/// <param name="Accounts">Only lines of these accounts; empty for all that no other pool names.</param>
/// <param name="Split">Driver figures by cost centre.</param>
public sealed record IndirectPool(string Code, string Name, IReadOnlyList<ExpenseCategory> Categories, IReadOnlyList<string> Accounts, Split Split);

/// <summary>A support sub-activity (กิจกรรมย่อยสนับสนุน), which is spread over those that come after it.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Thai name.</param>
/// <param name="Unit">Unit of measure, or why it is not known.</param>
/// <param name="Quantity">Its quantity of the year, or why it is not known.</param>
/// <param name="Split">Receivers: main sub-activities and support ones further down the file.</param>
public sealed record SupportActivity(string Code, string Name, Declared<string> Unit, Declared<Quantity> Quantity, Split Split);

/// <summary>A split that holds for several givers.</summary>
/// <param name="From">Codes of the givers.</param>
/// <param name="EachProvince">True when it holds for the centre of every province that no other rule names.</param>
/// <param name="Split">Receivers.</param>
public sealed record SplitRule(IReadOnlyList<string> From, bool EachProvince, Split Split)
{
    /// <summary>The givers in few words, in Thai.</summary>
    public string Givers => EachProvince ? "สถจ. ทุกจังหวัด" : From.Count <= 3
        ? string.Join(", ", From)
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{From[0]} ถึง {From[^1]} ({From.Count} รายการ)");
}

/// <summary>Costs that are in the financial statements and not in the unit cost, for example grants that only pass through.</summary>
/// <param name="Code">Code of the rule.</param>
/// <param name="Category">Expense category of the lines.</param>
/// <param name="Accounts">Only lines of these accounts; empty for the whole category.</param>
/// <param name="Reason">Why, in Thai.</param>
/// <param name="Source">The document that says so.</param>
public sealed record Exclusion(string Code, ExpenseCategory Category, IReadOnlyList<string> Accounts, string Reason, string Source)
{
    /// <summary>True when the line is left out.</summary>
    public bool Covers(CostLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Covers(line.Category.Code(), line.Account);
    }

    /// <summary>The same of a line of which only the codes are at hand.</summary>
    public bool Covers(string category, string account) => category == Category.Code() && (Accounts.Count == 0 || Accounts.Contains(account, StringComparer.Ordinal));
}

/// <summary>The total expense of the published financial statements.</summary>
/// <param name="Total">The amount, or why it is not known.</param>
/// <param name="Source">Which statements.</param>
public sealed record Statements(Declared<Baht> Total, string Source);

/// <summary>How the costs of one fiscal year become unit costs: <c>rules/allocation/drivers.&lt;year&gt;.yaml</c>.</summary>
public sealed record AllocationDrivers
{
    /// <summary>The year it holds for, and no other.</summary>
    public required FiscalYear Year { get; init; }

    /// <summary>What prescribes it.</summary>
    public required string Source { get; init; }

    /// <summary>Says, in Thai, that the figures are made up; null in a file of real ones. Every table made with it prints this.</summary>
    public string? MadeUp { get; init; }

    /// <summary>The cost centres, or why they are not known.</summary>
    public required Declared<IReadOnlyList<CostCentre>> Centres { get; init; }

    /// <summary>Pools of indirect cost.</summary>
    public required IReadOnlyList<IndirectPool> Pools { get; init; }

    /// <summary>Sub-activities of the cost centres.</summary>
    public required IReadOnlyList<SplitRule> Workload { get; init; }

    /// <summary>Support sub-activities in the order in which they are spread.</summary>
    public required IReadOnlyList<SupportActivity> Support { get; init; }

    /// <summary>Sub-outputs of the main sub-activities.</summary>
    public required IReadOnlyList<SplitRule> SubOutputs { get; init; }

    /// <summary>Main activities of the main sub-activities.</summary>
    public required IReadOnlyList<SplitRule> MainActivities { get; init; }

    /// <summary>Main outputs of the sub-outputs.</summary>
    public required IReadOnlyList<SplitRule> MainOutputs { get; init; }

    /// <summary>What is left out, or why that is not known.</summary>
    public required Declared<IReadOnlyList<Exclusion>> Exclusions { get; init; }

    /// <summary>The published total.</summary>
    public required Statements Statements { get; init; }

    /// <summary>True when table 3 prints the sub-activities, support ones among them, before the step-down; otherwise the main ones after it.</summary>
    public required bool PrintsBeforeStepDown { get; init; }

    /// <summary>The file, for messages.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the file, which runs record.</summary>
    public required ContentHash Hash { get; init; }

    /// <summary>Codes of the main sub-activities, in order.</summary>
    public IReadOnlyList<string> MainSubActivities => [.. SubOutputs.SelectMany(rule => rule.From).Order(StringComparer.Ordinal)];

    /// <summary>The rule that leaves a line out; null when it is part of the unit cost.</summary>
    public Exclusion? ExclusionOf(CostLine line) => Exclusions.IsKnown ? Exclusions.Value.FirstOrDefault(rule => rule.Covers(line)) : null;

    /// <summary>The sub-activities of a cost centre: the rule that names it, else the one for every province; null when there is none.</summary>
    public Split? WorkloadOf(CostCentre centre)
    {
        ArgumentNullException.ThrowIfNull(centre);
        return (Workload.FirstOrDefault(rule => rule.From.Contains(centre.Code, StringComparer.Ordinal))
            ?? (centre.Province is null ? null : Workload.FirstOrDefault(rule => rule.EachProvince)))?.Split;
    }

    /// <summary>The pool of a line of indirect cost: one that names its account goes before one of the whole category; null when there is none.</summary>
    public IndirectPool? PoolOf(CostLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var ofCategory = Pools.Where(pool => pool.Categories.Contains(line.Category)).ToList();
        return ofCategory.FirstOrDefault(pool => pool.Accounts.Contains(line.Account, StringComparer.Ordinal)) ?? ofCategory.FirstOrDefault(pool => pool.Accounts.Count == 0);
    }

    /// <summary>All splits with what they divide, in Thai, in the order of the flow.</summary>
    public IEnumerable<(string What, Split Split)> Splits =>
        Pools.Select(pool => ($"ต้นทุนทางอ้อม {pool.Code} {pool.Name}", pool.Split))
            .Concat(Workload.Select(rule => ($"ศูนย์ต้นทุน {rule.Givers} สู่กิจกรรมย่อย", rule.Split)))
            .Concat(Support.Select(one => ($"กิจกรรมย่อยสนับสนุน {one.Code} {one.Name}", one.Split)))
            .Concat(SubOutputs.Select(rule => ($"กิจกรรมย่อย {rule.Givers} สู่ผลผลิตย่อย", rule.Split)))
            .Concat(MainActivities.Select(rule => ($"กิจกรรมย่อย {rule.Givers} สู่กิจกรรมหลัก", rule.Split)))
            .Concat(MainOutputs.Select(rule => ($"ผลผลิตย่อย {rule.Givers} สู่ผลผลิตหลัก", rule.Split)));
}
