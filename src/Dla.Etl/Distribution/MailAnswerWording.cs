using System.Globalization;
using System.Text.RegularExpressions;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Normalising;

namespace Dla.Etl.Distribution;

/// <summary>A sentence on what became of a mail, and what its sender does next.</summary>
public sealed record MailAnswerPart(string Sentence, IReadOnlyList<string> Steps);

/// <summary>The words of the answer to a mail that the office may change, from <c>templates/mail/answer.yaml</c>. Every one must be there.</summary>
public sealed partial record MailAnswerWording
{
    private const string Path = "mail/answer.yaml";
    private static readonly string[] Slots = ["{subject}", "{received}", "{number}", "{count}"];

    /// <summary>Goes before the subject that is answered.</summary>
    public required string SubjectPrefix { get; init; }

    /// <summary>The subject when the mail had none.</summary>
    public required string SubjectWhenNone { get; init; }

    /// <summary>Title, before the number of the mail.</summary>
    public required string Title { get; init; }

    /// <summary>Whom it is addressed to when the files do not tell the province.</summary>
    public required string ToSender { get; init; }

    /// <summary>What is answered.</summary>
    public required string Received { get; init; }

    /// <summary>Before the verdicts.</summary>
    public required string Files { get; init; }

    /// <summary>The same when an operator let the mail in.</summary>
    public required string Released { get; init; }

    /// <summary>From a sender whom nobody knows.</summary>
    public required MailAnswerPart Held { get; init; }

    /// <summary>Brought nothing.</summary>
    public required MailAnswerPart Nothing { get; init; }

    /// <summary>Was too large.</summary>
    public required MailAnswerPart TooLarge { get; init; }

    /// <summary>The wording of definitions that are read already. Strict: an unknown key or slot, a key twice, a missing or empty value stops it.</summary>
    /// <exception cref="DefinitionException">Something is wrong with the file; names file, line and key.</exception>
    /// <exception cref="FileNotFoundException">They have no <c>mail/answer.yaml</c>.</exception>
    public static MailAnswerWording Load(DefinitionFiles definitions)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        using var text = new StreamReader(new MemoryStream(definitions.Get(Path).Content.ToArray()));
        var map = StrictMap.Load(
            definitions.FullPath(Path), text.ReadToEnd(), "subject_prefix", "subject_when_none", "title", "to_sender", "received", "files", "released", "held", "held_steps",
            "nothing", "nothing_steps", "too_large", "too_large_steps");
        return new MailAnswerWording
        {
            SubjectPrefix = Text(map, "subject_prefix"), SubjectWhenNone = Text(map, "subject_when_none"), Title = Text(map, "title"), ToSender = Text(map, "to_sender"),
            Received = Text(map, "received"), Files = Text(map, "files"), Released = Text(map, "released"), Held = Part(map, "held"),
            Nothing = Part(map, "nothing"), TooLarge = Part(map, "too_large"),
        };
    }

    /// <summary>A text of the wording with its slots filled from a mail.</summary>
    internal static string Filled(string text, MailAnswer answer) => Slot().Replace(text, slot => slot.Value switch
    {
        "{subject}" => Printable.Slot(answer.Subject.Trim() is { Length: > 0 } subject ? subject : "(ไม่มีชื่อเรื่อง)"),
        "{received}" => ThaiDates.LongWithTime(answer.ReceivedAt),
        "{number}" => answer.Number.ToString(CultureInfo.InvariantCulture),
        "{count}" => answer.Files.Count.ToString(CultureInfo.InvariantCulture),
        _ => slot.Value,
    });

    private static MailAnswerPart Part(StrictMap map, string key) => new(
        Text(map, key), [.. map.Texts(key + "_steps").Select(step => Checked(map, key + "_steps", step))]);

    private static string Text(StrictMap map, string key) => Checked(map, key, map.Text(key));

    private static string Checked(StrictMap map, string key, string text) =>
        Slot().Matches(text).FirstOrDefault(slot => !Slots.Contains(slot.Value, StringComparer.Ordinal)) is { } wrong
            ? throw map.Error(key, $"{wrong.Value} is not known; allowed are {string.Join(", ", Slots)}")
            : text;

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Slot();
}
