using Dla.Etl.Measures.UnitCost;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Tracing;

/// <summary>What one figure of a return brings into the cells of one report.</summary>
internal sealed class Feeding(StoredReport report, CellStory story, SourceFact figure)
{
    private readonly Dictionary<string, (StoredCalculation Calculation, IReadOnlyDictionary<CostNode, Funds>? Reached)> _flows = new(StringComparer.Ordinal);

    /// <summary>What it brings into a cell, in words; null when the cell has nothing of it.</summary>
    public string? Into(CellOrigin origin) => origin switch
    {
        CostPlaces cost => IntoCost(cost),
        ReportedFigures figures => Matches(figures) && story.Of(figures).Below.Any(leaf => leaf.Source is { } fact && fact.VersionId == figure.VersionId && fact.Position == figure.Position)
            ? figures.Shows == FigureChoice.Count ? "นับเป็นหนึ่งหน่วยงาน" : "ใช้ตามที่รายงาน"
            : null,
        AuthorityFigures rows => story.Authorities.Has(rows, figure) ? rows.Shows == AuthorityChoice.Sum ? "รวมแถวนี้" : "นับแถวนี้" : null,
        ShareOf share => Named("ตัวตั้ง", Into(share.Part)) ?? Named("ตัวหาร", Into(share.Whole)),
        ReturnLine line => line.VersionId == figure.VersionId && line.RowPosition == figure.RowPosition ? "แสดงแถวนี้โดยตรง" : null,
        PerUnitOf unitCost => Named("ต้นทุน", Into(unitCost.Cost)) ?? Named("ปริมาณ", Into(unitCost.Quantity)),
        ChangeOf change => Named("ค่าใหม่", Into(change.New)) ?? Named("ค่าเดิม", Into(change.Old)),
        NoFigure none => none.Of is null ? null : Named("ช่องที่ไม่มีตัวเลข", Into(none.Of)),
        ComputedOf { Times: { } times } weighed => Named("ส่วนประกอบ", weighed.Parts.Where((_, index) => times[index].Sign != 0).Select(Into).FirstOrDefault(part => part is not null)),
        ComputedOf computed => computed.Parts.Select(Into).FirstOrDefault(part => part is not null),
        _ => null,
    };

    private static string? Named(string part, string? brought) => brought is null ? null : $"{part}: {brought}";

    private bool Matches(ReportedFigures of) =>
        of.Form == figure.Form && of.Period.Number == figure.FiscalYear && of.Group == figure.GroupCode && of.Item == figure.ItemCode && of.Field == figure.FieldCode
        && (of.Unit is null || of.Unit == figure.Unit) && (of.UnitOfMeasure is null || of.UnitOfMeasure == figure.UnitOfMeasure) && figure.IsStated;

    private string? IntoCost(CostPlaces cost)
    {
        if (!_flows.TryGetValue(cost.Calculation, out var flow))
            _flows[cost.Calculation] = flow = Follow(report.Calculation(cost.Calculation));
        if (flow.Reached is not { } reached)
            return null;
        if (cost.OnlyFromCentre is { } code)
            reached = reached.TryGetValue(new CostNode(CostLevel.Centre, code), out var through)
                ? flow.Calculation.Graph.From(new CostNode(CostLevel.Centre, code), through)
                : new Dictionary<CostNode, Funds>();
        Rational Of(IEnumerable<CostNode> nodes) => Rational.Sum(nodes.Select(node => reached.GetValueOrDefault(node)).Select(funds => cost.Point.Source is { } source ? funds[source] : funds.Total));
        var brought = Of(cost.Point.Nodes) - Of(cost.Point.Less);
        return brought.Sign == 0 ? null : $"รับจากเซลล์นี้ {CostStory.Baht(brought)}";
    }

    private (StoredCalculation, IReadOnlyDictionary<CostNode, Funds>?) Follow(StoredCalculation calculation)
    {
        var input = calculation.Graph.Inputs.FirstOrDefault(one => one.Line.Origin is { } origin && origin.VersionId == figure.VersionId && origin.RowPosition == figure.RowPosition);
        return (calculation, input is null ? null : calculation.Graph.From(input.Node, Funds.Of(input.Line)));
    }
}
