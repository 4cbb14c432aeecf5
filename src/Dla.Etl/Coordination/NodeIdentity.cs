using System.Text.RegularExpressions;
using Dla.Etl.Installing;

namespace Dla.Etl.Coordination;

/// <summary>Who works: the node, this very process on it, and the account under which it runs.</summary>
/// <param name="Name">The node; two hosts of one name never work at the same time.</param>
/// <param name="Instance">This process; a new one each time it starts.</param>
/// <param name="StartedBy">Account of the operating system.</param>
public sealed partial record NodeIdentity(string Name, string Instance, string StartedBy)
{
    /// <summary>This process.</summary>
    /// <param name="name">As the settings name the node; empty for the name of the machine.</param>
    /// <exception cref="UsageException">Not a name for a node.</exception>
    public static NodeIdentity OfThisProcess(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var given = name.Length == 0 ? Unaccented().Replace(Environment.MachineName, "-") : name;
        if (!Plain().IsMatch(given))
            throw new UsageException($"ชื่อเครื่อง “{given}” ใช้ไม่ได้ กรุณาตั้ง Jobs:Node เป็นอักษรอังกฤษ ตัวเลข - _ หรือ . ไม่เกิน 64 ตัว · not a name for a node");
        return new(given, Guid.NewGuid().ToString("N"), Environment.UserName);
    }

    // It becomes part of the name of a file.
    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex("[^A-Za-z0-9._-]", RegexOptions.CultureInvariant)]
    private static partial Regex Unaccented();
}
