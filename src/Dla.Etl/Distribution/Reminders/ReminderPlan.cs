using System.Globalization;
using Dla.Etl.Definitions;

namespace Dla.Etl.Distribution.Reminders;

/// <summary>Who is reminded of deadlines when, as <c>templates/mail/reminders.yaml</c> gives it.</summary>
/// <param name="Window">For so many working days after its day a step is made up for; an older one has passed, so that a new installation does not tell of deadlines of long ago.</param>
/// <param name="Steps">In the order of the file.</param>
public sealed record ReminderPlan(int Window, IReadOnlyList<ReminderStep> Steps)
{
    /// <summary>Who signs what is said of forms that name no owner.</summary>
    public string Division { get; init; } = "";

    /// <summary>The divisions that own other forms, by the <c>owner</c> that the forms name.</summary>
    public IReadOnlyDictionary<string, ReminderOwner> Owners { get; init; } = new Dictionary<string, ReminderOwner>();

    private const string Path = "mail/reminders.yaml";
    private static readonly string[] StepKeys = ["id", "working_days", "to", "role", "attach_blank", "subject", "opening", "paragraphs", "closing"];

    /// <summary>What every text may print; those with figures also as <c>…_thai</c>.</summary>
    internal static IReadOnlyList<string> Slots { get; } = ["recipient", "deadline", "as_of", "forms", "count", "of", "days", "division"];

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
        var map = StrictMap.Load(path, text, "window", "division", "owners", "steps");
        var known = Slots.Concat(Slots.Select(slot => slot + "_thai")).ToHashSet(StringComparer.Ordinal);
        var steps = map.Maps("steps", StepKeys).Select(step => Step(step, known)).ToList();
        return steps.GroupBy(step => step.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw map.Error("steps", $"the id “{twice.Key}” stands twice")
            : steps.GroupBy(step => (step.To, step.Role, step.WorkingDays)).FirstOrDefault(same => same.Count() > 1) is { } beside
                ? throw map.Error("steps", $"{string.Join(" and ", beside.Select(step => step.Id))} tell the same ones on the same day")
                : new ReminderPlan(map.Whole("window", 1, 60), steps)
                {
                    Division = map.TextOrNull("division") ?? (NeedDivision(steps) ? throw map.Error("division", "is missing; a step prints {division}") : ""),
                    Owners = map.Maps("owners", ["owner", "division", "role"], optional: true)
                        .ToDictionary(owner => owner.Text("owner"), owner => new ReminderOwner(owner.Text("division"), owner.Text("role")), StringComparer.Ordinal),
                };
    }

    /// <summary>The steps as they are for a form's owner: his own post is told, and he signs.</summary>
    /// <exception cref="KeyNotFoundException">The plan does not know the owner.</exception>
    public (IReadOnlyList<ReminderStep> Steps, string Division) For(string? owner) => owner is null
        ? (Steps, Division)
        : ([.. Steps.Select(step => step.Role is null ? step : step with { Role = Owners[owner].Role })], Owners[owner].Division);

    private static bool NeedDivision(IEnumerable<ReminderStep> steps) => steps.Any(step =>
        step.Paragraphs.Concat(step.Closing).Append(step.Subject).Append(step.Opening).Any(text => text.Contains("{division", StringComparison.Ordinal)));

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

/// <summary>A division that owns forms of its own.</summary>
/// <param name="Division">Who signs.</param>
/// <param name="Role">Role of its head in the address book, who is told instead of the posts that the steps name.</param>
public sealed record ReminderOwner(string Division, string Role);
