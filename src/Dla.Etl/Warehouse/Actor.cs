namespace Dla.Etl.Warehouse;

/// <summary>Who acts: the audit writes it down with every act.</summary>
/// <param name="Who">Account of the operating system under which the program runs; never a password, never a person's mail address.</param>
/// <param name="Node">The machine, or the node's own name in the job host.</param>
public sealed record Actor(string Who, string Node)
{
    /// <summary>The account of this process on this machine.</summary>
    public static Actor OfThisProcess { get; } = Of(Environment.UserName, Environment.MachineName);

    /// <summary>An account and a node, either of which may have no name.</summary>
    public static Actor Of(string who, string node) => new(Known(who), Known(node));

    // A container may run under a number that has no name.
    private static string Known(string name) => string.IsNullOrWhiteSpace(name) ? "-" : name;
}
