using System.Globalization;
using Dla.Etl.Definitions;

namespace Dla.Etl.Distribution.Reminders;

/// <summary>Who is reminded of deadlines when, as <c>templates/mail/reminders.yaml</c> gives it.</summary>
/// <param name="Window">For so many working days after its day a step is made up for; an older one has passed, so that a new installation does not tell of deadlines of long ago.</param>
/// <param name="Steps">In the order of the file.</param>
public sealed record ReminderPlan(int Window, IReadOnlyList<ReminderStep> Steps)
{
    private const string Path = "mail/reminders.yaml";
    private static readonly string[] StepKeys = ["id", "working_days", "to", "role", "attach_blank", "subject", "opening", "paragraphs", "closing"];

    /// <summary>What every text may print; those with figures also as <c>…_thai</c>.</summary>
    internal static IReadOnlyList<string> Slots { get; } = ["recipient", "deadline", "as_of", "forms", "count", "of", "days"];

    /// <summary>No reminders.</summary>
    public static ReminderPlan None { get; } = new(1, []);

    /// <summary>Reads the plan; without the file nobody is reminded.</summary>
    /// <exception cref="DefinitionException">Something is wrong with the file; names file, line and key.</exception>
    public static ReminderPlan Load(DefinitionFiles definitions)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        return definitions.Find(Path) is { } file ? Read(definitions.FullPath(Path), file.Text) : None;
    }

    internal static ReminderPlan Read(string path, string text)
    {
        var map = StrictMap.Load(path, text, "window", "steps");
        var known = Slots.Concat(Slots.Select(slot => slot + "_thai")).ToHashSet(StringComparer.Ordinal);
        var steps = map.Maps("steps", StepKeys).Select(step => Step(step, known)).ToList();
        return steps.GroupBy(step => step.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw map.Error("steps", $"the id “{twice.Key}” stands twice")
            : steps.GroupBy(step => (step.To, step.Role, step.WorkingDays)).FirstOrDefault(same => same.Count() > 1) is { } beside
                ? throw map.Error("steps", $"{string.Join(" and ", beside.Select(step => step.Id))} tell the same ones on the same day")
                : new ReminderPlan(map.Whole("window", 1, 60), steps);
    }

    private static ReminderStep Step(StrictMap map, IReadOnlySet<string> known)
    {
        var to = map.OneOf("to", ("unit", Rung.Unit), ("district", Rung.District), ("province", Rung.Province), ("post", Rung.Post));
        if (map.Has("role") != (to == Rung.Post))
            throw map.Error("role", "a role stands beside to: post, and only there");
        if (map.Text("id").Any(letter => !char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '-'))
            throw map.Error("id", "must be lower-case letters, digits and hyphens");
        return new ReminderStep
        {
            Id = map.Text("id"),
            WorkingDays = Days(map),
            To = to,
            Role = map.TextOrNull("role"),
            AttachBlank = map.Flag("attach_blank"),
            Subject = Slotted.Text(map, "subject", known),
            Opening = Slotted.Text(map, "opening", known),
            Paragraphs = Slotted.Texts(map, "paragraphs", known),
            Closing = Slotted.Texts(map, "closing", known),
        };
    }

    private static int Days(StrictMap map) =>
        int.TryParse(map.Text("working_days"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days) && days is >= -60 and <= 60
            ? days
            : throw map.Error("working_days", $"must be a whole number from -60 to 60, not “{map.Text("working_days")}”");
}
