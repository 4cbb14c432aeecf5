using System.Globalization;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Tables;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Tracing;

/// <summary>A line of the tree that explains a figure.</summary>
/// <param name="Depth">0 for the figure itself.</param>
/// <param name="Text">In Thai.</param>
public sealed record StoryLine(int Depth, string Text);

/// <summary>Tells in words what a figure is made of, down to the lines of the files, and where a line's cost goes.</summary>
public static class CostStory
{
    /// <summary>The tree below a cell. A place that was told above is not told again, so the tree is never longer than the trace.</summary>
    /// <param name="graph">The flow, computed or stored.</param>
    /// <param name="point">The cell's trace.</param>
    /// <param name="name">Thai name of an item by its code.</param>
    public static IEnumerable<StoryLine> Of(CostGraph graph, TracePoint point, Func<string, string> name)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(point);
        ArgumentNullException.ThrowIfNull(name);
        var told = new HashSet<CostNode>();
        yield return new StoryLine(0, $"{(point.Source is { } source ? source.Thai() : "ทุกแหล่งเงิน")} {Baht(point.ExactIn(graph))}");
        foreach (var node in point.Nodes.Where(node => Amount(graph.Of(node), point) is { Sign: not 0 }))
            foreach (var line in Below(graph, node, point, name, 1, $"{Named(node, name)} {Baht(Amount(graph.Of(node), point))}", told))
                yield return line;
        foreach (var node in point.Less.Where(node => Amount(graph.Of(node), point) is { Sign: not 0 }))
            yield return new StoryLine(1, $"หัก {Named(node, name)} {Baht(Amount(graph.Of(node), point))}");
    }

    /// <summary>Where the cost of a place goes, step by step to the main outputs.</summary>
    /// <inheritdoc cref="Of"/>
    public static IEnumerable<StoryLine> Onward(CostGraph graph, CostNode node, Func<string, string> name)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(name);
        return graph.From(node).Where(reached => !reached.Value.IsZero).OrderBy(reached => reached.Key)
            .Select(reached => new StoryLine(reached.Key == node ? 0 : 1, $"{Named(reached.Key, name)} {Baht(reached.Value.Total)}"));
    }

    private static IEnumerable<StoryLine> Below(CostGraph graph, CostNode node, TracePoint point, Func<string, string> name, int depth, string text, HashSet<CostNode> told)
    {
        if (!told.Add(node))
        {
            yield return new StoryLine(depth, $"{text} (แจกแจงแล้วข้างต้น)");
            yield break;
        }

        yield return new StoryLine(depth, text);
        foreach (var part in graph.Into(node).Where(part => Amount(part.Amount, point).Sign != 0))
            foreach (var line in Below(graph, part.Edge.From, point, name, depth + 1, Sentence(graph, part, point, name), told))
                yield return line;
        foreach (var line in graph.LinesOf(node).Where(line => point.Source is null || line.Source == point.Source))
            yield return new StoryLine(depth + 1, LineText(line));
    }

    private static string Sentence(CostGraph graph, Contribution part, TracePoint point, Func<string, string> name) => part.Edge.By is not { } split
        ? $"{Named(part.Edge.From, name)} {Baht(Amount(part.Amount, point))}"
        : $"{Named(part.Edge.From, name)} {Baht(Amount(graph.Of(part.Edge.From), point))} × {part.Edge.Share} = {Baht(Amount(part.Amount, point))} ตาม{split.Basis} แหล่งที่มา: {split.Source}";

    private static string LineText(CostLine line)
    {
        var where = line.Origin is { } origin ? $"ไฟล์ “{origin.File}” {origin.Place}" : "รายการที่ไม่ได้มาจากไฟล์";
        return $"{where} ศูนย์ต้นทุน {line.Centre} {line.Category.Thai()} {line.Source.Thai()} {Baht(line.Amount.Satang)}{(line.Note.Length == 0 ? "" : $" หมายเหตุ: {line.Note}")}";
    }

    private static Rational Amount(Funds cost, TracePoint point) => point.Source is { } source ? cost[source] : cost.Total;

    private static string Baht(Rational satang) => string.Create(CultureInfo.InvariantCulture, $"{new Baht((long)satang.Round())}{(satang.IsWhole ? "" : " (ปัดเศษ)")} บาท");

    private static string Named(CostNode node, Func<string, string> name) => node.Level switch
    {
        CostLevel.Direct => $"{node.Category!.Value.Thai()} {node.Behaviour!.Value.Thai()} ทางตรงของศูนย์ต้นทุน {node.Code}",
        CostLevel.Pool => $"ต้นทุนทางอ้อม {node.Code} {node.Category!.Value.Thai()} {node.Behaviour!.Value.Thai()}",
        CostLevel.Category => node.Category!.Value.Thai(),
        CostLevel.CentreCost => $"{node.Category!.Value.Thai()} ของศูนย์ต้นทุน {node.Code}",
        CostLevel.Centre => $"ศูนย์ต้นทุน {node.Code} {name(node.Code)}",
        CostLevel.SubActivity => $"กิจกรรมย่อย {node.Code} {name(node.Code)} ก่อนปันส่วนงานสนับสนุน",
        CostLevel.Support => $"กิจกรรมย่อยสนับสนุน {node.Code} {name(node.Code)} รวมที่ได้รับปันส่วน",
        CostLevel.Borne => $"กิจกรรมย่อย {node.Code} {name(node.Code)} หลังปันส่วนงานสนับสนุน",
        _ => $"{CostTables.NameOf(node.Level)} {node.Code} {name(node.Code)}",
    };
}
