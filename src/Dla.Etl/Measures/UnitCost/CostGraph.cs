using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Drivers;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost;

/// <summary>A share of one place's cost that goes to another. It is the same for every funding source.</summary>
/// <param name="From">The giver.</param>
/// <param name="To">The receiver.</param>
/// <param name="Share">Above 0, at most 1.</param>
/// <param name="By">The driver that says so; null where costs are only summed up.</param>
public sealed record CostEdge(CostNode From, CostNode To, Rational Share, Split? By);

/// <summary>A line and the place at which its cost enters the flow.</summary>
public sealed record CostInput(CostLine Line, CostNode Node);

/// <summary>A part of a place's cost.</summary>
/// <param name="Edge">From where, by which share and driver.</param>
/// <param name="Amount">The giver's cost × share, exact, in satang.</param>
public sealed record Contribution(CostEdge Edge, Funds Amount);

/// <summary>The flow of a year's costs with every exact figure in it: what is computed is at the same time the trace that is kept.</summary>
public sealed class CostGraph
{
    private readonly Dictionary<CostNode, Funds> _values;
    private readonly ILookup<CostNode, CostEdge> _into, _outOf;
    private readonly ILookup<CostNode, CostLine> _lines;

    private CostGraph(IReadOnlyList<CostInput> inputs, IReadOnlyList<CostEdge> edges, Dictionary<CostNode, Funds>? values)
    {
        (Inputs, Edges) = (inputs, edges);
        _lines = inputs.ToLookup(input => input.Node, input => input.Line);
        _into = edges.ToLookup(edge => edge.To);
        _outOf = edges.ToLookup(edge => edge.From);
        _values = values ?? Follow(_lines.ToDictionary(node => node.Key, node => Funds.Sum(node.Select(Funds.Of))));
    }

    /// <summary>Follows the costs through the flow.</summary>
    /// <param name="inputs">Lines with their places.</param>
    /// <param name="edges">In the order of the flow: all edges into a place come before those out of it.</param>
    internal static CostGraph Compute(IReadOnlyList<CostInput> inputs, IReadOnlyList<CostEdge> edges) => new(inputs, edges, null);

    /// <summary>A flow as it was stored: nothing is computed again.</summary>
    internal static CostGraph Stored(IReadOnlyList<CostInput> inputs, IReadOnlyList<CostEdge> edges, Dictionary<CostNode, Funds> values) => new(inputs, edges, values);

    /// <summary>The lines that entered.</summary>
    public IReadOnlyList<CostInput> Inputs { get; }

    /// <summary>All shares, in the order of the flow.</summary>
    public IReadOnlyList<CostEdge> Edges { get; }

    /// <summary>Every place that a cost reached, in order.</summary>
    public IEnumerable<CostNode> Nodes => _values.Keys.Order();

    /// <summary>The cost of a place; nothing when no cost reached it.</summary>
    public Funds Of(CostNode node) => _values.GetValueOrDefault(node);

    /// <summary>The places of a level that a cost reached, in order.</summary>
    public IReadOnlyList<CostNode> At(CostLevel level) => [.. _values.Keys.Where(node => node.Level == level).Order()];

    /// <summary>The exact cost of a level.</summary>
    public Funds TotalOf(CostLevel level) => Funds.Sum(At(level).Select(Of));

    /// <summary>What a place's cost is made of: with <see cref="LinesOf"/> it is the whole of it.</summary>
    public IReadOnlyList<Contribution> Into(CostNode node) => [.. _into[node].Select(edge => new Contribution(edge, Of(edge.From) * edge.Share))];

    /// <summary>Where a place's cost goes.</summary>
    public IReadOnlyList<Contribution> OutOf(CostNode node) => [.. _outOf[node].Select(edge => new Contribution(edge, Of(node) * edge.Share))];

    /// <summary>The lines that enter at a place.</summary>
    public IEnumerable<CostLine> LinesOf(CostNode node) => _lines[node];

    /// <summary>The cost that comes from one place alone, wherever it goes: for example a province's share of every sub-activity.</summary>
    public IReadOnlyDictionary<CostNode, Funds> From(CostNode node) => Follow(new() { [node] = Of(node) });

    /// <summary>Where a part of a place's cost goes: for example one line of it.</summary>
    public IReadOnlyDictionary<CostNode, Funds> From(CostNode node, Funds cost) => Follow(new() { [node] = cost });

    private Dictionary<CostNode, Funds> Follow(Dictionary<CostNode, Funds> start)
    {
        foreach (var edge in Edges)
            if (start.TryGetValue(edge.From, out var giver))
                start[edge.To] = start.GetValueOrDefault(edge.To) + giver * edge.Share;
        return start;
    }
}
