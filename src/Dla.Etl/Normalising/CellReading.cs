using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Reading;
using Dla.Etl.Values;

namespace Dla.Etl.Normalising;

/// <summary>What a filled cell gives when it is read as its column asks: a value with the tolerances it took, or the kind of problem and the reason.</summary>
internal readonly record struct CellReading(
    long Amount, string? Text, bool StatedZero, IReadOnlyList<Tolerance> Tolerances, FindingKind? Problem, string Reason)
{
    /// <summary>Reads a cell that is not missing.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="field">Its column.</param>
    /// <param name="item">The listed item of its row, whose own unit of measure is always understood.</param>
    /// <param name="year">Fiscal year of the return, by which years of two digits are judged.</param>
    public static CellReading Of(RawCell cell, FieldDefinition field, ItemDefinition? item, FiscalYear year) =>
        ObstacleOf(cell, field) is { } obstacle ? Failed(obstacle, "") : (field.Role, field.Type) switch
        {
            (FieldRole.UnitOfMeasure, _) => Unit(CellContent.TextOf(cell), item),
            (_, FieldType.Quantity) => Quantity(cell),
            (_, FieldType.Baht) => Scaled(MoneyText.Parse(cell), money => money.Satang, NormalisingFindings.NotMoney),
            (_, FieldType.Ratio) => Scaled(RatioText.Parse(cell), ratio => ratio, NormalisingFindings.NotARatio),
            (_, FieldType.Code) => Code(CellContent.TextOf(cell), field.Codes!),
            (_, FieldType.Mark) => Mark(CellContent.TextOf(cell)),
            (_, FieldType.Date) => Scaled(DateText.Parse(cell, year), day => day.DayNumber, NormalisingFindings.NotADate),
            _ => Cleaned(CellContent.TextOf(cell)),
        };

    /// <summary>What belongs into a column, in Thai.</summary>
    public static string Expected(FieldDefinition field) => (field.Role, field.Type) switch
    {
        (FieldRole.UnitOfMeasure, _) => "หน่วยนับ",
        (_, FieldType.Quantity) => "จำนวนที่เป็นตัวเลข",
        (_, FieldType.Baht) => "จำนวนเงินที่เป็นตัวเลข",
        (_, FieldType.Ratio) => "อัตราส่วนที่เป็นตัวเลข",
        (_, FieldType.Date) => "วันที่",
        (_, FieldType.Code) => field.Codes!.Labels,
        (_, FieldType.Authority) => "รหัสหรือชื่อ อปท.",
        (_, FieldType.Mark) => "เครื่องหมายช่วงเวลา เช่น ← → ↔ ✓ หรือเว้นว่าง",
        _ => "ข้อความ",
    };

    /// <summary>Content that no column takes, or a date where a number belongs; the Buddhist formats of dates, which readers give as numbers, among them.</summary>
    public static FindingKind? ObstacleOf(RawCell cell, FieldDefinition field) => cell.Kind switch
    {
        RawCellKind.Error => NormalisingFindings.ErrorCell,
        RawCellKind.FormulaWithoutValue => NormalisingFindings.FormulaWithoutValue,
        RawCellKind.Boolean => NormalisingFindings.BooleanForValue,
        RawCellKind.Date when IsNumber(field) => NormalisingFindings.DateForNumber,
        RawCellKind.Number when IsNumber(field) && NumberFormats.ShowsDate(cell.NumberFormat) => NormalisingFindings.DateForNumber,
        _ => null,
    };

    private static bool IsNumber(FieldDefinition field) => field.Type is FieldType.Quantity or FieldType.Baht or FieldType.Ratio;

    private static CellReading Quantity(RawCell cell)
    {
        var parsed = QuantityText.Parse(cell);
        return parsed.Succeeded
            ? new(parsed.Value.Amount.TenThousandths, parsed.Value.Unit, parsed.Value.StatedZero, parsed.Tolerances, null, "")
            : Failed(NormalisingFindings.NotAQuantity, parsed.Reason);
    }

    private static CellReading Scaled<T>(Parsed<T> parsed, Func<T, long> scaled, FindingKind problem) => parsed.Succeeded
        ? new(scaled(parsed.Value), null, Normalising.Tolerances.SayZero(parsed.Tolerances), parsed.Tolerances, null, "")
        : Failed(problem, parsed.Reason);

    /// <summary>The unit that the form itself prints takes no tolerance; one that nobody knows is kept as it is written and compared so.</summary>
    private static CellReading Unit(string text, ItemDefinition? item)
    {
        var clean = ThaiText.Clean(text);
        if (FigureUnit.IsCanonical(clean.Value))
            return new(0, clean.Value, false, clean.Tolerances, null, "");
        if (item is { Unit.IsKnown: true } && ThaiText.Fold(text) == ThaiText.Fold(item.Unit.Value))
            return new(0, FigureUnit.OfForm(item), false, clean.Tolerances, null, "");
        var parsed = UnitsOfMeasure.Parse(text);
        return parsed.Succeeded
            ? new(0, parsed.Value, false, parsed.Tolerances, null, "")
            : new(0, clean.Value, false, clean.Tolerances, null, parsed.Reason);
    }

    private static CellReading Code(string text, CodeList codes)
    {
        if (codes.Find(text) is not { } code)
            return Failed(NormalisingFindings.NotInList, "");
        if (!CodeList.IsSynonym(code, text))
            return new(0, code.Code, false, text == code.Label ? [] : ThaiText.Clean(text).Tolerances, null, "");
        return new(0, code.Code, false, [.. ThaiText.Clean(text).Tolerances, Normalising.Tolerances.CodeSynonym], null, "");
    }

    private static CellReading Mark(string text) =>
        MarkText.Parse(text) is { Succeeded: true } mark ? new(0, mark.Value, false, [], null, "") : Failed(NormalisingFindings.NotInList, "");

    private static CellReading Cleaned(string text)
    {
        var clean = ThaiText.Clean(text);
        return new(0, clean.Value, false, clean.Tolerances, null, "");
    }

    private static CellReading Failed(FindingKind problem, string reason) => new(0, null, false, [], problem, reason);
}
