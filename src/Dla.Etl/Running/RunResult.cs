using Dla.Etl.Findings;
using Dla.Etl.Intake;

namespace Dla.Etl.Running;

/// <summary>What a run did.</summary>
/// <param name="RunId">Its id in the log of runs.</param>
/// <param name="Received">Files taken.</param>
/// <param name="Verdicts">How many files got which verdict, those left by a killed run included.</param>
/// <param name="Answers">Answers written, as paths relative to the replies folder.</param>
/// <param name="Reports">Reports written, full paths.</param>
/// <param name="Problems">For the operator; the files concerned are tried again by the next run.</param>
public sealed record RunResult(
    string RunId, int Received, IReadOnlyDictionary<Verdict, int> Verdicts, IReadOnlyList<string> Answers,
    IReadOnlyList<string> Reports, IReadOnlyList<IntakeProblem> Problems);
