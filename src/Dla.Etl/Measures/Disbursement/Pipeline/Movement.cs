namespace Dla.Etl.Measures.Disbursement.Pipeline;

/// <summary>How projects moved since the month before.</summary>
/// <param name="Advanced">At a later stage than then.</param>
/// <param name="Stayed">At the same stage.</param>
/// <param name="Back">At an earlier stage.</param>
/// <param name="New">Not reported then.</param>
/// <param name="Gone">Reported then and not now.</param>
public readonly record struct Movement(int Advanced, int Stayed, int Back, int New, int Gone)
{
    /// <summary>Compares two months.</summary>
    public static Movement Between(IEnumerable<ProjectRow> before, IEnumerable<ProjectRow> now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        var then = Stages(before);
        var today = Stages(now);
        var both = today.Where(project => then.ContainsKey(project.Key)).Select(project => project.Value.CompareTo(then[project.Key])).ToList();
        return new(both.Count(step => step > 0), both.Count(step => step == 0), both.Count(step => step < 0), today.Count - both.Count, then.Count - both.Count);
    }

    private static Dictionary<string, int> Stages(IEnumerable<ProjectRow> rows)
    {
        var stages = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.IsProject))
            stages[row.Key] = row.StageNumber;
        return stages;
    }
}
