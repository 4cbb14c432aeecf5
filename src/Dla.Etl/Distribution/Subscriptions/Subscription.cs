using Dla.Etl.Definitions;

namespace Dla.Etl.Distribution.Subscriptions;

/// <summary>When a report is sent to those who subscribed.</summary>
public enum SendWhen
{
    /// <summary>After the report run of the night, when the report says something else than the one sent last.</summary>
    Nightly,

    /// <summary>After the report run of every night.</summary>
    NightlyAlways,

    /// <summary>On the 1st of the month in Bangkok.</summary>
    MonthlyOnFirst,

    /// <summary>On the 5th of the month in Bangkok.</summary>
    MonthlyOnFifth,

    /// <summary>On the day after the deadline of the report's form.</summary>
    AfterDeadline,

    /// <summary>Some days before the deadline, while there is time to have lacking returns sent; when the report says something else than the one sent last.</summary>
    BeforeDeadline,

    /// <summary>On the day of the deadline, to be signed and sent on; when the report says something else than the one sent last.</summary>
    OnDeadline,

    /// <summary>On the day after the deadline, what came in last among it; when the report says something else than the one sent last.</summary>
    AfterDeadlineWhenChanged,
}

/// <summary>Who gets which report when, and what the mail says, as <c>templates/mail/subscriptions/&lt;id&gt;.yaml</c> gives it.</summary>
public sealed record Subscription
{
    /// <summary>Id, which is the name of the file.</summary>
    public required string Id { get; init; }

    /// <summary>The report.</summary>
    public required ReportDefinition Report { get; init; }

    /// <summary>True for each fiscal year that has data; false for the latest one only.</summary>
    public required bool AllYears { get; init; }

    /// <summary>Roles of the address book; none for a report for each province, which goes to the office of that province.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>When; several are answered by one mail where they meet.</summary>
    public required IReadOnlyList<SendWhen> When { get; init; }

    /// <summary>What the mail says.</summary>
    public required SubscriptionWording Wording { get; init; }
}

/// <summary>The words of a subscription, with slots: the values of the report by the names that report.yaml uses, and <c>{recipient}</c>.</summary>
/// <param name="Subject">Subject.</param>
/// <param name="Opening">Whom it is addressed to.</param>
/// <param name="Paragraphs">Before the figures.</param>
/// <param name="Facts">Key figures: label and value.</param>
/// <param name="Lists">A heading with a text below it.</param>
/// <param name="Closing">Last lines.</param>
public sealed record SubscriptionWording(
    string Subject, string Opening, IReadOnlyList<string> Paragraphs, IReadOnlyList<(string Label, string Value)> Facts,
    IReadOnlyList<(string Heading, string Text)> Lists, IReadOnlyList<string> Closing);

/// <summary>What a head is told when a report that was due is not there, from <c>templates/mail/report-failed.yaml</c>.</summary>
/// <param name="Subject">Subject; slots <c>{night}</c>, <c>{count}</c>, both also as <c>…_thai</c>, and <c>{recipient}</c>.</param>
/// <param name="Opening">Whom it is addressed to.</param>
/// <param name="Paragraphs">Before the list of reports and causes.</param>
/// <param name="Closing">What happens next, and the last lines.</param>
public sealed record FailureWording(string Subject, string Opening, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Closing)
{
    internal static IReadOnlySet<string> Slots { get; } = new HashSet<string>(StringComparer.Ordinal) { "night", "night_thai", "count", "count_thai", "recipient" };
}
