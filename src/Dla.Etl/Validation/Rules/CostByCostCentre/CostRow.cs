using System.Globalization;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation.Rules.CostByCostCentre;

/// <summary>A line of the cost forms as their rules look at it.</summary>
/// <param name="Row">The line.</param>
internal readonly record struct CostRow(NormalisedRow Row)
{
    /// <summary>The money.</summary>
    public FieldAt Amount => At("amount");

    /// <summary>For example <c>แถวที่ 12 ศูนย์ต้นทุน P10</c>: the centre alone would be many lines.</summary>
    public string Subject => string.Create(CultureInfo.InvariantCulture, $"แถวที่ {Row.KeyCell.Address.Row + 1} ศูนย์ต้นทุน {Row.Key}");

    /// <summary>The lines of a return.</summary>
    public static IEnumerable<CostRow> Of(CheckScope scope) => scope.Rows.Select(row => new CostRow(row));

    /// <summary>The code or text of a field; empty when there is none.</summary>
    public string Text(string field) => At(field).Text;

    /// <summary>What the form prints for the code of a field; empty when there is none.</summary>
    public string Label(string field) => At(field).Label;

    /// <summary>A field.</summary>
    /// <exception cref="InvalidOperationException">The form has no such field: the rule is not for it.</exception>
    public FieldAt At(string field) => FieldAt.Of(Row, field);
}
