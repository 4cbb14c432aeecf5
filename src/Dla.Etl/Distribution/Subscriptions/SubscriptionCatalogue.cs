using Dla.Etl.Definitions;
using Dla.Etl.Reporting;

namespace Dla.Etl.Distribution.Subscriptions;

/// <summary>Every subscription, found by enumerating <c>mail/subscriptions/*.yaml</c>.</summary>
/// <param name="All">By id.</param>
/// <param name="Failure">What a head is told when a report is not there; null only where there is no subscription.</param>
public sealed record SubscriptionCatalogue(IReadOnlyList<Subscription> All, FailureWording? Failure)
{
    /// <summary>The slot with the post of the recipient.</summary>
    internal const string Recipient = "recipient";

    /// <summary>Whom a report for each province goes to: the office of the province that it is of.</summary>
    private const string Office = "office";

    private const string Folder = "mail/subscriptions";
    private const string FailurePath = "mail/report-failed.yaml";
    private static readonly string[] WordKeys = ["subject", "opening", "paragraphs", "facts", "lists", "closing"];

    /// <summary>No subscription.</summary>
    public static SubscriptionCatalogue None { get; } = new([], null);

    /// <summary>Reads all subscriptions; a folder without any is none.</summary>
    /// <exception cref="DefinitionException">A file is wrong: names a report that is not there, or a slot that no value of it fills; names file, line and key.</exception>
    public static SubscriptionCatalogue Load(DefinitionFiles definitions, ReportCatalogue reports, FormCatalogue forms)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        ArgumentNullException.ThrowIfNull(reports);
        var files = definitions.FilesIn(Folder);
        if (files.Count == 0)
            return None;
        return new SubscriptionCatalogue([.. files.Select(file => Read(definitions, file, reports, forms))], FailureOf(definitions, files[0]));
    }

    private static Subscription Read(DefinitionFiles definitions, DefinitionFile file, ReportCatalogue reports, FormCatalogue forms)
    {
        var map = StrictMap.Load(definitions.FullPath(file.Path), file.Text, ["subscription", "report", "years", "to", "when", .. WordKeys]);
        if (Path.GetFileName(file.Path) != $"{map.Text("subscription")}.yaml")
            throw map.Error("subscription", $"must be the name of its file, {Path.GetFileNameWithoutExtension(file.Path)}, which ends in .yaml");
        var report = reports.All.FirstOrDefault(one => one.Id == map.Text("report"))
            ?? throw map.Error("report", $"there is no report '{map.Text("report")}'; there are {string.Join(", ", reports.All.Select(one => one.Id))}");
        return new Subscription
        {
            Id = map.Text("subscription"),
            Report = report,
            AllYears = map.OneOf("years", ("latest", false), ("all", true)),
            To = To(map, report),
            When = [.. Filled(map, "when").Select(word => WhenOf(map, word)).Distinct()],
            Wording = Words(map, new HashSet<string>(ReportFacts.Names(report, forms), StringComparer.Ordinal) { Recipient }),
        };
    }

    private static IReadOnlyList<string> Filled(StrictMap map, string key) => map.Texts(key) is { Count: > 0 } texts ? texts : throw map.Error(key, "must not be empty");

    // A workbook of one province is for its own office, and one of all of them for nobody there.
    private static IReadOnlyList<string> To(StrictMap map, ReportDefinition report)
    {
        var to = Filled(map, "to");
        return report.Scope == ReportScope.Country && !to.Contains(Office) ? to
            : report.Scope == ReportScope.Province && to is [Office] ? []
            : throw map.Error("to", $"is [{Office}] just where the report is for_each province");
    }

    private static SendWhen WhenOf(StrictMap map, string word) => word switch
    {
        "nightly" => SendWhen.Nightly,
        "nightly_always" => SendWhen.NightlyAlways,
        "monthly_1" => SendWhen.MonthlyOnFirst,
        "monthly_5" => SendWhen.MonthlyOnFifth,
        "after_deadline" => SendWhen.AfterDeadline,
        "before_deadline" => SendWhen.BeforeDeadline,
        "on_deadline" => SendWhen.OnDeadline,
        "after_deadline_when_changed" => SendWhen.AfterDeadlineWhenChanged,
        _ => throw map.Error("when", $"“{word}” is not known; allowed are nightly, nightly_always, monthly_1, monthly_5, after_deadline, before_deadline, on_deadline, after_deadline_when_changed"),
    };

    private static SubscriptionWording Words(StrictMap map, IReadOnlySet<string> known) => new(
        Slotted.Text(map, "subject", known), Slotted.Text(map, "opening", known), Slotted.Texts(map, "paragraphs", known),
        [.. map.Maps("facts", ["label", "value"], optional: true).Select(fact => (fact.Text("label"), Slotted.Text(fact, "value", known)))],
        [.. map.Maps("lists", ["heading", "text"], optional: true).Select(list => (list.Text("heading"), Slotted.Text(list, "text", known)))],
        Slotted.Texts(map, "closing", known));

    private static FailureWording FailureOf(DefinitionFiles definitions, DefinitionFile needs)
    {
        var file = definitions.Find(FailurePath)
            ?? throw new DefinitionException(definitions.FullPath(FailurePath), 1, "(file)", $"there is no such file, and {needs.Path} needs it");
        var map = StrictMap.Load(definitions.FullPath(FailurePath), file.Text, "subject", "opening", "paragraphs", "closing");
        return new FailureWording(
            Slotted.Text(map, "subject", FailureWording.Slots), Slotted.Text(map, "opening", FailureWording.Slots),
            Slotted.Texts(map, "paragraphs", FailureWording.Slots), Slotted.Texts(map, "closing", FailureWording.Slots));
    }
}
