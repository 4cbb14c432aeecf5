using Dla.Etl.Measures.UnitCost.Costs;

namespace Dla.Etl.Measures.UnitCost;

/// <summary>The places a cost passes, in the order in which it flows (DOMAIN §1.3).</summary>
public enum CostLevel
{
    /// <summary>Direct cost as booked: centre, category, behaviour.</summary>
    Direct,

    /// <summary>Indirect cost as booked, gathered by pool, category and behaviour.</summary>
    Pool,

    /// <summary>An expense category of the whole department; a sum beside the flow, for table 1.</summary>
    Category,

    /// <summary>A cost centre's cost of one category, with its share of indirect cost.</summary>
    CentreCost,

    /// <summary>A cost centre.</summary>
    Centre,

    /// <summary>A sub-activity, main or support, before the step-down.</summary>
    SubActivity,

    /// <summary>A support sub-activity with what earlier ones gave to it.</summary>
    Support,

    /// <summary>A main sub-activity after the step-down.</summary>
    Borne,

    SubOutput,

    /// <summary>Beside the sub-outputs, not between them and the main outputs.</summary>
    MainActivity,
    MainOutput,
}

/// <summary>A place of the flow.</summary>
/// <param name="Level">Which kind of place.</param>
/// <param name="Code">Code of centre, pool, sub-activity …; of a category its own code.</param>
/// <param name="Category">Where the level is told apart by category.</param>
/// <param name="Behaviour">Where the level is told apart by behaviour.</param>
public readonly record struct CostNode(CostLevel Level, string Code, ExpenseCategory? Category = null, Behaviour? Behaviour = null) : IComparable<CostNode>
{
    /// <summary>By level, code, category and behaviour.</summary>
    public int CompareTo(CostNode other)
    {
        var by = Level.CompareTo(other.Level);
        by = by != 0 ? by : string.CompareOrdinal(Code, other.Code);
        by = by != 0 ? by : Nullable.Compare(Category, other.Category);
        return by != 0 ? by : Nullable.Compare(Behaviour, other.Behaviour);
    }

    public static bool operator <(CostNode left, CostNode right) => left.CompareTo(right) < 0;
    public static bool operator >(CostNode left, CostNode right) => left.CompareTo(right) > 0;
    public static bool operator <=(CostNode left, CostNode right) => left.CompareTo(right) <= 0;
    public static bool operator >=(CostNode left, CostNode right) => left.CompareTo(right) >= 0;
}
