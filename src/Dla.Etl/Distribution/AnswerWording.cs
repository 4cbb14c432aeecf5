using Dla.Etl.Definitions;

namespace Dla.Etl.Distribution;

/// <summary>The words of an answer that the office may change, from <c>templates/answers/answer.yaml</c>. Every one must be there.</summary>
public sealed record AnswerWording
{
    /// <summary>Where the name of the province goes in <see cref="ToProvince"/>.</summary>
    public const string ProvinceSlot = "{province}";

    /// <summary>Lines above everything.</summary>
    public required IReadOnlyList<string> Letterhead { get; init; }

    /// <summary>Title, before the receipt number.</summary>
    public required string Title { get; init; }

    /// <summary>Whom it is addressed to when the province is known; holds <see cref="ProvinceSlot"/>.</summary>
    public required string ToProvince { get; init; }

    /// <summary>Where the name of the local authority goes in <see cref="ToAuthority"/>.</summary>
    public const string AuthoritySlot = "{authority}";

    /// <summary>Whom it is addressed to when a local authority files the return; holds <see cref="AuthoritySlot"/>.</summary>
    public required string ToAuthority { get; init; }

    /// <summary>Whom it is addressed to when the return is the department's own.</summary>
    public required string ToDepartment { get; init; }

    /// <summary>Whom it is addressed to when it is not.</summary>
    public required string ToSender { get; init; }

    /// <summary>Lines after the facts: the close and who answers.</summary>
    public required IReadOnlyList<string> Closing { get; init; }

    /// <summary>Last lines: where to ask.</summary>
    public required IReadOnlyList<string> Contact { get; init; }

    /// <summary>The words of the divisions that own other forms, by the <c>owner</c> that the forms name.</summary>
    public IReadOnlyDictionary<string, AnswerWording> Owners { get; init; } = new Dictionary<string, AnswerWording>();

    /// <summary>The words of a form's owner; these for a form that names none and for a file of which nobody knows what it is.</summary>
    /// <exception cref="KeyNotFoundException">No words are given for the owner.</exception>
    public AnswerWording Of(string? owner) => owner is null ? this : Owners[owner];

    /// <summary>Reads the wording. Strict: an unknown key, a key twice or a missing or empty value stops it.</summary>
    /// <exception cref="DefinitionException">Something is wrong with the file; names file, line and key.</exception>
    public static AnswerWording Load(string path) => Read(path, File.ReadAllText(path));

    /// <summary>The wording of definitions that are read already.</summary>
    /// <exception cref="FileNotFoundException">They have no <c>answers/answer.yaml</c>.</exception>
    /// <inheritdoc cref="Load(string)"/>
    public static AnswerWording Load(DefinitionFiles definitions)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        using var text = new StreamReader(new MemoryStream(definitions.Get("answers/answer.yaml").Content.ToArray()));
        return Read(definitions.FullPath("answers/answer.yaml"), text.ReadToEnd());
    }

    private static AnswerWording Read(string path, string text)
    {
        var map = StrictMap.Load(path, text, "letterhead", "title", "to_province", "to_authority", "to_department", "to_sender", "closing", "contact", "owners");
        var words = new AnswerWording
        {
            Letterhead = map.Texts("letterhead"),
            Title = map.Text("title"),
            ToProvince = Holding(map, "to_province", ProvinceSlot),
            ToAuthority = Holding(map, "to_authority", AuthoritySlot),
            ToDepartment = map.Text("to_department"),
            ToSender = map.Text("to_sender"),
            Closing = map.Texts("closing"),
            Contact = map.Texts("contact"),
        };
        return words with
        {
            Owners = map.Maps("owners", ["owner", "letterhead", "to_department", "closing", "contact"], optional: true).ToDictionary(
                owner => owner.Text("owner"),
                owner => words with
                {
                    Letterhead = owner.Texts("letterhead"), ToDepartment = owner.Text("to_department"), Closing = owner.Texts("closing"), Contact = owner.Texts("contact"),
                }, StringComparer.Ordinal),
        };
    }

    private static string Holding(StrictMap map, string key, string slot) =>
        map.Text(key) is var text && text.Contains(slot, StringComparison.Ordinal) ? text : throw map.Error(key, $"must hold {slot}");
}
