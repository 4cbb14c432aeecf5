using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

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

    /// <summary>Whom it is addressed to when it is not.</summary>
    public required string ToSender { get; init; }

    /// <summary>Lines after the facts: the close and who answers.</summary>
    public required IReadOnlyList<string> Closing { get; init; }

    /// <summary>Last lines: where to ask.</summary>
    public required IReadOnlyList<string> Contact { get; init; }

    /// <summary>Reads the wording. Strict: an unknown key, a key twice or a missing or empty value stops it.</summary>
    /// <exception cref="InvalidDataException">Something is wrong with the file; names the file and what.</exception>
    public static AnswerWording Load(string path)
    {
        try
        {
            var lines = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking().Build()
                .Deserialize<Lines?>(File.ReadAllText(path)) ?? new Lines();
            return lines.ToWording(path);
        }
        catch (YamlException wrong)
        {
            throw new InvalidDataException($"{path}, line {wrong.Start.Line}: {wrong.InnerException?.Message ?? wrong.Message}", wrong);
        }
    }

    /// <summary>The YAML as it lies in the file.</summary>
    private sealed class Lines
    {
        public List<string>? Letterhead { get; set; }

        public string? Title { get; set; }

        public string? ToProvince { get; set; }

        public string? ToSender { get; set; }

        public List<string>? Closing { get; set; }

        public List<string>? Contact { get; set; }

        public AnswerWording ToWording(string path) => new()
        {
            Letterhead = All(path, "letterhead", Letterhead),
            Title = One(path, "title", Title),
            ToProvince = One(path, "to_province", ToProvince).Contains(ProvinceSlot, StringComparison.Ordinal)
                ? ToProvince!
                : throw new InvalidDataException($"{path}: 'to_province' must hold {ProvinceSlot}."),
            ToSender = One(path, "to_sender", ToSender),
            Closing = All(path, "closing", Closing),
            Contact = All(path, "contact", Contact),
        };

        private static string One(string path, string key, string? value) => string.IsNullOrWhiteSpace(value)
            ? throw new InvalidDataException($"{path}: '{key}' is missing or empty.")
            : value;

        private static List<string> All(string path, string key, List<string>? values) =>
            values is null or [] || values.Exists(string.IsNullOrWhiteSpace)
                ? throw new InvalidDataException($"{path}: '{key}' is missing or has an empty line.")
                : values;
    }
}
