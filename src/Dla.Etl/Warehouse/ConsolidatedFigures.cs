using System.Data.Common;
using Dapper;
using Dla.Etl.Values;

namespace Dla.Etl.Warehouse;

/// <summary>The consolidated figures as they were last brought up: the answer of <see cref="FiguresAsOf"/> without the work, as of one sequence only.</summary>
public static class ConsolidatedFigures
{
    /// <summary>Up to which sequence they hold; null when the form and year has none.</summary>
    public static long? Sequence(DbConnection connection, string form, Period period) => connection.ExecuteScalar<long?>(
        "SELECT sequence FROM consolidated_period WHERE form = @form AND fiscal_year = @year", new { form, year = period.Number });

    /// <summary>The figures that each unit stated.</summary>
    public static IReadOnlyList<UnitFigure> OfUnits(DbConnection connection, string form, Period period) =>
        FiguresAsOf.UnitsFrom(connection, "consolidated_unit", "WHERE form = @form AND fiscal_year = @year", new { form, year = period.Number });

    /// <summary>The sums over the units.</summary>
    public static IReadOnlyList<ItemFigure> OfItems(DbConnection connection, string form, Period period) =>
        FiguresAsOf.ItemsFrom(connection, "consolidated_item", "WHERE form = @form AND fiscal_year = @year", new { form, year = period.Number });
}
