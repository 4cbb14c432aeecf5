using System.Data.Common;
using Dapper;
using Dla.Etl.Values;

namespace Dla.Etl.Warehouse;

/// <summary>What was known as of a sequence: standing figures, their sums over the units, and how each unit's return stood.</summary>
/// <remarks>The facts are append-only, so the same sequence gives the same figures for ever.</remarks>
public static class FiguresAsOf
{
    /// <summary>SELECT of the unit figures; parameters <c>@form</c>, <c>@year</c>, <c>@sequence</c>, <c>@since</c> (0 for all).</summary>
    internal static string UnitSql { get; } = SqlText.Beside(typeof(FiguresAsOf), "unit-figures");

    /// <summary>SELECT of the sums over the unit figures that <see cref="UnitSql"/> gives; the same parameters.</summary>
    internal static string ItemSql { get; } = ItemSqlOver($"({UnitSql})");

    /// <summary>The figures that each unit stated, by unit, group, item and field.</summary>
    public static IReadOnlyList<UnitFigure> OfUnits(DbConnection connection, string form, Period period, long sequence) =>
        UnitsFrom(connection, $"({UnitSql})", "", Parameters(form, period, sequence));

    /// <summary>The figures of one unit, for example of the year before; empty when no version of it stands.</summary>
    public static IReadOnlyList<UnitFigure> OfUnit(DbConnection connection, string form, Period period, long sequence, UnitCode unit) =>
        UnitsFrom(connection, $"({UnitSql})", "WHERE unit = @unit", new { form, year = period.Number, sequence, since = 0L, unit = unit.ToString() });

    /// <summary>The sums over the units, by group, item, field and unit of measure: quantities of different units are never added.</summary>
    /// <exception cref="DbException">A sum does not fit into 64 bits.</exception>
    public static IReadOnlyList<ItemFigure> OfItems(DbConnection connection, string form, Period period, long sequence) =>
        ItemsFrom(connection, $"({ItemSql})", "", Parameters(form, period, sequence));

    /// <summary>How the return of each of these units stood; one line a unit in the order given, those that sent nothing included.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="form">Form id.</param>
    /// <param name="period">The year or month of the figures.</param>
    /// <param name="sequence">As of which commit.</param>
    /// <param name="units">All units that have to file.</param>
    public static IReadOnlyList<UnitStatus> Status(
        DbConnection connection, string form, Period period, long sequence, IReadOnlyList<UnitCode> units)
    {
        var known = connection
            .Query<UnitStatusRow>(SqlText.Beside(typeof(FiguresAsOf), "unit-status"), Parameters(form, period, sequence))
            .ToDictionary(row => row.Unit, StringComparer.Ordinal);
        return [.. units.Select(unit => UnitStatus.Of(unit, known.GetValueOrDefault(unit.ToString())))];
    }

    /// <summary>The sums over unit figures that come from elsewhere: a subselect in brackets, or the name of a table.</summary>
    internal static string ItemSqlOver(string unitFigures) =>
        SqlText.Beside(typeof(FiguresAsOf), "item-figures").Replace("FROM {unit_figures}", "FROM " + unitFigures, StringComparison.Ordinal);

    internal static IReadOnlyList<UnitFigure> UnitsFrom(DbConnection connection, string source, string where, object parameters) =>
    [
        .. connection.Query<UnitFigure>(
                $"""
                SELECT unit AS Unit, group_code AS GroupCode, item_code AS ItemCode, field_code AS FieldCode,
                  unit_of_measure AS UnitOfMeasure, amount AS Amount, version_id AS VersionId
                FROM {source} figure {where}
                """,
                parameters)
            .OrderBy(figure => figure, UnitFigure.Order),
    ];

    internal static IReadOnlyList<ItemFigure> ItemsFrom(DbConnection connection, string source, string where, object parameters) =>
    [
        .. connection.Query<ItemFigure>(
                $"""
                SELECT group_code AS GroupCode, item_code AS ItemCode, field_code AS FieldCode, unit_of_measure AS UnitOfMeasure,
                  total AS Total, units_reported AS UnitsReported, smallest AS Smallest, largest AS Largest
                FROM {source} figure {where}
                """,
                parameters)
            .OrderBy(figure => figure, ItemFigure.Order),
    ];

    private static object Parameters(string form, Period period, long sequence) =>
        new { form, year = period.Number, sequence, since = 0L };
}
