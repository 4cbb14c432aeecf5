using System.Data.Common;
using Dapper;
using Dla.Etl.Findings;
using Dla.Etl.Reference;

namespace Dla.Etl.Warehouse;

/// <summary>Something that happened to the return of a unit: a file was decided on, or somebody went back to an earlier version.</summary>
/// <param name="Sequence">Its commit.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="RunId">The run that did it.</param>
/// <param name="Verdict">What became of the file; null for a revert.</param>
/// <param name="Timeliness">On time or late; null when the form is not known.</param>
/// <param name="Version">The version that it made; null when it made none.</param>
/// <param name="Receipt">Receipt number of the file, for a revert of the file gone back to.</param>
/// <param name="FileName">As delivered.</param>
/// <param name="ReceivedAt">When that file was first seen.</param>
public sealed record ReturnEvent(
    long Sequence, DateTimeOffset DecidedAt, string RunId, Verdict? Verdict, Timeliness? Timeliness, int? Version,
    long Receipt, string FileName, DateTimeOffset ReceivedAt)
{
    /// <summary>The version of which a duplicate is one; else null.</summary>
    public int? SameAs { get; init; }

    /// <summary>The version gone back to; null unless it is a revert.</summary>
    public int? RevertsVersion { get; init; }

    /// <summary>Why somebody went back.</summary>
    public string? Reason { get; init; }

    /// <summary>Findings of the file that forbid loading.</summary>
    public int Errors { get; init; }

    /// <summary>Findings of the file that the sender should look at.</summary>
    public int Warnings { get; init; }

    /// <summary>True for the version that stands now. Of a form whose rows name local authorities, for every version that rows of count: several may, each for authorities of its own.</summary>
    public bool Stands { get; init; }

    /// <summary>For whom the rows of its version count; null when it made none, or when its rows name no local authorities.</summary>
    public VersionCount? Count { get; init; }

    /// <summary>By whom and where; null for a run of before that was recorded.</summary>
    public Actor? Actor { get; init; }
}

/// <summary>The whole chain of a return.</summary>
public static class ReturnHistory
{
    /// <summary>Everything that happened, oldest first; empty when nothing did.</summary>
    public static IReadOnlyList<ReturnEvent> Of(DbConnection connection, ReturnKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        // What lay unrecognised in a province's folder was perhaps its office's; of which of its authorities nobody knows.
        var folder = Units.TryGet(key.Unit, out var unit) && unit.Code.Authority is null ? unit.FolderName : "";
        var rows = connection.Query<EventRow>(
            SqlText.Beside(typeof(ReturnHistory), "return-history"),
            new { form = key.Form, year = key.Period.Number, unit = key.Unit.ToString(), folder }).AsList();
        var (standing, counts) = (rows.Max(row => row.Version), CountedVersions.Of(connection, key));
        return
        [
            .. rows.Select(row => (Row: row, Count: row.Version is { } version ? counts.GetValueOrDefault(version) : null)).Select(one => one.Row.Event() with
            {
                Count = one.Count, Stands = one.Count is { } count ? count.Counting > 0 : one.Row.Version is not null && one.Row.Version == standing,
            }),
        ];
    }

    private sealed record EventRow
    {
        public long Sequence { get; init; }

        public string DecidedAt { get; init; } = "";

        public string RunId { get; init; } = "";

        public string? Who { get; init; }

        public string? Node { get; init; }

        public string? Verdict { get; init; }

        public string? Timeliness { get; init; }

        public int? Version { get; init; }

        public int? SameAs { get; init; }

        public int? RevertsVersion { get; init; }

        public string? Reason { get; init; }

        public long Receipt { get; init; }

        public string FileName { get; init; } = "";

        public string ReceivedAt { get; init; } = "";

        public int Errors { get; init; }

        public int Warnings { get; init; }

        public ReturnEvent Event() => new(
            Sequence, Instants.Parse(DecidedAt), RunId, Verdict is null ? null : Verdicts.FromCode(Verdict),
            Timeliness is null ? null : StoredName.Parse<Timeliness>(Timeliness), Version, Receipt, FileName, Instants.Parse(ReceivedAt))
        {
            SameAs = SameAs, RevertsVersion = RevertsVersion, Reason = Reason, Errors = Errors, Warnings = Warnings,
            Actor = Who is not null && Node is not null ? new Actor(Who, Node) : null,
        };
    }
}
