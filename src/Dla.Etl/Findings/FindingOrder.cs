namespace Dla.Etl.Findings;

/// <summary>The order in which findings are told: gravest first, then as one reads the file.</summary>
public static class FindingOrder
{
    /// <summary>How many findings an answer tells in full.</summary>
    public const int InFull = 10;

    /// <summary>Gravest first; then the whole file before its sheets, the sheets in the order in which the findings name them, and the cells row by row.</summary>
    public static IReadOnlyList<Finding> Sort(IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var sheets = findings.Select(finding => finding.Place.Sheet ?? "").Distinct(StringComparer.Ordinal).ToList();
        return
        [
            .. findings
                .OrderByDescending(finding => finding.Severity)
                .ThenBy(finding => finding.Place is { Sheet: null, Cell: null } ? -1 : sheets.IndexOf(finding.Place.Sheet ?? ""))
                .ThenBy(finding => finding.Place.Cell is not null)
                .ThenBy(finding => finding.Place.Cell ?? default),
        ];
    }

    /// <summary>The first findings in full and the rest counted by kind.</summary>
    /// <param name="findings">In any order.</param>
    /// <param name="inFull">How many are told in full, 0 or more.</param>
    public static FindingDigest Digest(IReadOnlyList<Finding> findings, int inFull = InFull)
    {
        var sorted = Sort(findings);
        var rest = sorted.Skip(inFull)
            .GroupBy(finding => (finding.Severity, finding.Kind.Id))
            .Select(group => new CountedKind(group.Key.Severity, group.First().Kind, group.Count()));
        return new FindingDigest([.. sorted.Take(inFull)], [.. rest]);
    }
}

/// <summary>Findings as an answer tells them.</summary>
/// <param name="InFull">Told with place, found, expected and advice.</param>
/// <param name="Rest">Only counted, gravest first.</param>
public sealed record FindingDigest(IReadOnlyList<Finding> InFull, IReadOnlyList<CountedKind> Rest);

/// <summary>How many findings of a kind there are.</summary>
public sealed record CountedKind(Severity Severity, FindingKind Kind, int Count);
