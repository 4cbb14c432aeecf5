using Dla.Etl.Findings;

namespace Dla.Etl.Intake;

/// <summary>Something for the operator about a file or folder that stands in the way; the rest of the batch goes on and the next run tries again.</summary>
/// <param name="Path">Relative to the drop folder with <c>/</c>, or a folder of ours; as it is on disk.</param>
/// <param name="Finding">What is wrong and what to do.</param>
public sealed record IntakeProblem(string Path, Finding Finding)
{
    internal static IntakeProblem Of(FindingKind kind, string path, string found = "", string expected = "") =>
        new(path, new Finding(kind) { Subject = FileNames.Display(path), Found = found, Expected = expected });
}
