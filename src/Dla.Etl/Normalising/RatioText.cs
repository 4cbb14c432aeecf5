using Dla.Etl.Reading;
using Dla.Etl.Values;

namespace Dla.Etl.Normalising;

/// <summary>Reads a percentage or a share of a hundred (อัตราส่วน, ร้อยละ) into ten-thousandths of a percent point: 25 → 250,000. Source: DOMAIN §6.3.</summary>
public static class RatioText
{
    private const long Scale = 10_000;

    /// <summary>The ratio from <c>25</c>, <c>25%</c>, <c>ร้อยละ 25</c> or from 0.25 in a cell with a percent format.</summary>
    /// <remarks>A dash or ไม่มี is a stated zero. Up to 1 without a percent format is taken as written and noted, since a share of one may be meant. More than four decimals are refused.</remarks>
    /// <exception cref="ArgumentException">The cell is missing: ask <see cref="CellContent.IsMissing"/> first.</exception>
    public static Parsed<long> Parse(RawCell cell)
    {
        CellContent.ThrowIfMissing(cell);
        return cell.Kind switch
        {
            RawCellKind.Number => OfNumber((double)cell.Value!, cell.NumberFormat),
            RawCellKind.Text => OfText((string)cell.Value!),
            RawCellKind.Date => Failed("เซลล์เป็นวันที่ ไม่ใช่อัตราส่วน"),
            _ => Failed(CellContent.Obstacle(cell)!),
        };
    }

    private static Parsed<long> OfNumber(double value, string? format)
    {
        if (NumberFormats.ShowsDate(format))
            return Failed("เซลล์เป็นวันที่ ไม่ใช่อัตราส่วน");
        var percent = NumberFormats.ShowsPercent(format);
        var fit = ExactScaling.Of(value, percent ? 100 * Scale : Scale, out var ratio);
        var noted = default(Noted);
        if (fit == Fit.Noise)
            noted.Add(Tolerances.FloatingNoise);
        if (!percent && ratio is > 0 and <= Scale)
            noted.Add(Tolerances.PercentAtMostOne);
        return Result(fit, ratio, noted);
    }

    private static Parsed<long> OfText(string raw)
    {
        if (StatedZero.In(raw) is { } zero)
            return Parsed<long>.Ok(0, zero);
        var parts = NumberInText.Split(raw);
        if (!parts.Succeeded)
            return Failed(parts.Reason);
        var (before, number, after) = parts.Value;
        var noted = default(Noted);
        noted.Add(parts.Tolerances);
        if (before is not ("" or "ร้อยละ"))
            return Failed($"มีข้อความ “{before}” อยู่หน้าตัวเลข");
        if (after is not ("" or "%" or "เปอร์เซ็นต์"))
            return Failed($"มีข้อความ “{after}” อยู่หลังตัวเลข");
        var marked = before.Length + after.Length > 0;
        if (marked)
            noted.Add(Tolerances.PercentInCell);
        else if (number is > 0 and <= 1)
            noted.Add(Tolerances.PercentAtMostOne);
        return Result(ExactScaling.Of(number, Scale, out var ratio), ratio, noted);
    }

    private static Parsed<long> Result(Fit fit, long ratio, Noted noted) => fit switch
    {
        Fit.Rounded => Failed("มีทศนิยมเกินสี่ตำแหน่ง"),
        Fit.OutOfRange => Failed("ตัวเลขใหญ่เกินกว่าที่ระบบรับได้"),
        _ => Parsed<long>.Ok(ratio, noted.All),
    };

    private static Parsed<long> Failed(string reason) => Parsed<long>.Failed(reason);
}
