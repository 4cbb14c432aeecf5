using Dla.Etl.Definitions;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation;

/// <summary>A column added up over the rows of a return.</summary>
/// <param name="Group">The group.</param>
/// <param name="Index">Position of the field.</param>
/// <param name="Sum">In the integer scale of the field; a decimal, because 30,000 amounts may pass 64 bits.</param>
/// <param name="Rows">How many rows the group has, those without an amount among them.</param>
/// <param name="IsWhole">True when no amount is unreadable, so that the sum can be compared.</param>
internal sealed record ColumnTotal(GroupDefinition Group, int Index, decimal Sum, int Rows, bool IsWhole)
{
    /// <summary>The column.</summary>
    public FieldDefinition Field => Group.Fields[Index];

    /// <summary>For example <c>จำนวนเงินของรายการต้นทุน</c>.</summary>
    public string Subject => $"{Field.Label}ของ{Group.Label}";

    /// <summary>The sum as people read it.</summary>
    public string Shown => Amounts.Show(Field.Type, Sum);

    /// <summary>The column that a check names.</summary>
    public static ColumnTotal Of(CheckScope scope) => Of(scope, _ => true);

    /// <summary>The same over some of its rows.</summary>
    public static ColumnTotal Of(CheckScope scope, Func<NormalisedRow, bool> which)
    {
        var group = scope.Groups.Single();
        var index = group.Fields.ToList().FindIndex(field => field.Code == scope.Check.Field);
        var (sum, rows, whole) = (0m, 0, true);
        foreach (var row in scope.Rows.Where(which))
        {
            var at = new FieldAt(row, index);
            rows++;
            sum += at.HasAmount ? at.Amount : 0;
            whole &= at.Field.State != FieldState.Unreadable;
        }

        return new ColumnTotal(group, index, sum, rows, whole);
    }
}
