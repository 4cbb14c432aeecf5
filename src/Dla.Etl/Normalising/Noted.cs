using Dla.Etl.Values;

namespace Dla.Etl.Normalising;

/// <summary>The tolerances noted so far, each once, without a list until the first comes.</summary>
internal struct Noted
{
    private List<Tolerance>? _list;

    public void Add(Tolerance tolerance)
    {
        _list ??= [];
        if (!_list.Contains(tolerance))
            _list.Add(tolerance);
    }

    public void Add(IReadOnlyList<Tolerance> tolerances)
    {
        for (var at = 0; at < tolerances.Count; at++)
            Add(tolerances[at]);
    }

    public readonly IReadOnlyList<Tolerance> All => _list is null ? [] : _list;
}
