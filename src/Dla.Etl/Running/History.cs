using Dla.Etl.Normalising;
using Dla.Etl.Validation;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>What the warehouse knows of a unit's earlier years, for the check that compares with them.</summary>
public static class History
{
    /// <summary>The figures that stand now for the same unit and form in the year before; null when no version stands.</summary>
    public static PriorFigures? Of(Database warehouse, NormalisedReturn filed)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(filed);
        if (filed.Form.Year.BuddhistEra == Values.FiscalYear.First)
            return null;
        var before = filed.Form.Year.Previous;
        using var connection = warehouse.Read();
        var figures = FiguresAsOf.OfUnit(connection, filed.Form.Id, before, CommitSequence.Last(connection), filed.Unit);
        return figures.Count == 0
            ? null
            : new PriorFigures(before, figures
                .GroupBy(figure => new FigureKey(figure.GroupCode, figure.ItemCode, figure.FieldCode))
                // An open row may come in several units of measure; only a figure that stands alone can be compared.
                .Where(group => group.Count() == 1)
                .ToDictionary(group => group.Key, group => new PriorFigure(group.Single().Amount, group.Single().UnitOfMeasure)));
    }
}
