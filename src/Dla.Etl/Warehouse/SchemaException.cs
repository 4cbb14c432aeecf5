namespace Dla.Etl.Warehouse;

/// <summary>The database is not one that this program can work on: newer, changed, or not a warehouse at all. Nothing was written.</summary>
public sealed class SchemaException : Exception
{
    /// <summary>The reason, with the database and what to do.</summary>
    public SchemaException(string message)
        : base(message)
    {
    }

    /// <summary>The reason and the error of the engine behind it.</summary>
    public SchemaException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
