using System.Data.Common;
using Dapper;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Proving;

/// <summary>A line of the register of reports that were written.</summary>
internal sealed record WrittenReportLine
{
    public string Report { get; init; } = "";

    public int Year { get; init; }

    public string? Unit { get; init; }

    public long Sequence { get; init; }

    public string Hash { get; init; } = "";

    public string? DefinitionSet { get; init; }

    public string WrittenAt { get; init; } = "";

    public string? ProgramVersion { get; init; }

    /// <summary>Those that a manifest may mean, the newest first.</summary>
    public static IReadOnlyList<WrittenReportLine> Of(DbConnection connection, StatedManifest stated) => connection.Query<WrittenReportLine>(
        SqlText.Beside(typeof(WrittenReportLine), "written-reports"), new { stated.Hash, stated.Report, year = stated.Period.Number, stated.Sequence, unit = stated.Unit?.ToString() ?? "" }).AsList();

    /// <summary>The newest of the same report, year and unit with later data; null when there is none.</summary>
    public static NewerReport? After(DbConnection connection, StatedManifest stated) => connection.QueryFirstOrDefault<WrittenReportLine>(
        """
        SELECT as_of_sequence AS "Sequence", written_at AS "WrittenAt" FROM report_written
        WHERE report = @Report AND fiscal_year = @year AND as_of_sequence > @Sequence AND coalesce(unit, '') = @unit AND back_filled_for IS NULL
        ORDER BY as_of_sequence DESC, written_at DESC
        """,
        new { stated.Report, year = stated.Period.Number, stated.Sequence, unit = stated.Unit?.ToString() ?? "" }) is { } newer ? new NewerReport(newer.Sequence, Instants.Parse(newer.WrittenAt)) : null;

    /// <summary>True when it is of the report, year, unit and sequence that the manifest names.</summary>
    public bool IsOf(StatedManifest stated) => Report == stated.Report && Year == stated.Period.Number && Unit == stated.Unit?.ToString() && Sequence == stated.Sequence;
}
