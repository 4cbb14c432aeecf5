using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using ExcelDataReader;

namespace Dla.Etl.Reading;

/// <summary>ExcelDataReader behind a wall: whatever it throws at a corrupt file becomes one finding.</summary>
/// <remarks>It throws a dozen types of exceptions at corrupt bytes, NullReferenceException among them, so the wall catches all but cancellation; nothing of ours runs inside it.</remarks>
internal sealed class ForeignReader : IDisposable
{
    private IExcelDataReader? _reader;

    /// <summary>What went wrong, or null.</summary>
    public Finding? Failure { get; private set; }

    /// <summary>The reader at its current row.</summary>
    /// <exception cref="InvalidOperationException">It was not opened.</exception>
    public IExcelDataReader Current => _reader ?? throw new InvalidOperationException("The reader is not open.");

    /// <summary>Opens the file and stands before the first row of the first sheet.</summary>
    public bool Open(Func<IExcelDataReader> open) => Guard(() =>
    {
        _reader = open();
        return true;
    });

    /// <summary>Goes to the next sheet; false at the end or on failure.</summary>
    public bool NextSheet() => Guard(Current.NextResult);

    /// <summary>Goes to the next row; false at the end or on failure.</summary>
    public bool NextRow()
    {
        try
        {
            return Current.Read();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Failed(exception);
        }
    }

    /// <summary>The finding for what a foreign parser threw.</summary>
    public static Finding Corrupt(Exception exception) => new(ReadingFindings.Corrupt) { Found = exception.GetType().Name };

    public void Dispose() => _reader?.Dispose();

    private bool Guard(Func<bool> act)
    {
        try
        {
            return act();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Failed(exception);
        }
    }

    private bool Failed(Exception exception)
    {
        Failure = Corrupt(exception);
        return false;
    }
}
