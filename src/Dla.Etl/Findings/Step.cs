namespace Dla.Etl.Findings;

/// <summary>What a step of the pipeline made of its input: the artefact, unless a finding of FATAL severity says why there is none.</summary>
/// <param name="Artefact">What was made; null only when a finding says why.</param>
/// <param name="Findings">What there is to say, in the order it was found.</param>
public sealed record Step<T>(T? Artefact, IReadOnlyList<Finding> Findings)
    where T : class;
