using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Normalising;

namespace Dla.Etl.Validation;

/// <summary>Units of money in sentences.</summary>
internal static class MoneyScales
{
    /// <summary>The name in Thai.</summary>
    public static string Thai(MoneyScale scale) => scale switch
    {
        MoneyScale.Baht => "บาท",
        MoneyScale.Thousand => "พันบาท",
        MoneyScale.Million => "ล้านบาท",
        _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "Unknown scale of money."),
    };

    /// <summary>How many baht one of it is.</summary>
    public static decimal Baht(MoneyScale scale) => scale switch
    {
        MoneyScale.Baht => 1,
        MoneyScale.Thousand => 1_000,
        MoneyScale.Million => 1_000_000,
        _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "Unknown scale of money."),
    };

    /// <summary>The scale by which a sum is off, and whether it is too small: about a thousand or a million times less or more than it was, give or take the factor <paramref name="within"/>; null when it is neither, or one of them is not above 0.</summary>
    public static (MoneyScale Scale, bool TooSmall)? Suspected(decimal now, decimal before, decimal within)
    {
        if (now <= 0 || before <= 0)
            return null;
        foreach (var scale in new[] { MoneyScale.Thousand, MoneyScale.Million })
            foreach (var (times, small) in new[] { (before / now, true), (now / before, false) })
                if (times >= Baht(scale) / within && times <= Baht(scale) * within)
                    return (scale, small);
        return null;
    }

    /// <summary>What an amount in satang would be if it were off by that scale.</summary>
    public static string Correction(decimal satang, (MoneyScale Scale, bool TooSmall) off) => off.TooSmall
        ? $"หากกรอกเป็น{Thai(off.Scale)} จำนวนที่ถูกต้องคือ {Amounts.Show(FieldType.Baht, satang * Baht(off.Scale))}"
        : $"หากกรอกเกินไป {Baht(off.Scale).ToString("#,##0", CultureInfo.InvariantCulture)} เท่า จำนวนที่ถูกต้องคือ {Amounts.Show(FieldType.Baht, satang / Baht(off.Scale))}";

    /// <summary>What the total would be if the figures were written in that unit.</summary>
    public static string Proposal(ColumnTotal total, MoneyScale scale) =>
        $"หากจำนวนเป็น{Thai(scale)}จริง ยอดรวม {(total.Sum / Amounts.ScaleOf(total.Field.Type)).ToString("#,##0.00", CultureInfo.InvariantCulture)} {Thai(scale)} คือ {Amounts.Show(total.Field.Type, total.Sum * Baht(scale))}";
}
