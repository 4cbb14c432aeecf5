namespace Dla.Etl.Coordination;

/// <summary>Somebody else has taken over: what was under way is undone and done by him. Nothing is wrong with the data.</summary>
/// <param name="what">The lease or the claim.</param>
public sealed class LeaseLostException(string what)
    : Exception($"{what} was taken over by another node or ran out; what was under way is left to whoever has it now.");
