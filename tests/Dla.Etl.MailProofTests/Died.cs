namespace Dla.Etl.MailProofTests;

/// <summary>What no part of the program catches, as nothing catches a kill.</summary>
internal sealed class Died : OutOfMemoryException;
