using System.Collections.Frozen;
using Dla.Etl.Reading;
using Dla.Etl.Values;

namespace Dla.Etl.Normalising;

/// <summary>In what a column of money is written (หน่วย :).</summary>
public enum MoneyScale
{
    /// <summary>บาท.</summary>
    Baht,

    /// <summary>พันบาท.</summary>
    Thousand,

    /// <summary>ล้านบาท.</summary>
    Million,
}

/// <summary>Reads money from a cell into satang. Source: DOMAIN §6.3.</summary>
public static class MoneyText
{
    private static readonly FrozenDictionary<string, MoneyScale> Words = new Dictionary<string, MoneyScale>
    {
        ["บาท"] = MoneyScale.Baht,
        ["บ"] = MoneyScale.Baht,
        ["฿"] = MoneyScale.Baht,
        ["พันบาท"] = MoneyScale.Thousand,
        ["ล้านบาท"] = MoneyScale.Million,
        ["ลบ"] = MoneyScale.Million,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Where nothing but a unit is stated; beside an amount they would be part of it.
    private static readonly FrozenDictionary<string, MoneyScale> Stated = new Dictionary<string, MoneyScale>
    {
        ["พัน"] = MoneyScale.Thousand,
        ["หนึ่งพัน"] = MoneyScale.Thousand,
        ["1พัน"] = MoneyScale.Thousand,
        ["1000"] = MoneyScale.Thousand,
        ["ล้าน"] = MoneyScale.Million,
        ["หนึ่งล้าน"] = MoneyScale.Million,
        ["1ล้าน"] = MoneyScale.Million,
        ["1000000"] = MoneyScale.Million,
        ["thb"] = MoneyScale.Baht,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The money; a dash, ไม่มี or ไม่ใช้งบประมาณ is a stated zero (<see cref="Tolerances.SayZero"/>).</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="scale">What the heading says; a scale written in the cell goes before it and is noted.</param>
    /// <remarks>Numeric cells are rounded to satang, halves away from zero, and say so; text with parts of a satang is refused.</remarks>
    /// <exception cref="ArgumentException">The cell is missing: ask <see cref="CellContent.IsMissing"/> first.</exception>
    public static Parsed<Baht> Parse(RawCell cell, MoneyScale scale = MoneyScale.Baht)
    {
        CellContent.ThrowIfMissing(cell);
        return cell.Kind switch
        {
            RawCellKind.Number => OfNumber((double)cell.Value!, cell.NumberFormat, scale),
            RawCellKind.Text => OfText((string)cell.Value!, scale),
            RawCellKind.Date => Failed("เซลล์เป็นวันที่ ไม่ใช่จำนวนเงิน"),
            _ => Failed(CellContent.Obstacle(cell)!),
        };
    }

    /// <summary>The scale that a line of the unit or a header states, in words or figures (<c>พัน</c>, <c>1,000 บาท</c>, <c>๑,๐๐๐</c>); null when it names none that is known.</summary>
    public static MoneyScale? StatedScale(string text)
    {
        var key = ThaiText.Fold(text);
        return Words.TryGetValue(key, out var scale) || Stated.TryGetValue(key.EndsWith("บาท", StringComparison.Ordinal) ? key[..^"บาท".Length] : key, out scale) ? scale : null;
    }

    /// <summary>The scale that a text such as <c>พันบาท</c> or <c>หน่วย : ล้านบาท</c> names; fails when it names none.</summary>
    public static Parsed<MoneyScale> ParseScale(string text)
    {
        var key = ThaiText.Fold(text);
        key = key.StartsWith("หน่วย", StringComparison.Ordinal) ? key["หน่วย".Length..] : key;
        return Words.TryGetValue(key, out var scale)
            ? Parsed<MoneyScale>.Ok(scale)
            : Parsed<MoneyScale>.Failed($"“{ThaiText.Clean(text).Value}” ไม่ใช่หน่วยเงิน (บาท พันบาท หรือล้านบาท)");
    }

    private static Parsed<Baht> OfNumber(double value, string? format, MoneyScale scale)
    {
        if (NumberFormats.ShowsDate(format))
            return Failed("เซลล์เป็นวันที่ ไม่ใช่จำนวนเงิน");
        if (NumberFormats.ShowsPercent(format))
            return Failed("เซลล์จัดรูปแบบเป็นร้อยละ ไม่ใช่จำนวนเงิน");
        return ExactScaling.Of(value, SatangIn(scale), out var satang) switch
        {
            Fit.OutOfRange => Failed("จำนวนเงินใหญ่เกินกว่าที่ระบบรับได้"),
            Fit.Noise => Parsed<Baht>.Ok(new Baht(satang), Tolerances.FloatingNoise),
            Fit.Rounded => Parsed<Baht>.Ok(new Baht(satang), Tolerances.RoundedToSatang),
            _ => Parsed<Baht>.Ok(new Baht(satang)),
        };
    }

    private static Parsed<Baht> OfText(string raw, MoneyScale scale)
    {
        if (StatedZero.In(raw) is { } zero)
            return Parsed<Baht>.Ok(default, zero);
        var parts = NumberInText.Split(raw);
        if (!parts.Succeeded)
            return Failed(parts.Reason);
        var (before, number, after) = parts.Value;
        var noted = default(Noted);
        noted.Add(parts.Tolerances);
        if (before is not ("" or "จำนวน" or "จำนวนเงิน" or "฿"))
            return Failed($"มีข้อความ “{before}” อยู่หน้าตัวเลข");
        if (after.Length > 0)
        {
            var written = ParseScale(after);
            if (!written.Succeeded)
                return Failed(written.Reason);
            noted.Add(written.Value == scale ? Tolerances.UnitInCell : Tolerances.ScaleInCell);
            scale = written.Value;
        }

        return ExactScaling.Of(number, SatangIn(scale), out var satang) switch
        {
            Fit.Exact => Parsed<Baht>.Ok(new Baht(satang), noted.All),
            Fit.Rounded => Failed("มีเศษที่เล็กกว่าหนึ่งสตางค์"),
            _ => Failed("จำนวนเงินใหญ่เกินกว่าที่ระบบรับได้"),
        };
    }

    private static long SatangIn(MoneyScale scale) => scale switch
    {
        MoneyScale.Baht => 100,
        MoneyScale.Thousand => 100_000,
        MoneyScale.Million => 100_000_000,
        _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "Unknown scale of money."),
    };

    private static Parsed<Baht> Failed(string reason) => Parsed<Baht>.Failed(reason);
}
