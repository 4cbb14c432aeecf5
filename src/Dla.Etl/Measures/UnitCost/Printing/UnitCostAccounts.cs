using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Measures.UnitCost.Comparing;
using Dla.Etl.Measures.UnitCost.Tables;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>A finding with the fiscal year whose figures it is about.</summary>
internal sealed record YearFinding(FiscalYear Year, Finding Finding);

/// <summary>Everything the sheets of <c>unit-cost-tables</c> print, computed once for a report: the year, the year before as it is compared, tables and findings.</summary>
internal sealed record UnitCostAccounts
{
    /// <summary>Form of the quantities.</summary>
    public const string QuantityForm = "unit-cost-quantity";

    /// <summary>The report's fiscal year.</summary>
    public required FiscalYear Year { get; init; }

    /// <summary>Its costs and quantities; null when a finding of ERROR says why there are none.</summary>
    public required CostYear? Now { get; init; }

    /// <summary>The comparison with the year before.</summary>
    public required YearBefore Before { get; init; }

    /// <summary>The explanations that were filed.</summary>
    public required IReadOnlyList<ExplanationRow> Explanations { get; init; }

    /// <summary>What there is to say of both years, errors first.</summary>
    public required IReadOnlyList<YearFinding> Findings { get; init; }

    /// <summary>Tables 1 to 12 and the annexes by their code, as far as they could be computed.</summary>
    public required IReadOnlyDictionary<string, UnitCostTable> Tables { get; init; }

    /// <summary>Unit costs of the provinces; empty without costs.</summary>
    public required IReadOnlyList<ProvinceSpread> Spreads { get; init; }

    /// <summary>What of tables 7 to 10 has to be explained, in their order; empty without a comparison.</summary>
    public required IReadOnlyList<ToExplain> Beyond { get; init; }

    /// <summary>Id of the calculation of the year.</summary>
    public string Calculation => Year.ToString();

    /// <summary>The calculations behind the figures, to be stored with the report.</summary>
    public required IReadOnlyList<TracedCalculation> Calculations { get; init; }

    /// <summary>Says that the figures are made up; null when they are not.</summary>
    public string? MadeUp => Now?.Allocated.Drivers.MadeUp ?? Before.Year?.Allocated.Drivers.MadeUp ?? Before.Crosswalk?.MadeUp;

    /// <summary>The errors that hold the report back.</summary>
    public IReadOnlyList<Finding> Errors => [.. Findings.Select(one => one.Finding).Where(finding => finding.Severity >= Severity.Error)];

    /// <summary>The explanation of a row; null when nobody gave one.</summary>
    public ExplanationRow? ExplanationOf(ToExplain row) =>
        Explanations.FirstOrDefault(one => one.Table == row.Table && (row.Item.New ?? row.Item.Old)!.Codes.Contains(one.Item, StringComparer.Ordinal));

    /// <summary>Name of an item of either year; empty when neither knows it.</summary>
    public string NameOf(string code) => Now?.Names.GetValueOrDefault(code) ?? Before.Year?.Names.GetValueOrDefault(code) ?? "";

    /// <summary>The accounts of a report, computed when the first of its sheets asks.</summary>
    public static UnitCostAccounts Of(MeasureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Once("unit-cost-accounts", () => Compute(input));
    }

    private static UnitCostAccounts Compute(MeasureInput input)
    {
        var year = input.Form.Year;
        var (now, said) = YearAccounts.Of(input, year, [.. input.Rows<CostRow>("costs").Select(row => row.Line())], "quantities");
        var before = now is null ? YearBefore.None("ยังคำนวณต้นทุนของปีนี้ไม่ได้") : YearBefore.Of(input, now);
        var explanations = input.Rows<ExplanationRow>("explanations");
        IReadOnlyList<ToExplain> beyond = before is { Year: { } old, Crosswalk: { } crosswalk } ? ComparisonTables.Beyond(old, now!, crosswalk) : [];
        var accounts = new UnitCostAccounts
        {
            Year = year,
            Now = now,
            Before = before,
            Explanations = explanations,
            Beyond = beyond,
            Spreads = now is null ? [] : ProvinceSpread.Of(now),
            Tables = now is null ? new Dictionary<string, UnitCostTable>() : TablesOf(now, before),
            Calculations = [.. now is null ? [] : new[] { Traced(year.ToString(), now) }, .. before.Year is { } compared ? new[] { Traced(before.Calculation, compared) } : []],
            Findings = [],
        };
        return accounts with { Findings = [.. Ordered(said.Concat(before.Findings).Concat(accounts.OfExplanations()))] };
    }

    /// <summary>By how many new units of measure make an old one, of the rows of a table whose unit changed.</summary>
    /// <param name="table"><c>7</c> to <c>10</c>; none in every other table.</param>
    public Dictionary<string, Rational> FactorsOf(string table)
    {
        var kind = Enum.GetValues<ItemKind>().Cast<ItemKind?>().FirstOrDefault(one => ComparisonTables.NumberOf(one!.Value) == table);
        return kind is null || Before is not { Year: { } old, Crosswalk: { } crosswalk }
            ? []
            : ComparisonTables.Compared(old, Now!, kind.Value, crosswalk).Where(row => row.Factor.IsKnown)
                .ToDictionary(row => (row.New ?? row.Old)!.Codes[0], row => row.Factor.Value, StringComparer.Ordinal);
    }

    private static TracedCalculation Traced(string id, CostYear year) =>
        TracedCalculation.Of(id, year) with { DriversPath = QuantityOrigins.FileOf(year.Allocated.Drivers) };

    private static IEnumerable<YearFinding> Ordered(IEnumerable<YearFinding> findings) => findings
        .OrderByDescending(one => one.Finding.Severity).ThenByDescending(one => one.Year).ThenBy(one => one.Finding.Kind.Id, StringComparer.Ordinal);

    private static Dictionary<string, UnitCostTable> TablesOf(CostYear now, YearBefore before) => CostTables.Of(now)
        .Concat(AnnexTables.Of(now)).Concat(before is { Year: { } old, Crosswalk: { } crosswalk } ? ComparisonTables.Of(old, now, crosswalk) : [])
        .ToDictionary(table => table.Code, StringComparer.Ordinal);

    private IEnumerable<YearFinding> OfExplanations()
    {
        foreach (var row in Beyond.Where(row => ExplanationOf(row) is null))
            yield return new YearFinding(Year, new Finding(CostFindings.ExplanationMissing) { Subject = $"{(row.Item.New ?? row.Item.Old)!.Codes[0]} {row.Item.Name}", Found = row.Table });
        foreach (var idle in Explanations.Where(one => !Beyond.Any(row => ReferenceEquals(ExplanationOf(row), one))))
            yield return new YearFinding(Year, new Finding(CostFindings.ExplanationIdle) { Subject = idle.Item, Found = idle.Table });
    }
}
