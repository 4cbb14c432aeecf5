using System.Numerics;

namespace Dla.Etl.Measures.UnitCost.Rounding;

/// <summary>A flow of least cost through a network, by successive shortest paths; costs are exact and may be negative, cycles of negative cost there must be none.</summary>
/// <remarks>Ahuja, Magnanti, Orlin, Network Flows (1993), section 9.7. Arcs are looked at in the order they were added, so the same network always gives the same flow.</remarks>
internal sealed class LeastCostFlow
{
    private readonly List<int> _to = [], _free = [];
    private readonly List<BigInteger> _cost = [];
    private readonly List<int>[] _outOf;

    /// <summary>A network of nodes 0, 1, … without arcs.</summary>
    public LeastCostFlow(int nodes) => _outOf = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];

    /// <summary>Adds an arc and gives its number.</summary>
    public int Add(int from, int to, int capacity, BigInteger cost)
    {
        Half(from, to, capacity, cost);
        return Half(to, from, 0, -cost) - 1;
    }

    /// <summary>How much flows along an arc.</summary>
    public int FlowOn(int arc) => _free[arc ^ 1];

    /// <summary>Sends an amount at least cost; gives how much the network carried.</summary>
    public int Send(int source, int sink, int amount)
    {
        var sent = 0;
        while (sent < amount && ShortestPath(source, sink) is { } path)
        {
            var least = Math.Min(amount - sent, path.Min(arc => _free[arc]));
            foreach (var arc in path)
                (_free[arc], _free[arc ^ 1]) = (_free[arc] - least, _free[arc ^ 1] + least);
            sent += least;
        }

        return sent;
    }

    private int Half(int from, int to, int capacity, BigInteger cost)
    {
        _to.Add(to);
        _free.Add(capacity);
        _cost.Add(cost);
        _outOf[from].Add(_to.Count - 1);
        return _to.Count - 1;
    }

    // Bellman and Ford with a queue. An arc and its reverse are neighbours, so arc ^ 1 leads back.
    private List<int>? ShortestPath(int source, int sink)
    {
        var distance = new BigInteger?[_outOf.Length];
        var via = new int[_outOf.Length];
        var waiting = new bool[_outOf.Length];
        var queue = new Queue<int>([source]);
        distance[source] = BigInteger.Zero;
        while (queue.TryDequeue(out var node))
        {
            waiting[node] = false;
            foreach (var arc in _outOf[node])
            {
                var far = distance[node]!.Value + _cost[arc];
                if (_free[arc] == 0 || distance[_to[arc]] is { } known && known <= far)
                    continue;
                (distance[_to[arc]], via[_to[arc]]) = (far, arc);
                if (!waiting[_to[arc]])
                    queue.Enqueue(_to[arc]);
                waiting[_to[arc]] = true;
            }
        }

        if (distance[sink] is null)
            return null;
        var path = new List<int>();
        for (var node = sink; node != source; node = _to[via[node] ^ 1])
            path.Add(via[node]);
        return path;
    }
}
