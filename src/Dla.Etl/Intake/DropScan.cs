namespace Dla.Etl.Intake;

/// <summary>A file in the drop folder that can be taken.</summary>
/// <param name="DropPath">Relative to the drop folder, with <c>/</c> between folder and name.</param>
/// <param name="Folder">The subfolder of the drop folder; null at the top.</param>
/// <param name="Name">As delivered.</param>
/// <param name="FullPath">Where it lies.</param>
/// <param name="Stamp">Size and modified time, which have stood still.</param>
/// <param name="FirstSeenAt">The received time: when a run saw a file of this name for the first time since it was last taken or gone.</param>
public sealed record ReadyFile(string DropPath, string? Folder, string Name, string FullPath, FileStamp Stamp, DateTimeOffset FirstSeenAt);

/// <summary>What one look at the drop folder found.</summary>
/// <param name="Ready">Can be taken, in the order first seen.</param>
/// <param name="Settling">Still being written or not long enough unchanged: paths relative to the drop folder.</param>
/// <param name="Problems">Cannot be taken until somebody does something.</param>
public sealed record DropScan(IReadOnlyList<ReadyFile> Ready, IReadOnlyList<string> Settling, IReadOnlyList<IntakeProblem> Problems);
