using System.Reflection;
using Dla.Etl.Values;

namespace Dla.Etl.Definitions;

/// <summary>Marks the reader of one kind of dated rules: a static method that takes the definitions and a fiscal year and gives what it read.</summary>
/// <param name="folder">Folder below <c>rules</c>.</param>
/// <param name="kind">The files are <c>&lt;folder&gt;/&lt;kind&gt;.&lt;year&gt;.yaml</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RuleFileAttribute(string folder, string kind) : Attribute
{
    /// <summary>Folder below <c>rules</c>.</summary>
    public string Folder { get; } = folder;

    /// <summary>First part of the file's name.</summary>
    public string Kind { get; } = kind;
}

/// <summary>The dated rules below <c>rules</c>: one file a year, no year stands in for another.</summary>
internal static class RuleFiles
{
    /// <summary>The readers of all kinds by folder and kind, found by their attribute: a new one is a new method, there is no list to edit.</summary>
    public static IReadOnlyDictionary<(string Folder, string Kind), Func<DefinitionFiles, FiscalYear, object>> Readers { get; } = typeof(RuleFiles).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(method => method.IsDefined(typeof(RuleFileAttribute)))
        .OrderBy(method => method.GetCustomAttribute<RuleFileAttribute>()!.Folder, StringComparer.Ordinal).ThenBy(method => method.GetCustomAttribute<RuleFileAttribute>()!.Kind, StringComparer.Ordinal)
        .ToDictionary(
            method => (method.GetCustomAttribute<RuleFileAttribute>()!.Folder, method.GetCustomAttribute<RuleFileAttribute>()!.Kind),
            method => method.CreateDelegate<Func<DefinitionFiles, FiscalYear, object>>());

    /// <summary>The path of a year's file, relative to the definitions.</summary>
    public static string PathOf(string folder, string kind, FiscalYear year) => $"{DefinitionFiles.RulesRoom}/{folder}/{kind}.{year}.yaml";

    /// <summary>The years that have a file of this kind, in order.</summary>
    public static IReadOnlyList<FiscalYear> Years(DefinitionFiles definitions, string folder, string kind) =>
    [
        .. definitions.FilesIn($"{DefinitionFiles.RulesRoom}/{folder}").Select(file => Path.GetFileName(file.Path).Split('.'))
            .Where(name => name is [var first, _, "yaml"] && first == kind).Select(name => FiscalYear.Parse(name[1]))
            .Where(year => year.Succeeded).Select(year => year.Value).Order(),
    ];

    /// <summary>The file of a year.</summary>
    /// <exception cref="DefinitionException">The year has none; names the years that have.</exception>
    public static DefinitionFile Get(DefinitionFiles definitions, string folder, string kind, FiscalYear year)
    {
        var path = PathOf(folder, kind, year);
        if (definitions.Find(path) is { } file)
            return file;
        var years = Years(definitions, folder, kind);
        throw new DefinitionException(definitions.FullPath(path), 0, "(file)", years.Count == 0
            ? $"there is no file for fiscal year {year}, nor for any other"
            : $"there is no file for fiscal year {year}; there are for {string.Join(", ", years)}");
    }
}
