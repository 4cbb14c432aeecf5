using System.Data.Common;
using Dapper;
using Dla.Etl.Normalising;
using Dla.Etl.Validation;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>What the warehouse knows of a unit's earlier years, for the check that compares with them; of one file, so that it can be asked again when the file is loaded.</summary>
/// <param name="warehouse">The warehouse.</param>
public sealed class History(Database warehouse)
{
    private Asked? _asked;

    /// <summary>The figures that stand now for the same unit and form in the year before; null when no version stands.</summary>
    public PriorFigures? Of(NormalisedReturn filed)
    {
        ArgumentNullException.ThrowIfNull(filed);
        if (filed.Form.Year.BuddhistEra == FiscalYear.First)
            return null;
        var before = filed.Form.Year.Previous;
        using var connection = warehouse.Read();
        // The version first: when another one comes between the two, the loading transaction sees that and the file is examined again.
        _asked = new Asked(filed.Form.Id, before.BuddhistEra, filed.Unit.ToString(), Standing(connection, null, filed.Form.Id, before.BuddhistEra, filed.Unit.ToString()));
        var figures = FiguresAsOf.OfUnit(connection, filed.Form.Id, before, CommitSequence.Last(connection), filed.Unit);
        return figures.Count == 0
            ? null
            : new PriorFigures(before, figures
                .GroupBy(figure => new FigureKey(figure.GroupCode, figure.ItemCode, figure.FieldCode))
                // An open row may come in several units of measure; only a figure that stands alone can be compared.
                .Where(group => group.Count() == 1)
                .ToDictionary(group => group.Key, group => new PriorFigure(group.Single().Amount, group.Single().UnitOfMeasure)));
    }

    /// <summary>True while the version that was asked about still stands, or nothing was asked.</summary>
    internal bool StillStands(WriteLane lane) => _asked is not { } asked
        || Standing(lane.Connection, lane.Transaction, asked.Form, asked.Year, asked.Unit) == asked.VersionId;

    private static string? Standing(DbConnection connection, DbTransaction? transaction, string form, int year, string unit) => connection.ExecuteScalar<string>(
        "SELECT id FROM return_version WHERE form = @form AND fiscal_year = @year AND unit = @unit ORDER BY version DESC LIMIT 1",
        new { form, year, unit }, transaction);

    private sealed record Asked(string Form, int Year, string Unit, string? VersionId);
}
