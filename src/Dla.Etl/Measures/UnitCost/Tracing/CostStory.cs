using System.Globalization;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Tables;
using Dla.Etl.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Tracing;

/// <summary>A line of the tree that explains a figure.</summary>
/// <param name="Depth">0 for the figure itself.</param>
/// <param name="Text">In Thai.</param>
public sealed record StoryLine(int Depth, string Text);

/// <summary>Tells in words what a figure is made of, down to the lines of the files, and where a line's cost goes.</summary>
/// <param name="graph">The flow, computed or stored.</param>
/// <param name="name">Thai name of an item by its code.</param>
/// <param name="leaf">A line of cost with the cell it stands in; null for what the line itself knows.</param>
public sealed class CostStory(CostGraph graph, Func<string, string> name, Func<CostLine, Explained>? leaf = null)
{
    /// <summary>Stands behind an amount that is told without its parts of a satang.</summary>
    public const string Rounded = "(ปัดเศษ)";

    /// <summary>The tree below a cell, all of it. A place that was told above is not told again, so the tree is never longer than the trace.</summary>
    /// <param name="graph">The flow, computed or stored.</param>
    /// <param name="point">The cell's trace.</param>
    /// <param name="name">Thai name of an item by its code.</param>
    public static IEnumerable<StoryLine> Of(CostGraph graph, TracePoint point, Func<string, string> name)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(point);
        ArgumentNullException.ThrowIfNull(name);
        return [.. Lines(new CostStory(graph, name).Tree(point), 0, [])];
    }

    /// <summary>Where the cost of a place goes, step by step to the main outputs.</summary>
    /// <param name="graph">The flow, computed or stored.</param>
    /// <param name="node">The place.</param>
    /// <param name="name">Thai name of an item by its code.</param>
    public static IEnumerable<StoryLine> Onward(CostGraph graph, CostNode node, Func<string, string> name)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(name);
        return graph.From(node).Where(reached => !reached.Value.IsZero).OrderBy(reached => reached.Key)
            .Select(reached => new StoryLine(reached.Key == node ? 0 : 1, $"{Named(reached.Key, name)} {Baht(reached.Value.Total)}"));
    }

    /// <summary>The tree below a cell.</summary>
    /// <param name="point">The cell's trace.</param>
    /// <param name="onlyFrom">A cost centre when the cell shows only what that centre brought in; null for all.</param>
    public Explained Tree(TracePoint point, string? onlyFrom = null)
    {
        ArgumentNullException.ThrowIfNull(point);
        var centre = onlyFrom is null ? (CostNode?)null : new CostNode(CostLevel.Centre, onlyFrom);
        var flow = new Flow(point.Source, centre, centre is { } from ? graph.From(from) : null);
        CostNode[] nodes = [.. point.Nodes.Where(node => Amount(node, flow).Sign != 0)];
        CostNode[] less = [.. point.Less.Where(node => Amount(node, flow).Sign != 0)];
        var total = Rational.Sum(nodes.Select(node => Amount(node, flow))) - Rational.Sum(less.Select(node => Amount(node, flow)));
        var who = centre is { } only ? $" เฉพาะส่วนที่มาจาก{Named(only, name)}" : "";
        return new Explained($"{point.Source?.Thai() ?? "ทุกแหล่งเงิน"} {Baht(total)}{who}", total.Abs())
        {
            Exact = total,
            IsMoney = true,
            AddsUp = true,
            Below =
            [
                .. nodes.Select(node => Place(node, flow, $"{Named(node, name)} {Baht(Amount(node, flow))}")),
                .. less.Select(node => Place(node, flow, $"หัก {Named(node, name)} {Baht(Amount(node, flow))}")),
            ],
        };
    }

    /// <summary>A place of the flow in words.</summary>
    public static string Named(CostNode node, Func<string, string> name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return node.Level switch
        {
            CostLevel.Direct => $"{node.Category!.Value.Thai()} {node.Behaviour!.Value.Thai()} ทางตรงของศูนย์ต้นทุน {Titled(node.Code, name)}",
            CostLevel.Pool => $"ต้นทุนทางอ้อม {Titled(node.Code, name)} {node.Category!.Value.Thai()} {node.Behaviour!.Value.Thai()}",
            CostLevel.Category => node.Category!.Value.Thai(),
            CostLevel.CentreCost => $"{node.Category!.Value.Thai()} ของศูนย์ต้นทุน {Titled(node.Code, name)}",
            CostLevel.Centre => $"ศูนย์ต้นทุน {Titled(node.Code, name)}",
            CostLevel.SubActivity => $"กิจกรรมย่อย {Titled(node.Code, name)} ก่อนปันส่วนงานสนับสนุน",
            CostLevel.Support => $"กิจกรรมย่อยสนับสนุน {Titled(node.Code, name)} รวมที่ได้รับปันส่วน",
            CostLevel.Borne => $"กิจกรรมย่อย {Titled(node.Code, name)} หลังปันส่วนงานสนับสนุน",
            _ => $"{CostTables.NameOf(node.Level)} {Titled(node.Code, name)}",
        };
    }

    /// <summary>Satang in baht, with a word where the exact amount has parts of a satang.</summary>
    internal static string Baht(Rational satang) =>
        string.Create(CultureInfo.InvariantCulture, $"{new Baht((long)satang.Round())} บาท{(satang.IsWhole ? "" : $" {Rounded}")}");

    private static string Titled(string code, Func<string, string> name) => name(code) is { Length: > 0 } title && title != code ? $"{code} {title}" : code;

    private Explained Place(CostNode node, Flow flow, string text) => new(text, Amount(node, flow).Abs())
    {
        Key = (graph, node, flow.Source, flow.Values is null ? null : flow.Centre),
        Exact = Amount(node, flow),
        IsMoney = true,
        AddsUp = true,
        Below = Parts(node, flow),
    };

    // Above the centre that alone counts, the flow is followed as usual.
    private IEnumerable<Explained> Parts(CostNode node, Flow flow)
    {
        if (flow.Centre is { } centre && (node == centre || node.Level <= CostLevel.Centre))
            flow = flow with { Values = null, Centre = null };
        foreach (var part in graph.Into(node))
        {
            var (given, amount) = (Amount(part.Edge.From, flow), Amount(part.Edge.From, flow) * part.Edge.Share);
            if (amount.Sign != 0)
                yield return Place(part.Edge.From, flow, Sentence(part.Edge, given, amount)) with { Weight = amount.Abs(), Exact = amount };
        }

        foreach (var line in graph.LinesOf(node).Where(line => flow.Source is null || line.Source == flow.Source))
            yield return leaf?.Invoke(line) ?? new Explained(LineText(line), ((Rational)line.Amount.Satang).Abs()) { Exact = line.Amount.Satang, IsMoney = true, AddsUp = true };
    }

    private string Sentence(CostEdge edge, Rational given, Rational amount) => edge.By is not { } split
        ? $"{Named(edge.From, name)} {Baht(amount)}"
        : $"{Named(edge.From, name)} {Baht(given)} × {edge.Share}{PercentOf(edge.Share)} = {Baht(amount)} ตาม{split.Basis} ({split.Key}) แหล่งที่มา: {split.Source}";

    private static string PercentOf(Rational share) =>
        $" (ร้อยละ {((decimal)(share * 10_000).Round() / 100).ToString("0.##", CultureInfo.InvariantCulture)})";

    /// <summary>A line of cost as it knows itself.</summary>
    internal static string LineText(CostLine line)
    {
        var where = line.Origin is { } origin ? $"ไฟล์ “{origin.File}” {origin.Place}" : "รายการที่ไม่ได้มาจากไฟล์";
        return $"{where} {WhatOf(line)}";
    }

    /// <summary>What a line of cost says.</summary>
    internal static string WhatOf(CostLine line)
    {
        var account = line.Account.Length == 0 ? "" : $" บัญชี {line.Account}";
        var note = line.Note.Length == 0 ? "" : $" หมายเหตุ: {line.Note}";
        return $"ศูนย์ต้นทุน {line.Centre} {line.Category.Thai()} {line.Source.Thai()}{account} {Baht(line.Amount.Satang)}{note}";
    }

    private static IEnumerable<StoryLine> Lines(Explained at, int depth, HashSet<object> told)
    {
        var before = at.Key is { } key && !told.Add(key);
        yield return new StoryLine(depth, before ? $"{at.Text} (แจกแจงแล้วข้างต้น)" : at.Text);
        if (!before)
            foreach (var line in at.Below.SelectMany(below => Lines(below, depth + 1, told)))
                yield return line;
    }

    private Rational Amount(CostNode node, Flow flow)
    {
        var cost = flow.Values is { } values ? values.GetValueOrDefault(node) : graph.Of(node);
        return flow.Source is { } source ? cost[source] : cost.Total;
    }

    /// <summary>Which costs are followed: of one source or all, from one centre or all.</summary>
    private sealed record Flow(FundingSource? Source, CostNode? Centre, IReadOnlyDictionary<CostNode, Funds>? Values);
}
