using Dla.Etl.Findings;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation;

/// <summary>A return with everything that there is to say about it, from reading to the last rule.</summary>
/// <param name="Return">The values.</param>
/// <param name="Findings">All findings, in the order they were made.</param>
public sealed record ValidatedReturn(NormalisedReturn Return, IReadOnlyList<Finding> Findings)
{
    /// <summary>True when nothing is an ERROR or worse, so that the return may be loaded.</summary>
    public bool Passed => Findings.All(finding => finding.Severity < Severity.Error);
}
