namespace Dla.Etl.Definitions;

/// <summary>What a column means to the program.</summary>
public enum FieldRole
{
    /// <summary>The name or code that says which item a row is.</summary>
    Key,

    /// <summary>A figure that the sender fills.</summary>
    Figure,

    /// <summary>The unit of measure (หน่วยนับ) of the figure.</summary>
    UnitOfMeasure,

    /// <summary>A ratio (อัตราส่วน) that the department fixes.</summary>
    Ratio,

    /// <summary>Anything else, kept as text.</summary>
    Text,
}

/// <summary>How the content of a column is read.</summary>
public enum FieldType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A quantity, stored in ten-thousandths; may carry its unit (<c>7,850 แห่ง</c>).</summary>
    Quantity,

    /// <summary>Money, stored in satang.</summary>
    Baht,

    /// <summary>A percentage or share, stored in ten-thousandths of one percent point.</summary>
    Ratio,

    /// <summary>A date, stored as days since 0001-01-01.</summary>
    Date,

    /// <summary>A word of a closed list (<see cref="FieldDefinition.Codes"/>), kept as its code; the warehouse stores it as text.</summary>
    Code,

    /// <summary>A local authority by code or name, kept as its eight-digit code; the warehouse stores it as text.</summary>
    Authority,

    /// <summary>A mark of a time chart: an arrow, a piece of one, ✓ or ×; kept as words (<see cref="Normalising.MarkText"/>), which the warehouse stores as text.</summary>
    Mark,
}

/// <summary>A column.</summary>
public sealed record FieldDefinition
{
    /// <summary>Code, for example <c>quantity</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Header as printed.</summary>
    public required string Label { get; init; }

    /// <summary>Other spellings of the header, OCR look-alikes among them.</summary>
    public required IReadOnlyList<string> Synonyms { get; init; }

    /// <summary>What the column means.</summary>
    public required FieldRole Role { get; init; }

    /// <summary>How it is read.</summary>
    public required FieldType Type { get; init; }

    /// <summary>True when every row must have it.</summary>
    public bool Required { get; init; }

    /// <summary>True when the form says that its money may be negative, for example a credit.</summary>
    public bool MayBeNegative { get; init; }

    /// <summary>Code of the field of the same group that has the district of a <see cref="FieldType.Authority"/>; null when the form has none.</summary>
    public string? DistrictField { get; init; }

    /// <summary>Code of the field of the same group that has the code of a <see cref="FieldType.Authority"/>; null when the form has none.</summary>
    public string? CodeField { get; init; }

    /// <summary>Code of the field of the same group that has the province of a <see cref="FieldType.Authority"/>; null when the form has none.</summary>
    public string? ProvinceField { get; init; }

    /// <summary>True for a column that the form does not print, and that is read where a sender adds it.</summary>
    public bool IsBeside { get; init; }

    /// <summary>How the column is filled in, in Thai, as the blank workbook tells; empty when its header says enough.</summary>
    public string Guide { get; init; } = "";

    /// <summary>What may stand in a column of <see cref="FieldType.Code"/>; null for every other type.</summary>
    public CodeList? Codes { get; init; }
}
