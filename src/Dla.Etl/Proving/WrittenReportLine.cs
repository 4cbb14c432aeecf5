using System.Data.Common;
using Dapper;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Proving;

/// <summary>A line of the register of reports that were written.</summary>
internal sealed record WrittenReportLine
{
    public string Report { get; init; } = "";

    public int Year { get; init; }

    public long Sequence { get; init; }

    public string Hash { get; init; } = "";

    public string? DefinitionSet { get; init; }

    public string WrittenAt { get; init; } = "";

    public string? ProgramVersion { get; init; }

    /// <summary>Those that a manifest may mean, the newest first.</summary>
    public static IReadOnlyList<WrittenReportLine> Of(DbConnection connection, StatedManifest stated) => connection.Query<WrittenReportLine>(
        SqlText.Beside(typeof(WrittenReportLine), "written-reports"), new { stated.Hash, stated.Report, year = stated.Year.BuddhistEra, stated.Sequence }).AsList();

    /// <summary>True when it is of the report, year and sequence that the manifest names.</summary>
    public bool IsOf(StatedManifest stated) => Report == stated.Report && Year == stated.Year.BuddhistEra && Sequence == stated.Sequence;
}
