using System.Globalization;
using Dla.Etl.Values;

namespace Dla.Etl.Normalising;

/// <summary>The common-era year that a written year means. Source: DOMAIN §6.4.</summary>
internal static class DateYear
{
    private const int BuddhistEraAhead = 543, FirstBuddhist = 2400, LastBuddhist = 2999, FirstCommon = 1900, Near = 5;

    /// <summary>Reads two or four digits; <paramref name="era"/> is พ.ศ., ค.ศ. or empty.</summary>
    public static Parsed<int> Parse(string digits, string era, FiscalYear? near)
    {
        if (digits.Length is not (2 or 4))
            return Parsed<int>.Failed($"ปี “{digits}” ต้องมีสองหรือสี่หลัก");
        var year = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return digits.Length == 2 ? TwoDigits(year, era, near) : FourDigits(year, era);
    }

    private static Parsed<int> TwoDigits(int year, string era, FiscalYear? near)
    {
        if (era.StartsWith('ค'))
            return Parsed<int>.Failed($"ปี ค.ศ. “{year:00}” มีเพียงสองหลัก");
        var buddhist = 2500 + year;
        var far = near is { } expected && Math.Abs(buddhist - expected.BuddhistEra) > Near;
        return Parsed<int>.Ok(buddhist - BuddhistEraAhead, far ? Tolerances.TwoDigitYearFar : Tolerances.TwoDigitYear);
    }

    private static Parsed<int> FourDigits(int year, string era) => year switch
    {
        >= FirstBuddhist and <= LastBuddhist when !era.StartsWith('ค') => Parsed<int>.Ok(year - BuddhistEraAhead),
        >= FirstCommon and < FirstBuddhist when !era.StartsWith('พ') => Parsed<int>.Ok(year, Tolerances.CommonEraYear),
        _ => Parsed<int>.Failed($"ปี {era}{year} ไม่อยู่ในช่วงที่เป็นไปได้"),
    };
}
