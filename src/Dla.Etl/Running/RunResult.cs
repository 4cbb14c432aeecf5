using Dla.Etl.Coordination;
using Dla.Etl.Findings;
using Dla.Etl.Intake;

namespace Dla.Etl.Running;

/// <summary>What a run did; each piece of work fills in its part.</summary>
public sealed record RunResult
{
    /// <summary>Nothing at all.</summary>
    public static RunResult Nothing { get; } = new();

    /// <summary>Its id in the log of runs; null when there was nothing to log.</summary>
    public string? RunId { get; init; }

    /// <summary>Messages taken from the mailbox.</summary>
    public int Mails { get; init; }

    /// <summary>Files taken, from the drop folder and from messages.</summary>
    public int Received { get; init; }

    /// <summary>How many files got which verdict, those left by a killed run included.</summary>
    public IReadOnlyDictionary<Verdict, int> Verdicts { get; init; } = new Dictionary<Verdict, int>();

    /// <summary>Answers written, as paths relative to the replies folder.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>Mails that came and were answered.</summary>
    public int MailsAnswered { get; init; }

    /// <summary>Mails that left, or were laid into the outbox folder.</summary>
    public int MailsSent { get; init; }

    /// <summary>Forms and years whose consolidated figures changed.</summary>
    public int Consolidated { get; init; }

    /// <summary>Reports written, full paths.</summary>
    public IReadOnlyList<string> Reports { get; init; } = [];

    /// <summary>Mails with reports, notices and reminders that were decided on and wait to be sent.</summary>
    public int Notices { get; init; }

    /// <summary>Leftovers that were cleared away.</summary>
    public int Cleared { get; init; }

    /// <summary>For the operator; the files concerned are tried again by the next run.</summary>
    public IReadOnlyList<IntakeProblem> Problems { get; init; } = [];

    /// <summary>On which files the program broke; all the others were dealt with.</summary>
    public IReadOnlyList<Exception> Broken { get; init; } = [];

    /// <summary>Work that was left to others, who were at it all the time.</summary>
    public IReadOnlyList<LeaseHolder> LeftTo { get; init; } = [];

    /// <summary>True when something was taken, decided, answered, sent, consolidated, reported or told.</summary>
    public bool DidSomething => Mails + Received + Verdicts.Count + Answers.Count + MailsAnswered + MailsSent + Consolidated + Reports.Count + Notices > 0;

    /// <summary>Nothing, because another was at it.</summary>
    public static RunResult Left(LeaseHolder holder) => new() { LeftTo = [holder] };

    /// <summary>Both together, under the run of this one when it has one.</summary>
    public RunResult And(RunResult more)
    {
        ArgumentNullException.ThrowIfNull(more);
        var verdicts = new Dictionary<Verdict, int>(Verdicts);
        foreach (var (verdict, count) in more.Verdicts)
            verdicts[verdict] = verdicts.GetValueOrDefault(verdict) + count;
        return this with
        {
            Mails = Mails + more.Mails,
            Received = Received + more.Received,
            Verdicts = verdicts,
            RunId = RunId ?? more.RunId,
            Answers = [.. Answers, .. more.Answers],
            MailsAnswered = MailsAnswered + more.MailsAnswered,
            MailsSent = MailsSent + more.MailsSent,
            Consolidated = Consolidated + more.Consolidated,
            Reports = [.. Reports, .. more.Reports],
            Notices = Notices + more.Notices,
            Cleared = Cleared + more.Cleared,
            Problems = [.. Problems, .. more.Problems],
            Broken = [.. Broken, .. more.Broken],
            LeftTo = [.. LeftTo, .. more.LeftTo],
        };
    }

    /// <summary>The same, unless the program broke on a file.</summary>
    /// <exception cref="AggregateException">It did; all the other files were dealt with.</exception>
    public RunResult OrThrow() => Broken.Count == 0
        ? this
        : throw new AggregateException(
            "The program broke on these files; they are tried again, and given up after three times: look at them with dla-etl status, and after mending the program with dla-etl retry.", Broken);
}
