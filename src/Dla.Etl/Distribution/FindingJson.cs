using System.Text.Json.Serialization;
using Dla.Etl.Findings;

namespace Dla.Etl.Distribution;

/// <summary>A finding for scripts. The names of the properties are stable.</summary>
/// <param name="Id">Id in the findings catalogue.</param>
/// <param name="Severity">INFO, WARNING, ERROR or FATAL.</param>
/// <param name="Sheet">Name of the sheet, or null.</param>
/// <param name="Cell">Excel address, or null.</param>
/// <param name="Subject">What it is about, in Thai.</param>
/// <param name="Found">What the file has there, as the sender wrote it.</param>
/// <param name="Expected">What should be there, in Thai.</param>
/// <param name="Message">The whole sentence in Thai.</param>
/// <param name="WhatToDo">The advice in Thai.</param>
public sealed record FindingJson(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("severity")] string Severity,
    [property: JsonPropertyName("sheet")] string? Sheet,
    [property: JsonPropertyName("cell")] string? Cell,
    [property: JsonPropertyName("subject")] string Subject,
    [property: JsonPropertyName("found")] string Found,
    [property: JsonPropertyName("expected")] string Expected,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("whatToDo")] string WhatToDo)
{
    /// <summary>A finding in this shape.</summary>
    public static FindingJson Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return new(
            finding.Kind.Id, finding.Severity.Code(), finding.Place.Sheet, finding.Place.Cell?.ToString(),
            finding.Subject, finding.Found, finding.Expected, finding.Message, finding.WhatToDo);
    }

    /// <summary>All findings, gravest first.</summary>
    public static IReadOnlyList<FindingJson> Of(IReadOnlyList<Finding> findings) => [.. FindingOrder.Sort(findings).Select(Of)];
}
