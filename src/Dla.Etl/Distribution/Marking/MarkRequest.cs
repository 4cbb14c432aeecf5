using Dla.Etl.Findings;
using Dla.Etl.Reading;

namespace Dla.Etl.Distribution.Marking;

/// <summary>A received file that shall go back to its sender with its findings marked in it.</summary>
/// <param name="Path">Where its bytes lie; they are only read.</param>
/// <param name="FileName">As the sender called it.</param>
/// <param name="ReceiptNumber">Number of the receipt.</param>
/// <param name="VerdictThai">What became of it, in the words of the answer.</param>
/// <param name="Findings">In any order.</param>
/// <param name="Notice">A sentence for the sender above the findings, for example the deadline; may be empty.</param>
public sealed record MarkRequest(string Path, string FileName, long ReceiptNumber, string VerdictThai, IReadOnlyList<Finding> Findings, string Notice)
{
    /// <summary>What the file was read with; a file that was refused then is not marked.</summary>
    public ReadingLimits Limits { get; init; } = new();

    /// <summary>Measures the time that reading the marked file again may take.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>A file for the sender.</summary>
/// <param name="Name">What it is called in the mail; safe on every disk.</param>
/// <param name="Path">Where it lies in the caller's scratch folder.</param>
public sealed record MarkedFile(string Name, string Path);
