namespace Dla.Etl.Warehouse;

/// <summary>Many rows into one table, inside the lane's transaction. Nothing else may use the lane until it is completed and disposed of.</summary>
public abstract class BulkInsert : IDisposable
{
    private readonly WriteLane _lane;
    private readonly int _columns;
    private bool _completed;

    private protected BulkInsert(WriteLane lane, int columns)
    {
        (_lane, _columns) = (lane, columns);
        lane.Unfinished++;
    }

    /// <summary>How many rows have been added.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a row: the values in the order of the columns, null for NULL.</summary>
    /// <exception cref="ArgumentException">Not one value a column.</exception>
    public void Add(params ReadOnlySpan<object?> values)
    {
        if (values.Length != _columns)
            throw new ArgumentException($"{_columns} columns, {values.Length} values.", nameof(values));
        Write(values);
        Count++;
    }

    /// <summary>All rows are there. A lane with rows that were never completed is not committed, on either engine.</summary>
    /// <exception cref="InvalidOperationException">Completed before.</exception>
    public void Complete()
    {
        if (_completed)
            throw new InvalidOperationException("These rows are completed already.");
        Finish();
        _completed = true;
        _lane.Unfinished--;
    }

    /// <inheritdoc/>
    public abstract void Dispose();

    private protected abstract void Write(ReadOnlySpan<object?> values);

    private protected abstract void Finish();
}
