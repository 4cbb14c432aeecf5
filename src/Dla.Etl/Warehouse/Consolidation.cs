namespace Dla.Etl.Warehouse;

/// <summary>Keeps the consolidated figures in step with the versions that stand. They are derived: rebuilding them whole gives the same.</summary>
public static class Consolidation
{
    private const string UnitColumns =
        "form, fiscal_year, unit, group_code, item_code, field_code, unit_of_measure, amount, version_id";

    private const string ItemColumns =
        "form, fiscal_year, group_code, item_code, field_code, unit_of_measure, total, units_reported, smallest, largest";

    /// <summary>Brings the consolidated figures up to the last sequence: of each form and year, only what changed since they were last brought up.</summary>
    /// <returns>The form and years whose figures changed.</returns>
    /// <exception cref="System.Data.Common.DbException">A sum does not fit into 64 bits; nothing is changed.</exception>
    public static IReadOnlyList<ConsolidatedPeriod> Refresh(WriteLane lane)
    {
        ArgumentNullException.ThrowIfNull(lane);
        var sequence = CommitSequence.Last(lane.Connection);
        var changed = lane.Rows<ConsolidatedPeriod>(SqlText.Beside(typeof(Consolidation), "changed-periods"));
        foreach (var period in changed)
            Refresh(lane, period, sequence);
        lane.Execute("UPDATE consolidated_period SET sequence = @sequence WHERE sequence < @sequence", new { sequence });
        return changed;
    }

    /// <summary>Forgets the consolidated figures and makes them anew from the versions that stand.</summary>
    /// <returns>The form and years that have figures.</returns>
    public static IReadOnlyList<ConsolidatedPeriod> Rebuild(WriteLane lane)
    {
        ArgumentNullException.ThrowIfNull(lane);
        lane.Execute("DELETE FROM consolidated_item");
        lane.Execute("DELETE FROM consolidated_unit");
        lane.Execute("DELETE FROM consolidated_period");
        return Refresh(lane);
    }

    private static void Refresh(WriteLane lane, ConsolidatedPeriod period, long sequence)
    {
        var key = new { form = period.Form, year = period.FiscalYear, since = period.Since, sequence };
        lane.Execute(
            """
            DELETE FROM consolidated_unit
            WHERE form = @form AND fiscal_year = @year AND unit IN (
              SELECT unit FROM return_version
              WHERE form = @form AND fiscal_year = @year AND sequence > @since AND sequence <= @sequence)
            """,
            key);
        lane.Execute($"INSERT INTO consolidated_unit ({UnitColumns}) {FiguresAsOf.UnitSql}", key);
        lane.Execute("DELETE FROM consolidated_item WHERE form = @form AND fiscal_year = @year", key);
        lane.Execute($"INSERT INTO consolidated_item ({ItemColumns}) {FiguresAsOf.ItemSqlOver("consolidated_unit")}", key);
        lane.Execute(
            """
            INSERT INTO consolidated_period (form, fiscal_year, sequence) VALUES (@form, @year, @sequence)
            ON CONFLICT (form, fiscal_year) DO UPDATE SET sequence = excluded.sequence
            """,
            key);
    }
}

/// <summary>A form and year whose consolidated figures are behind.</summary>
public sealed record ConsolidatedPeriod
{
    /// <summary>Form id.</summary>
    public string Form { get; init; } = "";

    /// <summary>Fiscal year of the figures, Buddhist era.</summary>
    public int FiscalYear { get; init; }

    /// <summary>Up to which sequence its figures held; 0 when there were none.</summary>
    public long Since { get; init; }
}
