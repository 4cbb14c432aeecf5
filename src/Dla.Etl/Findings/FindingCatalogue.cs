using System.Reflection;

namespace Dla.Etl.Findings;

/// <summary>Every finding the program can make, gathered from the static fields of the classes in <c>Dla.Etl.Findings.Kinds</c>: one class a room.</summary>
public static class FindingCatalogue
{
    /// <summary>All kinds in order of their ids.</summary>
    public static IReadOnlyList<FindingKind> All { get; } = Gather();

    /// <summary>The kind with an id, or null when it has been retired.</summary>
    public static FindingKind? Find(string id) => All.FirstOrDefault(kind => kind.Id == id);

    private static FindingKind[] Gather() =>
    [
        .. typeof(FindingCatalogue).Assembly.GetTypes()
            .Where(type => type.Namespace == "Dla.Etl.Findings.Kinds")
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(FindingKind))
            .Select(field => (FindingKind)field.GetValue(null)!)
            .OrderBy(kind => kind.Id, StringComparer.Ordinal),
    ];
}
