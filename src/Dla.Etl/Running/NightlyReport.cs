using System.Data.Common;
using Dapper;
using Dla.Etl.Definitions;
using Dla.Etl.Normalising;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>Whether a report is as the night's run should have left it.</summary>
internal enum ReportReadiness
{
    /// <summary>It is there and says what was known when the run began, or more.</summary>
    Ready,

    /// <summary>Nothing was ever decided that it could show, or calculate with.</summary>
    NothingToReport,

    /// <summary>The night's run is under way or is still to come.</summary>
    NotYet,

    /// <summary>The night's run broke off.</summary>
    Failed,

    /// <summary>The night's run was stopped.</summary>
    Stopped,

    /// <summary>No run began that night.</summary>
    NotRun,

    /// <summary>The run came to its end without writing it: its template or its gate held it back, or it could not be written.</summary>
    HeldBack,
}

/// <summary>When it is asked what is due.</summary>
/// <param name="Now">The instant.</param>
/// <param name="OwnRun">The run of which the asking is a part, when the reports were written earlier in it.</param>
/// <param name="IsForeseen">True for an instant that is still to come: then the runs of its night are taken to go well.</param>
internal sealed record NoticeTime(DateTimeOffset Now, string? OwnRun = null, bool IsForeseen = false);

/// <summary>Judges the reports of one night by the log of runs.</summary>
/// <param name="connection">The warehouse.</param>
/// <param name="workplace">Reports, forms, folders.</param>
/// <param name="time">The instant.</param>
internal sealed class NightlyReport(DbConnection connection, Workplace workplace, NoticeTime time)
{
    /// <summary>From this hour in Bangkok on the work of the night counts as missed when it has not begun: the schedule has it at one and two, and an operator may have put it off.</summary>
    public const int NightEndsAt = 6;

    private readonly ReportChanges _changes = new(connection, workplace);

    private readonly List<RunOfNight> _runs = connection.Query<RunOfNight>(
        """
        SELECT id AS Id, command AS Command, status AS Status, started_at AS StartedAt, ended_at AS EndedAt
        FROM run WHERE started_at >= @from AND started_at <= @to AND command IN ('consolidate', 'report', 'run') ORDER BY started_at, id
        """,
        new { from = Instants.Text(Midnight(time.Now)), to = Instants.Text(time.Now) }).AsList();

    /// <summary>Of whom there are workbooks of a report; null for the whole country.</summary>
    public IEnumerable<UnitCode?> UnitsOf(ReportDefinition report, Period period) => _changes.UnitsOf(report, period, long.MaxValue);

    /// <summary>The workbook that was written last; null when there is none.</summary>
    public LastWritten? LastOf(ReportDefinition report, Period period, UnitCode? unit) => _changes.LastOf(report, period, unit, DateTimeOffset.MaxValue);

    /// <summary>How a report stands.</summary>
    public ReportReadiness Of(ReportDefinition report, Period period, UnitCode? unit)
    {
        if (!_changes.HasMatter(report, period, long.MaxValue))
            return ReportReadiness.NothingToReport;
        if (!_changes.IsDue(report, period, unit, long.MaxValue))
            return ReportReadiness.Ready;
        if (time.IsForeseen)
            return LastOf(report, period, unit) is null ? ReportReadiness.NotYet : ReportReadiness.Ready;
        var wrote = _runs.FindLast(run => run.Command != "consolidate" && (run.Status == "finished" || run.Id == time.OwnRun));
        // What was decided since the run began is for the next night.
        if (wrote is not null)
            return _changes.IsDue(report, period, unit, CommitSequence.AsOf(connection, Instants.Parse(wrote.StartedAt)))
                ? ReportReadiness.HeldBack
                : ReportReadiness.Ready;
        if (_runs.Exists(run => run.EndedAt is null && run.Id != time.OwnRun))
            return ReportReadiness.NotYet;
        return _runs.FindLast(run => run.Status is "failed" or "stopped") switch
        {
            { Status: "failed" } => ReportReadiness.Failed,
            { Status: "stopped" } => ReportReadiness.Stopped,
            _ => time.Now < Midnight(time.Now).AddHours(NightEndsAt) ? ReportReadiness.NotYet : ReportReadiness.NotRun,
        };
    }

    private static DateTimeOffset Midnight(DateTimeOffset instant) => new(ThaiDates.DayInBangkok(instant).ToDateTime(default), TimeSpan.FromHours(7));

    private sealed record RunOfNight
    {
        public string Id { get; init; } = "";

        public string Command { get; init; } = "";

        public string Status { get; init; } = "";

        public string StartedAt { get; init; } = "";

        public string? EndedAt { get; init; }
    }
}
