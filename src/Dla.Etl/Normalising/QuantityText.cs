using System.Text.RegularExpressions;
using Dla.Etl.Reading;
using Dla.Etl.Values;

namespace Dla.Etl.Normalising;

/// <summary>A quantity as a cell gives it.</summary>
/// <param name="Amount">The figure; zero when the sender stated a zero. Negative figures come through: validation judges them.</param>
/// <param name="Unit">Canonical unit of measure written in the cell or shown by its number format, or null.</param>
/// <param name="Qualifier">The word before the figure (จำนวน), or null.</param>
/// <param name="StatedZero">True when the sender wrote a dash, ไม่มี or ไม่ใช้งบประมาณ instead of a number.</param>
public readonly record struct QuantityReading(Quantity Amount, string? Unit, string? Qualifier, bool StatedZero);

/// <summary>Reads a quantity from a cell. Source: DOMAIN §6.3.</summary>
public static partial class QuantityText
{
    private const string TooManyDecimals = "มีทศนิยมเกินสี่ตำแหน่ง", OutOfRange = "ตัวเลขใหญ่เกินกว่าที่ระบบรับได้";

    /// <summary>The quantity, with its unit when the cell says one.</summary>
    /// <remarks>Refused with a reason: dates, TRUE/FALSE, errors, formulas without result, percentages, bounds (ไม่น้อยกว่า), estimates, several numbers, unknown units, more than four decimals, more than 64 bits of ten-thousandths.</remarks>
    /// <exception cref="ArgumentException">The cell is missing: ask <see cref="CellContent.IsMissing"/> first.</exception>
    public static Parsed<QuantityReading> Parse(RawCell cell)
    {
        CellContent.ThrowIfMissing(cell);
        return cell.Kind switch
        {
            RawCellKind.Number => OfNumber((double)cell.Value!, cell.NumberFormat),
            RawCellKind.Text => OfText((string)cell.Value!),
            RawCellKind.Date => Failed("เซลล์เป็นวันที่ ไม่ใช่จำนวน"),
            _ => Failed(CellContent.Obstacle(cell)!),
        };
    }

    private static Parsed<QuantityReading> OfNumber(double value, string? format)
    {
        if (NumberFormats.ShowsDate(format))
            return Failed("เซลล์เป็นวันที่ ไม่ใช่จำนวน");
        if (NumberFormats.ShowsPercent(format))
            return Failed("เซลล์จัดรูปแบบเป็นร้อยละ ไม่ใช่จำนวน");
        var fit = ExactScaling.Of(value, Quantity.Scale, out var count);
        if (fit == Fit.OutOfRange)
            return Failed(OutOfRange);
        if (fit == Fit.Rounded)
            return Failed(TooManyDecimals);
        var noted = default(Noted);
        if (fit == Fit.Noise)
            noted.Add(Tolerances.FloatingNoise);
        var unit = NumberFormats.UnitShown(format);
        if (unit is not null)
            noted.Add(Tolerances.UnitInCell);
        return Parsed<QuantityReading>.Ok(new QuantityReading(new Quantity(count), unit, null, StatedZero: false), noted.All);
    }

    private static Parsed<QuantityReading> OfText(string raw)
    {
        if (StatedZero.In(raw) is { } zero)
            return Parsed<QuantityReading>.Ok(new QuantityReading(default, null, null, StatedZero: true), zero);
        var parts = NumberInText.Split(raw);
        if (!parts.Succeeded)
            return Failed(parts.Reason);
        var (before, number, after) = parts.Value;
        var noted = default(Noted);
        noted.Add(parts.Tolerances);
        if (RefusalOfWord(before, after) is { } reason)
            return Failed(reason);
        var unit = UnitOf(after, ref noted);
        if (!unit.Succeeded)
            return Failed(unit.Reason);
        return ExactScaling.Of(number, Quantity.Scale, out var count) switch
        {
            Fit.Exact => Parsed<QuantityReading>.Ok(
                new QuantityReading(new Quantity(count), unit.Value, before.Length == 0 ? null : before, StatedZero: false), noted.All),
            Fit.Rounded => Failed(TooManyDecimals),
            _ => Failed(OutOfRange),
        };
    }

    private static Parsed<string?> UnitOf(string after, ref Noted noted)
    {
        if (after.Length == 0)
            return Parsed<string?>.Ok(null);
        var unit = UnitsOfMeasure.Parse(after is ['(', .. var inside, ')'] ? inside : after);
        if (!unit.Succeeded)
            return Parsed<string?>.Failed(unit.Reason);
        noted.Add(Tolerances.UnitInCell);
        noted.Add(unit.Tolerances);
        return Parsed<string?>.Ok(unit.Value);
    }

    private static string? RefusalOfWord(string before, string after)
    {
        if (after.StartsWith('%') || before.EndsWith("ร้อยละ", StringComparison.Ordinal) || before.EndsWith("เปอร์เซ็นต์", StringComparison.Ordinal))
            return "เป็นร้อยละ ไม่ใช่จำนวน";
        if (Bound().Match(before) is { Success: true } bound)
            return $"“{bound.Value}” เป็นขอบเขตหรือค่าประมาณ ไม่ใช่จำนวนที่แน่นอน";
        if (Bound().Match(after) is { Success: true } more && more.Index == 0)
            return $"“{more.Value}” เป็นขอบเขตหรือค่าประมาณ ไม่ใช่จำนวนที่แน่นอน";
        return before.Length == 0 || Qualifiers.Contains(before) ? null : $"มีข้อความ “{before}” อยู่หน้าตัวเลข";
    }

    private static Parsed<QuantityReading> Failed(string reason) => Parsed<QuantityReading>.Failed(reason);

    // S002 writes จำนวน before totals; any other word before a figure may change what it means.
    private static readonly HashSet<string> Qualifiers = new(["จำนวน"], StringComparer.Ordinal);

    [GeneratedRegex("ไม่น้อยกว่า|ไม่ต่ำกว่า|ไม่มากกว่า|ไม่เกิน|อย่างน้อย|อย่างมาก|มากกว่า|น้อยกว่า|เกินกว่า|ประมาณ|โดยประมาณ|เกือบ|กว่า|ราว|ขึ้นไป|[<>≤≥~≈]=?")]
    private static partial Regex Bound();
}
