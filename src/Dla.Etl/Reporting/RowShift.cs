using Dla.Etl.Values;

namespace Dla.Etl.Reporting;

/// <summary>How rows moved when a table took the place of its model rows: ranges over the models now span the table, what stood below moved.</summary>
/// <param name="FirstModel">First model row.</param>
/// <param name="LastModel">Last model row.</param>
/// <param name="LastRow">Last row of the filled table.</param>
internal readonly record struct RowShift(int FirstModel, int LastModel, int LastRow)
{
    /// <summary>How far everything below the table moved.</summary>
    public int Below => LastRow - LastModel;

    /// <summary>A range after the filling.</summary>
    public CellRange Move(CellRange range) =>
        new(range.First with { Row = First(range.First.Row) }, range.Last with { Row = Last(range.Last.Row) });

    private int First(int row) => row > LastModel ? row + Below : Math.Min(row, FirstModel);

    private int Last(int row) => row > LastModel ? row + Below : row >= FirstModel ? LastRow : row;
}
