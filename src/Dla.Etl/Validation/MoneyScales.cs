using System.Globalization;
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

    /// <summary>What the total would be if the figures were written in that unit.</summary>
    public static string Proposal(ColumnTotal total, MoneyScale scale) =>
        $"หากจำนวนเป็น{Thai(scale)}จริง ยอดรวม {(total.Sum / Amounts.ScaleOf(total.Field.Type)).ToString("#,##0.00", CultureInfo.InvariantCulture)} {Thai(scale)} คือ {Amounts.Show(total.Field.Type, total.Sum * Baht(scale))}";
}
