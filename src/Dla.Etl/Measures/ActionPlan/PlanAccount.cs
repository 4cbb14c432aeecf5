using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;

namespace Dla.Etl.Measures.ActionPlan;

/// <summary>The plan of a year beside what was published of it, list by list.</summary>
/// <param name="Published">What was published.</param>
/// <param name="Lists">For each list its name, what its rows are called, its parts and the whole.</param>
public sealed record PlanAccount(PublishedPlan Published, IReadOnlyList<PlanListAccount> Lists)
{
    /// <summary>The account of a report, computed once for all its sheets; null when nothing was published for the year.</summary>
    public static PlanAccount? Of(MeasureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return PublishedPlan.Find(input.Forms.Definitions, input.Form.Year) is { } published
            ? input.Once("plan account", () => new PlanAccount(published, [.. published.Lists.Select((list, index) => ListOf(input, list, index))]))
            : null;
    }

    /// <summary>Why there is no account.</summary>
    public static Finding Unpublished(MeasureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new Finding(PlanFindings.Unpublished) { Expected = input.Form.Year.ToString() };
    }

    /// <summary>The list with a code.</summary>
    /// <exception cref="KeyNotFoundException">Nothing was published of it.</exception>
    public PlanListAccount List(string fund) => Lists.FirstOrDefault(list => list.Fund == fund)
        ?? throw new KeyNotFoundException($"{Published.Path} has no list '{fund}'; it has {string.Join(", ", Lists.Select(list => list.Fund))}.");

    private static PlanListAccount ListOf(MeasureInput input, PublishedList list, int index)
    {
        var key = $"lists[{index.ToString(System.Globalization.CultureInfo.InvariantCulture)}]";
        var name = PlanRows.Label(input, "fund", list.Fund);
        var rows = input.Rows<PlanProject>("projects").Where(row => row.Fund == list.Fund).ToList();
        // A strategy that has rows and no published total is a difference too.
        var strategies = list.Strategies.Concat(rows.Select(row => row.Strategy).Distinct(StringComparer.Ordinal)
            .Where(code => list.Strategies.All(one => one.Strategy != code))
            .Select(code => new PublishedStrategy(code, "ไม่มีในบัญชีสรุปที่ประกาศ", 0, default, "")));
        return new PlanListAccount(list.Fund, name, list.Counted, list.Page,
            [.. strategies.Select((one, at) => (one.Strategy, new PlanComparison(
                $"{PlanRows.Label(input, "strategy", one.Strategy)} {one.Label}", $"{key}.strategies[{at.ToString(System.Globalization.CultureInfo.InvariantCulture)}]",
                one.Projects, one.Money, one.Remark,
                new PlanRows($"{name} {PlanRows.Label(input, "strategy", one.Strategy)}", list.Counted, [.. rows.Where(row => row.Strategy == one.Strategy)]))))],
            new PlanComparison($"รวม{name}", key, list.Projects, list.Money, "", new PlanRows(name, list.Counted, rows)));
    }
}

/// <summary>A list of the plan beside what was published of it.</summary>
/// <param name="Fund">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Counted">What its rows are called.</param>
/// <param name="Page">Where the document sums it up.</param>
/// <param name="Strategies">Its parts by code of the strategy.</param>
/// <param name="Total">The whole.</param>
public sealed record PlanListAccount(
    string Fund, string Name, string Counted, string Page, IReadOnlyList<(string Code, PlanComparison Comparison)> Strategies, PlanComparison Total);
