using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation;

/// <summary>A field of a row of a return, with what checks ask of it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Index">Position of the field in the row.</param>
public readonly record struct FieldAt(NormalisedRow Row, int Index)
{
    /// <summary>A field of a row by its code.</summary>
    /// <exception cref="InvalidOperationException">The row's group has no such field: the check is not for it.</exception>
    public static FieldAt Of(NormalisedRow row, string field)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Group.IndexOf(field) is >= 0 and var index ? new FieldAt(row, index) : throw new InvalidOperationException($"Group '{row.Group.Code}' has no field '{field}'.");
    }

    /// <summary>The column.</summary>
    public FieldDefinition Definition => Row.Group.Fields[Index];

    /// <summary>The value.</summary>
    public NormalisedField Field => Row.Fields[Index];

    /// <summary>True when there is a number to look at: a value or a stated zero. Missing and unreadable fields have none.</summary>
    public bool HasAmount => Field.State is FieldState.Value or FieldState.StatedZero;

    /// <summary>The number in the integer scale of the field; 0 for a stated zero.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public long Amount => HasAmount ? Field.Amount : throw new InvalidOperationException($"{Subject} has no amount: {Field.State}.");

    /// <summary>The text or code; empty when there is none.</summary>
    public string Text => Field is { State: FieldState.Value, Text: { } text } ? text : "";

    /// <summary>True when the field says something: an amount above or below zero, a day, words.</summary>
    public bool Says => Amounts.Has(Definition.Type) ? HasAmount && Amount != 0 : Field.State == FieldState.Value;

    /// <summary>What the form prints for its code, or the text itself; empty when there is none.</summary>
    public string Label => Text is { Length: > 0 } text ? Definition.Codes?.All.FirstOrDefault(code => code.Code == text)?.Label ?? text : "";

    /// <summary>Its cell; the cell of the row's label when the file has no such column.</summary>
    public Place Place => Field.Source is { } source ? Place.At(source.Sheet, source.Address) : Place.At(Row.KeyCell.Sheet, Row.KeyCell.Address);

    /// <summary>For example <c>ปริมาณของกิจกรรมย่อยที่ 7 …</c>.</summary>
    public string Subject => RowWords.Field(Definition, Row.Group, Row.Item, Row.Key);

    /// <summary>For example <c>กิจกรรมย่อยที่ 7 …</c>, for what is not about this field alone.</summary>
    public string RowSubject => RowWords.Row(Row.Group, Row.Item, Row.Key);

    /// <summary>Where it stands in the form, to find the same figure of another year.</summary>
    public FigureKey Key => new(Row.Group.Code, Row.Code, Definition.Code);

    /// <summary>The amount as people read it, without its unit.</summary>
    public string Shown => Amounts.Show(Definition.Type, Amount);

    /// <summary>A finding at this field about this field.</summary>
    public Finding Finding(FindingKind kind) => new(kind, Place) { Subject = Subject };
}
