using System.Collections.Concurrent;

namespace Dla.Etl.Warehouse;

/// <summary>SQL texts that lie as <c>.sql</c> files next to the code and travel inside the assembly.</summary>
public static class SqlText
{
    private static readonly ConcurrentDictionary<(Type Room, string Name), string> Read = new();

    /// <summary>The text of <c>name.sql</c> in the folder (namespace) of a type.</summary>
    /// <exception cref="InvalidOperationException">There is no such file: a mistake of the program.</exception>
    public static string Beside(Type room, string name)
    {
        ArgumentNullException.ThrowIfNull(room);
        return Read.GetOrAdd((room, name), key => ReadResource(key.Room, key.Name));
    }

    private static string ReadResource(Type room, string name)
    {
        var resource = $"{room.Namespace}.{name}.sql";
        using var stream = room.Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly carries no {resource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
