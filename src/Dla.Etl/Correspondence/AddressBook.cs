using Dla.Etl.Definitions;
using Dla.Etl.Reference;

namespace Dla.Etl.Correspondence;

/// <summary>A unit and who may send for it; the same are reminded and told.</summary>
/// <param name="Code">Province code (two digits), district code (four) or code of an authority (eight; written with seven or eight).</param>
/// <param name="Addresses">Lower case.</param>
public sealed record UnitContact(string Code, IReadOnlyList<string> Addresses);

/// <summary>A post in the department, to which mail goes whoever holds it.</summary>
/// <param name="Role">As subscriptions name it, for example <c>accounting-head</c>.</param>
/// <param name="Title">As the mail addresses it, for example ผู้อำนวยการกองคลัง.</param>
/// <param name="Addresses">Lower case.</param>
public sealed record Post(string Role, string Title, IReadOnlyList<string> Addresses);

/// <summary>Who may send for whom, and who holds which post. Addresses of persons: a file of the installation, never of the templates, which are kept for ever.</summary>
/// <param name="Units">Units with addresses.</param>
/// <param name="Posts">Posts with addresses.</param>
public sealed record AddressBook(IReadOnlyList<UnitContact> Units, IReadOnlyList<Post> Posts)
{
    /// <summary>Nobody.</summary>
    public static AddressBook Empty { get; } = new([], []);

    /// <summary>Reads a file; an absent one is <see cref="Empty"/>, so that a new installation starts.</summary>
    /// <exception cref="DefinitionException">Something is wrong with the file; names file, line and key.</exception>
    public static AddressBook Load(string path)
    {
        if (!File.Exists(path))
            return Empty;
        try
        {
            return Read(path);
        }
        catch (DefinitionException wrong)
        {
            // Whoever keeps the book is no author of forms: the place and what to do in Thai, the rule in English behind it.
            var rule = wrong.Message[(wrong.Message.IndexOf($"{wrong.Key}: ", StringComparison.Ordinal) + wrong.Key.Length + 2)..];
            throw new DefinitionException(wrong.File, wrong.Line, wrong.Key, $"สมุดที่อยู่ไม่ถูกต้องที่บรรทัดนี้ กรุณาแก้ไขแล้วสั่งใหม่ · {rule}", wrong);
        }
    }

    private static AddressBook Read(string path)
    {
        var map = StrictMap.Load(path, File.ReadAllText(path), "units", "posts");
        return new AddressBook(
            [.. Once(map.Maps("units", ["code", "addresses"], optional: true), "code").Select(unit => new UnitContact(CodeOf(unit), Addresses(unit)))],
            [.. Once(map.Maps("posts", ["role", "title", "addresses"], optional: true), "role")
                .Select(post => new Post(post.Text("role"), post.Text("title"), Addresses(post)))]);
    }

    /// <summary>Codes of the units that an address may send for; empty for an unknown sender.</summary>
    public IReadOnlyList<string> UnitsOf(string address) =>
        [.. Units.Where(unit => unit.Addresses.Contains(Written(address), StringComparer.Ordinal)).Select(unit => unit.Code)];

    /// <summary>The post of this role; null when the book has none.</summary>
    public Post? PostOf(string role) => Posts.FirstOrDefault(post => post.Role == role);

    /// <summary>The addresses of a unit; empty when the book has none.</summary>
    public IReadOnlyList<string> AddressesOf(string unitCode) => Units.FirstOrDefault(unit => unit.Code == unitCode)?.Addresses ?? [];

    /// <summary>An address as it is compared and kept.</summary>
    public static string Written(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Trim().ToLowerInvariant();
    }

    private static IReadOnlyList<StrictMap> Once(IReadOnlyList<StrictMap> maps, string key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in maps)
            if (!seen.Add(map.Text(key)))
                throw map.Error(key, $"มี “{map.Text(key)}” สองครั้ง · stands twice");
        return maps;
    }

    private static string CodeOf(StrictMap unit)
    {
        var code = unit.Text("code");
        return UnitLevels.Written(code) ?? throw unit.Error("code", $"“{code}” ไม่ใช่รหัสจังหวัด (2 หลัก) อำเภอ (4 หลัก) หรือ อปท. (7 หรือ 8 หลัก) ต้องอยู่ในเครื่องหมายคำพูด · must be a code of a province (2 digits), district (4) or authority (7 or 8), in quotes, not “{code}”");
    }

    private static string[] Addresses(StrictMap map)
    {
        var addresses = map.Texts("addresses").Select(Written).ToArray();
        return addresses.FirstOrDefault(address => !System.Net.Mail.MailAddress.TryCreate(address, out var parsed) || parsed.Address != address) is { } wrong
            ? throw map.Error("addresses", $"“{wrong}” ไม่ใช่ที่อยู่อีเมล · is no mail address")
            : addresses.Distinct(StringComparer.Ordinal).Count() != addresses.Length
                ? throw map.Error("addresses", "มีที่อยู่เดียวกันสองครั้ง · an address stands twice")
                : addresses;
    }
}
