using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;
using Dla.Etl.Values;

namespace Dla.Etl.Recognition;

/// <summary>The findings of one recognition; a tolerance that many labels took becomes one finding with the first cell and the count.</summary>
internal sealed class RecognitionNotes
{
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<Tolerance, (Place First, int Count)> _tolerances = [];

    /// <summary>All findings so far, the tolerances of labels last.</summary>
    public IReadOnlyList<Finding> All =>
    [
        .. _findings,
        .. _tolerances.Select(used => new Finding(RecognitionFindings.LabelTolerance, used.Value.First)
        {
            Subject = Numbers.Text(used.Value.Count), Expected = used.Key.Thai,
        }),
    ];

    public void Add(FindingKind kind, Place place, string subject = "", string found = "", string expected = "") =>
        _findings.Add(new Finding(kind, place) { Subject = subject, Found = found, Expected = expected });

    public void Add(Finding finding) => _findings.Add(finding);

    /// <summary>True when a finding of the kind is there.</summary>
    public bool Has(FindingKind kind) => _findings.Exists(finding => finding.Kind == kind);

    /// <summary>The label in standard spelling; what that took is noted.</summary>
    public string Clean(SourceCell cell, string raw)
    {
        var clean = ThaiText.Clean(raw);
        for (var index = 0; index < clean.Tolerances.Count; index++)
            Note(clean.Tolerances[index], cell.Place());
        return clean.Value;
    }

    public void Note(Tolerance tolerance, Place place) =>
        _tolerances[tolerance] = _tolerances.TryGetValue(tolerance, out var used) ? (used.First, used.Count + 1) : (place, 1);
}
