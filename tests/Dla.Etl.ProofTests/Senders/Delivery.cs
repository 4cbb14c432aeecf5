namespace Dla.Etl.ProofTests.Senders;

/// <summary>A file that an office sends.</summary>
/// <param name="DropPath">Where it is put, relative to the drop folder with <c>/</c>. Sometimes that of an earlier one: offices send again under the same name.</param>
/// <param name="Bytes">What is in it.</param>
/// <param name="InPieces">True when it comes slowly, as over a bad line.</param>
public sealed record Delivery(string DropPath, byte[] Bytes, bool InPieces);
