using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Measures.UnitCost.Comparing;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Drivers;
using Dla.Etl.Measures.UnitCost.Tables;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Printing;

/// <summary>The year before, as tables 7 to 12 compare with it: its costs with the adjustments that were filed for the comparison.</summary>
/// <param name="Year">The costs, or null when there is no comparison.</param>
/// <param name="Crosswalk">How items of the two years stand for each other; null when there is no comparison.</param>
/// <param name="Because">Why there is no comparison, in Thai; empty when there is one.</param>
/// <param name="Lines">Its costs as they were returned.</param>
/// <param name="Adjustments">The changes made to them for the comparison only.</param>
/// <param name="Findings">What there is to say of it; never an error, since the tables of the year itself can be printed without it.</param>
internal sealed record YearBefore(
    CostYear? Year, Crosswalk? Crosswalk, string Because, IReadOnlyList<CostLine> Lines, IReadOnlyList<CostLine> Adjustments, IReadOnlyList<YearFinding> Findings)
{
    /// <summary>Id of its calculation, which says when adjustments are in it.</summary>
    public string Calculation => Year is null ? "" : Adjustments.Count == 0 ? Year.Year.ToString() : $"{Year.Year} ปรับปรุง";

    /// <summary>No comparison.</summary>
    public static YearBefore None(string because) => new(null, null, because, [], [], []);

    /// <summary>The year before.</summary>
    public static YearBefore Of(MeasureInput input, CostYear now)
    {
        var year = now.Year.Previous;
        CostLine[] lines = [.. input.Rows<CostRow>("costs_last_year").Select(row => row.Line())];
        CostLine[] adjustments = [.. input.Rows<CostRow>("adjustments").Select(row => row.Line())];
        if (lines.Length == 0)
            return Without(year, $"ไม่มีข้อมูลต้นทุนปีงบประมาณ พ.ศ. {year}", adjustments, []);
        var (before, said) = YearAccounts.Of(input, year, [.. lines, .. adjustments], "quantities_last_year");
        var findings = said.Select(Softened).ToList();
        if (before is null)
            return Without(year, $"คำนวณต้นทุนปีงบประมาณ พ.ศ. {year} ไม่ได้ (เหตุอยู่ในแผ่นงาน “ข้อสังเกต”)", adjustments, findings, lines);
        var (crosswalk, wrong) = CrosswalkOf(input.Forms.Definitions, before, now);
        return crosswalk is null
            ? Without(year, "ตารางเทียบรายการระหว่างสองปีใช้ไม่ได้ (เหตุอยู่ในแผ่นงาน “ข้อสังเกต”)", adjustments, [.. findings, new YearFinding(now.Year, wrong!)], lines)
            : new YearBefore(before, crosswalk, "", lines, adjustments, findings);
    }

    private static YearBefore Without(FiscalYear year, string because, CostLine[] adjustments, IEnumerable<YearFinding> findings, CostLine[]? lines = null) =>
        new(null, null, because, lines ?? [], adjustments, [.. findings, new YearFinding(year, new Finding(CostFindings.NoComparison) { Reason = because })]);

    // What stops the year before does not stop the year itself.
    private static YearFinding Softened(YearFinding said) =>
        said.Finding.Severity >= Severity.Error ? said with { Finding = said.Finding with { Severity = Severity.Warning } } : said;

    private static (Crosswalk? Crosswalk, Finding? Wrong) CrosswalkOf(DefinitionFiles definitions, CostYear old, CostYear now)
    {
        if (!AllocationCatalogue.Years(definitions, "crosswalk").Contains(now.Year))
            return (null, new Finding(CostFindings.CrosswalkMissing) { Subject = now.Year.ToString() });
        try
        {
            var crosswalk = Crosswalk.Load(definitions, now.Year);
            // It may name an item that its year does not have: that shows only when the figures are compared.
            _ = ComparisonTables.Beyond(old, now, crosswalk);
            return (crosswalk, null);
        }
        catch (DefinitionException wrong)
        {
            return (null, new Finding(CostFindings.RulesWrong) { Subject = $"crosswalk.{now.Year}.yaml", Found = wrong.Message, Severity = Severity.Warning });
        }
    }
}
