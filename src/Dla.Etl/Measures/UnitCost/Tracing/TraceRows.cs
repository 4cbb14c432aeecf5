using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Drivers;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.UnitCost.Tracing;

/// <summary>A place with its exact cost.</summary>
/// <param name="Position">Number within the trace, from 0.</param>
/// <param name="Node">The place.</param>
/// <param name="Cost">Satang by source; stored as <c>p/q</c>.</param>
public sealed record TraceNodeRow(int Position, CostNode Node, Funds Cost);

/// <summary>A share of a place's cost that goes to another.</summary>
/// <param name="Position">Number within the trace, from 0, in the order of the flow.</param>
/// <param name="From">Position of the giver.</param>
/// <param name="To">Position of the receiver.</param>
/// <param name="Share">Stored as <c>p/q</c>.</param>
/// <param name="By">Position of the split that says so; null where costs are only summed up.</param>
public sealed record TraceEdgeRow(int Position, int From, int To, Rational Share, int? By);

/// <summary>A split that was used: stored once, however many shares it gave.</summary>
/// <param name="Position">Number within the trace, from 0.</param>
/// <param name="Key">Where it stands in the driver file.</param>
/// <param name="Basis">What its weights are, in Thai.</param>
/// <param name="Source">The document that gives them.</param>
public sealed record TraceSplitRow(int Position, string Key, string Basis, string Source);

/// <summary>A line of cost and the place at which it enters.</summary>
/// <param name="Node">Position of the place.</param>
/// <param name="Line">The line; its origin names version and row of the return, which is what is stored.</param>
public sealed record TraceInputRow(int Node, CostLine Line);

/// <summary>The trace of a year's figures as rows of four tables: about two thousand places and six thousand shares for the whole department.</summary>
/// <param name="Nodes">Places.</param>
/// <param name="Edges">Shares.</param>
/// <param name="Splits">Drivers and ratios.</param>
/// <param name="Inputs">Lines.</param>
public sealed record TraceRows(IReadOnlyList<TraceNodeRow> Nodes, IReadOnlyList<TraceEdgeRow> Edges, IReadOnlyList<TraceSplitRow> Splits, IReadOnlyList<TraceInputRow> Inputs)
{
    /// <summary>The rows of a flow. Shares of places that no cost reached are left out: they explain nothing.</summary>
    public static TraceRows Of(CostGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        TraceNodeRow[] nodes = [.. graph.Nodes.Select((node, position) => new TraceNodeRow(position, node, graph.Of(node)))];
        var positions = nodes.ToDictionary(node => node.Node, node => node.Position);
        CostEdge[] edges = [.. graph.Edges.Where(edge => positions.ContainsKey(edge.From))];
        Split[] splits = [.. edges.Select(edge => edge.By).OfType<Split>().DistinctBy(split => split.Key, StringComparer.Ordinal)];
        var bySplit = splits.Select((split, position) => (split.Key, position)).ToDictionary(split => split.Key, split => split.position, StringComparer.Ordinal);
        return new TraceRows(
            nodes,
            [.. edges.Select((edge, position) => new TraceEdgeRow(position, positions[edge.From], positions[edge.To], edge.Share, edge.By is null ? null : bySplit[edge.By.Key]))],
            [.. splits.Select((split, position) => new TraceSplitRow(position, split.Key, split.Basis, split.Source))],
            [.. graph.Inputs.Select(input => new TraceInputRow(positions[input.Node], input.Line))]);
    }

    /// <summary>The flow again, as it was stored.</summary>
    public CostGraph Graph()
    {
        var nodes = Nodes.ToDictionary(node => node.Position, node => node.Node);
        var splits = Splits.ToDictionary(split => split.Position, split => new Split(split.Key, split.Basis, split.Source, Declared<IReadOnlyList<SplitPart>>.Unknown("เก็บไว้เฉพาะส่วนแบ่ง")));
        return CostGraph.Stored(
            [.. Inputs.Select(input => new CostInput(input.Line, nodes[input.Node]))],
            [.. Edges.OrderBy(edge => edge.Position).Select(edge => new CostEdge(nodes[edge.From], nodes[edge.To], edge.Share, edge.By is { } by ? splits[by] : null))],
            Nodes.ToDictionary(node => node.Node, node => node.Cost));
    }
}
