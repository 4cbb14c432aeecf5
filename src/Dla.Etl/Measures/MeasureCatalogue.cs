using System.Reflection;

namespace Dla.Etl.Measures;

/// <summary>The name by which report.yaml asks for a measure.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MeasureAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}

/// <summary>Every measure of the program, found by its attribute: a new one is a new method, there is no list to edit.</summary>
public static class MeasureCatalogue
{
    private static readonly Dictionary<string, Func<MeasureInput, MeasureResult>> ByName = typeof(MeasureCatalogue).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(method => method.IsDefined(typeof(MeasureAttribute)))
        .ToDictionary(method => method.GetCustomAttribute<MeasureAttribute>()!.Name, method => method.CreateDelegate<Func<MeasureInput, MeasureResult>>(), StringComparer.Ordinal);

    /// <summary>All names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ByName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The measure of this name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; names those there are.</exception>
    public static Func<MeasureInput, MeasureResult> Get(string name) => ByName.TryGetValue(name, out var measure)
        ? measure
        : throw new KeyNotFoundException($"No measure '{name}' exists; there are {string.Join(", ", Names)}.");
}
