namespace Dla.Etl.Installing;

/// <summary>The command line or the settings ask for something that cannot be; ends with exit code 64 and the message alone.</summary>
public sealed class UsageException(string message) : Exception(message);
